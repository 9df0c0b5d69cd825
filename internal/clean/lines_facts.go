package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

const (
	// maxFactBytes bounds how much of a line is looked at: a line longer than
	// this is a paragraph whatever its end says.
	maxFactBytes = 2048
	// maxLexiconWords bounds the words of a line looked up in the lexicon, which
	// speaks of short lines.
	maxLexiconWords = 200
	// maxRuleWords bounds a rule's words kept as a reason, in bytes.
	maxRuleWords = 80
)

// ending is how a line ends.
type ending uint8

const (
	endsBare     ending = iota // in a word or a number
	endsSentence               // . ! ? and what may follow them
	endsCut                    // … or ...
	endsColon
	endsComma // , ; –
	endsOther
)

// facts are what one line shows by itself.
type facts struct {
	news.Span            // the line in the text, trimmed
	words, letters       int
	runes                int
	capitals, upperWords int // words with a capital; words all in capitals
	function             int // function words of any language
	digits               int // runs of digits
	commas, stops        int // commas; sentence ends within the line
	quotes               int // quotation marks
	rails                int // | › » • · / between words, as menus have
	ends                 ending
	first                rune   // first code point
	lower                bool   // begins in lower case
	address              bool   // holds a web or mail address or a handle
	hash                 uint64 // of its words, to see repetitions
	hit                  *phrase
	hitAt                int // the word the phrase begins at
	hits                 int
	sections             int // names of a site's sections
	weekdays, months     int
	label                uint64 // hash of a speaker's label, "NAME: …"; 0 when the line has none
	prose                bool
}

// lineScan reads the facts of lines; it holds what is used again and again.
type lineScan struct {
	lexicon *lexicon
	hashes  []uint64
	starts  []phraseStart
}

func newLineScan() *lineScan { return &lineScan{lexicon: boilerplateLexicon()} }

// read gives the facts of the trimmed, non-empty line span of text.
func (sc *lineScan) read(text string, span news.Span) facts {
	f := facts{Span: span}
	s := span.Of(text)
	if len(s) > maxFactBytes {
		s = strings.ToValidUTF8(s[:maxFactBytes], "")
	}
	sc.hashes, sc.starts = sc.hashes[:0], sc.starts[:0]
	f.hash = hashBasis
	eachWord(s, func(w word) bool { sc.add(&f, w); return true })
	f.marks(s)
	f.label = labelOf(s)
	f.runes = utf8.RuneCountInString(s)
	f.first, _ = utf8.DecodeRuneInString(s)
	f.lower = isWordRune(f.first) && lowerOf(f.first) == f.first && f.first < 0x2E80
	if len(sc.hashes) <= maxLexiconWords {
		f.match(sc.hashes, sc.starts)
	}
	f.prose = f.isProse()
	return f
}

func (sc *lineScan) add(f *facts, w word) {
	sc.hashes = append(sc.hashes, w.hash)
	f.hash = (f.hash ^ w.hash) * hashPrime
	f.words++
	if w.digits {
		f.digits++
	} else {
		f.letters += w.runes
	}
	if w.capital {
		f.capitals++
		if w.upper == w.runes && w.runes > 1 {
			f.upperWords++
		}
	}
	if k := sc.lexicon.find(w.hash); k != nil {
		sc.addKnown(f, k)
	}
}

func (sc *lineScan) addKnown(f *facts, k *known) {
	if k.phrases != nil {
		sc.starts = append(sc.starts, phraseStart{f.words - 1, k.phrases})
	}
	f.function += truthInt(k.function)
	switch k.calendar {
	case weekdayWord:
		f.weekdays++
	case monthWord:
		f.months++
	}
}

// marks counts punctuation and reads how the line ends.
func (f *facts) marks(s string) {
	var prev rune
	for _, r := range s {
		switch r {
		case ',', ';', '،', '、':
			f.commas++
		case '|', '›', '»', '•', '·', '→':
			f.rails++
		case '"', '“', '”', '„', '«', '‘', '’', '\'':
			f.quotes++
		case '@':
			f.address = true
		case ' ':
			if prev == '.' || prev == '!' || prev == '?' || prev == '”' {
				f.stops++
			}
		case '/':
			f.address = f.address || prev == '/'
		}
		prev = r
	}
	f.ends = endOf(s)
}

// endOf looks at the last code points, past closing marks.
func endOf(s string) ending {
	s = strings.TrimRight(s, "\"“”„»’')]* \u00a0\u202f")
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '?', '。', '！', '？', '؟', '।', '։':
		if r == '.' && strings.HasSuffix(s[:len(s)-n], "..") {
			return endsCut
		}
		return endsSentence
	case '…':
		return endsCut
	case ':':
		return endsColon
	case ',', ';', '–', '—', '-':
		return endsComma
	}
	if isWordRune(r) || isFigure(r) {
		return endsBare
	}
	return endsOther
}

// What a line needs to be running prose: sentences of words, not a heap of names.
const (
	proseWords       = 9    // with an end mark
	proseWordsQuoted = 5    // with an end mark and quotation marks
	proseWordsBare   = 22   // without one
	proseFunction    = 0.18 // share of function words
	proseRunes       = 60   // for scripts without spaces

	// A line in a language whose function words we do not list: longer, and
	// few of its words with a capital.
	proseWordsUnknown = 14
	proseCapitals     = 0.3
)

func (f *facts) isProse() bool {
	if f.first >= 0x2E80 || f.words > 0 && f.letters/f.words > 18 { // no spaces between words
		return f.runes >= proseRunes/2 && f.ends != endsBare || f.runes >= proseRunes*2
	}
	if f.quotes > 1 && f.ends == endsSentence && f.words >= proseWordsQuoted {
		return true
	}
	if f.share(f.function) < proseFunction && (f.words < proseWordsUnknown || f.share(f.capitals) > proseCapitals) {
		return false
	}
	return f.words >= proseWords && f.ends == endsSentence || f.words >= proseWordsBare && f.ends != endsCut && f.commas*3 < f.words
}

// A speaker's label before a colon is short and begins with a capital.
const (
	labelBytes = 60
	labelWords = 5
)

// labelOf hashes the words before the first colon when they may name a speaker
// and something is said after it.
func labelOf(s string) uint64 {
	i := strings.IndexByte(s[:min(len(s), labelBytes)], ':')
	if i <= 0 || i+2 >= len(s) || s[i+1] == '/' || isFigure(rune(s[i-1])) {
		return 0
	}
	h, n := uint64(hashBasis), 0
	capital := false
	eachWord(s[:i], func(w word) bool {
		h = (h ^ w.hash) * hashPrime
		capital = capital || n == 0 && w.capital
		n++
		return true
	})
	if !capital || n > labelWords {
		return 0
	}
	return h
}

// share is part of the line's words.
func (f *facts) share(part int) float64 {
	if f.words == 0 {
		return 0
	}
	return float64(part) / float64(f.words)
}
