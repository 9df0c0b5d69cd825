package store

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

// decision is which article's words another carries.
type decision struct {
	origin int64 // 0 when it is none's copy
	covers bool  // as descent.Edge has it
	edge   descent.Edge
	stays  bool // the edge is the one its row has; edge is empty
}

// decision finds the origin of an article among those of filings. Where most of
// them are those of the last time, and are compared by what they were, only the
// others are compared with it.
func (s *copySweep) decision(y *standing, filings []int64) (decision, error) {
	of := make([]*filed, len(filings))
	for i, f := range filings {
		of[i] = s.copies.filing(f)
	}
	known, _ := s.copies.weights.get(y.article)
	s.follow(y, of, known)
	now, fresh, err := s.weigh(y, of, known)
	if err != nil {
		return decision{}, err
	}
	s.copies.weights.hold(y.article, now)
	weights := make([]descent.Weight, len(now))
	for i, w := range now {
		weights[i] = w.Weight
	}
	best := descent.Origin(weights, func(i, j int) bool { return s.compare(of[i], of[j]) < 0 })
	if best < 0 {
		return decision{stays: y.origin == 0 && y.basis.Valid && !y.renewed}, nil
	}
	d := decision{origin: of[best].article, covers: weights[best].Covers}
	compared, isFresh := fresh[best]
	if d.stays = !isFresh && y.origin == d.origin && !y.renewed; d.stays {
		return d, nil
	}
	if !isFresh {
		if compared, err = s.compareWith(y.article, d.origin); err != nil {
			return d, err
		}
	}
	d.edge = compared.Edge()
	return d, nil
}

// weigh gives what candidates weigh, and those that were compared for it.
func (s *copySweep) weigh(y *standing, of []*filed, known []weight) (now []weight, fresh map[int]descent.Compared, err error) {
	now, fresh = make([]weight, len(of)), map[int]descent.Compared{}
	for i, f := range of {
		if k := slices.IndexFunc(known, func(w weight) bool { return w.input == f.input }); k >= 0 {
			now[i] = known[k]
			continue
		}
		if fresh[i], err = s.compareWith(y.article, f.article); err != nil {
			return nil, nil, err
		}
		now[i] = weight{f.article, f.input, fresh[i].Weight()}
	}
	return now, fresh, nil
}

// compareWith compares an article with one that stands before it, unless that was
// foreseen.
func (s *copySweep) compareWith(article, origin int64) (descent.Compared, error) {
	if c, known := s.compared[pairOfArticles{origin, article}]; known {
		return c, nil
	}
	if err := s.makeReady([]int64{origin, article}); err != nil {
		return descent.Compared{}, err
	}
	return descent.Compare(s.ready[origin].Article, s.ready[article].Article), nil
}
