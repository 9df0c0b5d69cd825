package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// sentence is one sentence under reading. Quotations in it are whole.
type sentence struct {
	*page
	lo, hi   int // tokens, the final stop left out
	groups   []group
	subjects []subject // of the groups that had one, in the order found
	bends    int       // the first of its words behind which around may find something
	owing    bool      // some of them are owed
	inside   int       // groups before this token stand in what an attribution behind them reports
	free     int       // the first token no attribution behind has taken
	carrier  int       // the finding that carries a quotation with its speaker, counted from 1
}

// readSentence finds the statements of the sentence r.
func (p *page) readSentence(r text.Range) {
	s := p.sentenceOf(r)
	if s.mayReport() {
		p.parse(text.Range{From: s.lo, To: r.To})
	}
	s.read()
}

// sentenceOf is the sentence r without its dateline and its final stop.
func (p *page) sentenceOf(r text.Range) sentence {
	lo := p.behindDateline(r)
	s := sentence{page: p, lo: lo, hi: r.To, free: lo, inside: lo}
	for s.hi > s.lo && p.kind(s.hi-1) == text.Stop && !p.quoted(s.hi-1) {
		s.hi--
	}
	return s
}

func (s *sentence) read() {
	s.groups = s.cueGroups(s.lo, s.hi)
	taken := make([]bool, len(s.groups))
	s.bends = s.bend()
	s.readAccords()
	for i := range s.groups {
		taken[i] = s.readBehind(&s.groups[i])
	}
	s.readPromise(taken)
	for i := range s.groups {
		if !taken[i] && !s.refused(i) {
			s.readAhead(&s.groups[i])
		}
	}
	s.readNouns()
}

// mayReport reports whether a word stands in the sentence that can tell of what
// somebody said or thinks: only such are worth an analysis.
func (s *sentence) mayReport() bool {
	for i := s.lo; i < s.hi; i++ {
		if w := s.words[i]; (len(w.cues) > 0 || w.noun != nil || w.leads != nil || s.key(i) == keyThat) && !s.quoted(i) {
			return true
		}
	}
	return false
}

// refused reports whether group i is what the group before declines to do:
// "refused to say".
func (s *sentence) refused(i int) bool {
	return i > 0 && s.groups[i].kind == infinitive && s.groups[i-1].to == s.groups[i].from && s.groups[i-1].verb.Stance == en.Declines
}

// readPromise keeps the speaker of a sentence that ends with a colon for the
// quotation in the next paragraph.
func (s *sentence) readPromise(taken []bool) {
	if s.hi == s.lo || s.kind(s.hi-1) != text.Colon || s.quoted(s.hi-1) {
		return
	}
	s.hi--
	for i := len(s.groups) - 1; i >= 0; i-- {
		g := &s.groups[i]
		if taken[i] || g.verb.Frames&(en.Quoted|en.That) == 0 || g.kind == infinitive || g.passive {
			continue
		}
		if np, ok := s.subjectOf(g); ok && np.to > np.from {
			np = s.trimPhrase(np)
			s.promised = promise{speaker: s.span(np.from, np.to), cue: s.span(g.from, g.to), end: s.hi + 1}
			taken[i] = s.countWords(g.to, s.hi) < promiseWords
			return
		}
	}
}

// promiseWords is the fewest words between a cue and the colon that can be
// something said themselves.
const promiseWords = 9

// datelineLook bounds a dateline, in tokens.
const datelineLook = 12

// behindDateline is the first token behind "KORVAGRAD, June 3 (Agency) — ".
func (p *page) behindDateline(r text.Range) int {
	for k := r.From; k < r.To && k < r.From+datelineLook && !p.quoted(k); k++ {
		switch {
		case p.kind(k) == text.Dash && p.tokens[k].Spaced && k > r.From && k+2 < r.To:
			return k + 1
		case p.kind(k) == text.Word && !p.tokens[k].Capital() && p.key(k) != keyOf, p.kind(k) == text.Clitic, p.is(k, pronoun|determiner):
			return r.From
		}
	}
	return r.From
}

// trimPhrase leaves out commas at a phrase's end.
func (s *sentence) trimPhrase(np phrase) phrase {
	for np.to > np.from+1 && !s.wordy(np.to-1) && s.kind(np.to-1) != text.CloseBracket && !s.quoted(np.to-1) {
		np.to--
	}
	return np
}

// reasonsUsual are the content's, the cue's and the speaker's.
const reasonsUsual = 3

// emit adds a finding. g may be nil, for a cue that is no verb.
func (s *sentence) emit(np, cue phrase, what said, g *group) {
	content := s.spans(what.parts)
	if len(content) == 0 || len(s.found) >= maxFindings {
		return
	}
	f := finding{content: content, polarity: news.Asserts}
	if cue.to > cue.from {
		f.cue = s.span(cue.from, cue.to)
	}
	f.reasons = append(make([]news.Reason, 0, reasonsUsual), news.Reason{Rule: what.rule, Words: f.cue.Of(s.text)})
	if np.to > np.from {
		np = s.trimPhrase(np)
		f.speaker = s.span(np.from, np.to)
	}
	if g != nil {
		f.polarity = stance(g)
		if g.verb.Frames&en.Claims != 0 && s.holdsClaim(what.parts[0]) {
			f.polarity = news.Denies
		}
		f.inward = isInward(g)
		f.reasons = append(f.reasons, news.Reason{Rule: groupRule(g), Words: g.verb.Lemma})
	}
	last := what.parts[len(what.parts)-1]
	f.direct = s.quoted(max(last[1]-1, last[0])) || what.rule == ruleBehind && s.quoted(what.parts[0][0])
	s.found = append(s.found, f)
}

// claimLook bounds how far behind its verb a claim is named, in tokens.
const claimLook = 8

// holdsClaim reports whether the part begins with a claim and what it says: "the
// suggestion that".
func (s *sentence) holdsClaim(part [2]int) bool {
	for i := part[0]; i+1 < part[1] && i < part[0]+claimLook; i++ {
		if s.words[i].noun != nil && s.key(i+1) == keyThat {
			return true
		}
	}
	return false
}

// maxFindings bounds the statements of one article.
const maxFindings = 20000

// stance is the polarity a cue gives.
func stance(g *group) news.Polarity {
	switch {
	case g.negated && !isInward(g) && g.verb.Frames&en.That != 0 && g.verb.Stance == "":
		return news.Declines
	case g.verb.Stance != "":
		return news.Polarity(g.verb.Stance)
	}
	return news.Asserts
}

// isInward reports whether a verb tells what somebody thinks rather than says.
func isInward(g *group) bool { return g.verb.Frames&(en.Quoted|en.Person) == 0 }

func groupRule(g *group) string {
	switch {
	case g.passive || g.kind == partitive:
		return rulePassive
	case g.kind == gerundial:
		return ruleGerund
	case g.kind == infinitive:
		return ruleInfinitive
	}
	return ruleVerb
}
