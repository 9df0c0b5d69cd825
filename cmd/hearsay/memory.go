package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// memoryBound is what the program's own memory is to stay below, by collecting
// garbage more often as it comes near: a computer of 4 GB is to resolve a million
// names beside what else it does. The archive's pages, 64 MiB for the writer, come
// on top.
const memoryBound = 704 << 20

// boundRoom is how much more than what is in use the bound leaves at least, in
// hundredths: with less, the collector would take most of the time.
const boundRoom = 150

// boundMemory sets the bound, unless the environment does, and raises it where
// more is in use.
func boundMemory() {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(memoryBound)
	afterCollections(func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetMemoryLimit(max(memoryBound, int64(live[0].Value.Uint64())/100*boundRoom))
	})
}

// afterCollections calls do after every collection of garbage.
func afterCollections(do func()) {
	type garbage struct{ _ *byte }
	var again func(*garbage)
	again = func(g *garbage) {
		do()
		runtime.SetFinalizer(g, again)
	}
	runtime.SetFinalizer(new(garbage), again)
}
