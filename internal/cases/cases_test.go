package cases_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// log is a log in the making: each decision is a second later than the one before.
type log struct{ entries []corrections.Entry }

func (l *log) add(e corrections.Entry) string {
	e.By, e.At = "mara", time.Date(2031, 5, 4, 0, 0, len(l.entries), 0, time.UTC)
	e.Sign()
	if fault := e.Check(); fault != "" {
		panic(fault)
	}
	l.entries = append(l.entries, e)
	return e.ID
}

func (l *log) open(name string) string {
	return l.add(corrections.Entry{Decision: corrections.Open, Target: corrections.Case, Name: name})
}

func (l *log) on(d corrections.Decision, of, words string) string {
	return l.add(corrections.Entry{Decision: d, Target: corrections.Case, Case: of, Words: words})
}

// item is a decision on the statement that is these words, all of their text.
func (l *log) item(d corrections.Decision, of, said, words string, place int) string {
	at := corrections.Anchor{SHA256: news.DigestOf(said).String(), End: len(said), Words: said, Article: said + ".txt"}
	return l.add(corrections.Entry{Decision: d, Target: corrections.Statement, Anchors: []corrections.Anchor{at}, Case: of, Words: words, Place: place})
}

func (l *log) undo(id string) {
	l.add(corrections.Entry{Decision: corrections.Undo, Target: corrections.Log, Revokes: id})
}

func (l *log) replay() []cases.Case { return cases.Replay(corrections.Effective(l.entries)) }

// told is a case in a line.
func told(c *cases.Case) string {
	marks := func(lead string, all []cases.Mark) (s string) {
		for _, m := range all {
			s += " " + lead + m.Words
		}
		return s
	}
	s := c.Name + ":"
	for _, p := range c.Picks {
		s += " " + p.Anchors[0].Words + marks("!", p.Notes) + marks("#", p.Tags)
	}
	s += marks("!!", c.Notes) + marks("##", c.Tags)
	if c.Closed != nil {
		s += " closed"
	}
	return s
}

func TestReplay(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*log)
		want string
	}{
		{"nothing", func(*log) {}, ""},
		{"in the order picked", func(l *log) {
			id := l.open("dam")
			l.item(corrections.Pick, id, "one", "", 0)
			l.item(corrections.Pick, id, "two", "", 0)
		}, "dam: one two"},
		{"picked twice is there once, until both are taken back", func(l *log) {
			id := l.open("dam")
			a := l.item(corrections.Pick, id, "one", "", 0)
			l.item(corrections.Pick, id, "one", "", 0)
			l.undo(a)
		}, "dam: one"},
		{"taken back", func(l *log) {
			id := l.open("dam")
			l.undo(l.item(corrections.Pick, id, "one", "", 0))
		}, "dam:"},
		{"placed, at most at the end", func(l *log) {
			id := l.open("dam")
			for _, w := range []string{"one", "two", "three"} {
				l.item(corrections.Pick, id, w, "", 0)
			}
			l.item(corrections.Place, id, "three", "", 1)
			l.item(corrections.Place, id, "one", "", 99)
		}, "dam: three two one"},
		{"notes and tags", func(l *log) {
			id := l.open("dam")
			l.item(corrections.Note, id, "one", "too early", 0)
			l.item(corrections.Pick, id, "one", "", 0)
			l.item(corrections.Note, id, "one", "late", 0)
			l.item(corrections.Tag, id, "one", "Check", 0)
			l.item(corrections.Tag, id, "one", "check", 0)
			l.on(corrections.Note, id, "all")
			l.undo(l.on(corrections.Tag, id, "gone"))
			l.on(corrections.Tag, id, "desk")
		}, "dam: one !late #Check !!all ##desk"},
		{"renamed, closed and opened again", func(l *log) {
			id := l.open("dam")
			l.add(corrections.Entry{Decision: corrections.Rename, Target: corrections.Case, Case: id, Name: "bridge"})
			l.undo(l.on(corrections.Close, id, ""))
			other := l.open("ferry")
			l.on(corrections.Close, other, "")
		}, "bridge:; ferry: closed"},
		{"an undone opening takes all with it", func(l *log) {
			id := l.open("dam")
			l.item(corrections.Pick, id, "one", "", 0)
			l.undo(id)
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l log
			c.do(&l)
			var got []string
			all := l.replay()
			for i := range all {
				got = append(got, told(&all[i]))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

// TestWhatWasForgottenIsCounted: a pick without anchors is of a forgotten article.
func TestWhatWasForgottenIsCounted(t *testing.T) {
	var l log
	id := l.open("dam")
	l.item(corrections.Pick, id, "one", "", 0)
	l.entries[1].Anchors = nil
	if all := l.replay(); all[0].Lost != 1 || len(all[0].Picks) != 0 {
		t.Errorf("got %+v", all[0])
	}
}

func TestNamed(t *testing.T) {
	var l log
	first := l.open("Dam")
	l.on(corrections.Close, first, "")
	second := l.open("dam")
	all := l.replay()
	for _, c := range []struct{ name, want string }{{"DAM", second + " " + first}, {first, first}, {"bridge", ""}} {
		var got []string
		for _, x := range cases.Named(all, c.name) {
			got = append(got, x.ID)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s is %q, want %q", c.name, s, c.want)
		}
	}
}

// TestTheOrderOfComingDoesNotMatter: what a log says of cases is of its entries
// alone, and every item picked and not taken back is in its case once.
func TestTheOrderOfComingDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var l log
		id := l.open("dam")
		in := map[string]int{}
		for range rapid.IntRange(0, 12).Draw(rt, "decisions") {
			said := rapid.SampledFrom([]string{"one", "two", "three"}).Draw(rt, "item")
			switch rapid.IntRange(0, 3).Draw(rt, "what") {
			case 0:
				l.item(corrections.Pick, id, said, "", 0)
				in[said]++
			case 1:
				l.item(corrections.Place, id, said, "", rapid.IntRange(1, 4).Draw(rt, "place"))
			case 2:
				l.item(corrections.Note, id, said, "n", 0)
			case 3:
				l.undo(l.item(corrections.Pick, id, said, "", 0))
			}
		}
		a := l.replay()
		b := cases.Replay(corrections.Effective(rapid.Permutation(l.entries).Draw(rt, "other order")))
		if fmt.Sprint(a) != fmt.Sprint(b) {
			rt.Fatalf("\n%v\n%v", a, b)
		}
		var picked []string
		for _, p := range a[0].Picks {
			picked = append(picked, p.Anchors[0].Words)
		}
		slices.Sort(picked)
		if len(picked) != len(in) || len(slices.Compact(picked)) != len(in) {
			rt.Errorf("picked %v, in the case are %v", in, picked)
		}
	})
}
