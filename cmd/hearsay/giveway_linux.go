package main

import (
	"os"
	"strconv"
	"syscall"
)

// niceness is a thirtieth of what others get: some ten articles a second beside pages
// that are asked for without a pause, as many as a server that adds by itself reads.
const niceness = 15

// giveWay has the process take second place to others: what is added takes all
// processors for as long as it lasts, and whoever reads the pages meanwhile would
// wait for it. With nothing else at work it loses nothing. Linux asks it of every
// thread; later ones are as those that make them.
func giveWay() {
	asked := map[string]bool{}
	for more := true; more; { // one that was made meanwhile, by one that was not asked yet
		more = false
		threads, _ := os.ReadDir("/proc/self/task")
		for _, t := range threads {
			id, err := strconv.Atoi(t.Name())
			if err != nil || asked[t.Name()] {
				continue
			}
			asked[t.Name()], more = true, true
			_ = syscall.Setpriority(syscall.PRIO_PROCESS, id, niceness) // one that may not is as it was
		}
	}
}
