package ner

// scores are what each label weighs for one word. The outside label weighs
// nothing, the others are weighed against it.
type scores [labels]int32

// never is less than any sum of weights.
const never = -1 << 28

// path finds the best labels of a sentence. Before and behind a word that is shut there
// is but one way, which most words of a sentence make short.
type path struct {
	scores []scores
	shut   []bool // the word stands in no name, whatever it scores
	sums   []scores
	from   [][labels]Label
	out    []Label
}

func (p *path) reset(n int) {
	p.scores, p.sums, p.from, p.out = sized(p.scores, n), sized(p.sums, n), sized(p.from, n), sized(p.out, n)
	p.shut = sized(p.shut, n)
	clear(p.scores)
	clear(p.shut)
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// best is the labels of the highest sum that make whole names.
func (p *path) best(t *turns) []Label {
	n := len(p.scores)
	if n == 0 {
		return nil
	}
	for l := range Label(labels) {
		p.sums[0][l] = p.scores[0][l]
		if l.continues() || p.shut[0] && l != outside {
			p.sums[0][l] += never
		}
	}
	for i := 1; i < n; i++ {
		p.step(i, t)
	}
	at := outside
	for l := range Label(labels) {
		if !l.goesOn() && p.sums[n-1][l] > p.sums[n-1][at] {
			at = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		p.out[i] = at
		at = p.from[i][at]
	}
	return p.out
}

// step finds the best label before each label of word i.
func (p *path) step(i int, t *turns) {
	for l := range Label(labels) {
		all := before[l]
		if p.shut[i] && l != outside || p.shut[i-1] && l.continues() {
			p.sums[i][l], p.from[i][l] = never, all[0]
			continue
		}
		if p.shut[i-1] {
			all = all[:1] // outside
		}
		at := all[0]
		most := p.sums[i-1][at] + t[at][l]
		for _, b := range all[1:] {
			if s := p.sums[i-1][b] + t[b][l]; s > most {
				at, most = b, s
			}
		}
		p.sums[i][l] = most + p.scores[i][l]
		p.from[i][l] = at
	}
}

// lean gives for each word how far the best labels with the word in a name of
// each kind are ahead of the best with the word in none, no matter what for a word that
// is shut. It is asked after best.
func (p *path) lean(t *turns, out [][kinds]int32) {
	var behind scores // the best sum of the labels behind each label
	for l := range Label(labels) {
		if l.goesOn() {
			behind[l] = never
		}
	}
	for i := len(p.scores) - 1; i >= 0; i-- {
		if !p.shut[i] {
			out[i] = ahead(&p.sums[i], &behind)
		}
		behind = p.back(i, t, &behind)
	}
}

func ahead(sums, behind *scores) (out [kinds]int32) {
	for k := range out[1:] {
		out[1+k] = 4 * never
	}
	for l := Label(1); int(l) < labels; l++ {
		k := l.kind()
		out[k] = max(out[k], sums[l]+behind[l])
	}
	none := sums[outside] + behind[outside]
	for k := range out[1:] {
		out[1+k] -= none
	}
	return out
}

// back is the best sum of the labels from word i on behind each label before it.
func (p *path) back(i int, t *turns, behind *scores) (out scores) {
	for l := range out {
		out[l] = 2 * never
	}
	for l := range Label(labels) {
		if p.shut[i] && l != outside {
			break
		}
		ahead := p.scores[i][l] + behind[l]
		for _, b := range before[l] {
			out[b] = max(out[b], ahead+t[b][l])
		}
	}
	return out
}
