package mention

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

func TestListedWordsHaveKeysOfTheirOwn(t *testing.T) {
	seen := map[text.Key]string{}
	for _, list := range []string{en.GivenNames, en.NameTitles, en.RoleNouns, en.Peoples, en.OrganisationWords, en.PlaceWords, en.Countries, en.Cities, en.Demonyms, en.NameParticles, en.Calendar, en.CommonWords} {
		for _, line := range lines(list) {
			for _, w := range strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return strings.ContainsRune(" \t,|", r) }) {
				if other, ok := seen[text.KeyOf(w)]; ok && other != w {
					t.Errorf("%q and %q have one key", w, other)
				}
				seen[text.KeyOf(w)] = w
			}
		}
	}
}

func TestEveryKinIsAListedPost(t *testing.T) {
	l := english()
	for _, line := range lines(en.RoleKin) {
		for _, w := range strings.Fields(line) {
			if !l.words.Get(text.KeyOf(w)).is(postWord) && w != "military" {
				t.Errorf("%q of the line %q is no post", w, line)
			}
		}
	}
}

func TestSkeletonsOfOneName(t *testing.T) {
	for _, names := range [][]string{
		{"borkayev", "borkaev", "borkajev"}, {"shcherbakov", "scherbakov"}, {"sergei", "sergey", "sergej"},
		{"yertysbayev", "ertysbaev"}, {"mikhail", "mihail"}, {"kuzmich", "kuzmic"}, {"oleksii", "oleksiy", "oleksij"},
	} {
		for _, n := range names[1:] {
			if a, b := skeleton(names[0]), skeleton(n); a != b {
				t.Errorf("%s is %s, %s is %s", names[0], a, n, b)
			}
		}
	}
	for _, pair := range [][2]string{{"orlan", "orlova"}, {"brandt", "brand-new"}, {"ivanov", "petrov"}} {
		if skeleton(pair[0]) == skeleton(pair[1]) {
			t.Errorf("%s and %s have one skeleton", pair[0], pair[1])
		}
	}
}
