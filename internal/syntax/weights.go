package syntax

// duel holds the weights of the parser's three actions, a byte each.
type duel struct{ table }

// score weighs groups of features, maxFeatures at most in all.
func (d *duel) score(features []uint64, groups []asked, room *found) {
	payloads := d.findAll(features, room)
	from := 0
	for _, g := range groups {
		var a, b, c int32
		for _, p := range payloads[from:g.end] {
			a += value[uint8(p>>16)]
			b += value[uint8(p>>8)]
			c += value[uint8(p)]
		}
		*g.weight, from = [actions]int32{a, b, c}, g.end
	}
}

// choice holds the weights of many classes, of which a feature speaks for few: its
// payload is where its row begins, the row's length and then pairs of a class
// and a weight.
type choice struct {
	table
	rows    []byte
	classes int
}

// longestRow is the most bytes of a row behind its length. So many zeroes end the
// rows, for a row to be read wherever it is said to begin.
const longestRow = 2 * maxClasses

// scores has a place for any class of a choice.
type scores [maxClasses + 1]int32

// best is the class with the highest score.
func (c *choice) best(features []uint64, room *found, score *scores) int {
	rows := c.findAll(features, room)
	n := 0 // rows there are
	for _, p := range rows {
		rows[n] = p
		n += int((p | -p) >> 31)
	}
	for i, at := range rows[:n] {
		room.place[i] = uint64(c.rows[at]) // all read before any is used, see findAll
	}
	clear(score[:c.classes])
	for i, at := range rows[:n] {
		row := c.rows[at+1:][:2*room.place[i]]
		for j := 0; j+1 < len(row); j += 2 {
			score[row[j]] += value[row[j+1]]
		}
	}
	return argmax(score[:c.classes])
}

// A weight is stored as a step of a scale that is even near nought and grows by a
// sixteenth a step further out: small weights keep their order, large ones their
// size to a few parts in a hundred.
var (
	steps = scale()
	value = signed()
)

func scale() (s [128]int32) {
	for i := 1; i < len(s); i++ {
		s[i] = s[i-1] + max(1, s[i-1]/16)
	}
	return s
}

// signed is a weight by its byte, as a two's complement number of a step.
func signed() (v [256]int32) {
	for i, x := range steps {
		v[i] = x
		v[uint8(-int8(i))] = -x
	}
	return v
}
