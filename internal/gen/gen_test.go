package gen

import (
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func same(a, b Article) bool {
	return a.ID == b.ID && a.Text == b.Text && a.Given == b.Given && a.Truth.CopyOf == b.Truth.CopyOf &&
		a.Truth.Kind == b.Truth.Kind && a.Truth.Share == b.Truth.Share && a.Truth.Body == b.Truth.Body &&
		slices.Equal(a.Truth.Claims, b.Truth.Claims)
}

// An article is the same alone, in order, and made by many at once.
func TestAnArticleDependsOnItsNumberOnly(t *testing.T) {
	const count = 300
	var inOrder []Article
	for a := range New(7, Config{}).Articles(count) {
		inOrder = append(inOrder, a)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	archive, atOnce := New(7, Config{}), make([]Article, count)
	var wg sync.WaitGroup
	for from := range 4 {
		wg.Go(func() {
			for n := count - 1 - from; n >= 0; n -= 4 {
				atOnce[n] = archive.Article(n)
			}
		})
	}
	wg.Wait()
	for n := range inOrder {
		if !same(inOrder[n], atOnce[n]) {
			t.Fatalf("article %d differs", n)
		}
	}
	if same(inOrder[5], New(8, Config{}).Article(5)) {
		t.Error("another seed makes the same article")
	}
}

// What the truth says of an article holds of its text.
func TestTruthHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		archive := New(rapid.Uint64().Draw(t, "seed"), Config{Bytes: rapid.IntRange(400, 6000).Draw(t, "bytes")})
		a := archive.Article(rapid.IntRange(0, 1_000_000).Draw(t, "n"))
		if b := a.Truth.Body; b.Start <= 0 || b.End >= len(a.Text) || b.Empty() {
			t.Fatalf("body %v of %d bytes", b, len(a.Text))
		}
		if (a.Truth.CopyOf == "") != (a.Truth.Kind == "") || a.Truth.Share < 0 || a.Truth.Share > 1 {
			t.Fatalf("copy of %q, kind %q, share %v", a.Truth.CopyOf, a.Truth.Kind, a.Truth.Share)
		}
		for _, c := range a.Truth.Claims {
			if !a.Truth.Body.Holds(c.Sentence) {
				t.Fatalf("claim %d outside the body", c.Claim)
			}
			words := map[Relation]string{Denies: "not true that |denied that ", Doubts: "doubted that ", Asks: "asked whether "}[c.Relation]
			if words != "" && a.Truth.Kind != Edited10 && a.Truth.Kind != Edited20 && a.Truth.Kind != Edited30 && !anyIn(c.Sentence.Of(a.Text), words) {
				t.Fatalf("%s: %q", c.Relation, c.Sentence.Of(a.Text))
			}
		}
	})
}

func anyIn(text, alternatives string) bool {
	return slices.ContainsFunc(strings.Split(alternatives, "|"), func(s string) bool { return strings.Contains(text, s) })
}

// Bodies are of the size asked for, in the mean; 2.5 kB when nobody asks.
func TestSizes(t *testing.T) {
	for wanted, c := range map[float64]Config{2500: {}, 800: {Bytes: 800}, 10000: {Bytes: 10000}} {
		total, count := 0, 0
		for a := range New(3, c).Articles(400) {
			if a.Truth.CopyOf == "" {
				total, count = total+a.Truth.Body.Len(), count+1
			}
		}
		if mean := float64(total) / float64(count); math.Abs(mean-wanted) > .06*wanted {
			t.Errorf("wanted %v bytes, mean %.0f", wanted, mean)
		}
	}
}

// Each kind of copy shares as much with its origin as its name says, counted by
// runs of five words.
func TestCopiesAreWhatTheyClaim(t *testing.T) {
	shares := map[CopyKind][]float64{}
	archive := New(11, Config{})
	for n := range 1500 {
		a := archive.Article(n)
		if a.Truth.CopyOf == "" {
			continue
		}
		var m int
		for i := len("gen/"); i < len(a.Truth.CopyOf); i++ {
			m = m*10 + int(a.Truth.CopyOf[i]-'0')
		}
		if m >= n || n-m > archive.Window {
			t.Fatalf("%s copies %s", a.ID, a.Truth.CopyOf)
		}
		origin := archive.Article(m)
		if origin.Truth.CopyOf != "" {
			t.Fatalf("%s copies %s, itself a copy", a.ID, origin.ID)
		}
		shares[a.Truth.Kind] = append(shares[a.Truth.Kind], contained(a, origin))
		if checkShare(a.Truth.Kind) && math.Abs(contained(a, origin)-a.Truth.Share) > .2 {
			t.Errorf("%s, %s: %.2f of the runs stand in the origin, the truth says %.2f of the words", a.ID, a.Truth.Kind, contained(a, origin), a.Truth.Share)
		}
	}
	for kind, limits := range map[CopyKind][2]float64{
		Republished: {1, 1}, Truncated50: {1, 1}, Truncated25: {1, 1}, Shuffled: {.7, .95},
		Edited10: {.5, .7}, Edited20: {.25, .45}, Edited30: {.1, .25}, NewLede: {.7, .95}, Half: {.4, .6},
		Lifted1: {.02, .1}, Lifted2: {.06, .15}, Lifted3: {.1, .2}, Quotation: {.01, .08}, Reworded: {.05, .4},
	} {
		if got := mean(shares[kind]); got < limits[0] || got > limits[1] {
			t.Errorf("%s: mean %.2f of %d copies' runs stand in the origin, wanted %v", kind, got, len(shares[kind]), limits)
		}
	}
}

// A family has one origin, the first of its stretch, and many carriers.
func TestFamilies(t *testing.T) {
	archive := New(4, Config{Family: 30})
	carriers := map[string]int{}
	for n := range 1200 {
		a := archive.Article(n)
		if n%120 == 0 && a.Truth.CopyOf != "" {
			t.Errorf("%s begins a stretch and copies %s", a.ID, a.Truth.CopyOf)
		}
		carriers[a.Truth.CopyOf]++
	}
	large := 0
	for n := 0; n < 1200; n += 120 {
		if carriers[ArticleID(n)] >= 10 {
			large++
		}
	}
	if large < 4 {
		t.Errorf("%d of 10 families have ten members", large)
	}
}

// What a copy leaves of its origin stands in its text, and in no other.
func TestTraces(t *testing.T) {
	archive := New(6, Config{Traces: 0.8})
	left := map[Trace]int{}
	for n := range 800 {
		a := archive.Article(n)
		left[a.Truth.Trace]++
		if strings.Contains(a.Text, lostLink) != (a.Truth.Trace == TraceLink) {
			t.Errorf("%s, trace %q, text %q", a.ID, a.Truth.Trace, a.Text)
		}
		if a.Truth.Trace == TraceCredit && !strings.Contains(a.Text[a.Truth.Body.End:], archive.ArticleOf(a.Truth.CopyOf).Given.Outlet) {
			t.Errorf("%s does not name the outlet of %s", a.ID, a.Truth.CopyOf)
		}
		if a.Truth.CopyOf == "" && a.Truth.Trace != "" {
			t.Errorf("%s is no copy and leaves a trace", a.ID)
		}
	}
	for _, trace := range []Trace{TraceCredit, TraceLink, TraceCut} {
		if left[trace] < 5 {
			t.Errorf("%s: %d", trace, left[trace])
		}
	}
}

// checkShare tells the kinds whose shared words stand in long runs.
func checkShare(k CopyKind) bool {
	switch k {
	case Edited10, Edited20, Edited30, Reworded, Shuffled:
		return false
	}
	return true
}

// contained is the share of a's runs of five words that stand in b.
func contained(a, b Article) float64 {
	in := map[string]bool{}
	for _, r := range runs(b) {
		in[r] = true
	}
	all, shared := runs(a), 0
	for _, r := range all {
		if in[r] {
			shared++
		}
	}
	return float64(shared) / float64(len(all))
}

func runs(a Article) []string {
	w := strings.Fields(a.Truth.Body.Of(a.Text))
	var out []string
	for i := range len(w) - 4 {
		out = append(out, strings.Join(w[i:i+5], " "))
	}
	return out
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(len(list))
}

// A claim is made once, before anybody takes it up, and all relations occur.
func TestClaimsHaveOneMaker(t *testing.T) {
	made, relations := map[int]string{}, map[Relation]int{}
	for a := range New(5, Config{}).Articles(2000) {
		for _, c := range a.Truth.Claims {
			relations[c.Relation]++
			if c.Relation == Makes {
				if made[c.Claim] != "" {
					t.Fatalf("claim %d made in %s and %s", c.Claim, made[c.Claim], a.ID)
				}
				made[c.Claim] = a.ID
			} else if made[c.Claim] == "" {
				t.Fatalf("%s takes up claim %d before it is made", a.ID, c.Claim)
			}
		}
	}
	for _, r := range []Relation{Makes, Repeats, Denies, Doubts, Asks} {
		if relations[r] < 20 {
			t.Errorf("%s: %d", r, relations[r])
		}
	}
}

// People keep their words' order whatever house spells them; some differ.
func TestHousesSpellDifferently(t *testing.T) {
	a, several := New(1, Config{}), 0
	for i := range 200 {
		p, spellings := a.person(i), map[string]bool{}
		for h := range houses {
			spellings[p.full(h)] = true
			if len(strings.Fields(p.full(h))) != 2 {
				t.Fatalf("%q is no name of two words", p.full(h))
			}
		}
		if len(spellings) > 1 {
			several++
		}
	}
	if several < 100 {
		t.Errorf("%d of 200 people have several spellings", several)
	}
}

func BenchmarkArticle(b *testing.B) {
	a, bytes := New(1, Config{}), 0
	for n := 0; b.Loop(); n++ {
		bytes += len(a.Article(n).Text)
	}
	b.SetBytes(int64(bytes / max(1, b.N)))
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
