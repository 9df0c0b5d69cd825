package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readParagraph finds the statements of one paragraph: sentence by sentence,
// then the quotations no cue claimed.
func (p *page) readParagraph(i int) {
	para := &p.paragraphs[i]
	last := none // the finding that a quotation without a cue would continue
	for n, r := range para.sentences {
		if n > 0 {
			p.before = para.sentences[n-1]
		}
		if len(para.sentences) == 1 && (p.isMarkedHeading(para) || p.isStageDirection(para)) {
			continue
		}
		if p.isQuotation(r) {
			last = p.readQuotation(i, n, last)
			continue
		}
		first := len(p.found)
		if !p.readHeadline(para, n) && !p.readSignature(r) {
			p.readSentence(r)
		}
		if last = p.lastDirect(first); last == none && len(p.found) == first && !p.carryOn(para, r) {
			p.refuseQuotations(r)
		}
	}
	if k := len(para.sentences); k > 0 {
		p.before = para.sentences[k-1]
	}
	p.nameBefore(i)
	p.readInside(para)
}

// nameBefore gives the quotations of the paragraphs before paragraph i that were
// left open, and are opened again by each that follows, the speaker at last named
// in it: “We looked.¶“We found nothing,” Korva said.
func (p *page) nameBefore(i int) {
	if i == 0 || !p.opensQuote(p.paragraphs[i].from) || !p.leftOpen(i-1) {
		return
	}
	first := len(p.found)
	for first > 0 && p.found[first-1].content[0].Start >= p.paragraphs[i].Start {
		first--
	}
	if first == len(p.found) || p.found[first].speaker.Empty() || p.found[first].content[0].Start != p.paragraphs[i].Start || !p.found[first].direct {
		return
	}
	named := &p.found[first]
	for n, k := first-1, i-1; n >= 0 && n > first-continueLook && k >= 0 && p.leftOpen(k); n, k = n-1, k-1 {
		f := &p.found[n]
		if !f.speaker.Empty() || f.content[0].Start != p.paragraphs[k].Start {
			return
		}
		f.speaker, f.carried = named.speaker, true
		f.reasons = []news.Reason{{Rule: ruleAhead, Words: f.speaker.Of(p.text)}}
	}
}

// leftOpen reports whether a quotation opens paragraph i and is not closed in it.
func (p *page) leftOpen(i int) bool {
	para := &p.paragraphs[i]
	return p.opensQuote(para.from) && p.quotes[p.quoteOf[para.from]].open && p.quotes[p.quoteOf[para.from]].to == para.to
}

// carryOn takes the long quotations of a sentence in which nobody is named for
// them for the words of who spoke before in the paragraph: “We wait,” Korva said.
// The town has waited for years and “means to go on waiting for a bridge.”
func (p *page) carryOn(para *paragraph, r text.Range) bool {
	k := len(p.found) - 1
	if k < 0 || p.found[k].speaker.Empty() || p.found[k].inward || p.found[k].content[0].Start < para.Start {
		return false
	}
	f := finding{speaker: p.found[k].speaker, carried: true, polarity: news.Asserts}
	if np, ok := p.sentenceSubject(r.From, r.To); ok && p.isPlainlySomebody(np) {
		f.speaker, f.carried = p.span(np.from, np.to), false
	}
	for i := r.From; i < r.To; i++ {
		if !p.quoted(i) {
			continue
		}
		q := p.quotes[p.quoteOf[i]]
		if q.to-q.from >= carriedQuote {
			f.content = append(f.content, p.span(q.from, q.to))
		}
		i = q.to - 1
	}
	if f.content == nil {
		return false
	}
	f.reasons = []news.Reason{{Rule: ruleContinued, Words: f.speaker.Of(p.text)}}
	p.found = append(p.found, f)
	return true
}

// isPlainlySomebody reports whether a phrase is "he", "she" or "they", or names a
// person.
func (p *page) isPlainlySomebody(np phrase) bool {
	if np.to == np.from+1 && p.is(np.from, subjectPronoun) {
		return p.key(np.from) == keyHe || p.key(np.from) == keyShe || p.key(np.from) == keyThey
	}
	people := p.index.PeopleIn(p.span(np.from, np.to))
	return len(people) > 0 && !people[len(people)-1].Possessive
}

// carriedQuote is the shortest quotation taken for more words of who spoke
// before, in tokens with its marks: shorter ones are often names and irony.
const carriedQuote = 8

// isQuotation reports whether the sentence is quotations and nothing else.
func (p *page) isQuotation(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if !p.quoted(i) && p.wordy(i) {
			return false
		}
		if p.quoted(i) {
			i = p.quotes[p.quoteOf[i]].to - 1
		}
	}
	return p.quoted(r.From) || r.From+1 < r.To && p.quoted(r.From+1)
}

// isMarkedHeading reports whether a paragraph is nothing but a few capitalised
// words in single marks, as headings between paragraphs are printed: 'No Ferry
// This Winter'.
func (p *page) isMarkedHeading(para *paragraph) bool {
	if p.kind(para.from) != text.SingleQuote || !p.quoted(para.from) || p.quotes[p.quoteOf[para.from]].to != para.to || para.to-para.from > shortQuote {
		return false
	}
	return p.allTitled(para.from+1, para.to-1) || p.doubled
}

// allTitled reports whether every longer word of [i, j) begins with a capital.
func (p *page) allTitled(i, j int) bool {
	for ; i < j; i++ {
		if t := &p.tokens[i]; t.Kind == text.Word && t.Len() >= titledLetters && !t.Capital() {
			return false
		}
	}
	return true
}

// titledLetters is the fewest letters of a word that headings in capitals write
// with one.
const titledLetters = 4

// lastDirect is the last finding from first on that holds a quotation which a
// following one continues.
func (p *page) lastDirect(first int) int {
	for i := len(p.found) - 1; i >= first; i-- {
		if p.found[i].direct {
			return i
		}
	}
	return none
}

// readQuotation takes a sentence that is only quotation. Behind a statement in
// the same paragraph it continues it; else somebody named before says it.
func (p *page) readQuotation(i, n, last int) int {
	r := p.paragraphs[i].sentences[n]
	content := p.spans([][2]int{{r.From, r.To}})
	if len(content) == 0 {
		return last
	}
	if last != none {
		p.goOn(last, content)
		return last
	}
	f := finding{content: content, polarity: news.Asserts, direct: true}
	p.introduce(i, n, &f)
	if len(f.reasons) == 0 {
		f.reasons = []news.Reason{{Rule: ruleUnnamed}}
	}
	p.found = append(p.found, f)
	return len(p.found) - 1
}

// goOn adds to what the finding says, and to what carries it.
func (p *page) goOn(i int, content []news.Span) {
	f := &p.found[i]
	f.content = append(f.content, content...)
	if f.carrier > 0 {
		c := &p.found[f.carrier-1]
		c.content = append(c.content, content...)
	}
}

// introduce names the speaker of a quotation without a cue from what stands
// before it.
func (p *page) introduce(i, n int, f *finding) {
	switch {
	case n > 0 && p.attributedBehind(p.paragraphs[i].sentences[n-1], f):
	case n > 0:
		p.introducedBy(p.paragraphs[i].sentences[n-1], f)
	case i > 0:
		before := &p.paragraphs[i-1]
		if len(before.sentences) == 0 {
			return
		}
		if p.promised.end == before.to {
			f.speaker, f.cue = p.promised.speaker, p.promised.cue
			f.reasons = append(f.reasons, news.Reason{Rule: ruleIntroduced, Words: f.speaker.Of(p.text)})
			return
		}
		if p.kind(before.to-1) == text.Colon {
			p.introducedBy(before.sentences[len(before.sentences)-1], f)
			return
		}
		if p.continueSpeaker(before, f); f.speaker.Empty() && !p.allTitled(before.from, before.to) && p.kind(before.to-1) == text.Stop && p.wordsIn(before.from, before.to) <= introWords {
			p.introducedBy(before.sentences[len(before.sentences)-1], f)
		}
	}
}

// introWords bounds a paragraph that only brings a speaker on: "He read a
// statement first, standing."
const introWords = 12

// attributedBehind takes the speaker named behind what the sentence r reports:
// "The bridge is closed, Korva said. “I saw it.”"
func (p *page) attributedBehind(r text.Range, f *finding) bool {
	whole := p.span(r.From, r.To)
	for i := len(p.found) - 1; i >= 0 && i > len(p.found)-continueLook && whole.Overlaps(p.found[i].content[0]); i-- {
		if last := &p.found[i]; last.reasons[0].Rule == ruleBehind && !last.speaker.Empty() {
			f.speaker, f.carried = last.speaker, true
			f.reasons = append(f.reasons, news.Reason{Rule: ruleContinued, Words: f.speaker.Of(p.text)})
			return true
		}
	}
	return false
}

// introducedBy takes the subject of the sentence r for the speaker.
func (p *page) introducedBy(r text.Range, f *finding) {
	np, ok := p.sentenceSubject(r.From, r.To)
	if !ok || !p.namesSomebody(np) {
		return
	}
	f.speaker = p.span(np.from, np.to)
	f.reasons = append(f.reasons, news.Reason{Rule: ruleIntroduced, Words: f.speaker.Of(p.text)})
}

// continueLook bounds how many findings back the last quotation is sought.
const continueLook = 12

// continueSpeaker takes the speaker of the last quotation of the paragraph before.
func (p *page) continueSpeaker(before *paragraph, f *finding) {
	for i := len(p.found) - 1; i >= 0 && i > len(p.found)-continueLook; i-- {
		last := &p.found[i]
		if !last.direct || !before.Holds(last.content[len(last.content)-1]) {
			continue
		}
		f.speaker = last.speaker
		f.carried = true
		f.reasons = append(f.reasons, news.Reason{Rule: ruleContinued, Words: f.speaker.Of(p.text)})
		return
	}
}

// refuseQuotations notes the quotations of a sentence nobody is said to speak in.
func (p *page) refuseQuotations(r text.Range) {
	for i := r.From; i < r.To; i++ {
		if p.quoted(i) {
			q := p.quotes[p.quoteOf[i]]
			p.refuse(p.span(q.from, q.to), ruleScare)
			i = q.to - 1
		}
	}
}

// readSignature takes a quotation with its speaker behind a dash and nothing
// else: “We know.” – Ana Korva.
func (p *page) readSignature(r text.Range) bool {
	if !p.quoted(r.From) {
		return false
	}
	k := p.quotes[p.quoteOf[r.From]].to
	s := sentence{page: p, lo: r.From, hi: r.To}
	for s.hi > k && p.kind(s.hi-1) == text.Stop {
		s.hi--
	}
	if k+1 < s.hi && p.isBareCredit(k, s.hi) {
		s.emit(phrase{k, s.hi}, phrase{k, k}, said{parts: [][2]int{{r.From, k}}, rule: ruleSignature}, nil)
		return true
	}
	if k+1 >= s.hi || p.kind(k) != text.Dash || s.hi-k > headlineLook || !p.tokens[k+1].Capital() || !p.isName(k+1, s.hi) {
		return false
	}
	s.emit(phrase{k + 1, s.hi}, phrase{k, k + 1}, said{parts: [][2]int{{r.From, k}}, rule: ruleSignature}, nil)
	return true
}

// isBareCredit reports whether [k, hi), behind a quotation that ends with a
// comma, is a post with its name and no verb: “We know,” the engineer Ana Korva.
func (p *page) isBareCredit(k, hi int) bool {
	if !p.endsSentenceInside(k) || p.kind(k-2) != text.Comma || hi-k > creditLook || !p.tokens[hi-1].Capital() || !p.tokens[hi-2].Capital() {
		return false
	}
	for i := k; i < hi; i++ {
		if p.quoted(i) || len(p.words[i].cues) > 0 && p.lower(i) || p.is(i, verbal|subjectPronoun) && !p.is(i, determiner) || p.kind(i) == text.Comma {
			return false
		}
	}
	return p.is(k, determiner|role) || p.tokens[k].Capital()
}

// creditLook bounds a post with its name, in tokens.
const creditLook = 16
