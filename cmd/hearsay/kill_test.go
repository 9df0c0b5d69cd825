package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"github.com/hearsay-engine/hearsay/internal/gen"
)

var (
	killPoints = flag.Int("kill.points", 20, "how often TestKill kills a command at a random moment")
	killSeed   = flag.Uint64("kill.seed", 0, "the seed of those moments; 0 takes a new one")
)

// An add of two batches and the sweeps behind them; what it takes grows with the
// bytes, what a kill may cut apart does not.
const (
	killArticles = 210
	killBytes    = 300 // of an article's body
)

// TestKill ends add, redo, serve, correct and forget with SIGKILL at random
// moments. Whatever the moment, the archive opens and verifies, and the next run
// comes to the export of a run nobody disturbed.
func TestKill(t *testing.T) {
	k := newKiller(t)
	seed := *killSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("%d points, -kill.seed=%d", *killPoints, seed)
	dice := rand.New(rand.NewPCG(seed, 0))
	scenes := []func(*testing.T, *rand.Rand){k.add, k.redo, k.serve, k.correct, k.forget}
	for i := range *killPoints {
		scenes[i%len(scenes)](t, dice)
		if t.Failed() {
			t.Fatalf("at point %d of -kill.seed=%d", i, seed)
		}
	}
}

// killer holds what an undisturbed run gives and how long it takes.
type killer struct {
	command  string
	articles string // a .jsonl file
	whole    string // the archive of an undisturbed add
	exported []byte
	changed  map[string][]byte // what whole exports after an undisturbed correct or forget
	takes    time.Duration
}

func newKiller(t *testing.T) *killer {
	t.Helper()
	dir := t.TempDir()
	k := &killer{command: filepath.Join(dir, "hearsay"), articles: filepath.Join(dir, "articles.jsonl"), whole: filepath.Join(dir, "whole.db"), changed: map[string][]byte{}}
	if out, err := exec.Command("go", "build", "-o", k.command, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	writeArticles(t, k.articles)
	begun := time.Now()
	k.run(t, k.whole, "add", k.articles)
	k.takes = time.Since(begun)
	k.exported = k.export(t, k.whole)
	if lines := bytes.Count(k.exported, []byte("\n")); lines < killArticles {
		t.Fatalf("the undisturbed export has %d lines only", lines)
	}
	return k
}

func writeArticles(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	for a := range gen.New(11, gen.Config{Bytes: killBytes}).Articles(killArticles) {
		line := map[string]string{"id": a.ID, "text": a.Text, "outlet": a.Given.Outlet, "published": a.Given.Published}
		if err := enc.Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// run runs a command to its end and gives what it prints.
func (k *killer) run(t *testing.T, archive string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(k.command, append(args, "--archive", archive)...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("hearsay %s: %v\n%s%s", strings.Join(args, " "), err, out, errs.Bytes())
	}
	return out
}

func (k *killer) export(t *testing.T, archive string) []byte {
	t.Helper()
	statements := k.run(t, archive, "export", "--outlet")
	mentions := k.run(t, archive, "export", "--what", "mentions")
	return slices.Concat(statements, mentions, k.run(t, archive, "export", "--what", "copies"))
}

// kill runs a command and ends it at a moment drawn from the time an add takes.
func (k *killer) kill(t *testing.T, dice *rand.Rand, archive string, args ...string) {
	t.Helper()
	cmd := exec.Command(k.command, append(args, "--archive", archive)...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(dice.Int64N(int64(k.takes) * 11 / 10)))
	if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	cmd.Wait()
}

// check verifies what a kill has left, then lets last finish it.
func (k *killer) check(t *testing.T, archive string, last ...string) {
	t.Helper()
	if _, err := os.Stat(archive); err == nil {
		k.run(t, archive, "verify")
	}
	k.run(t, archive, last...)
	if got := k.export(t, archive); !bytes.Equal(got, k.exported) {
		t.Errorf("after a killed %s the export is another: %d bytes, not %d", last[0], len(got), len(k.exported))
	}
	if out := k.run(t, archive, "verify"); bytes.Contains(out, []byte("hearsay redo")) {
		t.Errorf("after a finished %s there is still something to do:\n%s", last[0], out)
	}
}

func (k *killer) add(t *testing.T, dice *rand.Rand) {
	archive := filepath.Join(t.TempDir(), "archive.db")
	for range 1 + dice.IntN(2) {
		k.kill(t, dice, archive, "add", k.articles)
	}
	k.check(t, archive, "add", k.articles)
}

func (k *killer) serve(t *testing.T, dice *rand.Rand) {
	archive := filepath.Join(t.TempDir(), "archive.db")
	k.kill(t, dice, archive, "serve", k.articles, "--addr", "127.0.0.1:0")
	k.check(t, archive, "add", k.articles)
}

func (k *killer) redo(t *testing.T, dice *rand.Rand) {
	archive := k.copyWhole(t)
	age(t, archive, []string{"clean", "attribute", "stance"}[dice.IntN(3)])
	k.kill(t, dice, archive, "redo")
	k.check(t, archive, "redo")
}

// age makes an archive look as if an earlier version of a stage had made it.
func age(t *testing.T, archive, stage string) {
	t.Helper()
	db, err := sql.Open("sqlite", archive)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec("UPDATE maker SET version = 'of old' WHERE stage = ?", stage)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// copyWhole gives a copy of the undisturbed archive.
func (k *killer) copyWhole(t *testing.T) string {
	t.Helper()
	archive := filepath.Join(t.TempDir(), "archive.db")
	whole, err := os.ReadFile(k.whole)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(archive, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	return archive
}

// either checks that a killed command that changes what is exported was as if
// it had ended or had not begun; last finishes what was begun.
func (k *killer) either(t *testing.T, dice *rand.Rand, last []string, args ...string) {
	t.Helper()
	want, ok := k.changed[args[0]]
	if !ok {
		done := k.copyWhole(t)
		k.run(t, done, args...)
		want = k.export(t, done)
		k.changed[args[0]] = want
	}
	archive := k.copyWhole(t)
	k.kill(t, dice, archive, args...)
	k.run(t, archive, "verify")
	k.run(t, archive, last...)
	if got := k.export(t, archive); !bytes.Equal(unsigned(got), unsigned(want)) && !bytes.Equal(got, k.exported) {
		t.Errorf("after a killed %s the export is neither that of before nor that of after", args[0])
	}
	if out := k.run(t, archive, "verify"); bytes.Contains(out, []byte("hearsay redo")) {
		t.Errorf("after a finished %s there is still something to do:\n%s", args[0], out)
	}
}

// unsigned is an export without the ids of decisions, which their times make
// others each time.
func unsigned(export []byte) []byte {
	return regexp.MustCompile(`"correction":"d[0-9a-f]+"`).ReplaceAll(export, nil)
}

func (k *killer) correct(t *testing.T, dice *rand.Rand) {
	k.either(t, dice, []string{"redo"}, "correct", "speaker", k.article(t)+"#0", "Ada Quill", "--by", "mara")
}

func (k *killer) forget(t *testing.T, dice *rand.Rand) {
	k.either(t, dice, []string{"redo"}, "forget", k.article(t), "--by", "mara", "--reason", "to see what is left")
}

// article is the id of the first article of the export.
func (k *killer) article(t *testing.T) string {
	t.Helper()
	var first struct{ Article string }
	line, _, _ := bytes.Cut(k.exported, []byte("\n"))
	if err := json.Unmarshal(line, &first); err != nil {
		t.Fatal(err)
	}
	return first.Article
}
