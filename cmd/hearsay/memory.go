package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
)

// memoryBound is what the program's own memory is to stay below, by collecting
// garbage more often as it comes near: a computer of 4 GB is to resolve a million
// names beside what else it does. The archive's pages, 64 MiB for the writer, come
// on top.
const memoryBound = 704 << 20

// Whoever reads articles leaves some megabytes of garbage for each, on all
// processors, and holds what was read ahead: with half a gigabyte in use, a quarter
// of all processor time went into collecting below memoryBound. Reading may have
// readingBound, or its share of a smaller computer, and collects when readingPercent
// of what is in use have come on top.
const (
	readingBound   = 1408 << 20
	readingShare   = 3
	readingPercent = 300
)

// boundRoom is how much more than what is in use the bound leaves at least, in
// hundredths: with less, the collector would take most of the time.
const boundRoom = 150

// leastBound is the bound where little is in use.
var leastBound atomic.Int64

// boundMemory sets the bound, unless the environment does, and raises it where
// more is in use.
func boundMemory() {
	leastBound.Store(memoryBound)
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	setBound()
	afterCollections(setBound)
}

func setBound() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetMemoryLimit(max(leastBound.Load(), int64(live[0].Value.Uint64())/100*boundRoom))
}

// roomToRead is for commands that read articles in: it raises the bound.
func roomToRead() {
	leastBound.Store(max(memoryBound, min(readingBound, machineMemory()/readingShare)))
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(readingPercent)
	}
}

// servingPercent is for who answers: pages leave half a megabyte of garbage each
// beside some sixty that are in use, and whoever asks while it is collected waits.
const servingPercent = 300

// roomToServe has garbage collected a third as often.
func roomToServe() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(servingPercent)
	}
}

// machineMemory is how many bytes the computer has, by Linux's count; 0 when not
// known.
func machineMemory() (bytes int64) {
	told, _ := os.ReadFile("/proc/meminfo")
	for line := range strings.Lines(string(told)) {
		if _, err := fmt.Sscanf(line, "MemTotal: %d kB", &bytes); err == nil {
			return bytes << 10
		}
	}
	return 0
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
