package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// codes are values that rows hold as their number here: the list only grows, at
// its end. The most frequent come first, as 0 and 1 take no room.
type codes[T ~string] []T

var (
	kindCodes     = codes[news.Kind]{news.Indirect, news.Direct, news.Mixed, news.Turn}
	voiceCodes    = codes[news.Voice]{news.Attributed, news.OutletOwn}
	polarityCodes = codes[news.Polarity]{news.Asserts, news.Hedges, news.Denies, news.Asks, news.Declines}
)

// attributed and outletOwn are voices as rows hold them.
const (
	attributed = "0"
	outletOwn  = "1"
)

// of is what a row holds for a value: a value that is not listed stands for itself.
func (c codes[T]) of(v T) any {
	if i := slices.Index(c, v); i >= 0 {
		return i
	}
	return string(v)
}

// word is what a row's value stands for.
func (c codes[T]) word(held string) string {
	if i, err := strconv.Atoi(held); err == nil && 0 <= i && i < len(c) {
		return string(c[i])
	}
	return held
}

// words is a column's value in words, "" for NULL.
func (c codes[T]) words(column string) string {
	return c.cases(column, func(i int, v T) string { return fmt.Sprintf("WHEN %d THEN '%s'", i, v) })
}

// numbers is a column of words as numbers.
func (c codes[T]) numbers(column string) string {
	return c.cases(column, func(i int, v T) string { return fmt.Sprintf("WHEN '%s' THEN %d", v, i) })
}

func (c codes[T]) cases(column string, one func(int, T) string) string {
	var b strings.Builder
	b.WriteString("CASE " + column)
	for i, v := range c {
		b.WriteString(" " + one(i, v))
	}
	return "coalesce(" + b.String() + " ELSE " + column + " END, '')"
}
