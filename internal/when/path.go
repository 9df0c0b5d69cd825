package when

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Years that a web address or a file's name dates an article by: four digits
// are more often a number than an older year.
const (
	firstWebYear = 1990
	lastWebYear  = 2099
)

// InPath reads a date that begins with its year. In /2022/03/10-ways/ the
// ten is no day: within slashes a day stands alone.
func InPath(way string) (Moment, bool) {
	r := newReader(way, NoOrder)
	r.compact = true
	for i, w := range r.words {
		if w.digits != 4 && w.digits != longestNumber {
			continue
		}
		m, next, ok := r.date(i)
		if !ok || m.year < firstWebYear || m.year > lastWebYear {
			continue
		}
		if m.precision == news.Day && w.digits == 4 && r.sign(i+1) == '/' && !strings.HasPrefix(way[r.words[next-1].End:]+"/", "/") {
			m.day, m.precision = 0, news.Month
		}
		return m, true
	}
	return Moment{}, false
}

// HasYear reports whether words hold a year of the web's time.
func HasYear(words string) bool {
	for _, w := range newReader(words, NoOrder).words {
		if w.digits == 4 && w.value >= firstWebYear && w.value <= lastWebYear {
			return true
		}
	}
	return false
}
