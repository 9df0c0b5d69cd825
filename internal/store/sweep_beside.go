package store

import "context"

// SweepBeside does a step of the sweeps over copies, names and claims beside each
// other, in one transaction, and reports how many are left of all. What comes out
// in the end is the same as of one after the other.
func (a *Archive) SweepBeside(ctx context.Context, copies, names Maker) (left int, err error) {
	var of [mostLanes]int
	if err = a.sweepClaims(ctx, a.copyLane(copies, &of[0]), a.nameLane(names, &of[1]), a.claimLane(&of[2], true)); err != nil {
		a.forgetCopyRuns()
	}
	return of[0] + of[1] + of[2], err
}
