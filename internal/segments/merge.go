package segments

// growth is how many times larger than the next a run is at least when runs are
// settled: an archive of n postings has about log n of them, to base growth.
const growth = 3

// Due says how many of the newest runs are to become one, of runs with these
// many postings, the oldest first; 0 when they are settled.
func Due(sizes []int) int {
	for i := len(sizes) - 2; i >= 0; i-- {
		sum := 0
		for _, n := range sizes[i+1:] {
			sum += n
		}
		if sizes[i] >= growth*sum {
			continue
		}
		for i > 0 && sizes[i-1] < growth*(sum+sizes[i]) {
			sum += sizes[i]
			i--
		}
		return len(sizes) - i
	}
	return 0
}

// Run reads the pages of a run one after another: Next gives the next page, nil
// when there is none left.
type Run struct {
	Next   func() ([]byte, error)
	reader reader
	head   Posting
	done   bool
}

func (r *Run) advance() error {
	for {
		p, more, err := r.reader.next()
		if err != nil {
			return err
		}
		if more {
			r.head = p
			return nil
		}
		page, err := r.Next()
		if err != nil {
			return err
		}
		if page == nil {
			r.done = true
			return nil
		}
		r.reader = reader{page: page}
	}
}

// Merge gives the postings of several runs in order, less those whose rows keep
// refuses. It holds one page of each run.
func Merge(runs []*Run, keep func(row uint64) bool, out func(Posting) error) error {
	for _, r := range runs {
		if err := r.advance(); err != nil {
			return err
		}
	}
	for {
		var least *Run
		for _, r := range runs { // there are a dozen at most
			if !r.done && (least == nil || Compare(r.head, least.head) < 0) {
				least = r
			}
		}
		if least == nil {
			return nil
		}
		if keep(least.head.Row) {
			if err := out(least.head); err != nil {
				return err
			}
		}
		if err := least.advance(); err != nil {
			return err
		}
	}
}
