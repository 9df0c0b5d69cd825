package segments_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/segments"
)

// run is a run in memory.
type run struct {
	directory segments.Directory
	pages     [][]byte
}

func write(t interface{ Fatal(...any) }, postings []segments.Posting) run {
	var r run
	w := segments.Writer{Emit: r.emit}
	for _, p := range postings {
		if err := w.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *run) emit(first uint64, page []byte) error {
	r.directory, r.pages = append(r.directory, first), append(r.pages, page)
	return nil
}

func (r *run) all(t interface{ Fatal(...any) }) []segments.Posting {
	var out []segments.Posting
	for _, page := range r.pages {
		if err := segments.Each(page, func(p segments.Posting) { out = append(out, p) }); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// mark gives the marks of the pages.
func (r *run) mark(t interface{ Fatal(...any) }) []segments.Marks {
	out := make([]segments.Marks, len(r.pages))
	for i, page := range r.pages {
		var err error
		if out[i], err = segments.MarksOf(page); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// find looks keys up as an archive does: by the directory, then in pages.
func (r *run) find(t interface{ Fatal(...any) }, marks []segments.Marks, keys []uint64) []segments.Posting {
	var out []segments.Posting
	for _, i := range r.directory.Pages(keys) {
		from, to := r.directory.Among(i, keys)
		if err := segments.Match(r.pages[i], marks[i], keys[from:to], func(k int, row uint64) { out = append(out, segments.Posting{Key: keys[from+k], Row: row}) }); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func (r *run) reader() *segments.Run {
	left := r.pages
	return &segments.Run{Next: func() ([]byte, error) {
		if len(left) == 0 {
			return nil, nil
		}
		page := left[0]
		left = left[1:]
		return page, nil
	}}
}

// somePostings draws postings, few keys held by many rows among them, so that a
// key runs over several pages.
func somePostings(t *rapid.T) []segments.Posting {
	wide := rapid.SampledFrom([]uint64{4, 1000, 1 << 20, 1 << 63}).Draw(t, "keys")
	out := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) segments.Posting {
		return segments.Posting{Key: rapid.Uint64Range(0, wide-1).Draw(t, "key"), Row: rapid.Uint64Range(0, 5000).Draw(t, "row")}
	}), 0, 4000).Draw(t, "postings")
	slices.SortFunc(out, segments.Compare)
	return slices.Compact(out)
}

func TestWhatIsWrittenIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := somePostings(t)
		r := write(t, want)
		for _, page := range r.pages {
			if len(page) > segments.PageBytes {
				t.Fatal("a page of", len(page), "bytes")
			}
		}
		if got := r.all(t); !slices.Equal(got, want) {
			t.Fatal("not the same postings:", len(got), "of", len(want))
		}
		keys := rapid.SliceOfN(rapid.Uint64Range(0, 3000), 0, 20).Draw(t, "asked")
		for _, p := range want[:min(len(want), 20)] {
			keys = append(keys, p.Key)
		}
		slices.Sort(keys)
		keys = slices.Compact(keys)
		var held []segments.Posting
		for _, p := range want {
			if slices.Contains(keys, p.Key) {
				held = append(held, p)
			}
		}
		for _, marks := range [][]segments.Marks{make([]segments.Marks, len(r.pages)), r.mark(t)} {
			if got := r.find(t, marks, keys); !slices.Equal(got, held) {
				t.Fatal("found", len(got), "of", len(held))
			}
		}
		d, err := segments.UnpackDirectory(r.directory.Pack())
		if err != nil || !slices.Equal(d, r.directory) {
			t.Fatal("the directory does not come back:", err)
		}
	})
}

func TestMergeKeepsWhatIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var runs []*segments.Run
		var want []segments.Posting
		gone := rapid.Uint64Range(0, 5000).Draw(t, "gone")
		for range rapid.IntRange(1, 4).Draw(t, "runs") {
			some := somePostings(t)
			r := write(t, some)
			runs = append(runs, r.reader())
			for _, p := range some {
				if p.Row != gone {
					want = append(want, p)
				}
			}
		}
		slices.SortFunc(want, segments.Compare)
		want = slices.Compact(want)
		var merged run
		w := segments.Writer{Emit: merged.emit}
		if err := segments.Merge(runs, func(row uint64) bool { return row != gone }, w.Add); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if got := merged.all(t); !slices.Equal(got, want) || w.Count() != len(want) {
			t.Fatal("merged", len(got), "of", len(want))
		}
	})
}

func TestDueSettlesRuns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sizes []int
		total, moved := 0, 0
		for range rapid.IntRange(1, 500).Draw(t, "steps") {
			n := rapid.IntRange(1, 300).Draw(t, "new")
			sizes = append(sizes, n)
			total += n
			for n := segments.Due(sizes); n > 0; n = segments.Due(sizes) {
				sum := 0
				for _, s := range sizes[len(sizes)-n:] {
					sum += s
				}
				sizes = append(sizes[:len(sizes)-n], sum)
				moved += sum
			}
		}
		if len(sizes) > 12 {
			t.Fatal(len(sizes), "runs of", total, "postings")
		}
		if moved > 20*total {
			t.Fatal(moved, "postings moved for", total)
		}
	})
}

func TestPostingsOutOfOrderAreRefused(t *testing.T) {
	w := segments.Writer{Emit: func(uint64, []byte) error { return nil }}
	if err := w.Add(segments.Posting{Key: 7, Row: 2}); err != nil {
		t.Fatal(err)
	}
	if err := w.Add(segments.Posting{Key: 7, Row: 1}); err == nil {
		t.Error("row 1 was taken after row 2")
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte{1, 1, 0, 1, 200, 1, 3}, []byte{5, 0, 9})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 1, 2, 2}, []byte{0x80})
	f.Fuzz(func(t *testing.T, page, directory []byte) {
		var seen []segments.Posting
		err := segments.Each(page, func(p segments.Posting) { seen = append(seen, p) })
		if !slices.IsSortedFunc(seen, segments.Compare) {
			t.Error("postings out of order")
		}
		if err == nil && len(seen) > 0 {
			seen = slices.Compact(seen)
			r := write(t, seen)
			if got := r.all(t); !slices.Equal(got, seen) {
				t.Error("what was read does not come back")
			}
		}
		if _, damaged := segments.MarksOf(page); err == nil && damaged != nil {
			t.Error("a page that reads has no marks")
		}
		if d, err := segments.UnpackDirectory(directory); err == nil {
			if again, err := segments.UnpackDirectory(d.Pack()); err != nil || !slices.Equal(d, again) {
				t.Error("the directory does not come back")
			}
		}
	})
}
