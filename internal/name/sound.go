package name

// A skeleton is a name's word as it sounds, whatever script and romanisation
// it is written in: a short string over this alphabet.
//
//	a e i o u    vowels; a run of them is one
//	b p v w f k g d t l m n r s z h   as in English, z as in "zone"
//	x  kh, Russian х       S  sh, ш and щ      Z  zh, ж
//	c  ts, ц; also a Latin c, which may be k, s or ts
//	C  ch, ч; also a Latin ch, which may be х, ш or k
//	J  дж                  j  a Latin j, which may be й, ж, дж or х
//
// Letters that are several sounds in Latin keep a sign of their own, and
// soundCost says what each may stand for.
const alphabet = "aeioubpvwfkgdtlmnrszhxSZcCJj0123456789"

// signs numbers the alphabet from 1; 0 is any other letter.
var signs = func() (at [256]uint8) {
	for i := range len(alphabet) {
		at[alphabet[i]] = uint8(i + 1)
	}
	return at
}()

const (
	signCount = len(alphabet) + 1
	unit      = 20 // the cost of one full difference
)

// vowel reports whether sign c is a vowel.
func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}

// dropCost is what it costs that one word has a sound and the other does not.
var dropCost = func() (cost [signCount]uint8) {
	for i := range cost {
		cost[i] = 18
	}
	for i, c := range []byte(alphabet) {
		switch {
		case vowel(c):
			cost[i+1] = 7
		case c == 'h' || c == 'j':
			cost[i+1] = 7
		case c == 'w':
			cost[i+1] = 9
		}
	}
	return cost
}()

// near lists sounds that are written for one another, and what that costs.
// Hand-set; the tuning half of the name sets moved none of them far.
var near = []struct {
	pair string
	cost uint8
}{
	{"ae", 4}, {"ao", 4}, {"au", 5}, {"ai", 6}, {"ei", 3}, {"eo", 5}, {"eu", 6}, {"io", 6}, {"iu", 5}, {"ou", 3},
	{"vw", 0}, {"wu", 4}, {"wo", 6}, {"vu", 7}, {"vf", 5}, {"wf", 7}, {"vb", 7}, {"bp", 8}, {"pf", 8},
	{"ji", 3}, {"je", 5}, {"jJ", 1}, {"jZ", 3}, {"jx", 5}, {"jh", 6}, {"jg", 7}, {"jC", 9}, {"jc", 10},
	{"JZ", 3}, {"Jg", 6}, {"JC", 6}, {"Jz", 7}, {"Jd", 10}, {"Jc", 6},
	{"sS", 5}, {"sz", 6}, {"cs", 4}, {"ck", 3}, {"cC", 4}, {"cz", 5}, {"ct", 9}, {"cS", 8}, {"cx", 9}, {"cg", 10},
	{"CS", 5}, {"Cx", 5}, {"Ck", 6}, {"Ch", 8}, {"Ct", 10}, {"Cg", 10},
	{"zZ", 5}, {"SZ", 8}, {"zd", 12},
	{"gk", 7}, {"gh", 6}, {"gx", 8}, {"kx", 5}, {"hx", 2}, {"kh", 10},
	{"dt", 7}, {"mn", 10}, {"lr", 14}, {"td", 7},
}

// soundCost is what it costs that two words differ in a sound.
var soundCost = func() (cost [signCount][signCount]uint8) {
	for i := range cost {
		for j := range cost[i] {
			if i != j {
				cost[i][j] = unit
			}
		}
	}
	for _, n := range near {
		a, b := signs[n.pair[0]], signs[n.pair[1]]
		cost[a][b], cost[b][a] = n.cost, n.cost
	}
	return cost
}()

// maxSkeleton bounds a word's skeleton, in sounds: what comes behind does not
// tell names apart, and costs of comparing grow with its square.
const maxSkeleton = 20

// weigh is the cost of a skeleton that has no counterpart.
func weigh(s []uint8) int {
	sum := 0
	for _, c := range s {
		sum += int(dropCost[c])
	}
	return sum
}

// distance is the least cost of sounds changed, dropped, put in and of two
// neighbours swapped that turns a into b, in units of 1/20. Beyond limit it
// may stop and give any cost above.
func distance(a, b []uint8, limit int) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	var rows [3][maxSkeleton + 1]int32
	older, last, row := &rows[0], &rows[1], &rows[2]
	for j, c := range b {
		last[j+1] = last[j] + int32(dropCost[c])
	}
	for i, ca := range a {
		row[0] = last[0] + int32(dropCost[ca])
		least := row[0]
		costs := &soundCost[ca]
		for j, cb := range b {
			best := last[j] + int32(costs[cb])
			best = min(best, last[j+1]+int32(dropCost[ca]), row[j]+int32(dropCost[cb]))
			if i > 0 && j > 0 && ca == b[j-1] && cb == a[i-1] {
				best = min(best, older[j-1]+swapCost)
			}
			row[j+1] = best
			least = min(least, best)
		}
		if int(least) > limit {
			return int(least)
		}
		older, last, row = last, row, older
	}
	return int(last[len(b)])
}

// swapCost is the cost of two neighbouring sounds swapped, a slip of typing.
const swapCost = 14
