package segments

// Marks are places of a page from which it can be read on. Without them it is read
// from its beginning. They are made of what a page holds and are not stored.
type Marks struct {
	keys []uint64 // of the posting before each place, less than those behind it
	at   []uint16
}

// markEvery is about how many postings stand between two marks.
const markEvery = 16

// MarksOf makes the marks of a page.
func MarksOf(page []byte) (Marks, error) {
	var m Marks
	var key uint64
	since := 0
	for at := 0; at < len(page); since++ {
		step, next := number(page, at)
		_, end := number(page, next)
		if end > len(page) || key+step < key {
			return Marks{}, ErrDamaged
		}
		if step > 0 && since >= markEvery {
			m.keys, m.at, since = append(m.keys, key), append(m.at, uint16(at)), 0
		}
		key, at = key+step, end
	}
	return m, nil
}

// Match calls do with the postings of a page whose keys are asked for: which of
// keys, that are sorted, and the row. Most postings that are read are not asked
// for. marks are the page's, or none.
func Match(page []byte, marks Marks, keys []uint64, do func(i int, row uint64)) error {
	var key, row uint64
	mark := 0
	for i, at := 0, 0; i < len(keys) && at < len(page); {
		for mark < len(marks.keys) && marks.keys[mark] < keys[i] {
			mark++
		}
		if mark > 0 && at < int(marks.at[mark-1]) {
			key, row, at = marks.keys[mark-1], 0, int(marks.at[mark-1])
		}
		step, next := number(page, at)
		more, end := number(page, next)
		if end > len(page) || key+step < key || step == 0 && row+more < row {
			return ErrDamaged
		}
		at = end
		if step == 0 {
			row += more
		} else {
			for key, row = key+step, more; i < len(keys) && keys[i] < key; {
				i++
			}
		}
		if i < len(keys) && keys[i] == key {
			do(i, row)
		}
	}
	return nil
}
