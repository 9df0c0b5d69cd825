package keep

import (
	"testing"
	"testing/synctest"
)

// While a batch waits to be written one reader less is let in; when the writer
// takes it, or a reader is done, the next comes in.
func TestPaceLeavesAProcessorToTheWriter(t *testing.T) {
	for _, c := range []struct {
		name    string
		workers int
		waiting int
		want    int // of five that want to read, those that do
	}{
		{"nothing waits", 2, 0, 2},
		{"less than a batch waits", 2, enoughWaiting - 1, 2},
		{"a batch waits", 2, enoughWaiting, 1},
		{"four processors", 4, enoughWaiting, 3},
		{"one processor reads all the same", 1, enoughWaiting, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p, done, read := newPace(c.workers), make(chan bool), 0
				p.wait(c.waiting)
				for range 5 {
					go func() {
						leave := p.enter()
						<-done
						leave()
						read++
					}()
				}
				synctest.Wait()
				if p.reading != c.want {
					t.Errorf("%d read at once, want %d", p.reading, c.want)
				}
				p.wait(-c.waiting)
				if synctest.Wait(); p.reading != c.workers {
					t.Errorf("%d read when nothing waits, want %d", p.reading, c.workers)
				}
				for range 5 {
					done <- true
					synctest.Wait()
				}
				if read != 5 || p.reading != 0 {
					t.Errorf("%d have read and %d read, want 5 and 0", read, p.reading)
				}
			})
		})
	}
}
