package keep_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// harbour is articles whose people have several names.
func harbour() []news.Blob {
	texts := []string{
		"Mayor Ilse Brandt said that the harbour would be dredged. Tom Okker, the engineer, denied that it had silted up.\n\nBrandt added that money was there.\n",
		"“The harbour is deep,” said Ilse Brant. Tom Okker said that he had measured it.\n",
		"Nadia Okker said that the ferry was late, according to Tom Okker.\n",
		"Ilse Brandt said that Nadia Okker had the keys. Okker said that she had lost them.\n",
	}
	var out []news.Blob
	for i, text := range texts {
		out = append(out, news.Blob{ID: "harbour-" + string(rune('a'+i)), Media: news.MediaText, Bytes: []byte(text), Given: news.Given{Outlet: "Harbour Post"}})
	}
	return out
}

// decider decides at random, as a person would who has no reason to.
type decider struct {
	*rand.Rand
	t *testing.T
	a *store.Archive
}

func (d decider) decide() {
	e, ok := d.entry()
	if !ok {
		return
	}
	e.By = "mara"
	if _, err := keep.Decide(d.t.Context(), d.a, e, keep.Watch{}); err != nil {
		d.t.Fatal(err)
	}
}

func (d decider) entry() (corrections.Entry, bool) {
	if d.IntN(2) == 0 {
		return d.ofStatement()
	}
	return d.ofEntity()
}

func (d decider) ofStatement() (corrections.Entry, bool) {
	var all []*store.Stored
	for s, err := range d.a.Articles(d.t.Context()) {
		if err != nil {
			d.t.Fatal(err)
		}
		if len(s.Statements) > 0 {
			all = append(all, s)
		}
	}
	s := all[d.IntN(len(all))]
	at := d.IntN(len(s.Statements))
	if s.Statements[at].Voice == news.OutletOwn {
		return corrections.Entry{}, false
	}
	survey := corrections.NewSurveyor(s.Article)
	e := corrections.Entry{Target: corrections.Statement, Anchors: []corrections.Anchor{survey.Statement(at)}}
	switch e.Decision = []corrections.Decision{corrections.Hide, corrections.Confirm, corrections.Speaker}[d.IntN(3)]; {
	case e.Decision != corrections.Speaker || d.IntN(3) == 0:
	case d.IntN(2) == 0:
		e.Name, e.Kind = "Ada Quill", news.Person
	default:
		who := s.Entities[d.IntN(len(s.Entities))]
		e.Name, e.Kind, e.Others = who.Name, who.Kind, []corrections.Anchor{survey.Mention(who.Mentions[0])}
	}
	return e, true
}

func (d decider) ofEntity() (corrections.Entry, bool) {
	e := corrections.Entry{Target: corrections.Entity, Anchors: d.anchors()}
	all := []corrections.Decision{corrections.Merge, corrections.Split, corrections.Confirm, corrections.Reject, corrections.Rename, corrections.Kind, corrections.Hide}
	switch e.Decision = all[d.IntN(len(all))]; e.Decision {
	case corrections.Merge, corrections.Split, corrections.Confirm, corrections.Reject:
		if e.Others = d.anchors(); len(e.Others) == 0 {
			return e, false
		}
		e.Others[0].Only = d.IntN(3) == 0
	case corrections.Rename:
		e.Name = "Harbour Person"
	case corrections.Kind:
		e.Kind = []news.EntityKind{news.Organisation, corrections.NoKind}[d.IntN(2)]
	}
	return e, len(e.Anchors) > 0
}

// anchors are those of some entity.
func (d decider) anchors() []corrections.Anchor {
	list, _, err := d.a.Entities(d.t.Context(), "", "", 1000, true)
	if err != nil {
		d.t.Fatal(err)
	}
	id, err := d.a.Entity(d.t.Context(), list[d.IntN(len(list))].ID)
	if err != nil {
		d.t.Fatal(err)
	}
	out, err := d.a.Anchors(d.t.Context(), id, func(l store.Alias) bool { return l.Confirmed })
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

// undoAll takes back all that holds, in any order.
func (d decider) undoAll() {
	log := d.log()
	d.Shuffle(len(log), func(i, j int) { log[i], log[j] = log[j], log[i] })
	for _, e := range log {
		undo := corrections.Entry{Decision: corrections.Undo, Target: corrections.Log, Revokes: e.ID, By: "tove"}
		if _, err := keep.Decide(d.t.Context(), d.a, undo, keep.Watch{}); err != nil {
			d.t.Fatal(err)
		}
	}
}

func (d decider) log() []corrections.Entry {
	log, err := d.a.Log(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	var out []corrections.Entry
	for _, l := range log {
		out = append(out, l.Entry)
	}
	return out
}

// decidingRuns is how many archives are decided on at random.
const decidingRuns = 8

// TestReplayEqualsLive: what was decided bit by bit while articles came is what
// a redo makes, and what another archive makes that had the decisions, in any
// order, before the articles; with all undone it is as if nothing had been.
func TestReplayEqualsLive(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	for seed := range uint64(decidingRuns) {
		dice := rand.New(rand.NewPCG(seed, 1))
		a := open(t)
		blobs := append(harbour(), gazette(2)...)
		dice.Shuffle(len(blobs), func(i, j int) { blobs[i], blobs[j] = blobs[j], blobs[i] })
		add(t, a, blobs[:3]...)
		d := decider{dice, t, a}
		for range 3 {
			d.decide()
		}
		add(t, a, blobs[3:]...)
		for range 4 {
			d.decide()
		}
		live := exported(t, a)
		whole(t, a)
		if _, err := keep.Redo(t.Context(), a, true, keep.Watch{}); err != nil {
			t.Fatal(err)
		}
		same(t, "redo", exported(t, a), live)
		same(t, "another archive", elsewhere(t, dice, blobs, d.log()), live)
		d.undoAll()
		same(t, "undone", exported(t, a), elsewhere(t, dice, blobs, nil))
		whole(t, a)
		if t.Failed() {
			t.Fatalf("seed %d, log %+v", seed, d.log())
		}
	}
}

// elsewhere is what an archive says that has a log before it has articles.
func elsewhere(t *testing.T, dice *rand.Rand, blobs []news.Blob, log []corrections.Entry) string {
	t.Helper()
	a := open(t)
	blobs, log = slices.Clone(blobs), slices.Clone(log)
	dice.Shuffle(len(blobs), func(i, j int) { blobs[i], blobs[j] = blobs[j], blobs[i] })
	dice.Shuffle(len(log), func(i, j int) { log[i], log[j] = log[j], log[i] })
	for _, part := range [][]corrections.Entry{log[:len(log)/2], log[len(log)/3:]} {
		if _, err := keep.Import(t.Context(), a, part, keep.Watch{}); err != nil {
			t.Fatal(err)
		}
		add(t, a, blobs[:2]...)
	}
	add(t, a, blobs...)
	whole(t, a)
	return exported(t, a)
}

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	x, y := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			t.Errorf("%s:\n%s\n%s", what, x[i], y[i])
			return
		}
	}
	t.Errorf("%s: %d lines, not %d", what, len(x), len(y))
}

// TestVerifyComparesNamesWithTheLog: names grouped by other decisions than the
// log's are a fault.
func TestVerifyComparesNamesWithTheLog(t *testing.T) {
	a := open(t)
	add(t, a, harbour()...)
	id, _, err := a.Who(t.Context(), "Tom Okker")
	if err != nil {
		t.Fatal(err)
	}
	anchors, err := a.Anchors(t.Context(), id, func(l store.Alias) bool { return l.Confirmed })
	if err != nil {
		t.Fatal(err)
	}
	e := corrections.Entry{Decision: corrections.Rename, Target: corrections.Entity, Name: "Thomas", Anchors: anchors, By: "mara"}
	if _, err := keep.Decide(t.Context(), a, e, keep.Watch{}); err != nil {
		t.Fatal(err)
	}
	whole(t, a)
	d, err := a.Decisions(t.Context())
	if err != nil || len(d.Labels) != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	d.Labels = nil
	if err := a.SetDecisions(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	for left := 1; left > 0; {
		if left, err = a.SweepNames(t.Context(), store.Maker{Stage: "resolve", Version: resolve.Version()}); err != nil {
			t.Fatal(err)
		}
	}
	var found []string
	if _, _, err := keep.Verify(t.Context(), a, func(p store.Problem) { found = append(found, p.String()) }); err != nil {
		t.Fatal(err)
	}
	if want := "log: what it says of names is not what they are grouped by"; !slices.Equal(found, []string{want}) {
		t.Errorf("found %q", found)
	}
	if _, err := keep.Redo(t.Context(), a, false, keep.Watch{}); err != nil {
		t.Fatal(err)
	}
	whole(t, a)
}
