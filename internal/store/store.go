// Package store is the archive: captures kept whole, what was read in them, and
// the ways to search it, in one SQLite file behind one struct.
//
// Captures are stored once by SHA-256 and never change. An article is an id
// with its versions; the shown version has a reading (text, fields, spans), its
// statements and the names in it. Every derived row says the stage and version
// that made it, so that a newer stage redoes only what is old. There is one
// writer, in bounded transactions; readers work beside it.
//
// Migrations own the tables: capture, article, version are the world's; maker,
// reading, statement, name, naming, naming_run, scene, short_form, about, about_run are the per-article
// stages'; bucket, link, short_link, entity, alias, meant, public_id, touched are the resolve
// sweep's, uses_due, entity_due, entity_more, singles what is counted of them, outlet_tally of readings; tie and label are what people decided, as the log of corrections gives
// it; known is what a person listed; copied, touched_copy, unposted, renewed_copy are the copies
// sweep's, filing, dead_filing, posting_run, posting_page its index, follower_run, follower_page that of who was compared with whom;
// utterance, telling, told_again, likeness, claim_id, claim_tie, claim_large, touched_utterance are
// the claims sweep's, claim_tally, claim_count, claim_due what is counted of them, claim_posting_run, claim_posting_page, claim_shut, claim_gone
// its index; failure is for going on where the last run stopped.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/hearsay-engine/hearsay/news"
)

// Archive is an open archive. It is safe for concurrent use.
type Archive struct {
	path  string
	pool  *sql.DB   // of the one connection that writes
	write *sql.Conn // it: a transaction of database/sql has a goroutine for each answer
	read  *reader   // query-only connections

	checkpoints checkpoints

	changing sync.Mutex
	names    map[nameRow]int64             // rows of names, which never change; held by changing
	memory   *memory                       // held by changing
	copies   *copyMemory                   // held by changing
	prepared [mostLanes]preparedStatements // held by changing
	noted    int                           // entries put whose uses are noted and not counted; held by changing
	list     listed                        // held by changing
	hits     []hit                         // of postings of copies; held by changing
	told     []hit                         // of postings of claims; held by changing
	// directories of indexes: of copies, of who follows whom, of claims
	dirs, followed, claimDirs directories

	kept     facetsKept
	unpacked *unpacked
	forms    *formsKept
	watch    watch
	recalled *Recalled
	singles  singleNames
	beside   sync.WaitGroup // what is read beside answers
	written  atomic.Int64   // how often this program has written
}

// Options says how to open an archive. The zero value opens one that exists.
type Options struct {
	Create bool          // make the file and its folder when there is none
	Wait   time.Duration // how long to wait for another writer; DefaultWait when 0

	// Renewing, when given, is told that the tables of an archive of before are about
	// to be brought up to date, which takes minutes for a large one.
	Renewing func()
}

// DefaultWait is how long a writer waits for another one before it gives up:
// the longest of our own transactions takes about a second.
const DefaultWait = 10 * time.Second

// Open opens the archive in the file at path and brings its tables up to date.
func Open(ctx context.Context, path string, o Options) (*Archive, error) {
	if o.Wait == 0 {
		o.Wait = DefaultWait
	}
	if err := prepareFile(path, o.Create); err != nil {
		return nil, err
	}
	a := &Archive{path: path, names: map[nameRow]int64{}, memory: newMemory(), copies: newCopyMemory(),
		unpacked: newUnpacked(), forms: newFormsKept(), recalled: NewRecalled(recalledMost, recalledFor), checkpoints: checkpoints{every: checkpointPages, most: mostLog}}
	for i := range a.prepared {
		a.prepared[i] = newPrepared()
	}
	var err error
	if a.pool, err = connect(path, o.Wait, writing); err != nil {
		return nil, err
	}
	a.pool.SetMaxOpenConns(1)
	if a.checkpoints.db, err = connect(path, o.Wait, writing); err != nil {
		return nil, errors.Join(err, a.pool.Close())
	}
	a.checkpoints.db.SetMaxOpenConns(1) // opened when pages are moved first
	read, err := connect(path, o.Wait, reading)
	if err != nil {
		return nil, errors.Join(err, a.pool.Close(), a.checkpoints.db.Close())
	}
	a.read = &reader{read, newPrepared()}
	a.read.SetMaxOpenConns(runtime.GOMAXPROCS(0) + 3) // one of them watches
	a.read.SetMaxIdleConns(runtime.GOMAXPROCS(0) + 3) // one that is closed takes what is prepared on it along
	renewed, err := a.migrate(ctx, o.Renewing)
	if err == nil {
		a.write, err = a.pool.Conn(ctx)
	}
	if err == nil && renewed {
		err = a.countAll(ctx)
	}
	if err != nil {
		return nil, errors.Join(a.fault(err), a.Close())
	}
	return a, nil
}

// Path is the archive's file.
func (a *Archive) Path() string { return a.path }

// Close ends all work with the archive.
func (a *Archive) Close() error {
	a.beside.Wait()
	errs := []error{a.watch.close(), a.read.Close(), a.checkpoints.db.Close()}
	for i := range a.prepared {
		errs = append(errs, a.prepared[i].close())
	}
	if a.write != nil {
		errs = append(errs, a.write.Close())
	}
	return errors.Join(append(errs, a.pool.Close())...)
}

// prepareFile sees to it that the file exists and only its owner can read it
// before SQLite writes a byte; its -wal and -shm files inherit the mode. The
// mode of a file that holds something is its owner's choice.
func prepareFile(path string, create bool) error {
	have, err := os.Stat(path)
	if err == nil && have.Mode().IsRegular() && have.Size() == 0 {
		if err := os.Chmod(path, 0o600); err != nil {
			return news.Errorf(news.Denied, path, "name another file with --archive", "cannot keep others from reading the archive: %v", err)
		}
	}
	if err == nil {
		return nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return news.Errorf(news.Denied, path, "name another file with --archive", "cannot reach the archive: %v", err)
	}
	if !create {
		return news.Errorf(news.NotFound, path, "add articles first: hearsay add PATH", "there is no archive here")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return news.Errorf(news.Denied, path, "name another file with --archive", "cannot make the archive's folder: %v", err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return news.Errorf(news.Denied, path, "name another file with --archive", "cannot make the archive: %v", err)
	}
	if err := f.Close(); err != nil {
		return err
	}
	return setPageSize(path)
}

// pageSize is that of new archives. Rows of readings and captures are one and a
// half kilobytes: of pages of four they would leave a quarter empty.
const pageSize = 8 << 10

// setPageSize says how large the pages of an empty file are to be, which no
// connection that writes by a log may.
func setPageSize(path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("archive path: %w", err)
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: url.Values{"_pragma": {fmt.Sprintf("page_size(%d)", pageSize)}}.Encode()}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return fmt.Errorf("archive %s: %w", path, err)
	}
	_, _ = db.Exec("VACUUM") // writes the first page; what keeps it from that keeps others from opening it, or they were first
	return db.Close()
}

// Bounds of a connection's page cache: the writer's holds the inner pages of an
// archive of some 100,000 articles, a reader's those of one query.
const (
	writeCacheKiB = 64 << 10
	readCacheKiB  = 8 << 10
)

// mostChanged is how many pages a transaction may have changed before some go to
// the log: one that is changed again after it has every page behind it summed
// anew. Transactions that add articles write three eighths of the log at most.
const mostChanged = mostLog / 2

// readMapped is how much of an archive its readers see in memory that they share
// with the system. Whenever somebody writes, a connection's own pages are let go.
const readMapped = 2 << 30

// purpose is what a connection is for.
type purpose int

const (
	writing  purpose = iota
	reading          // refuses to write
	checking         // lets what the file defines call functions of ours; none of them does anything but read its arguments
)

func connect(path string, wait time.Duration, to purpose) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("archive path: %w", err)
	}
	cache := writeCacheKiB
	if to == reading {
		cache = readCacheKiB
	}
	trust := 0
	if to == checking {
		trust = 1
	}
	q := url.Values{
		"_busy_timeout": {fmt.Sprint(wait.Milliseconds())},
		"_txlock":       {"immediate"},
		"_dqs":          {"0"},
		"_defensive":    {"1"},
		"_pragma": {"temp_store(MEMORY)", "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(1)", fmt.Sprintf("trusted_schema(%d)", trust),
			"wal_autocheckpoint(0)", // see checkpoints
			fmt.Sprintf("cache_spill(%d)", mostChanged),
			fmt.Sprintf("cache_size(-%d)", cache)},
	}
	if to == reading {
		q.Add("_pragma", fmt.Sprintf("mmap_size(%d)", readMapped))
		q.Set("_query_only", "1")
		q.Set("_txlock", "deferred")
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: q.Encode()}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return nil, fmt.Errorf("archive %s: %w", path, err)
	}
	return db, nil
}
