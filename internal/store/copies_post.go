package store

import (
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/segments"
)

// repost files what an article posts now, and notes whom that may touch.
func (s *copySweep) repost(y *standing, posted, reserve, hot []uint64) error {
	old, oldReserve := y.old, y.oldKept
	if !y.renewed && y.filing.Valid {
		old, oldReserve = markedKeys(y.keys, y.marks)
	}
	same := y.marks != nil && slices.Equal(posted, old) && slices.Equal(reserve, oldReserve)
	if same && !y.renewed {
		return nil
	}
	y.marks = markKeys(y.keys, posted, reserve)
	if same && y.filing.Valid {
		if f := s.copies.filing(y.filing.Int64); f.article == y.article {
			f.input = y.input
		}
	} else {
		s.posters.drop(old)
		if err := s.refile(y, posted, reserve); err != nil {
			return err
		}
	}
	s.note(reposted{&y.filed, old, posted, oldReserve, reserve, hot, y.renewed})
	return nil
}

// refile puts an article's keys into the index instead of those it had there.
func (s *copySweep) refile(y *standing, posted, reserve []uint64) error {
	if y.filing.Valid {
		if err := s.dropFiling(y.filing.Int64); err != nil {
			return err
		}
	}
	y.filing = sql.NullInt64{}
	if len(posted)+len(reserve) == 0 {
		return nil
	}
	return s.file(y, posted, reserve)
}

// file puts an article's keys into the index under a new filing.
func (s *copySweep) file(y *standing, posted, reserve []uint64) error {
	id, err := s.insert("INSERT INTO filing (article_id, at, head) VALUES (?, ?, ?)", y.article, y.at, int64(y.head))
	if err != nil {
		return err
	}
	y.filing = sql.NullInt64{Int64: id, Valid: true}
	*s.copies.filing(id) = y.filed
	for _, k := range posted {
		s.fresh = append(s.fresh, segments.Posting{Key: k, Row: uint64(id)})
	}
	for _, k := range reserve {
		s.fresh = append(s.fresh, segments.Posting{Key: k | heldInReserve, Row: uint64(id)})
	}
	s.posters.add(posted, id, &y.filed)
	return nil
}
