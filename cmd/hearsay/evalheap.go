package main

import (
	"os"
	"runtime/metrics"
	"runtime/pprof"
	"time"
)

// Who holds memory is asked so often, and written when so much more is held than
// when it was written last.
const (
	heapEvery = 200 * time.Millisecond
	heapMore  = 1.05
)

// watchHeap writes who holds memory to a file, when most is held, until it is
// stopped; to none when path is "".
func watchHeap(path string) (stop func() error) {
	if path == "" {
		return func() error { return nil }
	}
	done, ended := make(chan struct{}), make(chan error)
	go func() {
		var err error
		live, most := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}, 0.0
		for tick := time.Tick(heapEvery); ; {
			select {
			case <-done:
				ended <- err
				return
			case <-tick:
			}
			metrics.Read(live)
			if now := float64(live[0].Value.Uint64()); err == nil && now > heapMore*most {
				most, err = now, writeHeap(path)
			}
		}
	}()
	return func() error {
		close(done)
		return <-ended
	}
}

func writeHeap(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := pprof.Lookup("heap").WriteTo(f, 0); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
