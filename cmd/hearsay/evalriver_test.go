package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// A river that was stopped and goes on is that of one run: no article twice, a
// row for each part.
func TestRiverGoesOn(t *testing.T) {
	folder := t.TempDir()
	x := riverEval{seed: 1, articles: 12, every: 5, queries: 2, folder: folder, write: folder}
	if err := x.run(context.Background(), io.Discard); err != nil {
		t.Fatal(err)
	}
	if err := x.run(context.Background(), io.Discard); err == nil {
		t.Error("a river is begun where there is one")
	}
	x.articles, x.resume = 20, true
	if err := x.run(context.Background(), io.Discard); err != nil {
		t.Fatal(err)
	}
	log, err := openRiverLog(folder, true)
	if err != nil {
		t.Fatal(err)
	}
	var ends []int
	for _, p := range log.parts {
		ends = append(ends, p.To)
	}
	if want := []int{5, 10, 12, 15, 20}; !slices.Equal(ends, want) {
		t.Errorf("parts end at %v, want %v", ends, want)
	}
	a, err := store.Open(context.Background(), filepath.Join(folder, "river.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	s, err := a.Stats(context.Background())
	if err != nil || s.Articles != 20 {
		t.Errorf("%d articles (%v), want 20", s.Articles, err)
	}
	page, err := os.ReadFile(filepath.Join(folder, "river.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"--articles 20", "| 12 |", "| 20 |", "copies of one article:"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}

func TestRiverRowsAreBounded(t *testing.T) {
	var l riverLog
	for i := range 95 {
		l.parts = append(l.parts, riverPart{From: i * 10, To: i*10 + 10, Clock: 1, Processor: 2, Stages: map[string]float64{"names": 1}})
	}
	rows := l.rows()
	if len(rows) != 32 || rows[0].To != 30 || rows[0].Clock != 3 || rows[0].Stages["names"] != 3 || rows[31].From != 930 || rows[31].To != 950 {
		t.Errorf("%d rows, the first %+v, the last %+v", len(rows), rows[0], rows[len(rows)-1])
	}
}
