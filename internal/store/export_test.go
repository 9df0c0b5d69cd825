package store

// GroupAtMost has no more than n names grouped at once: what becomes of more
// shows in a small archive then.
func (a *Archive) GroupAtMost(n int) { a.memory.most = n }

// PackSaid is what reading.said holds of statements.
var PackSaid = packSaid

// PackNames and UnpackNames write and read a row of a bucket.
var PackNames, UnpackNames = packNames, unpackNames
