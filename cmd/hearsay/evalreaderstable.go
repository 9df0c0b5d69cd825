package main

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// readerTable gathers what the answers to each kind of visit took.
type readerTable struct {
	handler http.Handler
	alone   bool // one reader asks and nothing else runs: the process's time is the page's
	mu      sync.Mutex
	rows    map[string]*readerRow
}

type readerRow struct {
	took    []time.Duration
	worked  time.Duration // processor time of all, where one reader asks alone
	bytes   int           // of all, as sent
	most    int
	slowest string // its address
	slow    time.Duration
	failed  int    // answered 500 or above
	bad     string // the address of one of these
}

func newReaderTable(h http.Handler) *readerTable {
	return &readerTable{handler: h, rows: map[string]*readerRow{}}
}

// pageRequest is what a browser of this machine asks.
func pageRequest(address string, packed bool) *http.Request {
	r := httptest.NewRequest(http.MethodGet, address, nil)
	r.Host = "127.0.0.1"
	if packed {
		r.Header.Set("Accept-Encoding", "gzip")
	}
	return r
}

// ask asks for a page and notes what the answer took.
func (t *readerTable) ask(kind, address string, packed bool) {
	w, asked := httptest.NewRecorder(), pageRequest(address, packed)
	worked := t.workBefore()
	begin := time.Now()
	t.handler.ServeHTTP(w, asked)
	took := time.Since(begin)
	worked = t.workSince(worked)
	t.mu.Lock()
	defer t.mu.Unlock()
	r := t.rows[kind]
	if r == nil {
		r = &readerRow{}
		t.rows[kind] = r
	}
	r.took = append(r.took, took)
	r.worked += worked
	r.bytes += w.Body.Len()
	r.most = max(r.most, w.Body.Len())
	if took > r.slow {
		r.slow, r.slowest = took, address
	}
	if w.Code >= http.StatusInternalServerError {
		r.failed++
		r.bad = address
	}
}

func (t *readerTable) answers() (n int) {
	for _, r := range t.rows {
		n += len(r.took)
	}
	return n
}

// print writes the table; the slowest address of each kind stands beside it.
func (t *readerTable) print(out io.Writer) {
	fmt.Fprintf(out, "| page | answers | median ms | 95 of 100 within ms | most ms | processor ms, mean | kB sent, mean | most | failed | the slowest |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---|\n")
	var all []time.Duration
	for _, kind := range slices.SortedFunc(maps.Keys(t.rows), byKind) {
		r := t.rows[kind]
		all = append(all, r.took...)
		median, most95, most := spreadOf(r.took)
		told := r.slowest
		if r.bad != "" {
			told += "; failed: " + r.bad
		}
		fmt.Fprintf(out, "| %s | %d | %.1f | %.1f | %.1f | %s | %.1f | %.1f | %d | %s |\n", kind, len(r.took), millis(median), millis(most95), millis(most), t.workOf(r),
			float64(r.bytes)/1000/float64(len(r.took)), float64(r.most)/1000, r.failed, told)
	}
	median, most95, most := spreadOf(all)
	fmt.Fprintf(out, "| all | %d | %.1f | %.1f | %.1f | | | | | |\n", len(all), millis(median), millis(most95), millis(most))
}

// threadTime is the processor time that the process's threads were given, by
// Linux's count of nanoseconds: finer than processorTime, over what ends within a
// tick. Go's threads stay.
func threadTime() (sum time.Duration) {
	files, _ := filepath.Glob("/proc/self/task/*/schedstat")
	for _, f := range files {
		stat, _ := os.ReadFile(f)
		ran, _, _ := strings.Cut(string(stat), " ")
		n, _ := strconv.ParseInt(ran, 10, 64)
		sum += time.Duration(n)
	}
	return sum
}

// workBefore and workSince tell the processor time of what lies between them. To
// read it takes a good half of a millisecond, which is read before and taken off;
// where many ask, it would only slow them.
func (t *readerTable) workBefore() time.Duration {
	if !t.alone {
		return 0
	}
	first := threadTime()
	before := threadTime()
	return before + (before - first)
}

func (t *readerTable) workSince(before time.Duration) time.Duration {
	if !t.alone {
		return 0
	}
	return max(0, threadTime()-before)
}

// worked is the processor time of all pages, where one reader asks alone.
func (t *readerTable) worked() (sum time.Duration) {
	for _, r := range t.rows {
		sum += r.worked
	}
	return sum
}

// workOf is the processor time of a page of a kind; "" where several are asked for
// at once and it cannot be told.
func (t *readerTable) workOf(r *readerRow) string {
	if !t.alone {
		return ""
	}
	return fmt.Sprintf("%.1f", millis(r.worked)/float64(len(r.took)))
}

// spreadOf gives the median, what 95 of 100 are within, and the most.
func spreadOf(took []time.Duration) (median, most95, most time.Duration) {
	if len(took) == 0 {
		return 0, 0, 0
	}
	took = slices.Sorted(slices.Values(took))
	return took[len(took)/2], took[(len(took)*95+99)/100-1], took[len(took)-1]
}

var assetAddress = regexp.MustCompile(`(?:href|src)="(/static/[^"]+)"`)

// assetsOf are the files of ours that a page loads.
func assetsOf(page string) []string {
	var out []string
	for _, m := range assetAddress.FindAllStringSubmatch(page, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}
