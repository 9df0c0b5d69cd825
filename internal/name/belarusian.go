package name

import "strings"

// Belarusian spells otherwise than Russian what it sounds otherwise: ц and дз
// before soft vowels are т and д there, ў before a consonant may be л. Where
// Russian has no such spelling the mark is T; where it may be either, a sign of
// its own, which stands first of all for what is printed.

// softened marks them in letters of letters.txt, and ŭ, a consonant behind vowels.
var softened = strings.NewReplacer("ці", "țі", "цё", "țё", "цю", "țю", "ця", "țя", "ць", "țь", "це", "ʦе",
	"дзі", "ʣі", "дзё", "ʣё", "дзю", "ʣю", "дзя", "ʣя", "дзь", "ʣь", "дзе", "ʣе", "дзм", "ʣм", "дзв", "ʣв",
	"оўк", "оꙋк", "оўг", "оꙋг", "оўт", "оꙋт", "оўд", "оꙋд", "оўн", "оꙋн", "оўч", "оꙋч", "оўж", "оꙋж", "оўб", "оꙋб",
	"aŭ", "aw", "eŭ", "ew", "iŭ", "iw", "oŭ", "ow", "uŭ", "uw", "yŭ", "yw")

func belarusian(word string) string {
	if !strings.ContainsAny(word, "цзўŭ") {
		return word
	}
	return softened.Replace(word)
}

// hardOf is the Russian sound that a sign of Belarusian may stand for, 0 for none.
var hardOf = func() (out [signCount]uint8) {
	for _, pair := range []string{"Tt", "Qt", "Dd", "Wl"} {
		out[signs[pair[0]]] = signs[pair[1]]
	}
	return out
}()

// softOf is what such a sign is printed as, where that may be another sound.
var softOf = func() (out [signCount]uint8) {
	for _, pair := range []string{"Qc", "Dz", "Wv"} {
		out[signs[pair[0]]] = signs[pair[1]]
	}
	return out
}()

// hardens reports whether p is like q only as far as a sign that may be either is
// taken for the Russian sound: that may be another name.
func (p *part) hardens(q *part) bool {
	var soft, hard [maxSkeleton]uint8
	either := false
	for i, s := range p.skeleton() {
		soft[i], hard[i] = s, s
		if softOf[s] != 0 {
			soft[i], hard[i], either = softOf[s], hardOf[s], true
		}
	}
	if !either {
		return false
	}
	by, limit := costsOf(p, q), int(max(p.weight, q.weight))
	return by.distance(hard[:p.n], q.skeleton(), limit) < by.distance(soft[:p.n], q.skeleton(), limit)
}
