package copies

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
	"github.com/hearsay-engine/hearsay/news"
)

// RuleCreditText is the rule of a credit of the whole text: "Originally published
// in …".
const RuleCreditText = "copy-credit-text"

// Credit is where a text names, in its own words, whose text it carries.
type Credit struct {
	Span  news.Span // from the phrase to the end of the name, in bytes
	Name  news.Span // who is named; empty where a link's words were lost
	Whole bool      // it speaks of the whole text
}

//go:embed credits.txt
var creditList string

var creditPhrases = sync.OnceValue(func() *lexicon.List { return lexicon.New("copy-credit-", creditList, 0) })

const (
	// maxCredits bounds the credits of one text: more are a list of links.
	maxCredits = 200
	// creditName bounds the name behind a credit, in bytes.
	creditName = 80
)

// Credits finds the credits in a text, in order. A reprint names its origin at
// its foot: all of the text is looked at and not the body only.
func Credits(text string) []Credit {
	var out []Credit
	text = text[:min(len(text), MaxText)]
	for start := 0; start < len(text) && len(out) < maxCredits; {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if creditPhrases().MayHold(text[start:end]) {
			out = creditsIn(text, news.Span{Start: start, End: end}, out)
		}
		start = end + 1
	}
	return out
}

// creditsIn finds the credits of one line.
func creditsIn(text string, line news.Span, out []Credit) []Credit {
	var words []news.Span
	var hashes []uint64
	for w := range lexicon.Words(line.Of(text)) {
		words = append(words, news.Span{Start: line.Start + w.Start, End: line.Start + w.End})
		hashes = append(hashes, w.Hash)
	}
	for i := 0; i < len(words) && len(out) < maxCredits; i++ {
		e := creditPhrases().Find(hashes[i])
		if e == nil {
			continue
		}
		if p := longest(e.Phrases, hashes, i); p != nil {
			behind := words[i+len(p.Words)-1].End
			c := Credit{Span: news.Span{Start: words[i].Start, End: behind}, Name: nameAfter(text, behind, line.End), Whole: p.Rule == RuleCreditText}
			c.Span.End = max(c.Span.End, c.Name.End)
			if c.Whole || !c.Name.Empty() {
				out = append(out, c)
			}
			i += len(p.Words) - 1
		}
	}
	return out
}

func longest(phrases []lexicon.Phrase, hashes []uint64, i int) *lexicon.Phrase {
	var best *lexicon.Phrase
	for k := range phrases {
		if p := &phrases[k]; p.StandsAt(hashes, i) && (best == nil || len(p.Words) > len(best.Words)) {
			best = p
		}
	}
	return best
}

// nameAfter is the name at byte i: up to a comma, a bracket, the end of the
// sentence. Empty when no capital, digit or address stands there.
func nameAfter(text string, i, end int) news.Span {
	for i < end && strings.IndexByte(" :\t\"'(", text[i]) >= 0 {
		i++
	}
	stop := end
	for k, r := range text[i:end] {
		if k > creditName || strings.ContainsRune(",;|)\"”»", r) || r == '.' && !letterAt(text, i+k+1, end) {
			stop = i + k
			break
		}
	}
	name := news.Span{Start: i, End: stop}.Trim(text)
	if strings.IndexFunc(name.Of(text), func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '.' }) < 0 {
		return news.Span{Start: i, End: i}
	}
	return name
}
