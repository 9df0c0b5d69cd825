package gen

// dice is a stream of pseudo-random numbers (SplitMix64; Steele, Lea, Flood
// 2014): eight bytes, so that every article, person and sentence has its own
// and none depends on what was drawn for another.
type dice uint64

// throw gives the stream named by a seed and numbers.
func throw(seed uint64, parts ...uint64) dice {
	d := dice(seed)
	for _, p := range parts {
		d = dice(d.next() ^ p*0x9e3779b97f4a7c15)
	}
	d.next()
	return d
}

func (d *dice) next() uint64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// n is a number of 0 … k-1.
func (d *dice) n(k int) int { return int((d.next() >> 32) * uint64(k) >> 32) }

// between is a number of low … high.
func (d *dice) between(low, high int) int { return low + d.n(high-low+1) }

// share is a number of [0, 1).
func (d *dice) share() float64 { return float64(d.next()>>11) / (1 << 53) }

func (d *dice) chance(p float64) bool { return d.share() < p }

// few is a number of 0 … k-1, small ones far oftener: a third of all draws
// fall on the first k/27.
func (d *dice) few(k int) int {
	s := d.share()
	return int(s * s * s * float64(k))
}

// streams, so that no two uses of a number share one.
const (
	ofPerson uint64 = iota + 1
	ofPlace
	ofOutlet
	ofArticle
	ofSentence
	ofWording
	ofClaim
	ofCopy
	ofLayout
	ofFamily
	ofTrace
)

// wording chooses among wordings of one meaning. A re-translation draws from
// two streams in step, its own and the origin's, and takes its own in share
// of the choices.
type wording struct {
	first  dice
	second dice
	share  float64 // of choices that the second stream makes
}

func (w *wording) n(k int) int {
	a, b := w.first.n(k), w.second.n(k)
	if w.second.share() < w.share {
		return b
	}
	return a
}
