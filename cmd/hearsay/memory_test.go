package main

import (
	"runtime"
	"runtime/debug"
	"testing"
)

func TestMemoryIsBoundUnlessTheEnvironmentDoes(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	t.Setenv("GOMEMLIMIT", "3GiB")
	if boundMemory(); debug.SetMemoryLimit(-1) != before {
		t.Error("the environment's bound was changed")
	}
	t.Setenv("GOMEMLIMIT", "")
	if boundMemory(); debug.SetMemoryLimit(-1) < memoryBound || debug.SetMemoryLimit(-1) == before {
		t.Errorf("bound to %d", debug.SetMemoryLimit(-1))
	}
}

func TestReadingHasMoreRoom(t *testing.T) {
	before, percent, least := debug.SetMemoryLimit(-1), debug.SetGCPercent(100), leastBound.Load()
	defer func() {
		debug.SetMemoryLimit(before)
		debug.SetGCPercent(percent)
		leastBound.Store(least)
	}()
	t.Setenv("GOGC", "")
	leastBound.Store(memoryBound)
	roomToRead()
	want := max(memoryBound, min(readingBound, machineMemory()/readingShare))
	if setBound(); debug.SetMemoryLimit(-1) < want {
		t.Errorf("bound to %d, less than %d", debug.SetMemoryLimit(-1), want)
	}
	t.Setenv("GOGC", "80")
	debug.SetGCPercent(80)
	if roomToRead(); debug.SetGCPercent(100) != 80 {
		t.Error("the environment's percentage was changed")
	}
}

func TestServingCollectsSeldomUnlessTheEnvironmentSays(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	for set, want := range map[string]int{"": servingPercent, "80": 100} {
		t.Setenv("GOGC", set)
		debug.SetGCPercent(100)
		if roomToServe(); debug.SetGCPercent(100) != want {
			t.Errorf("GOGC=%s: not %d", set, want)
		}
	}
}

func TestEveryCollectionIsToldOf(t *testing.T) {
	told := make(chan bool, 8)
	afterCollections(func() {
		select {
		case told <- true:
		default:
		}
	})
	for range 3 {
		runtime.GC()
		<-told
	}
}
