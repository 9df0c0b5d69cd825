package copies_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

func textOf(s string) *copies.Text { return copies.New(s, []news.Span{{Start: 0, End: len(s)}}) }

const harbour = `The harbour of Tarnhaven will stay closed until the end of the month, its master Ada Quill told the council on Monday evening.
Divers found two cracks below the water line of the eastern wall last week, and a third one this morning after the storm.
Ferries to the islands leave from the old quay at Lowmoor instead, where a tent has been set up for passengers who wait.
The council had voted against new repairs in spring because the money was wanted for the school roof and two buses.
Nobody was hurt when the first stones fell, but a fishing boat that lay beside the wall lost its mast and both anchors.
Engineers from the capital are expected on Thursday with a crane that can lift blocks of up to forty tonnes at once.`

const market = `A new covered market opens in Orlan this weekend with sixty stalls, twice as many as the square ever held before.
The builders finished a month early, which the mayor puts down to a mild winter and to masons who slept on the site.
Bakers pay no rent in the first year; fishmongers complain that the cold room was left out of the final drawings.
Trams will stop at the northern gate every ten minutes on Saturdays, and the old car park becomes a garden by autumn.
Traders from three valleys have asked for stalls, among them a maker of bells whose family sold here a century ago.`

const letter = `If you read this, I have left the office, and I ask you to keep the lamps lit for those who come after me.
I was told to sign the papers and I did not, because my mother taught me to read what I sign, and we all should.`

func TestJudge(t *testing.T) {
	lines := strings.Split(harbour, "\n")
	quotation := "“We were promised a wall that would stand for a hundred years and we were given one that did not stand for ten of them,” she said."
	tests := []struct {
		name, a, b string
		want       copies.Kind
	}{
		{"the whole under another foot", harbour, harbour + "\nRead more of our stories from the coast here.", copies.Republished},
		{"two thirds of it behind a new beginning", harbour, "Boats stay away from Tarnhaven.\n" + strings.Join(lines[1:5], "\n"), copies.Republished},
		{"two of its sentences in an own article", harbour, market + "\n" + lines[1] + "\n" + lines[4], copies.Excerpt},
		{"one of its sentences", harbour, market + "\n" + lines[3], copies.Excerpt},
		{"the half of a sentence", harbour, market + "\nThe council had voted against new repairs in spring.", copies.Apart},
		{"the same quotation", harbour + "\n" + quotation, market + "\n" + quotation, copies.SharedQuotation},
		{"a letter printed in full", "The clerk left a letter on the desk:\n" + letter + "\n" + market, harbour + "\nHer letter to the council reads:\n" + letter, copies.SharedQuotation},
		{"another story", harbour, market, copies.Apart},
		{"too little to tell", "The ferry is late.", "The ferry is late.", copies.Apart},
		{"nothing", "", harbour, copies.Apart},
	}
	for _, c := range tests {
		a, b := textOf(c.a), textOf(c.b)
		v := copies.Judge(a, b, copies.Compare(a, b))
		if v.Kind != c.want {
			t.Errorf("%s: got %q %v, want %q", c.name, v.Kind, v.Reasons, c.want)
		}
		for _, r := range v.Reasons {
			if !wording.Known(r.Rule) {
				t.Errorf("rule %q has no sentence", r.Rule)
			}
		}
	}
}

func TestPassagesAreTheSameWordsOnBothSides(t *testing.T) {
	line := strings.Split(harbour, "\n")[1]
	edited := strings.Replace(line, "below the water line", "under water", 1)
	a, b := "A word before. "+line+" And after.", "«Начало». "+edited+"\nEnd of it."
	o := copies.Compare(textOf(a), textOf(b))
	if len(o.Passages) != 1 {
		t.Fatalf("got %d passages, want 1: %+v", len(o.Passages), o.Passages)
	}
	p := o.Passages[0]
	if got, want := p.A.Of(a), strings.TrimSuffix(line, "."); got != want {
		t.Errorf("in a: got %q, want %q", got, want)
	}
	if got, want := p.B.Of(b), strings.TrimSuffix(edited, "."); got != want {
		t.Errorf("in b: got %q, want %q", got, want)
	}
}

func TestAmongFindsEachPairOnce(t *testing.T) {
	edges := copies.Among([]*copies.Text{textOf(harbour), textOf(market), textOf(harbour + "\nMore."), textOf(market + "\nMore.")})
	if len(edges) != 2 || edges[0].A != 0 || edges[0].B != 2 || edges[1].A != 1 || edges[1].B != 3 {
		t.Errorf("got %+v, want 0-2 and 1-3", edges)
	}
}

func TestOverlapIsSymmetric(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "bell", "rings", "over", "Tarnhaven", "“", "”", "\n", ":", "I", "Ünal"}), 0, 60)
		a, b := textOf(strings.Join(words.Draw(rt, "a"), " ")), textOf(strings.Join(words.Draw(rt, "b"), " "))
		x, y := copies.Compare(a, b), copies.Compare(b, a)
		if x.Grams != y.Grams || x.HeldA != y.HeldB {
			rt.Errorf("letters: %v and %v", x, y)
		}
		if x.Words > min(a.Words(), b.Words()) || x.Quoted > x.Words {
			rt.Errorf("more words the same than there are: %+v", x)
		}
	})
}

// Any two texts that share 39 letters in a row share a print (the guarantee of winnowing).
func TestSharedLettersShareAPrint(t *testing.T) {
	const guarantee = 39
	rapid.Check(t, func(rt *rapid.T) {
		letters := rapid.StringOfN(rapid.RuneFrom([]rune("abcdeфгд ")), 0, 80, -1)
		shared := rapid.StringOfN(rapid.RuneFrom([]rune("abcdefghijklmnopqrstuvwxyz")), guarantee, 90, -1).Draw(rt, "shared")
		prints := map[uint64]bool{}
		for _, p := range textOf(letters.Draw(rt, "a") + shared + letters.Draw(rt, "b")).Prints(nil) {
			prints[p.Hash] = true
		}
		for _, p := range textOf(letters.Draw(rt, "c") + shared + letters.Draw(rt, "d")).Prints(nil) {
			if prints[p.Hash] {
				return
			}
		}
		rt.Errorf("no print in common over %q", shared)
	})
}

func TestDirection(t *testing.T) {
	reprint := harbour + "\nOriginally published in the Tarnhaven Courier."
	full, copied := textOf(harbour), textOf(reprint)
	o := copies.Compare(full, copied)
	courier := copies.Side{Text: full, Full: harbour, Outlet: []string{"tarnhaven courier"}}
	other := copies.Side{Text: copied, Full: reprint, Credits: copies.Credits(reprint), Outlet: []string{"orlan mirror"}}
	if d, why := copies.Direct(courier, other, o); d != copies.BFromA || why[0].Words != "Originally published in the Tarnhaven Courier" {
		t.Errorf("got %q %v, want the reprint to come from the Courier", d, why)
	}
	if d, _ := copies.Direct(other, courier, o); d != copies.AFromB {
		t.Errorf("the other way round: got %q", d)
	}
	if d, _ := copies.Direct(copies.Side{Text: full, Full: harbour}, copies.Side{Text: full, Full: harbour}, o); d != copies.Unknown {
		t.Errorf("nothing known: got %q, want unknown", d)
	}
}

// Each trace of editing is the only thing that tells which of two texts was first.
func TestTracesOfEditing(t *testing.T) {
	lines := strings.Split(harbour, "\n")
	told := func(whom string) string {
		return strings.Replace(harbour, "told the council", "told "+whom, 1)
	}
	for _, c := range []struct {
		rule, first, second string
	}{
		{copies.RuleKeepsOutlet, told("the Tarnhaven Courier"), told("the Tarnhaven Courier") + "\nMore."},
		{copies.RuleLosesOutlet, told("the Tarnhaven Courier"), told("the newspaper")},
		{copies.RuleBreaksOff, harbour, strings.Join(lines[:3], "\n") + "\nThe council had voted against new repairs in spring because the money\nRead on at our site"},
		{copies.RuleLostLink, harbour, harbour + "\nSource link\n"},
	} {
		first := copies.Side{Text: textOf(c.first), Full: c.first, Credits: copies.Credits(c.first), Outlet: []string{"tarnhaven courier"}}
		second := copies.Side{Text: textOf(c.second), Full: c.second, Credits: copies.Credits(c.second), Outlet: []string{"orlan mirror"}}
		d, why := copies.Direct(first, second, copies.Compare(first.Text, second.Text))
		if d != copies.BFromA || !has(why, c.rule) {
			t.Errorf("%s: got %s %v", c.rule, d, why)
		}
		if d, _ := copies.Direct(second, first, copies.Compare(second.Text, first.Text)); d != copies.AFromB {
			t.Errorf("%s, the other way round: got %s", c.rule, d)
		}
		for _, r := range why {
			if !wording.Known(r.Rule) {
				t.Errorf("rule %q has no sentence", r.Rule)
			}
		}
	}
}

func has(why []news.Reason, rule string) bool {
	return slices.ContainsFunc(why, func(r news.Reason) bool { return r.Rule == rule })
}

func TestCredits(t *testing.T) {
	tests := []struct {
		text, name string
		whole      bool
	}{
		{"Source: Orlan Press\n", "Orlan Press", true},
		{"The wall fell, as reported by the Orlan Press, on Monday.", "the Orlan Press", false},
		{"Источник: Вестник Орлана", "Вестник Орлана", true},
		{"Мост закрыт, со ссылкой на «Вестник» сообщает газета.", "«Вестник", false},
		{"Quelle: orlan-presse.example", "orlan-presse.example", true},
	}
	for _, c := range tests {
		got := copies.Credits(c.text)
		if len(got) != 1 || got[0].Name.Of(c.text) != c.name || got[0].Whole != c.whole {
			t.Errorf("%q: got %+v, want %q", c.text, got, c.name)
		}
	}
	if got := copies.Credits("She named no source and left."); len(got) != 0 {
		t.Errorf("got %+v where nobody is named", got)
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(harbour, market)
	f.Add("“a”:\nI am «b» ''c''", "“a")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := textOf(a), textOf(b)
		for _, p := range copies.Compare(x, y).Passages {
			if p.A.Empty() || p.B.Empty() || p.A.End > len(a) || p.B.End > len(b) || p.Quoted > p.Words {
				t.Errorf("a passage that cannot be: %+v", p)
			}
		}
		for _, c := range copies.Credits(a) {
			if c.Span.Empty() || c.Span.End > len(a) || c.Name.End > c.Span.End {
				t.Errorf("a credit that cannot be: %+v", c)
			}
		}
		for _, p := range x.Prints(nil) {
			if p.At < 0 || int(p.At) >= len(a) {
				t.Errorf("a print beyond the text: %+v", p)
			}
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	x, y := textOf(harbour+market), textOf(market+harbour)
	b.ReportAllocs()
	for b.Loop() {
		copies.Compare(x, y)
	}
}

func BenchmarkPrints(b *testing.B) {
	text := strings.Repeat(harbour+"\n"+market+"\n", 8)
	b.SetBytes(int64(len(text)))
	var prints []copies.Print
	for b.Loop() {
		prints = textOf(text).Prints(prints[:0])
	}
}
