package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/boilerplate"
	"github.com/hearsay-engine/hearsay/internal/lexicon"
	"github.com/hearsay-engine/hearsay/news"
)

//go:embed model/translated.txt
var translatedList string

var translatedPhrases = sync.OnceValue(func() *lexicon.List { return lexicon.New("translated-", translatedList, 0) })

// maxTranslatedBytes bounds how much of a text is searched for cues of
// translation: what has none in so much has none.
const maxTranslatedBytes = 64 << 10

// Weights of the cues, and the sum from which a text is taken for a translation.
// One strong cue suffices; a manner of speaking needs company. Set by reasoning,
// checked on English originals (at most one in a hundred taken) and on machine
// translations.
const (
	translatedLeast = 3.0
	// A short text has room for few cues: up to shortText bytes half the sum
	// suffices, and from three times as many the whole is asked.
	shortText = 1500

	weightLabel    = 3.0  // "Translation: XX"
	weightLeftover = 3.0  // a lower-case word of another script within a sentence
	weightMisnamed = 3.0  // names of services put into words
	weightEmptied  = 2.5  // "Moscow () –": a link's words lost
	weightGlued    = 1.5  // , ”he said: a quotation mark glued to the wrong word
	weightApart    = 0.75 // “multi-vector ” leadership: a mark apart from its word
	weightDashes   = 1.5  // “…, – he said: dialogue in the manner of another language
	weightIdiom    = 1.5  // "with reference to", each once: hardly ever in English originals
	weightPhrase   = 0.75 // "in connection with", each once
	weightLink     = 0.75 // a source link at the end: a reprint
)

// translationCues gathers what speaks for a translation.
type translationCues struct {
	text    string
	reasons []news.Reason
	spans   []news.Span
	sum     float64
	seen    map[*lexicon.Phrase]bool
	taken   map[string]int

	words  []news.Span // of the line being read
	hashes []uint64
}

// maxCueRepeats is how often a cue of punctuation counts.
const maxCueRepeats = 2

func (c *translationCues) add(rule string, span news.Span, weight float64) {
	if c.taken[rule]++; c.taken[rule] > maxCueRepeats && translatedWeights[rule] == 0 {
		return
	}
	c.sum += weight
	c.reasons = append(c.reasons, news.Reason{Rule: rule, Words: boilerplate.Clip(span.Of(c.text)), Figure: weight})
	c.spans = append(c.spans, span)
}

// translation is the evidence that the article was translated, if any, and every
// cue for it. The evidence's span is the strongest cue's, the first of its equals.
func translation(a *news.Article) (news.Evidence, []news.Reason) {
	c := translationCues{text: a.Text, seen: map[*lexicon.Phrase]bool{}, taken: map[string]int{}}
	x := translatedPhrases()
	for start := 0; start < min(len(a.Text), maxTranslatedBytes); {
		end := len(a.Text)
		if i := strings.IndexByte(a.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		line := news.Span{Start: start, End: min(end, start+maxTranslatedBytes)}
		c.labels(x, line, a.Language)
		if a.Language == "en" {
			c.punctuation(line)
		}
		start = end + 1
	}
	for _, d := range a.Boilerplate {
		if d.Reason.Rule == "line-source-link" {
			c.add("translated-link", d.Span, weightLink)
		}
	}
	if c.sum < least(len(a.Text)) {
		return news.Evidence{}, nil
	}
	return news.Evidence{Class: news.EvidenceText, Span: c.strongest()}, c.reasons
}

// least is the sum of cues that a text of so many bytes needs.
func least(bytes int) float64 {
	share := float64(bytes-shortText) / (2 * shortText)
	return translatedLeast * (0.5 + 0.5*min(1, max(0, share)))
}

func (c *translationCues) strongest() news.Span {
	best := 0
	for i, r := range c.reasons {
		if r.Figure > c.reasons[best].Figure {
			best = i
		}
	}
	return c.spans[best]
}

// labels finds the listed phrases in a line, each once a text.
func (c *translationCues) labels(x *lexicon.List, line news.Span, language string) {
	s := line.Of(c.text)
	if !x.MayHold(s) {
		return
	}
	c.words, c.hashes = c.words[:0], c.hashes[:0]
	for w := range lexicon.Words(s) {
		c.words, c.hashes = append(c.words, news.Span{Start: w.Start, End: w.End}), append(c.hashes, w.Hash)
	}
	for i, hash := range c.hashes {
		if e := x.Find(hash); e != nil {
			c.phrases(e, i, line, language)
		}
	}
}

// phrases adds those of an entry's phrases that begin at word i of a line.
func (c *translationCues) phrases(e *lexicon.Entry, i int, line news.Span, language string) {
	for k := range e.Phrases {
		p := &e.Phrases[k]
		if c.seen[p] || !p.StandsAt(c.hashes, i) || p.Rule != "translated-label" && language != "en" {
			continue
		}
		end := c.words[i+len(p.Words)-1].End
		if p.Where == lexicon.Starts && !heads(p, line.Of(c.text), end) {
			continue
		}
		c.seen[p] = true
		c.add(p.Rule, news.Span{Start: line.Start + c.words[i].Start, End: line.Start + end}, translatedWeights[p.Rule])
	}
}

var translatedWeights = map[string]float64{
	"translated-label": weightLabel, "translated-misnamed": weightMisnamed, "translated-idiom": weightIdiom, "translated-phrase": weightPhrase,
}

// heads tells whether the phrase that ends at byte end heads the line as a
// label: a colon follows, or the phrase says whose work it is.
func heads(p *lexicon.Phrase, s string, end int) bool {
	return strings.HasPrefix(strings.TrimLeft(s[end:], " \u00a0\u202f"), ":") || len(p.Words) > 1
}

// punctuation finds marks that English does not set.
func (c *translationCues) punctuation(line news.Span) {
	s := line.Of(c.text)
	straight := 0 // straight quotation marks before i
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == '"':
			if straight%2 == 1 {
				c.closing(line, i, 1)
			}
			straight++
		case b == ')' && i > 1 && s[i-1] == '(' && s[i-2] == ' ':
			c.add("translated-emptied", news.Span{Start: line.Start + i - 1, End: line.Start + i + 1}, weightEmptied)
		case b >= utf8.RuneSelf && utf8.RuneStart(b):
			c.mark(line, i)
		}
	}
}

// mark judges the code point beyond ASCII at byte i of the line.
func (c *translationCues) mark(line news.Span, i int) {
	s := line.Of(c.text)
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == '”':
		c.closing(line, i, n)
	case lexicon.IsDash(r) && strings.HasSuffix(s[:i], ", ") && strings.HasPrefix(s[i+n:], " "):
		c.add("translated-dashes", news.Span{Start: line.Start + i - 2, End: line.Start + i + n}, weightDashes)
	case unicode.Is(unicode.Cyrillic, r) && unicode.IsLower(r):
		if before, _ := utf8.DecodeLastRuneInString(s[:i]); !lexicon.IsLetter(before) {
			c.leftover(line, i)
		}
	}
}

// closing judges a closing quotation mark of n bytes that stands apart from the
// word before it.
func (c *translationCues) closing(line news.Span, i, n int) {
	s := line.Of(c.text)
	if i < 2 || s[i-1] != ' ' || i+n == len(s) {
		return
	}
	next, size := utf8.DecodeRuneInString(s[i+n:])
	if isStop(rune(s[i-2])) && unicode.IsLower(next) {
		c.add("translated-glued", news.Span{Start: line.Start + i - 2, End: line.Start + i + n + size}, weightGlued)
	} else if n > 1 && (next == ' ' || unicode.IsLetter(next)) {
		c.add("translated-apart", news.Span{Start: line.Start + i - 1, End: line.Start + i + n}, weightApart)
	}
}

func isStop(r rune) bool { return r == ',' || r == '.' || r == '!' || r == '?' }

// leftover takes a lower-case Cyrillic word for one the translator left where
// Latin words stand on both sides of it.
func (c *translationCues) leftover(line news.Span, i int) {
	s := line.Of(c.text)
	w := lexicon.LetterRun(s, i)
	left, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], " "))
	right, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[w.End:], " "))
	if unicode.Is(unicode.Latin, left) && unicode.Is(unicode.Latin, right) {
		c.add("translated-leftover", news.Span{Start: line.Start + i, End: line.Start + w.End}, weightLeftover)
	}
}
