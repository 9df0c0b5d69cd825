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
