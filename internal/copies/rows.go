package copies

import (
	"regexp"
	"sort"

	"github.com/hearsay-engine/hearsay/news"
)

// Row is a stretch of one text, in bytes, and the stretch of another that stands
// beside it; either may be empty.
type Row struct{ A, B news.Span }

var emptyLine = regexp.MustCompile(`\n[ \t\r]*\n\s*`)

// Rows lays two passages beside each other: they are cut where both have an empty
// line at the same place between the words they share, so that what one of them has
// put in stands by itself. Together the rows are both passages less these lines.
func Rows(a, b string) []Row {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) > maxDiffering || len(y) > maxDiffering {
		return []Row{{news.Span{End: len(a)}, news.Span{End: len(b)}}}
	}
	inA, inB := differing(x, y)
	left, right := breaksOf(a, x, inA), breaksOf(b, y, inB)
	var out []Row
	var atA, atB int
	cut := func(p, q news.Span) {
		out = append(out, Row{news.Span{Start: atA, End: max(atA, p.Start)}, news.Span{Start: atB, End: max(atB, q.Start)}})
		atA, atB = max(atA, p.End), max(atB, q.End)
	}
	for len(left) > 0 && len(right) > 0 {
		switch {
		case left[0].shared < right[0].shared:
			left = left[1:]
		case left[0].shared > right[0].shared:
			right = right[1:]
		default:
			cut(left[0].Span, right[0].Span)
			p, q := lastOf(left), lastOf(right)
			if p > 0 || q > 0 {
				cut(left[p].Span, right[q].Span)
			}
			left, right = left[p+1:], right[q+1:]
		}
	}
	cut(news.Span{Start: len(a), End: len(a)}, news.Span{Start: len(b), End: len(b)})
	return out
}

// breakIn is an empty line of a text, and how many of the shared words stand before it.
type breakIn struct {
	news.Span
	shared int
}

// breaksOf are the empty lines within a text, of whose words some are its own.
func breaksOf(text string, words []word, own []news.Span) []breakIn {
	var out []breakIn
	shared, i := 0, 0
	for _, at := range emptyLine.FindAllStringIndex(text, -1) {
		if at[0] == 0 || at[1] == len(text) {
			continue
		}
		for ; i < len(words) && int(words[i].start) < at[0]; i++ {
			start := int(words[i].start)
			k := sort.Search(len(own), func(k int) bool { return own[k].End > start })
			if k == len(own) || own[k].Start > start {
				shared++
			}
		}
		out = append(out, breakIn{news.Span{Start: at[0], End: at[1]}, shared})
	}
	return out
}

// lastOf is the last of the breaks that stand at the place of the first.
func lastOf(list []breakIn) int {
	i := 0
	for i+1 < len(list) && list[i+1].shared == list[0].shared {
		i++
	}
	return i
}
