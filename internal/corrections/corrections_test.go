package corrections_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// signed completes a decision made at second at.
func signed(e corrections.Entry, at int) corrections.Entry {
	e.By, e.At = "mara", time.Date(2031, 5, 4, 0, 0, at, 0, time.UTC)
	e.Sign()
	return e
}

func undo(of corrections.Entry, at int) corrections.Entry {
	return signed(corrections.Entry{Decision: corrections.Undo, Target: corrections.Log, Revokes: of.ID}, at)
}

// said builds an article of one line: "SPEAKER: words", whose statement is all
// words, and whose entities are the names in it.
func said(text string, names ...string) *news.Article {
	a := &news.Article{ID: "a.txt", Text: text, SHA256: news.DigestOf(text)}
	i := strings.Index(text, ": ")
	a.Statements = []news.Statement{{Speaker: &news.Span{Start: 0, End: i}, SpeakerName: text[:i], Content: []news.Span{{Start: i + 2, End: len(text)}},
		Voice: news.Attributed, Within: news.Outermost, Reasons: []news.Reason{{Rule: "turn-label"}}}}
	for _, n := range names {
		at := strings.Index(text, n)
		a.Entities = append(a.Entities, news.Entity{Name: n, Kind: news.Person, Mentions: []news.Span{{Start: at, End: at + len(n)}}})
	}
	return a
}

func TestApply(t *testing.T) {
	const text = "Ягода Бо: the dam holds, Tom Okker"
	about := said(text, "Ягода Бо", "Tom Okker")
	survey := corrections.NewSurveyor(about)
	statement := func(d corrections.Decision, name string, who ...string) corrections.Entry {
		e := corrections.Entry{Decision: d, Target: corrections.Statement, Anchors: []corrections.Anchor{survey.Statement(0)}, Name: name}
		for _, w := range who {
			at := strings.Index(text, w)
			e.Others = append(e.Others, survey.Mention(news.Span{Start: at, End: at + len(w)}))
		}
		return e
	}
	elsewhere := statement(corrections.Hide, "")
	elsewhere.Anchors[0].End--
	elsewhere.Anchors[0].Words = strings.TrimSuffix(elsewhere.Anchors[0].Words, "r")
	another := statement(corrections.Hide, "")
	another.Anchors[0].SHA256 = news.DigestOf("another text").String()
	tests := []struct {
		name      string
		decisions []corrections.Entry
		speaker   string // its words and name
		hidden    bool
		bound     string
	}{
		{"nothing", nil, "Ягода Бо/Ягода Бо", false, ""},
		{"to one named", []corrections.Entry{statement(corrections.Speaker, "Tom Okker", "Tom Okker")}, "Tom Okker/Tom Okker", false, "statement 0"},
		{"to one not named", []corrections.Entry{statement(corrections.Speaker, "Ada Quill")}, "/Ada Quill", false, "statement 0"},
		{"to nobody", []corrections.Entry{statement(corrections.Speaker, "")}, "/", false, "statement 0"},
		{"the later one counts", []corrections.Entry{statement(corrections.Speaker, ""), statement(corrections.Speaker, "Tom Okker")}, "/Tom Okker", false, "statement 0, statement 0"},
		{"hidden", []corrections.Entry{statement(corrections.Hide, "")}, "Ягода Бо/Ягода Бо", true, "statement 0"},
		{"not there any more", []corrections.Entry{elsewhere}, "Ягода Бо/Ягода Бо", false, "now the dam holds, Tom Okker"},
		{"of another text", []corrections.Entry{another}, "Ягода Бо/Ягода Бо", false, ""},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			a := said(text, "Ягода Бо", "Tom Okker")
			var bound []string
			for _, b := range corrections.Apply(a, c.decisions) {
				if b.Statement != corrections.None {
					bound = append(bound, "statement 0")
				} else {
					bound = append(bound, "now "+b.Now)
				}
			}
			s := a.Statements[0]
			speaker := "/" + s.SpeakerName
			if s.Speaker != nil {
				speaker = s.Speaker.Of(a.Text) + speaker
			}
			if speaker != c.speaker || s.Hidden != c.hidden || strings.Join(bound, ", ") != c.bound {
				t.Errorf("the speaker is %q, hidden: %v, bound: %q", speaker, s.Hidden, bound)
			}
			if len(c.decisions) > 0 && c.bound == "statement 0" && len(s.Corrections) != len(c.decisions) {
				t.Errorf("it tells of %d decisions", len(s.Corrections))
			}
		})
	}
}

func TestAnchorsOfEntities(t *testing.T) {
	a := said("Бо: Ada Quill met Ada", "Бо", "Ada Quill")
	survey := corrections.NewSurveyor(a)
	ada, met := news.Span{Start: 6, End: 15}, news.Span{Start: 10, End: 19}
	e := signed(corrections.Entry{Decision: corrections.Split, Target: corrections.Entity,
		Anchors: []corrections.Anchor{survey.Mention(ada)}, Others: []corrections.Anchor{survey.Mention(met)}}, 1)
	if fault := e.Check(); fault != "" {
		t.Fatal(fault)
	}
	got := corrections.Apply(a, []corrections.Entry{e})
	want := []corrections.Bound{
		{Decision: e.ID, Part: 0, Statement: corrections.None, Name: "Ada Quill", Kind: news.Person},
		{Decision: e.ID, Other: true, Part: 0, Statement: corrections.None, Now: "Ada Quill"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}

// TestAnchorsOfSpeakers: a speaker whom the article names nowhere else is bound by
// the words that name them, as long as the statement is theirs.
func TestAnchorsOfSpeakers(t *testing.T) {
	const text = "a guard's wife: the dam holds"
	survey := corrections.NewSurveyor(said(text))
	rename := signed(corrections.Entry{Decision: corrections.Rename, Target: corrections.Entity, Name: "Ada Quill",
		Anchors: []corrections.Anchor{survey.Mention(news.Span{Start: 0, End: 14})}}, 1)
	nobody := signed(corrections.Entry{Decision: corrections.Speaker, Target: corrections.Statement, Anchors: []corrections.Anchor{survey.Statement(0)}}, 2)
	for _, c := range []struct {
		log  []corrections.Entry
		want string
	}{{[]corrections.Entry{rename}, "a guard's wife"}, {[]corrections.Entry{rename, nobody}, ""}} {
		got := ""
		for _, b := range corrections.Apply(said(text), c.log) {
			got += b.Name
		}
		if got != c.want {
			t.Errorf("bound to %q, want %q", got, c.want)
		}
	}
}

func TestUndo(t *testing.T) {
	a := said("Bo: the dam holds")
	hide := signed(corrections.Entry{Decision: corrections.Hide, Target: corrections.Statement, Anchors: []corrections.Anchor{corrections.NewSurveyor(a).Statement(0)}}, 1)
	once := undo(hide, 2)
	twice := undo(once, 3)
	for _, c := range []struct {
		log   []corrections.Entry
		holds int
	}{
		{[]corrections.Entry{hide}, 1},
		{[]corrections.Entry{once, hide}, 0},
		{[]corrections.Entry{once}, 0},
		{[]corrections.Entry{twice, hide, once}, 1},
		{[]corrections.Entry{hide, hide}, 1},
	} {
		if got := corrections.Effective(c.log); len(got) != c.holds {
			t.Errorf("%d decisions hold of %+v", len(got), c.log)
		}
	}
}

// TestResign: what lost an anchor has another id, which its undo follows.
func TestResign(t *testing.T) {
	a := said("Bo: Ada Quill met Ada", "Bo", "Ada Quill")
	survey := corrections.NewSurveyor(a)
	whole := signed(corrections.Entry{Decision: corrections.Rename, Target: corrections.Entity, Name: "A. Quill",
		Anchors: []corrections.Anchor{survey.Mention(news.Span{Start: 4, End: 13}), survey.Mention(news.Span{Start: 18, End: 21})}}, 1)
	less := whole
	less.Anchors = whole.Anchors[:1]
	got := corrections.Resign([]corrections.Entry{undo(undo(whole, 2), 3), undo(whole, 2), less})
	for _, e := range got {
		if fault := e.Check(); fault != "" {
			t.Errorf("%s: %s", e.Decision, fault)
		}
	}
	if got[0].Revokes != got[1].ID || got[1].Revokes != got[2].ID || got[2].ID == whole.ID {
		t.Errorf("got %+v", got)
	}
	if same := corrections.Resign([]corrections.Entry{whole, undo(whole, 2)}); same[0].ID != whole.ID || same[1].ID != undo(whole, 2).ID {
		t.Errorf("what is whole has another id: %+v", same)
	}
}

// TestAnEndlessUndoEnds: such ids cannot be signed, but a log is not trusted.
func TestAnEndlessUndoEnds(t *testing.T) {
	a := corrections.Entry{ID: "a", Decision: corrections.Undo, Revokes: "b"}
	b := corrections.Entry{ID: "b", Decision: corrections.Undo, Revokes: "a"}
	if got := corrections.Effective([]corrections.Entry{a, b}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestEveryRuleHasASentence(t *testing.T) {
	rules := []string{corrections.RuleCorrected, corrections.RuleConfirmed}
	for _, d := range corrections.Doubts(nil) {
		rules = append(rules, d.Rule)
	}
	for _, rule := range rules {
		if !wording.Known(rule) {
			t.Errorf("%s has none", rule)
		}
	}
}

func TestTallyRules(t *testing.T) {
	anchor := corrections.NewSurveyor(said("Bo: the dam holds")).Statement(0)
	other := anchor
	other.Nth = 1
	on := func(a corrections.Anchor, d corrections.Decision, at int, rules ...string) corrections.Entry {
		return signed(corrections.Entry{Decision: d, Target: corrections.Statement, Anchors: []corrections.Anchor{a}, Rules: rules}, at)
	}
	got := corrections.TallyRules([]corrections.Entry{
		on(anchor, corrections.Confirm, 1, "cue-verb", "speaker-pronoun"),
		on(anchor, corrections.Speaker, 2, "cue-verb", "speaker-pronoun"), // counts, not the one before
		on(other, corrections.Confirm, 3, "cue-verb"),
		{Decision: corrections.Reject, Target: corrections.Entity, Rules: []string{"only-full-name-in-outlet"}},
		{Decision: corrections.Hide, Target: corrections.Statement}, // of a forgotten article
	})
	want := []corrections.Tally{{Rule: "only-full-name-in-outlet", Wrong: 1, Decided: 1}, {Rule: "speaker-pronoun", Wrong: 1, Decided: 1}, {Rule: "cue-verb", Wrong: 1, Decided: 2}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// TestDoubtsLearn: enough decisions count for more than what was measured.
func TestDoubtsLearn(t *testing.T) {
	share := func(tallies ...corrections.Tally) (out [2]float64) {
		for _, d := range corrections.Doubts(tallies) {
			switch d.Rule {
			case "cue-noun":
				out[0] = d.Share
			case "speaker-name":
				out[1] = d.Share
			}
		}
		return out
	}
	measured := share()
	few := share(corrections.Tally{Rule: "cue-noun", Decided: 2}, corrections.Tally{Rule: "speaker-name", Wrong: 2, Decided: 2})
	many := share(corrections.Tally{Rule: "cue-noun", Decided: 20}, corrections.Tally{Rule: "speaker-name", Wrong: 10, Decided: 20})
	if measured[0] == 0 || measured[1] != 0 || few != measured || many != [2]float64{0, .5} {
		t.Errorf("measured %v, after a few %v, after many %v", measured, few, many)
	}
}

// anyLog draws decisions on one statement, some of them undoing others.
func anyLog(rt *rapid.T) []corrections.Entry {
	anchor := corrections.NewSurveyor(said("Bo: the dam holds")).Statement(0)
	var log []corrections.Entry
	for i := range rapid.IntRange(0, 8).Draw(rt, "decisions") {
		e := corrections.Entry{Decision: corrections.Hide, Target: corrections.Statement, Anchors: []corrections.Anchor{anchor}, Reason: rapid.StringN(0, 20, -1).Draw(rt, "reason")}
		switch what := rapid.IntRange(0, 2).Draw(rt, "what"); {
		case what == 1:
			e.Decision, e.Name, e.Kind = corrections.Speaker, "Ada Quill", news.Person
		case what == 2 && len(log) > 0:
			e = corrections.Entry{Decision: corrections.Undo, Target: corrections.Log, Revokes: rapid.SampledFrom(log).Draw(rt, "of").ID}
		}
		e.Reason = strings.ReplaceAll(e.Reason, "\x00", "")
		log = append(log, signed(e, rapid.IntRange(i, i+2).Draw(rt, "at")))
	}
	return log
}

// TestTheOrderOfComingDoesNotMatter: a log's meaning is of its entries alone.
func TestTheOrderOfComingDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		log := anyLog(rt)
		a, b := said("Bo: the dam holds"), said("Bo: the dam holds")
		corrections.Apply(a, corrections.Effective(log))
		corrections.Apply(b, corrections.Effective(rapid.Permutation(log).Draw(rt, "other order")))
		if x, y := asJSON(a), asJSON(b); x != y {
			rt.Errorf("\n%s\n%s", x, y)
		}
	})
}

// TestAnUndoRestores: with everything undone, nothing was decided.
func TestAnUndoRestores(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		log := anyLog(rt)
		holding := corrections.Effective(log)
		for _, e := range holding {
			log = append(log, undo(e, 30))
		}
		a := said("Bo: the dam holds")
		want := asJSON(a)
		corrections.Apply(a, corrections.Effective(log))
		if got := asJSON(a); got != want {
			rt.Errorf("\n%s\n%s", got, want)
		}
	})
}

func asJSON(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

// TestReadGivesBackWhatWasWritten: import after export is nothing at all.
func TestReadGivesBackWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		log := anyLog(rt)
		var file bytes.Buffer
		enc := json.NewEncoder(&file)
		for _, e := range log {
			if err := enc.Encode(e); err != nil {
				rt.Fatal(err)
			}
		}
		var back []corrections.Entry
		for e, err := range corrections.Read("log.jsonl", &file) {
			if err != nil {
				rt.Fatal(err)
			}
			back = append(back, e)
		}
		if asJSON(back) != asJSON(log) && len(log) > 0 {
			rt.Errorf("\n%s\n%s", asJSON(back), asJSON(log))
		}
	})
}

func TestReadRefuses(t *testing.T) {
	good := signed(corrections.Entry{Decision: corrections.Hide, Target: corrections.Statement,
		Anchors: []corrections.Anchor{corrections.NewSurveyor(said("Bo: the dam holds")).Statement(0)}}, 1)
	with := func(change func(*corrections.Entry)) string {
		e := good
		e.Anchors = slices.Clone(e.Anchors)
		change(&e)
		e.Sign()
		return asJSON(e)
	}
	tests := []struct{ name, line, want string }{
		{"good", asJSON(good), ""},
		{"empty", "\n \n", ""},
		{"no JSON", "{", "l:1: no entry"},
		{"another line", asJSON(good) + "\nx", "l:2: no entry"},
		{"two on a line", asJSON(good) + asJSON(good), "something follows"},
		{"an unknown field", `{"by":"x","rows":1}`, `unknown field "rows"`},
		{"changed", strings.Replace(asJSON(good), "mara", "tove", 1), "is not that of what the entry says"},
		{"no decision", with(func(e *corrections.Entry) { e.Decision = "guess" }), `there is no decision "guess"`},
		{"no author", with(func(e *corrections.Entry) { e.By = "" }), "nobody decided it"},
		{"a statement merged", with(func(e *corrections.Entry) { e.Decision = corrections.Merge }), "cannot be decided of a target"},
		{"no anchor", with(func(e *corrections.Entry) { e.Anchors = nil }), `"hide" wants "anchors"`},
		{"a name too many", with(func(e *corrections.Entry) { e.Name = "Bo" }), `"hide" takes no "name"`},
		{"an entity confirmed without alias", with(func(e *corrections.Entry) { e.Decision, e.Target = corrections.Confirm, corrections.Entity }), "is confirmed with an alias"},
		{"no digest", with(func(e *corrections.Entry) { e.Anchors[0].SHA256 = "00" }), "is no SHA-256"},
		{"words of another length", with(func(e *corrections.Entry) { e.Anchors[0].Words = "dam" }), "has 3 code points of words"},
		{"backwards", with(func(e *corrections.Entry) { e.Anchors[0].End = 0 }), "an anchor from 4 to 0"},
		{"too long a reason", with(func(e *corrections.Entry) { e.Reason = strings.Repeat("x", 5000) }), `"reason" is over 4000 bytes`},
		{"NUL", with(func(e *corrections.Entry) { e.By = "a\x00b" }), `"by" is no text`},
		{"before time", with(func(e *corrections.Entry) { e.At = time.Time{} }), "the time is not one in UTC"},
		{"a long line", strings.Repeat(" ", 2<<20), "a line is over 1048576 bytes"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			var failed error
			for _, err := range corrections.Read("l", strings.NewReader(c.line)) {
				failed = errors.Join(failed, err)
			}
			if c.want == "" && failed != nil || c.want != "" && (failed == nil || !strings.Contains(failed.Error(), c.want)) {
				t.Errorf("refused with %v, want %q", failed, c.want)
			}
		})
	}
}

// FuzzRead: whatever is taken is written and read back as it was.
func FuzzRead(f *testing.F) {
	f.Add([]byte(asJSON(undo(corrections.Entry{ID: "d1"}, 1))))
	f.Add([]byte("\ufeff{\"id\":\"\"}\n\n{}"))
	f.Fuzz(func(t *testing.T, file []byte) {
		for e, err := range corrections.Read("l", bytes.NewReader(file)) {
			if err != nil {
				if news.FaultOf(err) == news.Internal {
					t.Fatalf("no fault of the file: %v", err)
				}
				continue
			}
			for back, err := range corrections.Read("l", strings.NewReader(asJSON(e))) {
				if err != nil || asJSON(back) != asJSON(e) {
					t.Fatalf("%v\n%s\n%s", err, asJSON(e), asJSON(back))
				}
			}
			corrections.Apply(said("Bo: the dam holds"), []corrections.Entry{e})
		}
	})
}

// TestCheckOfCases: what is decided of a case names it, and only that does.
func TestCheckOfCases(t *testing.T) {
	const id = "d0123456789abcdef"
	at := corrections.NewSurveyor(said("Bo: the dam holds")).Statement(0)
	on := func(d corrections.Decision, target corrections.Target, change func(*corrections.Entry)) corrections.Entry {
		e := corrections.Entry{Decision: d, Target: target, Case: id}
		if target != corrections.Case {
			e.Anchors = []corrections.Anchor{at}
		}
		if change != nil {
			change(&e)
		}
		return signed(e, 1)
	}
	words := func(e *corrections.Entry) { e.Words = "late" }
	for _, c := range []struct {
		entry corrections.Entry
		want  string
	}{
		{on(corrections.Open, corrections.Case, func(e *corrections.Entry) { e.Case, e.Name = "", "dam" }), ""},
		{on(corrections.Open, corrections.Case, func(e *corrections.Entry) { e.Name = "dam" }), `"open" takes no "case"`},
		{on(corrections.Pick, corrections.Statement, nil), ""},
		{on(corrections.Pick, corrections.Article, nil), ""},
		{on(corrections.Pick, corrections.Case, nil), `"pick" cannot be decided of a target "case"`},
		{on(corrections.Pick, corrections.Claim, func(e *corrections.Entry) { e.Case = "" }), `"pick" wants "case"`},
		{on(corrections.Pick, corrections.Claim, func(e *corrections.Entry) { e.Case = "dam" }), "it is not said of which case"},
		{on(corrections.Pick, corrections.Entity, words), `"pick" takes no "words"`},
		{on(corrections.Place, corrections.Statement, nil), `"place" wants "place"`},
		{on(corrections.Place, corrections.Statement, func(e *corrections.Entry) { e.Place = -1 }), "there is no such place"},
		{on(corrections.Note, corrections.Case, words), ""},
		{on(corrections.Tag, corrections.Statement, words), ""},
		{on(corrections.Tag, corrections.Statement, nil), `"tag" wants "words"`},
		{on(corrections.Close, corrections.Case, nil), ""},
		{on(corrections.Rename, corrections.Case, func(e *corrections.Entry) { e.Name = "bridge" }), ""},
		{on(corrections.Rename, corrections.Entity, func(e *corrections.Entry) { e.Name = "Bo" }), "it is not said of which case"},
		{on(corrections.Hide, corrections.Statement, nil), `"hide" takes no "case"`},
	} {
		if got := c.entry.Check(); got != c.want {
			t.Errorf("%s of a %s: %q, want %q", c.entry.Decision, c.entry.Target, got, c.want)
		}
	}
}

// TestAPickIsBoundAndChangesNothing: an article by its first line, a statement by
// its words, and neither reads as corrected.
func TestAPickIsBoundAndChangesNothing(t *testing.T) {
	a := said("Bo: the dam holds")
	survey := corrections.NewSurveyor(a)
	line, _ := survey.Line()
	pick := func(target corrections.Target, at corrections.Anchor) corrections.Entry {
		return signed(corrections.Entry{Decision: corrections.Pick, Target: target, Case: "d0123456789abcdef", Anchors: []corrections.Anchor{at}}, 1)
	}
	want := asJSON(a)
	bound := corrections.Apply(a, []corrections.Entry{pick(corrections.Statement, survey.Statement(0)), pick(corrections.Article, line)})
	if got := asJSON(a); got != want {
		t.Errorf("\n%s\n%s", got, want)
	}
	if len(bound) != 2 || bound[0].Statement != 0 || bound[1].Now != "" || line.Words != "Bo: the dam holds" {
		t.Errorf("bound %+v, line %q", bound, line.Words)
	}
}
