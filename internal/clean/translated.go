package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

//go:embed model/translated.txt
var translatedList string

var translatedLexicon = sync.OnceValue(func() *lexicon { return lexiconOf("translated-", translatedList) })

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
	seen    map[*phrase]bool
	taken   map[string]int
}

// maxCueRepeats is how often a cue of punctuation counts.
const maxCueRepeats = 2

func (c *translationCues) add(rule string, span news.Span, weight float64) {
	if c.taken[rule]++; c.taken[rule] > maxCueRepeats && translatedWeights[rule] == 0 {
		return
	}
	c.sum += weight
	c.reasons = append(c.reasons, news.Reason{Rule: rule, Words: clip(span.Of(c.text)), Figure: weight})
	c.spans = append(c.spans, span)
}

// translation is the evidence that the article was translated, if any, and every
// cue for it. The evidence's span is the strongest cue's, the first of its equals.
func translation(a *news.Article) (news.Evidence, []news.Reason) {
	c := translationCues{text: a.Text, seen: map[*phrase]bool{}, taken: map[string]int{}}
	sc := &lineScan{lexicon: translatedLexicon()}
	for start := 0; start < min(len(a.Text), maxTranslatedBytes); {
		end := len(a.Text)
		if i := strings.IndexByte(a.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		line := news.Span{Start: start, End: min(end, start+maxTranslatedBytes)}
		c.labels(sc, line, a.Language)
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
func (c *translationCues) labels(sc *lineScan, line news.Span, language string) {
	s := line.Of(c.text)
	var words []word
	var hashes []uint64
	eachWord(s, func(w word) bool {
		words, hashes = append(words, w), append(hashes, w.hash)
		return true
	})
	for i, w := range words {
		k := sc.lexicon.find(w.hash)
		if k == nil {
			continue
		}
		for j := range k.phrases {
			p := &k.phrases[j]
			if c.seen[p] || !p.standsAt(hashes, i) || p.rule != "translated-label" && language != "en" {
				continue
			}
			if p.where == whereStarts && !p.labels(s, words[len(p.words)-1].end) {
				continue
			}
			c.seen[p] = true
			span := news.Span{Start: line.Start + w.start, End: line.Start + words[i+len(p.words)-1].end}
			c.add(p.rule, span, translatedWeights[p.rule])
		}
	}
}

var translatedWeights = map[string]float64{
	"translated-label": weightLabel, "translated-misnamed": weightMisnamed, "translated-idiom": weightIdiom, "translated-phrase": weightPhrase,
}

// labels tells whether the phrase that ends at byte end heads the line as a
// label: a colon follows, or the phrase says whose work it is.
func (p *phrase) labels(s string, end int) bool {
	return strings.HasPrefix(strings.TrimLeft(s[end:], "  "), ":") || len(p.words) > 1
}

// punctuation finds marks that English does not set.
func (c *translationCues) punctuation(line news.Span) {
	s := line.Of(c.text)
	var prev, before rune // the code points before r
	straight := 0         // straight quotation marks before r
	for i, r := range s {
		at := news.Span{Start: line.Start + i, End: line.Start + i + utf8.RuneLen(r)}
		next, _ := utf8.DecodeRuneInString(s[min(len(s), i+utf8.RuneLen(r)):])
		switch {
		case r == ')' && prev == '(' && before == ' ':
			c.add("translated-emptied", news.Span{Start: at.Start - 1, End: at.End}, weightEmptied)
		case (r == '”' || r == '"' && straight%2 == 1) && prev == ' ' && isStop(before) && unicode.IsLower(next):
			c.add("translated-glued", news.Span{Start: at.Start - 2, End: at.End + utf8.RuneLen(next)}, weightGlued)
		case r == '”' && prev == ' ' && unicode.IsLetter(next), r == '”' && prev == ' ' && next == ' ':
			c.add("translated-apart", news.Span{Start: at.Start - 1, End: at.End}, weightApart)
		case isDash(r) && r != '-' && prev == ' ' && before == ',' && next == ' ':
			c.add("translated-dashes", news.Span{Start: at.Start - 2, End: at.End}, weightDashes)
		case unicode.Is(unicode.Cyrillic, r) && unicode.IsLower(r) && !isWordRune(prev):
			c.leftover(line, i)
		}
		if r == '"' {
			straight++
		}
		before, prev = prev, r
	}
}

func isStop(r rune) bool { return r == ',' || r == '.' || r == '!' || r == '?' }

// leftover takes a lower-case Cyrillic word for one the translator left where
// Latin words stand on both sides of it.
func (c *translationCues) leftover(line news.Span, i int) {
	s := line.Of(c.text)
	w := letterRun(s, i)
	left, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], " "))
	right, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[w.end:], " "))
	if unicode.Is(unicode.Latin, left) && unicode.Is(unicode.Latin, right) {
		c.add("translated-leftover", news.Span{Start: line.Start + i, End: line.Start + w.end}, weightLeftover)
	}
}
