package store

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// singleNames are the names that stand for people of one origin only, as bits by
// their rows: most names of a large archive, of which facets show none. They are
// read beside the pages and may be a while behind what others write; a name that is
// not known to be one is looked up.
type singleNames struct {
	mu      sync.Mutex
	bits    []uint64
	age     int // of what is kept when they were read
	until   time.Time
	reading bool
}

// singlesShare: they are read again in at most one part of the time in so many.
const singlesShare = 30

// know gives a test of names' rows, and sees to it that later ones know what has
// changed.
func (s *singleNames) know(ctx context.Context, a *Archive) func(int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if age := a.kept.now(); age != s.age && !s.reading && time.Now().After(s.until) {
		s.reading = true
		a.beside.Go(func() { s.read(context.WithoutCancel(ctx), a, age) })
	}
	bits := s.bits
	return func(row int64) bool { return row>>6 < int64(len(bits)) && bits[row>>6]>>(row&63)&1 == 1 }
}

// read reads them anew; where that fails, those before stand.
func (s *singleNames) read(ctx context.Context, a *Archive, age int) {
	begin := time.Now()
	var bits []uint64
	err := a.eachRow(ctx, "SELECT name_id FROM name WHERE single", nil, func(rows *sql.Rows) error {
		var row int64
		err := rows.Scan(&row)
		for row>>6 >= int64(len(bits)) {
			bits = append(bits, 0)
		}
		bits[row>>6] |= 1 << (row & 63)
		return err
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reading, s.until = false, begin.Add(singlesShare*time.Since(begin))
	if err == nil {
		s.bits, s.age = bits, age
	}
}
