package name

// mark is what a word, or two neighbours that may be written as one, show of
// themselves: enough to see of most that a word is not like them.
type mark struct {
	sounds [maxSkeleton]uint8
	n      uint8 // sounds
	stem   uint8 // sounds without an ending
	weight uint16
	hash   uint32 // of all sounds
	bag    uint32 // of all letters
	given  givenSets
	script script
	shows  marks
}

// marks are what of a mark can be gone by.
type marks uint8

const (
	markOfPair marks = 1 << iota // it is of two neighbours
	markWhole                    // the word is compared as a word, by its sounds or as a given name
	markJ                        // it begins with a Latin j
	markGlues                    // it may be two neighbours written as one
	markFather                   // it is a patronymic
	markShort                    // not all of its sounds are there
)

func markOf(s spelling) mark {
	if s.next != nil {
		return markOfNeighbours(s.word, s.next)
	}
	p := s.word
	m := mark{sounds: p.sounds, n: p.n, stem: p.stem, hash: uint32(p.hash), bag: uint32(p.bag), weight: p.weight, given: p.given, script: p.script}
	if p.whole() && p.script != exact && p.script != abjad && p.script != greek {
		m.shows |= markWhole
	}
	if p.script == latin && p.letters[0] == 'j' {
		m.shows |= markJ
	}
	if p.role == patronymic {
		m.shows |= markFather
	}
	if p.glues() && p.role != particle {
		m.shows |= markGlues
	}
	return m
}

func markOfNeighbours(p, q *part) mark {
	m := mark{sounds: p.sounds, weight: p.weight + q.weight, script: p.script, shows: markOfPair}
	m.n = p.n + uint8(copy(m.sounds[p.n:], q.skeleton()))
	if m.stem = m.n; m.n < p.n+q.n {
		m.shows |= markShort
	}
	return m
}

// turned is a word that others are looked at beside.
type turned struct {
	mark
	within, across tariff
}

// tariff is what each sound of another word costs at least beside a word: it is
// left out, or stands for one of the word's.
type tariff [signCount]uint8

func (t *turned) turn(m mark) {
	t.mark = m
	t.within.set(within, m.sounds[:m.n])
	t.across.set(across, m.sounds[:m.n])
}

func (t *tariff) set(c *costs, sounds []uint8) {
	*t = c.drop
	t[signs['g']] = min(t[signs['g']], c.nasal)
	for _, s := range sounds {
		for x := range t {
			t[x] = min(t[x], c.sound[s][x])
		}
	}
}

// least is what a word of these sounds costs at least; the last may cost less.
func (t *tariff) least(sounds []uint8, last uint8) (sum int) {
	for _, s := range sounds {
		sum += int(t[s])
	}
	if len(sounds) > 0 {
		end := t[sounds[len(sounds)-1]]
		sum -= int(end - min(end, last))
	}
	return sum
}

// asked is how like words must be: of one script, and of two.
type asked struct{ within, across float32 }

// unlike reports whether words show that they are not as like as is asked, which
// is no less than what they are laid on each other for. That they do not says
// nothing.
func (t *turned) unlike(o *mark, by asked) bool {
	both := t.shows & o.shows
	if both&markWhole == 0 || both&markFather != 0 || t.hash == o.hash {
		return false
	}
	same, known, ends := t.script == o.script, t.given.any() && o.given.any(), t.stem != t.n || o.stem != o.n
	shared := known && t.given.shares(o.given)
	switch {
	case t.given.any() && o.shows&markFather != 0, o.given.any() && t.shows&markFather != 0:
		return true // a father's name is not his child's
	case shared, same && (t.bag == o.bag || (t.shows^o.shows)&markJ != 0):
		return false
	case same && known && !ends:
		return true
	}
	heavy := int(max(t.weight, o.weight))
	if !ends || !same {
		if abs(int(t.weight)-int(o.weight)) > limitOf(heavy, leastLikeIn(same))+weightSlack {
			return true
		}
	}
	if same {
		return t.within.least(o.sounds[:o.stem], within.last) > limitOf(heavy, by.within)
	}
	return t.across.least(o.sounds[:o.stem], across.last) > limitOf(heavy, by.across)
}

// unlikePair reports whether a word and two neighbours show that they are not like
// enough to be one.
func (t *turned) unlikePair(o *mark) bool {
	least, tariff, last := float32(leastGluedAcross), &t.across, across.last
	if t.script == o.script {
		least, tariff, last = leastGlued, &t.within, within.last
	}
	limit := limitOf(int(max(t.weight, o.weight)), least)
	return abs(int(t.weight)-int(o.weight)) > limit+weightSlack || (t.shows|o.shows)&markShort == 0 && tariff.least(o.sounds[:o.n], last) > limit
}
