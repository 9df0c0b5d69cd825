package boilerplate

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
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

// Ending is how a line ends.
type Ending uint8

const (
	EndsBare     Ending = iota // in a word or a number
	EndsSentence               // . ! ? and what may follow them
	EndsCut                    // … or ...
	EndsColon
	EndsComma // , ; –
	EndsOther
)

// Facts are what one line shows by itself.
type Facts struct {
	news.Span            // the line in the text, trimmed
	Words                int
	Capitals, UpperWords int // words with a capital; words all in capitals
	Stops                int // sentence ends within the line
	Ends                 Ending
	First                rune // first code point
	Lower                bool // begins in lower case

	letters, runes   int
	function         int // function words of any language
	digits           int // runs of digits
	commas           int
	quotes           int    // quotation marks
	rails            int    // | › » • · / between words, as menus have
	address          bool   // holds a web or mail address or a handle
	hash             uint64 // of its words, to see repetitions
	hit              *lexicon.Phrase
	hitAt            int // the word the phrase begins at
	hits             int
	sections         int // names of a site's sections
	weekdays, months int
	label            uint64 // hash of a speaker's label, "NAME: …"; 0 when the line has none
	prose            bool
	rated            bool // a fact-checker's claim or rating
}

// Scanner reads the facts of lines; it holds what is used again and again.
type Scanner struct {
	phrases *lexicon.List
	hashes  []uint64 // of the line's words
	starts  []phraseStart
}

// phraseStart is a word of a line that phrases begin with.
type phraseStart struct {
	at    int
	entry *lexicon.Entry
}

// NewScanner makes a Scanner, for one goroutine.
func NewScanner() *Scanner {
	return &Scanner{phrases: phraseList(), hashes: make([]uint64, 0, usualWords), starts: make([]phraseStart, 0, usualStarts)}
}

// A paragraph of usual length has no more words, nor more that phrases begin with.
const (
	usualWords  = 128
	usualStarts = 32
)

// Read gives the facts of the trimmed, non-empty line span of text.
func (sc *Scanner) Read(text string, span news.Span) Facts {
	f := Facts{Span: span}
	s := span.Of(text)
	if len(s) > maxFactBytes {
		s = strings.ToValidUTF8(s[:maxFactBytes], "")
	}
	sc.hashes, sc.starts = sc.hashes[:0], sc.starts[:0]
	f.hash = lexicon.HashBasis
	for w := range lexicon.Words(s) {
		sc.add(&f, w)
	}
	f.marks(s)
	f.label = labelOf(s)
	f.First, _ = utf8.DecodeRuneInString(s)
	f.Lower = lexicon.IsLetter(f.First) && lexicon.Lower(f.First) == f.First && f.First < 0x2E80
	if len(sc.hashes) <= maxLexiconWords {
		f.match(sc.hashes, sc.starts)
	}
	f.prose = f.isProse()
	f.rated = f.isRated(s)
	return f
}

func (sc *Scanner) add(f *Facts, w lexicon.Word) {
	sc.hashes = append(sc.hashes, w.Hash)
	f.hash = (f.hash ^ w.Hash) * lexicon.HashPrime
	f.Words++
	if w.Digits {
		f.digits++
	} else {
		f.letters += int(w.Runes)
	}
	if w.Capital {
		f.Capitals++
		if w.Upper == w.Runes && w.Runes > 1 {
			f.UpperWords++
		}
	}
	if k := sc.phrases.Find(w.Hash); k != nil {
		sc.addKnown(f, k)
	}
}

func (sc *Scanner) addKnown(f *Facts, k *lexicon.Entry) {
	if k.Phrases != nil {
		sc.starts = append(sc.starts, phraseStart{f.Words - 1, k})
	}
	f.function += truthInt(k.Marks&functionWord != 0)
	f.weekdays += truthInt(k.Marks&weekdayWord != 0)
	f.months += truthInt(k.Marks&monthWord != 0)
}

// marks counts code points and punctuation and reads how the line ends.
func (f *Facts) marks(s string) {
	var prev rune
	for _, r := range s {
		f.runes++
		if r|0x20 < 'a' || r|0x20 > 'z' {
			f.mark(r, prev)
		}
		prev = r
	}
	f.Ends = EndOf(s)
}

func (f *Facts) mark(r, prev rune) {
	switch r {
	case ' ':
		if prev == '.' || prev == '!' || prev == '?' || prev == '”' {
			f.Stops++
		}
	case ',', ';', '،', '、':
		f.commas++
	case '|', '›', '»', '•', '·', '→':
		f.rails++
	case '"', '“', '”', '„', '«', '‘', '’', '\'':
		f.quotes++
	case '@':
		f.address = true
	case '/':
		f.address = f.address || prev == '/'
	}
}

// EndOf looks at the last code points, past closing marks.
func EndOf(s string) Ending {
	s = strings.TrimRight(s, "\"“”„»’')]* \u00a0\u202f")
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '?', '。', '！', '？', '؟', '।', '։':
		if r == '.' && strings.HasSuffix(s[:len(s)-n], "..") {
			return EndsCut
		}
		return EndsSentence
	case '…':
		return EndsCut
	case ':':
		return EndsColon
	case ',', ';', '–', '—', '-':
		return EndsComma
	}
	if lexicon.IsLetter(r) || lexicon.IsDigit(r) {
		return EndsBare
	}
	return EndsOther
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

func (f *Facts) isProse() bool {
	if f.First >= 0x2E80 || f.Words > 0 && f.letters/f.Words > 18 { // no spaces between words
		return f.runes >= proseRunes/2 && f.Ends != EndsBare || f.runes >= proseRunes*2
	}
	if f.quotes > 1 && f.Ends == EndsSentence && f.Words >= proseWordsQuoted {
		return true
	}
	if f.Share(f.function) < proseFunction && (f.Words < proseWordsUnknown || f.Share(f.Capitals) > proseCapitals) {
		return false
	}
	return f.Words >= proseWords && f.Ends == EndsSentence || f.Words >= proseWordsBare && f.Ends != EndsCut && f.commas*3 < f.Words
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
	if i <= 0 || i+2 >= len(s) || s[i+1] == '/' || lexicon.IsDigit(rune(s[i-1])) {
		return 0
	}
	h, n := uint64(lexicon.HashBasis), 0
	capital := false
	for w := range lexicon.Words(s[:i]) {
		h = (h ^ w.Hash) * lexicon.HashPrime
		capital = capital || n == 0 && w.Capital
		n++
	}
	if !capital || n > labelWords {
		return 0
	}
	return h
}

// Share is part of the line's words.
func (f *Facts) Share(part int) float64 {
	if f.Words == 0 {
		return 0
	}
	return float64(part) / float64(f.Words)
}
