package name

import "strings"

// How like words must be, and are; tuned on the tuning halves.
const (
	leastLike       = 0.58 // to be laid on each other
	leastLikeAcross = 0.45 // over scripts
	likeEquivalent  = 0.93 // given names of one set in one script, where a person mostly keeps to one
	likeAcross      = 0.97 // and in two
	likeDeclined    = 0.82 // a man's and a woman's name of which one may be a case of the other: Евгений, Евгения
	likeInflected   = 0.96 // cases of one word
	offInflected    = 0.04 // of words alike but for their endings
	offSets         = 0.1  // words of two scripts known for different given names
	offFirst        = 0.1  // words of one script that begin with different sounds
	offBare         = 0.05 // words of which one is written without vowels
)

// likeness says how like two parts are, and why.
func likeness(p, q *part) (float32, Rules) {
	switch {
	case p.role == legal || q.role == legal:
		return legalLikeness(p, q), 0
	case p.hash == q.hash && p.n == q.n:
		return 1, Spelled
	case p.script == exact || q.script == exact || p.role == title || q.role == title:
		return 0, 0
	case p.role == initial || q.role == initial:
		return initialLikeness(p, q), Initials
	case p.role == patronymic && q.role == patronymic:
		return fatherLikeness(p, q), Similar
	case p.given.any() && q.given.any():
		return givenLikeness(p, q)
	case p.given.any() && q.role == patronymic, q.given.any() && p.role == patronymic:
		return 0, 0 // a father's name is not his child's
	}
	return soundLikeness(p, q)
}

func legalLikeness(p, q *part) float32 {
	if p.role == q.role && p.form == q.form {
		return 1
	}
	return 0
}

// givenLikeness compares words that are both known for given names.
func givenLikeness(p, q *part) (float32, Rules) {
	switch shared := p.given.shares(q.given); {
	case shared && p.script == cyrillic && p.declines(q):
		return likeInflected, Inflected
	case shared && p.script == q.script:
		return likeEquivalent, Equivalent
	case shared:
		return likeAcross, Equivalent
	case p.script != q.script:
		like, rule := soundLikeness(p, q)
		return like - offSets, rule
	case p.declines(q):
		return likeDeclined, Inflected
	}
	return 0, 0
}

// fatherLikeness compares two patronymics by the father's names: their endings
// are alike in all of them.
func fatherLikeness(p, q *part) float32 {
	a, b := p.root(), q.root()
	heavy := max(weigh(a), weigh(b))
	if heavy == 0 {
		return 0
	}
	return 1 - float32(costsOf(p, q).distance(a, b, heavy))/float32(heavy)
}

// initialLikeness compares an initial with a word, or two initials.
func initialLikeness(p, q *part) float32 {
	if p.n == 0 || q.n == 0 {
		return 0
	}
	for i := range min(p.n, q.n) {
		if within.sound[p.sounds[i]][q.sounds[i]] > mostInitial {
			return 0
		}
	}
	return 1
}

// mostInitial is the most that the sounds of an initial may cost: what
// romanisations differ in.
const mostInitial = 5

// declines reports whether p and q may be cases of one word.
func (p *part) declines(q *part) bool {
	switch {
	case p.script != q.script || p.stem == p.n && q.stem == q.n:
		return false
	case p.script == greek:
		return p.declinesGreek(q)
	case p.shortened(q), q.shortened(p):
		return false
	}
	return same(p.root(), q.root()) || same(p.root(), q.skeleton()) || same(p.skeleton(), q.root()) || p.fleets(q) || q.fleets(p)
}

// shortened reports whether q is p less -я, p ending in -ия: Мария has no case
// Мари, which is another name.
func (p *part) shortened(q *part) bool {
	a, b := p.written(), q.written()
	return p.script == cyrillic && strings.HasSuffix(a, "iia") && b == strings.TrimSuffix(a, "ia")
}

// written is the word as spelled, or as much of it as is kept.
func (p *part) written() string { return strings.TrimRight(string(p.letters[:]), "\x00") }

// leastFleeting is how many sounds a word has that may lose a vowel.
const leastFleeting = 4

// fleets reports whether q is a case of p that lost the vowel before p's last
// consonant: Орёл, Орла; Павел, Павлом.
func (p *part) fleets(q *part) bool {
	last := int(p.n) - 1
	if p.script != cyrillic || p.n < leastFleeting || q.stem == q.n || int(q.stem) != last || !printed(p.sounds[last:last+1], q.sounds[last-1:last]) {
		return false
	}
	switch alphabet[p.sounds[last-1]-1] {
	case 'e', 'E', 'o':
		return !vowel(alphabet[p.sounds[last]-1]) && printed(p.sounds[:last-1], q.sounds[:last-1])
	}
	return false
}

func same(a, b []uint8) bool { return len(a) > 1 && printed(a, b) }

// printed reports whether two words of Cyrillic are spelled the same, ё as е.
func printed(a, b []uint8) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && within.sound[a[i]][b[i]] > 0 {
			return false
		}
	}
	return true
}

// A slip: two neighbouring letters swapped in a word long enough that the
// other order is no other name.
const (
	likeSlipped  = 0.9
	leastSlipped = 4
)

// slipped reports whether q is p with two neighbouring letters swapped.
func (p *part) slipped(q *part) bool {
	if p.bag != q.bag || p.script != q.script || p.n < 2 || p.letters[leastSlipped-1] == 0 {
		return false
	}
	i := 0
	for i < maxSkeleton && p.letters[i] == q.letters[i] {
		i++
	}
	if i+1 >= maxSkeleton || p.letters[i] != q.letters[i+1] || p.letters[i+1] != q.letters[i] {
		return false
	}
	return string(p.letters[i+2:]) == string(q.letters[i+2:])
}

// weightSlack is how much a sound for another may change a word's weight for
// next to nothing: w for v.
const weightSlack = 9

// soundLikeness compares two words by how they sound.
func soundLikeness(p, q *part) (float32, Rules) {
	if p.declines(q) {
		return likeInflected, Inflected
	}
	if p.slipped(q) {
		return likeSlipped, Similar
	}
	if (p.letters[0] == 'j') != (q.letters[0] == 'j') && p.script == latin && q.script == latin && string(p.begun(q)) == string(q.begun(p)) {
		return 1, Similar
	}
	heavy := max(p.weight, q.weight)
	limit := limitOf(int(heavy), leastLikeOf(p, q))
	if abs(int(p.weight)-int(q.weight)) > limit+weightSlack {
		return 0, 0
	}
	by := costsOf(p, q)
	like := by.like(p.skeleton(), q.skeleton(), int(heavy), limit)
	switch {
	case p.script == abjad || q.script == abjad:
		return bare(p, q, like), Similar
	case p.script == q.script && by.sound[p.sounds[0]][q.sounds[0]] > leastFirst:
		like -= offFirst
	}
	if p.script != greek && p.stem > 2 && q.stem > 2 && (p.stem != p.n || q.stem != q.n) {
		if l := by.like(p.root(), q.root(), int(heavy), limit) - offInflected; l > like {
			return l, Inflected | Similar
		}
	}
	return like, Similar
}

// limitOf is the most that words of which the heavier has a weight may differ for
// being so like at least.
func limitOf(heavy int, least float32) int {
	const rounding = 1e-3
	return int(float32(heavy)*(1-least) + rounding)
}

// like is how like two words are that differ by no more than limit, else 0.
func (c *costs) like(a, b []uint8, heavy, limit int) float32 {
	d := c.distance(a, b, limit)
	if d > limit {
		return 0
	}
	return 1 - float32(d)/float32(heavy)
}

// leastFirst is the cost from which first sounds are different ones.
const leastFirst = 15

func costsOf(p, q *part) *costs {
	if p.script == q.script {
		return within
	}
	return across
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// bare compares consonants only, as far as vowels do not help.
func bare(p, q *part, like float32) float32 {
	var x, y [maxSkeleton]uint8
	a, b := consonants(p, x[:0]), consonants(q, y[:0])
	heavy := max(weigh(a), weigh(b))
	if heavy == 0 {
		return 0
	}
	return max(like, 1-offBare-float32(across.distance(a, b, heavy))/float32(heavy))
}

func consonants(p *part, out []uint8) []uint8 {
	for _, s := range p.skeleton() {
		if !vowel(alphabet[s-1]) {
			out = append(out, s)
		}
	}
	return out
}

// leastLikeOf is how like p and q must be to be laid on each other.
func leastLikeOf(p, q *part) float32 { return leastLikeIn(p.script == q.script) }

func leastLikeIn(oneScript bool) float32 {
	if oneScript {
		return leastLike
	}
	return leastLikeAcross
}
