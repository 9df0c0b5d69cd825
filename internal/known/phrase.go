package known

import (
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// MaxWords is how many words of a name are read: no listed name has more. It
// bounds what a look-up costs.
const MaxWords = 16

// keyBits is how much of a phrase's key the index keeps: among 200,000 phrases
// one word in five million is taken for a listed one by chance.
const (
	keyBits  = 40
	keyBytes = keyBits / 8
)

// shortKey is what the index keeps of a phrase's key.
func shortKey(k text.Key) uint64 { return uint64(k) >> (64 - keyBits) }

// join is the key of a phrase that goes on with one more word.
func join(phrase, word text.Key) text.Key { return (phrase ^ word) * 0x9E3779B97F4A7C15 }

// rooms are for the tokens of one name, used again.
var rooms = sync.Pool{New: func() any { return new([]text.Token) }}

// keyOf joins the keys of words; whole is false when other marks than words
// stand among them, or too many.
func keyOf(words string) (k text.Key, whole bool) {
	room := rooms.Get().(*[]text.Token)
	defer rooms.Put(room)
	*room = text.Tokens(words, news.Span{End: len(words)}, (*room)[:0])
	n := 0
	whole = true
	for _, t := range *room {
		if !t.IsWordy() || n == MaxWords {
			whole = false
			continue
		}
		k = join(k, t.Key)
		n++
	}
	return k, whole && n > 0
}

// Form is the form names are looked up in: folded, without stops, hyphens and a
// leading article, with "and", "st", "ft" and "mt" written one way.
func Form(name string) string {
	return strings.TrimPrefix(strings.TrimSpace(oneWord.Replace(oneMark.Replace(" "+fold.Name(name)+" "))), "the ")
}

var (
	oneMark = strings.NewReplacer(".", "", "-", " ", "&", " and ", "'", "", "ʻ", "", "ʿ", "")
	oneWord = strings.NewReplacer(" saint ", " st ", " fort ", " ft ", " mount ", " mt ")
)

// keyOfForm is the key of a name in the form names are looked up in; 0 for
// a name without words.
func keyOfForm(name string) text.Key {
	if len(name) > maxNameBytes {
		return 0
	}
	k, _ := keyOf(Form(name))
	return k
}

// maxNameBytes is longer than any name known; what is longer is not looked up.
const maxNameBytes = 400

// Longest gives how many tokens the longest English name at the beginning of
// tokens has and what it may stand for; 0 when none begins there. Names of
// capitals only, such as US, are found in capitals only; otherwise case does
// not count. It allocates nothing and may be called by many at once.
func Longest(tokens []text.Token) (n int, roles Role) {
	x := index()
	var k text.Key
	for i := range tokens[:min(len(tokens), MaxWords)] {
		if !tokens[i].IsWordy() {
			break
		}
		k = join(k, tokens[i].Key)
		s, found := x.find(shortKey(k))
		if !found {
			break
		}
		f := x.flags(s)
		if r := f & allRoles; r != 0 && (f&capitalsOnly == 0 || tokens[0].Case == text.UpperCase) {
			n, roles = i+1, r
		}
		if f&goesOn == 0 {
			break
		}
	}
	return n, roles
}

// What the index notes of a phrase beside its roles.
const (
	allRoles          = 1<<8 - 1
	goesOn       Role = 1 << 8 // more words may follow
	capitalsOnly Role = 1 << 9
)
