package name

import "math"

// Weights of a person's words, and costs of what is amiss. Hand-set, tuned on
// the tuning halves of the name sets.
const (
	weightInitial    = 0.4
	weightPatronymic = 0.5
	weightTitle      = 0.3  // on both sides; one alone tells nothing
	weightServant    = 0.6  // Abdul, where the other name lacks it
	costUnlike       = 4.9  // of a word laid on one that is not quite it, by the power of 1.5: a slip costs little
	costUnlikeAcross = 0.7  // the same over scripts, linear
	costConflict     = 2.2  // of words both names have for themselves
	costLonger       = 0.12 // of a word one name lacks
	costMuchLonger   = 0.08 // of more than one, by the square
	costLed          = 1.6  // of a word before a name of three that agree
	costCrossed      = 0.35 // of another order of words
	costGeneration   = 2.0  // of Jr and Sr
)

// How like words of one script are, and how many sounds they have, that a person
// may spell both ways; what is less alike or shorter, as Olsen and Olson, is
// suggested only. On the tuning halves confirmed precision is .977 or .978 for any
// bound from .90 to .97: this one keeps the tests' namesakes apart.
const (
	surelyAlike = 0.96
	leastAlike  = 6
)

// leastRomanised is how many sounds a word has that a person may spell by two
// houses' customs beyond doubt.
const leastRomanised = 5

// Most that one word in common scores, where a name has more.
const (
	surnameScore = 0.8
	firstScore   = 0.73 // it stands where given names do, but is not known for one
	givenScore   = 0.5  // it is
)

func personWeight(p *part) float64 {
	switch p.role {
	case word:
		return 1
	case initial:
		return weightInitial
	case patronymic:
		return weightPatronymic
	case title:
		return weightTitle
	}
	return 0
}

// tally sums up what speaks for two names being one, and against.
type tally struct {
	agree, loss float64
	rules       Rules
	whole       int     // words that answer words; a given name of two, joined by a hyphen, is one
	joined      float64 // of agree: what the second words of such names add
	slight      bool    // short words that only sound alike
	doubtful    bool    // words of one script that only sound somewhat alike, or are forms of one given name
	surname     bool    // one of them stands where a surname does
	given       bool    // one of them is a given name
	initials    bool    // both have some, and one has more
	bare        bool    // one is written without vowels, the other with
	ranked      bool    // one is a Jr or a II, the other says nothing
}

func (n *Name) person(o *Name, al *alignment) Verdict {
	var t tally
	al.cases(n, o)
	for _, pr := range al.pairs[:al.n] {
		t.laid(n, o, pr)
	}
	left, other := n.left(al.usedA), o.left(al.usedB)
	left.weight += weightServant * float64(max(0, n.servants-o.servants))
	other.weight += weightServant * float64(max(0, o.servants-n.servants))
	t.unlaid(left, other)
	t.order(n, o, al)
	t.middles(n, o, al)
	if t.rules&Inflected != 0 && (n.wife(o) || o.wife(n)) {
		t.rules |= Sexes
		t.loss += costConflict
	}
	return t.verdict(left.words+other.words > 0)
}

// laid counts two words that answer each other.
func (t *tally) laid(n, o *Name, pr pairing) {
	p, q := &n.parts[pr.a], &o.parts[pr.b]
	w := min(personWeight(p), personWeight(q))
	t.agree += w * float64(pr.like)
	t.loss += w * offOf(float64(pr.like), p.script == q.script)
	t.rules |= pr.rule
	t.bare = t.bare || (p.script == abjad) != (q.script == abjad)
	if pr.rule&Similar != 0 && !p.romanised(q) {
		short := min(p.n, q.n) < leastAlike
		t.slight = t.slight || short
		t.doubtful = t.doubtful || p.script == q.script && (pr.like < surelyAlike || short)
	}
	t.doubtful = t.doubtful || p.script == q.script && pr.rule&Equivalent != 0 && !p.customary(q) || pr.rule&Similar != 0 && (p.hardens(q) || q.hardens(p))
	if pr.rule&Initials == 0 && p.role == word && q.role == word {
		if p.joined && q.joined {
			t.joined += w * float64(pr.like)
			return
		}
		t.whole++
		t.surname = t.surname || n.surnamed(int(pr.a)) || o.surnamed(int(pr.b))
		t.given = t.given || p.forename() || q.forename()
	}
}

// offOf is what a word laid on one that is not quite it costs.
func offOf(like float64, sameScript bool) float64 {
	off := 1 - like
	if sameScript {
		return off * (costUnlike * math.Sqrt(off))
	}
	return off * costUnlikeAcross
}

// romanised reports whether two words of Latin letters differ by the customs of
// those who wrote them only: in long words, or by a j for a y at the beginning.
func (p *part) romanised(q *part) bool {
	return (min(p.n, q.n) >= leastRomanised || p.n != q.n) && p.customary(q)
}

// customary is romanised of words however short.
func (p *part) customary(q *part) bool {
	return p.script == latin && q.script == latin && customs.distance(p.begun(q), q.begun(p), 0) == 0
}

// begun is the skeleton of p without a j that q writes y or i before the same
// vowel, which is not heard there: Judin, Yudin, Iudin.
func (p *part) begun(q *part) []uint8 {
	if c := q.letters[0]; p.letters[0] == 'j' && p.n > 1 && p.sounds[0] == signs['j'] && (c == 'y' || c == 'i') && vowel(q.letters[1]) {
		return p.sounds[1:p.n]
	}
	return p.skeleton()
}

// unlaid counts the words that found no answer.
func (t *tally) unlaid(a, b leftover) {
	if both := min(a.weight, b.weight); both > 0 {
		t.rules |= Conflict
		t.loss += both * costConflict
	}
	t.initials = t.rules&Initials != 0 && (a.initials || b.initials)
	t.doubtful = t.doubtful || a.father && b.words > a.words || b.father && a.words > b.words
	if a.father && b.father {
		t.rules |= Fathers
		t.loss += weightPatronymic * costConflict
	}
	if d := math.Abs(a.weight - b.weight); d > 0 {
		t.rules |= Longer
		t.loss += d * costLonger
		if more := max(0, d-1); t.whole > 1 {
			t.loss += more * more * costMuchLonger
		}
	}
}

// order counts what the order of the words and what stands behind them say.
func (t *tally) order(n, o *Name, al *alignment) {
	switch a, b := n.rank(), o.rank(); {
	case a == b:
	case a == 0 || b == 0:
		t.ranked = true
	default:
		t.rules |= Generation
		t.loss += costGeneration
	}
	if al.led(n, o) {
		t.rules |= Led
		t.loss += costLed
	}
	if al.crossed() {
		t.rules |= Crossed
		t.loss += costCrossed
	}
}

// verdict is the score; longer says that a name has more words than answered.
func (t *tally) verdict(longer bool) Verdict {
	if t.whole == 0 {
		return Verdict{Rules: t.rules | NoKey}
	}
	v := Verdict{Score: t.agree / (t.agree + t.loss), Rules: t.rules}
	if t.slight {
		v.Rules |= Slight
	}
	if t.uncertain() {
		v.Score = min(v.Score, mostSuggested)
	}
	if t.whole > 1 || t.agree-t.joined > 1 || !longer {
		return v
	}
	v.Rules |= OneWord
	switch {
	case t.surname, t.joined > 0:
		v.Score = min(v.Score, surnameScore)
	case t.given:
		v.Score = min(v.Score, givenScore)
	default:
		v.Score = min(v.Score, firstScore)
	}
	return v
}

// uncertain reports that too little agrees to be sure: one word and no more,
// unless it is all there is on both sides and the same; initials of which one
// name has more; a script without vowels; within one script, sounds that are
// like and forms of a given name, as people keep to one.
func (t *tally) uncertain() bool {
	return t.whole == 1 && t.rules&(Longer|Initials|Inflected|Similar) != 0 || t.initials || t.ranked || t.bare || t.doubtful
}

// forename reports whether p is known for a given name.
func (p *part) forename() bool { return p.given.any() || p.bound }

// surnamed reports whether word i may be the surname of n: it stands behind
// another or before a comma, or a given name or an initial stands behind it.
func (n *Name) surnamed(i int) bool {
	if n.parts[i].comma {
		return false
	}
	for j := range n.parts {
		o := &n.parts[j]
		switch {
		case j == i || o.role != word && o.role != initial:
		case j < i, o.role == initial, o.comma, o.given.any() && n.words() == 2:
			return true
		}
	}
	return false
}

// wife reports whether n is a woman in full and o a bare surname in the form a
// man of the family has.
func (n *Name) wife(o *Name) bool {
	if n.words() < 2 || o.words() != 1 || !o.bareRoot() {
		return false
	}
	for i := range n.parts {
		if p := &n.parts[i]; p.role == word && p.given.any() && givenNames().sexOf(p.given) == female {
			return true
		}
	}
	return false
}

// bareRoot reports whether no word of n has an ending.
func (n *Name) bareRoot() bool {
	for i := range n.parts {
		if p := &n.parts[i]; p.role == word && p.stem != p.n && !p.greekMan() {
			return false
		}
	}
	return true
}

// words counts the words of n that are whole.
func (n *Name) words() int {
	count := 0
	for i := range n.parts {
		if n.parts[i].role == word {
			count++
		}
	}
	return count
}

// leftover is what of a name found no answer.
type leftover struct {
	weight   float64
	words    int
	father   bool
	initials bool
}

func (n *Name) left(used uint32) (l leftover) {
	for i := range n.parts {
		p := &n.parts[i]
		if used&(1<<i) != 0 {
			continue
		}
		switch p.role {
		case word:
			l.weight++
			l.words++
		case initial:
			l.weight += weightInitial
			l.initials = true
		case patronymic:
			l.father = true
		}
	}
	return l
}

// rank is the generation that stands behind a name, 0 when none does.
func (n *Name) rank() uint8 {
	for i := range n.parts {
		if n.parts[i].role == suffix {
			return n.parts[i].rank
		}
	}
	return 0
}
