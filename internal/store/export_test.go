package store

import "time"

// GroupAtMost has no more than n names grouped at once: what becomes of more
// shows in a small archive then.
func (a *Archive) GroupAtMost(n int) { a.memory.most = n }

// BoundLog has the log hold so many pages at most.
func (a *Archive) BoundLog(pages int) { a.checkpoints.every, a.checkpoints.most = pages/4, pages }

// RecallFor has answers stand so long beside another program that writes.
func (a *Archive) RecallFor(d time.Duration) { a.recalled.stand = d }

// PackSaid is what reading.said holds of statements.
var PackSaid = packSaid

// PackNames and UnpackNames write and read a row of a bucket.
var PackNames, UnpackNames = packNames, unpackNames
