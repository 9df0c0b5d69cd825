package store

import (
	"database/sql"
	"fmt"
	"slices"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/segments"
)

// The index of keys lies in runs of pages. New postings come in runs of all
// keys; when those hold spreadAt postings they are spread over shards by the
// keys' highest bits, so that no merge is longer than a transaction may be.
const (
	allShards = -1
	shardBits = 32 // of a key below its shard's number
	spreadAt  = 1 << 16
	// pageBits is for a page's number within its run.
	pageBits = 20
	// settleLeast and settleFor bound the postings that are merged after a step:
	// so many, and so many for each that came. Merges that wait only make more runs.
	settleLeast = 1 << 17
	settleFor   = 16
)

// kept in reserve is a key that more than enough articles post: held lies in
// shards of its own, which are looked at when one of them posts it no more.
const heldInReserve = 1 << descent.KeyBits

// run is a run of the index.
type run struct {
	id       int64
	shard    int
	postings int
}

// directories remembers the directories of runs, which never change, and marks of
// their pages.
type directories struct {
	sync.Mutex
	of    map[int64]segments.Directory
	marks map[int64]segments.Marks // by page_id
}

// maxDirectories bounds the runs remembered: an archive of ten million articles
// has some 4,000.
const maxDirectories = 20_000

func (d *directories) forget() {
	d.Lock()
	defer d.Unlock()
	d.of, d.marks = nil, nil
}

const (
	// leastMarked is of how many keys a page is asked that is marked: where one is
	// asked for, making marks takes longer than reading the page, and pays only where
	// others ask of it again.
	leastMarked = 3
	// maxMarked bounds the pages that are marked, some half a kilobyte each.
	maxMarked = 1 << 16
)

// marksOf gives the marks of a page, if it has some or is to have them.
func (d *directories) marksOf(id int64, page []byte, make bool) (segments.Marks, error) {
	d.Lock()
	m, known := d.marks[id]
	d.Unlock()
	if known || !make {
		return m, nil
	}
	m, err := segments.MarksOf(page) // others may go on meanwhile
	if err == nil {
		d.mark(id, m)
	}
	return m, err
}

func (d *directories) mark(id int64, m segments.Marks) {
	d.Lock()
	defer d.Unlock()
	if d.marks == nil || len(d.marks) >= maxMarked {
		d.marks = map[int64]segments.Marks{}
	}
	d.marks[id] = m
}

// unmark is told that a run is there no more.
func (d *directories) unmark(run int64) {
	d.Lock()
	defer d.Unlock()
	for n := range d.of[run] {
		delete(d.marks, run<<pageBits|int64(n))
	}
}

// asker runs a query and calls do for each row of it.
type asker func(query string, args []any, do func(*sql.Rows) error) error

// Names of the tables of an index, less "_run" and "_page".
const (
	copyPostings  = "posting"
	claimPostings = "claim_posting"
	copyFollowers = "follower"
)

// postings looks keys up in one index.
type postings struct {
	ask    asker
	dirs   *directories
	tables string
	again  bool   // the same pages are asked again and again, for few keys each
	hits   *[]hit // nil, or whose memory is used again: a step finds some megabytes of them
}

// hit is a posting of the key of that number among those asked for.
type hit struct {
	key int32
	row int64
}

// poster writes one index. dead gives the rows whose postings go when runs are
// merged.
type poster struct {
	*batch
	*postings
	dead func() (map[int64]bool, error)
}

func (x *postings) runs(query string, args ...any) ([]run, error) {
	var out []run
	err := x.ask("SELECT run_id, shard, postings FROM "+x.tables+"_run "+query, args, func(rows *sql.Rows) error {
		var r run
		err := rows.Scan(&r.id, &r.shard, &r.postings)
		out = append(out, r)
		return err
	})
	return out, err
}

// directory gives the directories of runs, by id.
func (x *postings) directory(runs []run) (map[int64]segments.Directory, error) {
	x.dirs.Lock()
	defer x.dirs.Unlock()
	if x.dirs.of == nil || len(x.dirs.of) > maxDirectories {
		x.dirs.of, x.dirs.marks = map[int64]segments.Directory{}, nil
	}
	out := make(map[int64]segments.Directory, len(runs))
	var missing []int64
	for _, r := range runs {
		if d, known := x.dirs.of[r.id]; known {
			out[r.id] = d
		} else {
			missing = append(missing, r.id)
		}
	}
	if len(missing) == 0 {
		return out, nil
	}
	err := x.ask("SELECT r.run_id, r.directory FROM json_each(?) j CROSS JOIN "+x.tables+"_run r ON r.run_id = j.value", []any{list(missing)}, func(rows *sql.Rows) error {
		var id int64
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed); err != nil {
			return err
		}
		d, err := segments.UnpackDirectory(packed)
		out[id], x.dirs.of[id] = d, d
		return err
	})
	return out, err
}

// find gives the rows that hold each of the keys, which are sorted, by the keys'
// numbers, in no order; those of articles that are gone may be among them.
func (x *postings) find(keys []uint64) ([][]int64, error) {
	ends := make([]int, len(keys)) // of each key's rows among all
	hits, err := x.gather(keys)
	for _, h := range hits {
		ends[h.key]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	rows, from := make([]int64, len(hits)), slices.Clone(ends)
	for _, h := range hits {
		from[h.key]--
		rows[from[h.key]] = h.row
	}
	found := make([][]int64, len(keys))
	for i := range keys {
		found[i] = rows[from[i]:ends[i]:ends[i]]
	}
	return found, err
}

// gather gives the postings of the keys, which are sorted, in no order: until it is
// asked again, where hits is shared.
func (x *postings) gather(keys []uint64) (hits []hit, err error) {
	if x.hits != nil {
		hits = (*x.hits)[:0]
	}
	err = x.search(keys, func(i int, row int64) { hits = append(hits, hit{int32(i), row}) })
	if x.hits != nil {
		*x.hits = hits
	}
	return hits, err
}

// search calls do with the postings of the keys, which are sorted: which of the
// keys, and the row, in no order.
func (x *postings) search(keys []uint64, do func(i int, row int64)) error {
	if len(keys) == 0 {
		return nil
	}
	byShard := map[int][2]int{allShards: {0, len(keys)}}
	shards := []int{allShards}
	for from := 0; from < len(keys); {
		s := int(keys[from] >> shardBits)
		n, _ := slices.BinarySearch(keys[from:], uint64(s+1)<<shardBits)
		byShard[s] = [2]int{from, from + n}
		shards, from = append(shards, s), from+n
	}
	runs, err := x.runs("WHERE shard IN (SELECT value FROM json_each(?)) ORDER BY run_id", list(shards))
	if err != nil {
		return err
	}
	dirs, err := x.directory(runs)
	if err != nil {
		return err
	}
	var pages pageRanges
	asked := map[int64][2]int{} // by run
	for _, r := range runs {
		part := byShard[r.shard]
		asked[r.id] = part
		for _, n := range dirs[r.id].Pages(keys[part[0]:part[1]]) {
			pages = pages.add(r.id<<pageBits | int64(n))
		}
	}
	return x.ask("SELECT p.page_id, p.bytes FROM json_each(?) j CROSS JOIN "+x.tables+"_page p ON "+inRange, []any{list(pages)}, func(rows *sql.Rows) error {
		var id int64
		var page sql.RawBytes
		if err := rows.Scan(&id, &page); err != nil {
			return err
		}
		part := asked[id>>pageBits]
		from, to := dirs[id>>pageBits].Among(int(id&(1<<pageBits-1)), keys[part[0]:part[1]])
		from, to = from+part[0], to+part[0]
		marks, err := x.dirs.marksOf(id, page, x.again || to-from >= leastMarked)
		if err != nil {
			return err
		}
		return segments.Match(page, marks, keys[from:to], func(i int, row uint64) { do(from+i, int64(row)) })
	})
}

// pageRanges are pages, in order, those that follow each other as one number: the
// first of them, then how many more. Where most of a run's pages are asked for, the
// file gives one behind the other faster than each by itself.
type pageRanges []int64

const (
	rangeBits = 10
	longRange = 1<<rangeBits - 1
)

var inRange = fmt.Sprintf("p.page_id BETWEEN j.value >> %[1]d AND (j.value >> %[1]d) + (j.value & %[2]d)", rangeBits, longRange)

func (r pageRanges) add(page int64) pageRanges {
	if n := len(r) - 1; n >= 0 && r[n]&longRange < longRange && r[n]>>rangeBits+r[n]&longRange+1 == page {
		r[n]++
		return r
	}
	return append(r, page<<rangeBits)
}

// runWriter writes one run.
type runWriter struct {
	*poster
	run  int64
	n    int64
	dir  segments.Directory
	keep segments.Writer
}

func (x *poster) newRun(shard int) (*runWriter, error) {
	id, err := x.insert("INSERT INTO "+x.tables+"_run (shard, postings, directory) VALUES (?, 0, x'')", shard)
	w := &runWriter{poster: x, run: id}
	w.keep.Emit = w.page
	return w, err
}

func (w *runWriter) page(first uint64, page []byte) error {
	err := w.exec("INSERT INTO "+w.tables+"_page (page_id, bytes) VALUES (?, ?)", w.run<<pageBits|w.n, page)
	w.dir = append(w.dir, first)
	w.n++
	return err
}

// close ends the run; one without postings is not kept.
func (w *runWriter) close() error {
	if w == nil {
		return nil
	}
	if err := w.keep.Close(); err != nil {
		return err
	}
	if w.keep.Count() == 0 {
		return w.exec("DELETE FROM "+w.tables+"_run WHERE run_id = ?", w.run)
	}
	return w.exec("UPDATE "+w.tables+"_run SET postings = ?, directory = ? WHERE run_id = ?", w.keep.Count(), w.dir.Pack(), w.run)
}

// post puts new postings into the index and settles some of its runs.
func (x *poster) post(fresh []segments.Posting) error {
	if len(fresh) > 0 {
		slices.SortFunc(fresh, segments.Compare)
		w, err := x.newRun(allShards)
		if err != nil {
			return err
		}
		for _, p := range fresh {
			if err := w.keep.Add(p); err != nil {
				return err
			}
		}
		if err := w.close(); err != nil {
			return err
		}
	}
	return x.settle(settleLeast + settleFor*len(fresh))
}

// settle merges runs until they are settled or budget postings were merged.
func (x *poster) settle(budget int) error {
	all, err := x.runs("ORDER BY shard, run_id")
	if err != nil {
		return err
	}
	var due [][]run
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].shard == all[0].shard {
			n++
		}
		if some := unsettled(all[:n]); len(some) > 0 {
			due = append(due, some)
		}
		all = all[n:]
	}
	slices.SortStableFunc(due, func(a, b []run) int { return len(b) - len(a) })
	for _, some := range due {
		if budget <= 0 {
			break
		}
		if err := x.merge(some); err != nil {
			return err
		}
		budget -= postingsOf(some)
	}
	return nil
}

// unsettled are the runs of a shard that are to become one.
func unsettled(runs []run) []run {
	if runs[0].shard == allShards && postingsOf(runs) >= spreadAt {
		return runs
	}
	sizes := make([]int, len(runs))
	for i, r := range runs {
		sizes[i] = r.postings
	}
	return runs[len(runs)-segments.Due(sizes):]
}

func postingsOf(runs []run) int {
	n := 0
	for _, r := range runs {
		n += r.postings
	}
	return n
}

// merge makes runs of one shard one run or, of many postings of all shards, one
// run a shard. Postings of articles that are gone are dropped.
func (x *poster) merge(runs []run) error {
	dead, err := x.dead()
	if err != nil {
		return err
	}
	dirs, err := x.directory(runs)
	if err != nil {
		return err
	}
	readers := make([]*segments.Run, len(runs))
	for i, r := range runs {
		readers[i] = x.pages(r.id, len(dirs[r.id]))
	}
	spread := runs[0].shard == allShards && postingsOf(runs) >= spreadAt
	var out *runWriter
	shard := runs[0].shard
	err = segments.Merge(readers, func(row uint64) bool { return !dead[int64(row)] }, func(p segments.Posting) error {
		if out == nil || spread && int(p.Key>>shardBits) != shard {
			if spread {
				shard = int(p.Key >> shardBits)
			}
			err := out.close()
			if err == nil {
				out, err = x.newRun(shard)
			}
			if err != nil {
				return err
			}
		}
		return out.keep.Add(p)
	})
	if err != nil {
		return err
	}
	if err := out.close(); err != nil {
		return err
	}
	return x.dropRuns(runs)
}

// pages reads a run page by page.
func (x *poster) pages(run int64, n int) *segments.Run {
	next := 0
	return &segments.Run{Next: func() ([]byte, error) {
		if next == n {
			return nil, nil
		}
		var page []byte
		found, err := x.batch.find("SELECT bytes FROM "+x.tables+"_page WHERE page_id = ?", []any{run<<pageBits | int64(next)}, &page)
		if err == nil && !found {
			err = segments.ErrDamaged
		}
		next++
		return page, err
	}}
}

func (x *poster) dropRuns(runs []run) error {
	for _, r := range runs {
		if err := x.exec("DELETE FROM "+x.tables+"_page WHERE page_id >= ? AND page_id < ?", r.id<<pageBits, (r.id+1)<<pageBits); err != nil {
			return err
		}
		if err := x.exec("DELETE FROM "+x.tables+"_run WHERE run_id = ?", r.id); err != nil {
			return err
		}
		x.dirs.unmark(r.id)
	}
	return nil
}

// poster writes the index of copies.
func (s *copySweep) poster() *poster {
	return &poster{s.batch, s.index, func() (map[int64]bool, error) {
		err := s.refreshCopies()
		return s.copies.dead, err
	}}
}
