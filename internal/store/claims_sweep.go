package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/match"
)

// Layers of touched utterances: lost ones are worked on first, then new ones.
const (
	lostTelling = iota
	toCompare
	toGroup
	toFile
)

// Bounds of one transaction of the sweep, in touched utterances. The larger a
// step, the fewer pages of the index are read for each utterance: those of a
// thousand articles are one step, of two or three seconds.
const (
	sweepLost     = 2000
	sweepUttered  = 20_000
	sweepGathered = 10_000
)

// claimSweep is one transaction of the sweep over claims.
type claimSweep struct {
	*claimIndex
	uncounted bool // what is due is counted by a later one
}

// SweepClaims compares and groups the utterances touched since they last were,
// some at a time, one transaction each, and reports how many are left.
func (a *Archive) SweepClaims(ctx context.Context) (left int, err error) {
	err = a.sweepClaims(ctx, a.claimLane(&left, false))
	return left, err
}

// sweepClaims runs lanes, one of which sweeps over claims.
func (a *Archive) sweepClaims(ctx context.Context, lanes ...lane) error {
	if err := a.dropGone(ctx, mostGone); err != nil {
		return a.fault(err)
	}
	err := a.changeBeside(ctx, lanes...)
	if err != nil {
		a.claimDirs.forget() // it may hold runs that are not there
	}
	return err
}

// claimLane is a step of the sweep over claims. Beside the sweep over copies, which
// says of what origin articles are, claims are not counted.
func (a *Archive) claimLane(left *int, copies bool) lane {
	var s claimSweep
	return lane{
		begin: func(b *batch) (err error) {
			if s.claimIndex, err = a.openClaimIndex(b); err == nil && copies {
				_, err = b.find("SELECT EXISTS (SELECT 1 FROM touched_copy) OR EXISTS (SELECT 1 FROM unposted)", nil, &s.uncounted)
			}
			return err
		},
		work: func() error { return s.step() },
		end: func(b *batch) error {
			_, err := b.find("SELECT (SELECT count(*) FROM touched_utterance) + (SELECT count(*) FROM claim_due)", nil, left)
			return err
		},
	}
}

// step works on the first layer that has touched utterances. Claims are counted
// when none has any more: most would be counted again.
func (s *claimSweep) step() error {
	lost, err := s.take(lostTelling, sweepLost)
	if err != nil {
		return err
	}
	if len(lost) > 0 {
		return s.recount(lost)
	}
	fresh, again, err := s.takeUttered()
	if err != nil {
		return err
	}
	if len(fresh)+len(again) > 0 {
		return s.compareAll(fresh, again)
	}
	for {
		some, err := s.take(toGroup, sweepGathered)
		if err != nil {
			return err
		}
		if len(some) == 0 && s.uncounted {
			return nil
		}
		if len(some) == 0 {
			return s.countAll()
		}
		if err := s.groupAll(some); err != nil || len(some) == sweepGathered {
			return err
		}
	}
}

// take gives the first touched utterances of a layer, which are so no more.
func (s *claimSweep) take(layer, most int) ([]int64, error) {
	touched, err := s.ids("SELECT utterance_id FROM touched_utterance WHERE layer = ? ORDER BY utterance_id"+limitedTo(most), layer)
	if err != nil || len(touched) == 0 {
		return nil, err
	}
	return touched, s.exec("DELETE FROM touched_utterance WHERE layer = ? AND utterance_id <= ?", layer, touched[len(touched)-1])
}

// takeUttered gives utterances that are new, and others that are to be compared
// again, as many as a step may have.
func (s *claimSweep) takeUttered() (fresh, again []int64, err error) {
	if fresh, err = s.take(toFile, sweepUttered); err != nil {
		return nil, nil, err
	}
	if len(fresh) > 0 {
		err = s.exec("DELETE FROM touched_utterance WHERE layer = ? AND utterance_id IN (SELECT value FROM json_each(?))", toCompare, list(fresh))
	}
	if err == nil && len(fresh) < sweepUttered {
		again, err = s.take(toCompare, sweepUttered-len(fresh))
	}
	return fresh, again, err
}

const (
	// neverKnown is the moment of what is not known when it was told: after all others.
	neverKnown = descent.Undated
	// dayZero puts days since 1970 above 0 for any date.
	dayZero    = 1_000_000
	daySeconds = 24 * 60 * 60
)

// newDated reads what is compared of an utterance, into room of shelf.
func newDated(shelf *match.Shelf, gist []byte, moment int64) (d match.Dated, err error) {
	if d.Gist, err = shelf.Read(gist); err == nil && moment != neverKnown {
		d.Day = int32(moment/daySeconds) + dayZero
	}
	return d, err
}

// recount works out when utterances that lost a telling were first told; those
// that nobody tells any more go.
func (s *claimSweep) recount(touched []int64) error {
	moments := map[int64]int64{}
	err := s.each("SELECT p.utterance_id, coalesce(min(c.at), ?1) FROM "+spotsOf("u.utterance_id", "json_each(?2) j CROSS JOIN utterance u ON u.utterance_id = j.value")+
		" p LEFT JOIN copied c ON c.article_id = "+articleAt("p.spot")+" GROUP BY p.utterance_id",
		[]any{neverKnown, list(touched)}, func(rows *sql.Rows) error {
			var id, at int64
			err := rows.Scan(&id, &at)
			moments[id] = at
			return err
		})
	if err != nil {
		return err
	}
	var kept, gone []int64
	var rows [][2]int64
	for _, id := range touched {
		if at, told := moments[id]; told {
			kept, rows = append(kept, id), append(rows, [2]int64{id, at})
		} else {
			gone = append(gone, id)
		}
	}
	for _, id := range touched {
		s.forget(id)
	}
	if err := s.exec("UPDATE utterance SET moment = j.value ->> 1 FROM json_each(?) j WHERE utterance_id = j.value ->> 0", list(rows)); err != nil {
		return err
	}
	if err := s.touchUtterances(toCompare, kept); err != nil {
		return err
	}
	return s.drop(gone)
}
