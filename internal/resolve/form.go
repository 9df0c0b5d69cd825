package resolve

import (
	"cmp"
	_ "embed"
	"hash/fnv"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/news"
)

// Form is a name made ready to be compared. It is only read after NewForm.
type Form struct {
	Kind     news.EntityKind // "" when no article says what it is
	Name     string
	Folded   string
	Entity   bool     // it names somebody or something, as its kind or its wording tells
	Short    bool     // it alone does not say who
	Single   bool     // one word that an article takes for an organisation or place, and that may be a surname
	Initials bool     // letters that may be those of several bodies: an acronym that the world does not know
	Pairs    []uint64 // keys that names of several words share which may be one
	Words    []uint64 // keys that a short name and another share which may be one

	own   Companion // what it is itself among the companions of its articles
	words name.Name
	*besides
}

// besides is what few names have. The others share one of nothing: of an archive's
// hundred thousand forms each is half as large for it.
type besides struct {
	known  knownAs
	person name.Name // its words as a person's, of a single word
	owner  string    // of a role or body: whose it is, folded
	states []string  // of a body: the codes of states its words speak of

	role     bool      // of no kind: it says by a post or house who is meant
	held     bool      // of a role or body: it is one such as any state has, "Norland's Health Ministry"
	holder   name.Name // of a role that is held, or a mission: whose, without what any state's bodies are called by
	office   bool      // of a body: words is in English, the name is not
	restated bool      // of a body: words is not as printed, and what it has besides the state is a name: "Russian Bell"
}

var nothingBesides besides

func (b *besides) isNothing() bool {
	return b.known == knownAs{} && b.holder.Empty() && b.owner == "" && len(b.states) == 0 && !b.role && !b.held && !b.office && !b.restated
}

// NewForm parses a name. listed are the entries of a person's list that go by it.
func NewForm(kind news.EntityKind, words string, listed []known.Entry) *Form {
	text := words + fold.Name(words) // one string of two
	f := &Form{Kind: kind, Name: text[:len(words)], Folded: text[len(words):], own: companionOf(kind, words), besides: &besides{known: lookUp(kind, words, listed)}}
	role := kind == "" && isRole(words)
	f.Entity, f.role = kind != "" || role, role
	switch {
	case role:
		o := takeOwner(words)
		f.words, f.owner = name.Parse(f.ofStates(unowned.Replace(words)), news.Organisation), o.by
		if f.held = anyStates(o.rest); f.held || o.isMission() {
			f.holder = holderOf(o.by)
		}
	case f.body():
		f.words, f.owner = name.Parse(f.ofStates(words), news.Organisation), takeOwner(words).by
	case kind != "":
		f.words = name.Parse(words, f.meant())
	}
	f.Short = f.known.id == "" && !role && (f.office && len(f.states) == 0 || shortName(kind, f.Folded, &f.words))
	if f.Single = isSingle(kind, words) && !f.known.certain; f.Single {
		f.person = name.Parse(words, news.Person)
	}
	f.Initials = f.body() && f.known.id == "" && acronym(words)
	f.Pairs, f.Words = f.keys()
	if !f.Single && f.isNothing() {
		f.besides = &nothingBesides
	}
	return f
}

// keys are those of pairs of words, and of words, in no more room than they take.
func (f *Form) keys() (pairs, words []uint64) {
	var room [64]uint64
	self := nameKey(f.Folded)
	all := append(f.words.Pairs(room[:0]), self)
	if f.known.id != "" {
		all = append(all, hash64("known "+f.known.id))
	}
	n := len(all)
	all = slices.Clone(append(f.words.Words(all), self))
	return all[:n:n], all[n:]
}

// meant is what kind of thing a name is of: what a person's list says, else what
// articles do.
func (f *Form) meant() news.EntityKind { return cmp.Or(f.known.listed, f.Kind) }

// body reports whether a name is an organisation's.
func (f *Form) body() bool { return f.meant() == news.Organisation }

// unowned takes the marks of possession off: "Kazakhstan's" is Kazakhstan.
var unowned = strings.NewReplacer("'s ", " ", "’s ", " ", "s' ", "s ", "s’ ", "s ")

// isRole reports whether words that are no entity's name in their article say
// all the same who is meant: somebody's or something's, of a name. "Norland's
// Defence Ministry" does, "the guard" does not.
func isRole(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	if unicode.IsUpper(first) && (strings.Contains(words, "'s ") || strings.Contains(words, "’s ")) {
		return true
	}
	for _, of := range []string{" of the ", " of "} {
		if _, owner, found := strings.Cut(words, of); found {
			first, _ := utf8.DecodeRuneInString(owner)
			return unicode.IsUpper(first)
		}
	}
	return false
}

// shortName reports whether a name alone does not say who: one word of a person,
// initials with a surname; words that name no organisation in particular. In
// scripts without spaces between words one word is a whole name.
func shortName(kind news.EntityKind, folded string, words *name.Name) bool {
	if kind == news.Organisation || kind == news.Place || kind == news.Group {
		return (words.Common() || ofAnyState(kind, folded)) && !strings.ContainsFunc(folded, unspaced)
	}
	long := 0
	for w := range strings.FieldsSeq(folded) {
		if utf8.RuneCountInString(strings.Trim(w, ".-")) > 1 && !dottedInitials(w) {
			long++
		}
		if strings.ContainsFunc(w, unspaced) {
			return false
		}
	}
	return long < 2
}

//go:embed common.txt
var commonFile string

// commonWords are the words of common.txt.
var commonWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(commonFile) {
		if !strings.HasPrefix(line, "#") {
			for w := range strings.FieldsSeq(line) {
				out[w] = true
			}
		}
	}
	return out
})

// ofAnyState reports whether a body is called as any state's may be: "Ministry
// of Health".
func ofAnyState(kind news.EntityKind, folded string) bool {
	var rest []string
	for w := range strings.FieldsSeq(folded) {
		if !commonWords()[w] {
			rest = append(rest, w)
		}
	}
	left := name.Parse(strings.Join(rest, " "), kind)
	return left.Empty() || left.Common() || len(rest) == 1 && (rest[0] == "of" || rest[0] == "the")
}

// isSingle reports whether a name is one word, neither an acronym nor run
// together, of a kind that articles often mistake for a person's.
func isSingle(kind news.EntityKind, words string) bool {
	return (kind == news.Organisation || kind == news.Place) && !strings.ContainsAny(words, " .-") && isTitle(words)
}

// isTitle reports whether a word has one capital, its first letter.
func isTitle(word string) bool {
	for i, r := range word {
		if unicode.IsUpper(r) != (i == 0) || !unicode.IsLetter(r) {
			return false
		}
	}
	return word != ""
}

// dottedInitials reports whether a word is initials run together: "j.k.".
func dottedInitials(w string) bool {
	return strings.HasSuffix(w, ".") && utf8.RuneCountInString(strings.ReplaceAll(w, ".", ""))*2 == utf8.RuneCountInString(w)
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai)
}

func hash64(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// companionOf is what a name counts as among those of its article: known names by
// what they name, people by their surname's sound, others by their words. Lists
// of people are not asked: an article's scene is made without an archive.
func companionOf(kind news.EntityKind, words string) Companion {
	if k := lookUp(kind, words, nil); k.id != "" {
		return companion(k.id, k.weight())
	}
	folded := fold.Name(words)
	if kind != news.Person {
		return companion(folded, weighName)
	}
	surname := folded[strings.LastIndexByte(folded, ' ')+1:]
	n := name.Parse(surname, news.Person)
	if keys := n.Keys(nil); len(keys) > 0 {
		return Companion(uint32(keys[0]>>32)&^weightMask | weighName)
	}
	return companion(surname, weighName)
}

func companion(of string, weight uint32) Companion {
	return Companion(hash32(of)&^weightMask | weight)
}
