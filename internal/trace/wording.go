package trace

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// class is what a word does to a claim.
type class byte

const (
	classPlain class = iota
	classNegation
	classHedge
	classNumber
)

// word of a telling.
type word struct {
	news.Span        // bytes in the article's text
	key       string // what it is aligned by
	class     class
	value     float64 // of a number
	scaled    bool    // a number with its scale: "3 million"
}

// worded is a telling as words.
type worded struct {
	station int
	telling *Telling
	whole   Quote // the longest of its contents
	words   []word
}

func newWorded(station int, t *Telling) *worded {
	w := &worded{station: station, telling: t, whole: t.Content[0]}
	for _, q := range t.Content {
		if q.Len() > w.whole.Len() {
			w.whole = q
		}
		w.read(q)
	}
	w.words = w.words[:min(len(w.words), maxDriftWords)]
	return w
}

// key is the same for the same words.
func (w *worded) key() string {
	var b strings.Builder
	for _, x := range w.words {
		b.WriteString(x.key)
		b.WriteByte(' ')
	}
	return b.String()
}

// has is the first word of a class, nil when there is none.
func (w *worded) has(c class) *word {
	for i := range w.words {
		if w.words[i].class == c {
			return &w.words[i]
		}
	}
	return nil
}

// quote gives a word as the text has it.
func (w *worded) quote(x *word) Quote {
	for _, q := range w.telling.Content {
		if q.Holds(x.Span) {
			return Quote{x.Span, q.Words[x.Start-q.Start : x.End-q.Start]}
		}
	}
	return w.whole
}

// countsOther is the number by which w counts what the number at i of from counts,
// wherever that stands; nil when it is the same, or when one of them counts it twice.
func (w *worded) countsOther(from *worded, i int) *word {
	n, m := &from.words[i], (*word)(nil)
	what := from.counted(i)
	if what == "" || from.counts(what) != n {
		return nil
	}
	if m = w.counts(what); m == nil || m.value == n.value {
		return nil
	}
	return m
}

// counts is the one number of what is counted, nil when there is none or more.
func (w *worded) counts(what string) (found *word) {
	for i := range w.words {
		if w.counted(i) != what {
			continue
		}
		if found != nil {
			return nil
		}
		found = &w.words[i]
	}
	return found
}

// counted is the plain word behind the number at i, "" where that is none.
func (w *worded) counted(i int) string {
	if w.words[i].class != classNumber || i+1 >= len(w.words) || w.words[i+1].class != classPlain || len(w.words[i+1].key) < leastCounted {
		return ""
	}
	return w.words[i+1].key
}

// leastCounted is the fewest bytes of a word for what is counted; "in" and "of" are none.
const leastCounted = 4

// nameIn is the one name that stands in the words, nil when there is none or
// more.
func (w *worded) nameIn(words []word) (found *Name) {
	if len(words) == 0 {
		return nil
	}
	place := news.Span{Start: words[0].Start, End: words[len(words)-1].End}
	for i := range w.telling.Names {
		n := &w.telling.Names[i]
		if !place.Overlaps(n.Span) {
			continue
		}
		if found != nil && found.Who != n.Who {
			return nil
		}
		found = n
	}
	return found
}

// read adds the words of a content.
func (w *worded) read(q Quote) {
	for i := 0; i < len(q.Words) && len(w.words) < maxDriftWords; {
		r, n := utf8.DecodeRuneInString(q.Words[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		end := wordEnd(q.Words, i, unicode.IsDigit(r))
		w.add(q, i, end)
		i = end
	}
}

// wordEnd is where the word at byte i ends: letters with marks inside, or digits
// with the separators of one number.
func wordEnd(s string, i int, digits bool) int {
	end := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) && !digits, unicode.IsDigit(r):
			end = i + n
		case i != end || !joins(r, digits):
			return end
		}
		i += n
	}
	return end
}

// joins reports whether a mark stands inside a word or a number.
func joins(r rune, digits bool) bool {
	if digits {
		return r == ',' || r == '.' || r == 0xA0 || r == 0x202F || r == ':'
	}
	return r == '\'' || r == '’' || r == '-'
}

func (w *worded) add(q Quote, start, end int) {
	key := strings.ToLower(q.Words[start:end])
	x := word{Span: news.Span{Start: q.Start + start, End: q.Start + end}, key: key, class: lists().class(key)}
	if first, _ := utf8.DecodeRuneInString(key); unicode.IsDigit(first) {
		x.class, x.value = classNumber, number(key)
	} else if v, ok := lists().numbers[key]; ok {
		x.class, x.value = classNumber, v
	}
	if n := len(w.words); n > 0 {
		last := &w.words[n-1]
		if by, ok := lists().scales[key]; ok && last.class == classNumber && !last.scaled {
			last.End, last.value, last.scaled = x.End, last.value*by, true
			last.key = numberKey(last.value)
			return
		}
		if last.class == classNegation && lists().affirmed[last.key+"_"+key] {
			last.class = classPlain
		}
	}
	if x.class == classNumber {
		x.key = numberKey(x.value)
	}
	w.words = append(w.words, x)
}

// numberKey is the same for one number however it is written.
func numberKey(v float64) string { return "#" + strconv.FormatFloat(v, 'g', -1, 64) }

// number reads digits with separators: one before three digits groups them, any
// other is a decimal point.
func number(s string) float64 {
	var b strings.Builder
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			b.WriteRune(r)
		case !groups(s[i+utf8.RuneLen(r):]) && !strings.Contains(b.String(), "."):
			b.WriteByte('.')
		}
	}
	v, _ := strconv.ParseFloat(b.String(), 64) // digits of another script are no number of ours: 0
	return v
}

// groups reports whether exactly three digits stand here.
func groups(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

//go:embed drift.txt
var driftList string

type wordLists struct {
	classes  map[string]class
	affirmed map[string]bool
	numbers  map[string]float64
	scales   map[string]float64
}

var lists = sync.OnceValue(func() *wordLists {
	l := &wordLists{map[string]class{}, map[string]bool{}, map[string]float64{}, map[string]float64{}}
	for line := range strings.Lines(driftList) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		l.take(fields[0], fields[1:])
	}
	return l
})

func (l *wordLists) take(kind string, words []string) {
	switch kind {
	case "number", "scale":
		v, err := strconv.ParseFloat(words[0], 64)
		if err != nil {
			panic("drift.txt: " + err.Error())
		}
		into := map[string]map[string]float64{"number": l.numbers, "scale": l.scales}[kind]
		for _, w := range words[1:] {
			into[w] = v
		}
	case "affirmed":
		for _, w := range words {
			l.affirmed[w] = true
		}
	default:
		for _, w := range words {
			l.classes[w] = map[string]class{"negation": classNegation, "hedge": classHedge}[kind]
		}
	}
}

// class of a word in lower case; "isn't" is a negation by its end.
func (l *wordLists) class(key string) class {
	if strings.HasSuffix(key, "n't") || strings.HasSuffix(key, "n’t") {
		return classNegation
	}
	return l.classes[key]
}
