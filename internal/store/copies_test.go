package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

var copiesMaker = store.Maker{Stage: "copies", Version: "test"}

// writer writes invented sentences.
type writer struct{ *rand.Rand }

var syllables = strings.Fields("ba dor fen gil har jum kel lom mar nis ost pir quo rul sat tun vel wim yar zed bro cla dri")

func (w writer) word() string {
	out := ""
	for range 2 + w.IntN(2) {
		out += syllables[w.IntN(len(syllables))]
	}
	return out
}

func (w writer) sentence() string {
	words := make([]string, 12+w.IntN(8))
	for i := range words {
		words[i] = w.word()
	}
	return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:] + "."
}

func (w writer) story(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = w.sentence()
	}
	return out
}

// phrase adds phrases of the trade to articles: so many, of so many kinds.
func (w writer) phrase(all []carried, kinds int, many func(i int) int) {
	phrases := w.story(kinds)
	for i := range all {
		for range many(i) {
			all[i].text += "\n\n" + phrases[w.IntN(len(phrases))]
		}
	}
}

// carried is an article of a small world.
type carried struct {
	id, outlet, text string
	day              int
	cut              int // paragraphs at its end that are no part of its body
}

// world is invented articles: families, each an origin with copies whole and in
// part, some edited and copied on, and more articles than one phrase may have
// that share nothing but a quotation.
func world(seed uint64, families, members, quoting int) []carried {
	w := writer{rand.New(rand.NewPCG(seed, 9))}
	var out []carried
	add := func(day int, lines []string) {
		n := len(out)
		out = append(out, carried{fmt.Sprintf("a%03d", n), fmt.Sprintf("The Outlet %d", n), strings.Join(lines, "\n\n"), day, 0})
	}
	for f := range families {
		origin := w.story(12)
		add(f, origin)
		for m := range members {
			day := f + w.IntN(3)
			switch m % 4 {
			case 0:
				add(day, origin)
			case 1:
				add(day, append(w.story(2), origin[2:8]...))
			case 2:
				add(day, append(w.story(9), origin[4:6]...))
			default:
				origin = append(slices.Clone(origin[:11]), w.sentence()) // and copied on from here
				add(day, origin)
			}
		}
	}
	said := "“" + strings.TrimSuffix(w.sentence()+" "+w.sentence(), ".") + ",” she said."
	for range quoting {
		add(w.IntN(4), append(w.story(6), said))
	}
	return out
}

var firstDay = time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC)

func (c carried) pack(t testing.TB) *store.Packed {
	t.Helper()
	from := firstDay.AddDate(0, 0, c.day)
	b := news.Blob{ID: c.id, Media: news.MediaText, Bytes: []byte(c.text)}
	a := &news.Article{ID: c.id, SHA256: news.DigestOf(c.text), CaptureSHA256: news.DigestOf(c.text), Text: c.text, Body: []news.Span{{Start: 0, End: c.end()}}, Language: "en"}
	a.Outlet.Value = c.outlet
	p, err := store.Pack(store.Entry{Blob: b, Article: a, Again: true, Seen: news.Interval{From: from, Until: from.AddDate(0, 0, 1)},
		Makers: store.Makers{Clean: store.Maker{Stage: "clean", Version: "test"}, Attribute: store.Maker{Stage: "attribute", Version: "test"}}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// end is where the body ends: cut paragraphs at the end are none of it.
func (c carried) end() int {
	end := len(c.text)
	for range c.cut {
		end = strings.LastIndex(c.text[:end], "\n\n")
	}
	return end
}

func keepAll(t testing.TB, a *store.Archive, all ...carried) {
	t.Helper()
	var packed []*store.Packed
	for _, c := range all {
		packed = append(packed, c.pack(t))
	}
	if _, err := a.Put(t.Context(), packed); err != nil {
		t.Fatal(err)
	}
}

func compareAll(t testing.TB, a *store.Archive) {
	t.Helper()
	for {
		left, err := a.SweepCopies(t.Context(), copiesMaker)
		if err != nil {
			t.Fatal(err)
		}
		if left == 0 {
			return
		}
	}
}

// forestOf is all edges and families, a line each.
func forestOf(t testing.TB, a *store.Archive) []string {
	t.Helper()
	var out []string
	err := a.EachCopy(t.Context(), func(c news.Copy) error {
		origin, err := a.Origins(t.Context(), []string{c.To})
		out = append(out, fmt.Sprintf("%s carries %s, of %s: %v %v %.3f %v %v", c.To, c.From, origin[c.To], c.Kind, c.Directed, c.Share, c.Passages, c.Reasons))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func sameForest(t *testing.T, when string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("%s:\n%s\nis not\n%s", when, got[i], want[i])
		}
	}
	t.Fatalf("%s: %d edges, not %d", when, len(got), len(want))
}

func wholeForest(t *testing.T, a *store.Archive) {
	t.Helper()
	if _, err := a.Verify(t.Context(), func(p store.Problem) {
		if strings.HasPrefix(p.Where, "copies") || strings.HasPrefix(p.Where, "index") || strings.Contains(p.Words, "fingerprints") || strings.Contains(p.Words, "passage") {
			t.Error(p)
		}
	}); err != nil {
		t.Fatal(err)
	}
}

// The forest is one of the articles, whatever order they come in, in whatever
// parts they are swept, and whatever was there meanwhile and has gone.
func TestTheForestIsOfTheArticles(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	for seed := range uint64(2) {
		all := world(seed, 5, 8, 110)
		inOrder := open(t)
		keepAll(t, inOrder, all...)
		compareAll(t, inOrder)
		want := forestOf(t, inOrder)
		wholeForest(t, inOrder)
		if len(want) < 5*7 {
			t.Fatalf("%d edges in %d articles", len(want), len(all))
		}
		for order := range uint64(2) {
			r := rand.New(rand.NewPCG(seed, order))
			strangers := world(seed+100, 1, 3, 0)
			for i := range strangers {
				strangers[i].id = "x" + strangers[i].id
				strangers[i].text = all[r.IntN(len(all))].text + "\n\n" + strangers[i].text
			}
			mixed := append(slices.Clone(all), strangers...)
			r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
			a := open(t)
			for left := mixed; len(left) > 0; {
				n := min(len(left), 1+r.IntN(20))
				keepAll(t, a, left[:n]...)
				if r.IntN(3) > 0 {
					compareAll(t, a)
				}
				left = left[n:]
			}
			for _, s := range strangers {
				if err := a.Forget(t.Context(), s.id, store.Grave{By: "mara", At: firstDay}); err != nil {
					t.Fatal(err)
				}
			}
			compareAll(t, a)
			sameForest(t, fmt.Sprintf("seed %d, order %d", seed, order), forestOf(t, a), want)
			wholeForest(t, a)
		}
	}
}

// The same of articles of one day or three, of which many share phrases of the
// trade, so that there are more candidates than are compared, keys that too many
// have come and go, and some articles go in the end.
func TestTheForestIsOfTheArticlesWherePhrasesRecur(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	for seed := uint64(21); seed < 23; seed++ {
		all := world(seed, 4, 9, 70)
		w := writer{rand.New(rand.NewPCG(seed, 77))}
		w.phrase(all, 12, func(i int) int { return (i % 2) * (1 + w.IntN(3)) })
		for i := range all {
			all[i].day = int(seed%2) * (i % 3)
		}
		r := rand.New(rand.NewPCG(seed, 3))
		mixed := slices.Clone(all)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		a := open(t)
		for left := mixed; len(left) > 0; {
			n := min(len(left), 1+r.IntN(12))
			keepAll(t, a, left[:n]...)
			if r.IntN(4) > 0 {
				compareAll(t, a)
			}
			left = left[n:]
		}
		compareAll(t, a)
		inOrder := open(t)
		keepAll(t, inOrder, all...)
		compareAll(t, inOrder)
		sameForest(t, fmt.Sprintf("seed %d", seed), forestOf(t, a), forestOf(t, inOrder))
		for _, x := range mixed[:10] {
			if err := a.Forget(t.Context(), x.id, store.Grave{By: "mara", At: firstDay}); err != nil {
				t.Fatal(err)
			}
			if r.IntN(2) == 0 {
				compareAll(t, a)
			}
		}
		compareAll(t, a)
		rest := open(t)
		keepAll(t, rest, mixed[10:]...)
		compareAll(t, rest)
		sameForest(t, fmt.Sprintf("seed %d, some gone", seed), forestOf(t, a), forestOf(t, rest))
		wholeForest(t, a)
	}
}

// The same of articles of which some, of those with phrases of the trade most,
// are read again with less of their body, once or more, before and after they
// were compared; some of these go.
func TestTheForestIsOfTheArticlesAsTheyWereReadLast(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	for seed := uint64(41); seed < 43; seed++ {
		all := world(seed, 3, 8, 90)
		w := writer{rand.New(rand.NewPCG(seed, 77))}
		w.phrase(all, 8, func(i int) int { return i % 4 })
		for i := range all {
			all[i].day = i % 3
		}
		a := open(t)
		keepAll(t, a, all...)
		if seed%2 == 0 {
			compareAll(t, a)
		}
		for range 12 {
			var again []carried
			for range 1 + w.IntN(6) {
				x := &all[w.IntN(len(all))]
				x.cut = w.IntN(3)
				again = append(again, *x)
			}
			keepAll(t, a, again...)
			if w.IntN(3) > 0 {
				compareAll(t, a)
			}
		}
		for _, x := range all[:6] {
			if err := a.Forget(t.Context(), x.id, store.Grave{By: "mara", At: firstDay}); err != nil {
				t.Fatal(err)
			}
		}
		compareAll(t, a)
		wholeForest(t, a)
		fresh := open(t)
		keepAll(t, fresh, all[6:]...)
		compareAll(t, fresh)
		sameForest(t, fmt.Sprintf("seed %d", seed), forestOf(t, a), forestOf(t, fresh))
	}
}

// Of more articles with one quotation than a phrase may have, the first ones
// only are compared by it; when one of those goes, the next takes its place.
func TestWhatWasKeptInReserveComesBack(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	all := world(5, 0, 0, 130)
	slices.SortStableFunc(all, func(x, y carried) int { return x.day - y.day })
	a, without := open(t), open(t)
	keepAll(t, a, all...)
	compareAll(t, a)
	if n := len(forestOf(t, a)); n < 40 || n > 100 {
		t.Fatalf("%d of 130 have an edge: nothing was kept in reserve", n)
	}
	keepAll(t, without, all[8:]...)
	compareAll(t, without)
	for _, c := range all[:8] {
		if err := a.Forget(t.Context(), c.id, store.Grave{By: "mara", At: firstDay}); err != nil {
			t.Fatal(err)
		}
		compareAll(t, a)
	}
	sameForest(t, "after eight have gone", forestOf(t, a), forestOf(t, without))
	if err := a.Purge(t.Context()); err != nil {
		t.Fatal(err)
	}
	wholeForest(t, a)
	sameForest(t, "after Purge", forestOf(t, a), forestOf(t, without))
}

func TestAFamilyIsFoundWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	w := writer{rand.New(rand.NewPCG(3, 3))}
	origin := w.story(10)
	all := []carried{{"origin", "The Wire", strings.Join(origin, "\n\n"), 0, 0}}
	for i := range 500 {
		lines := slices.Clone(origin)
		switch i % 3 {
		case 1:
			lines = append(w.story(2), lines[1:]...)
		case 2:
			lines = lines[:6]
		}
		all = append(all, carried{fmt.Sprintf("c%03d", i), fmt.Sprintf("The Outlet %d", i), strings.Join(lines, "\n\n"), 1 + w.IntN(30), 0})
	}
	for i := range 300 {
		all = append(all, carried{fmt.Sprintf("o%03d", i), "The Other", strings.Join(w.story(10), "\n\n"), w.IntN(30), 0})
	}
	w.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	a := open(t)
	for part := range slices.Chunk(all, 300) {
		keepAll(t, a, part...)
		compareAll(t, a)
	}
	f, err := a.Family(t.Context(), "c123", 5)
	if err != nil || f.Articles != 501 || f.Origin != "origin" || len(f.Members) != 5 {
		t.Errorf("%+v, %v", f, err)
	}
	n, err := a.OriginsAmong(t.Context(), []string{"c001", "c002", "c003", "o001", "nowhere"})
	if err != nil || n != 2 {
		t.Errorf("%d origins, %v", n, err)
	}
}

func TestOutletsOfOneOwnerAreOneOrigin(t *testing.T) {
	w := writer{rand.New(rand.NewPCG(4, 4))}
	said := "“" + strings.TrimSuffix(w.sentence()+" "+w.sentence(), ".") + ",” she said."
	a := open(t)
	keepAll(t, a, carried{"one", "The Lowmoor Lamp", strings.Join(append(w.story(5), said), "\n\n"), 1, 0},
		carried{"two", "The Orlan Lamp", strings.Join(append(w.story(5), said), "\n\n"), 2, 0})
	compareAll(t, a)
	count := func() int {
		n, err := a.OriginsAmong(t.Context(), []string{"one", "two"})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := count(); n != 2 {
		t.Fatalf("two articles that quote the same words are of %d origins", n)
	}
	if err := a.AddOwners(t.Context(), []owners.Group{{Name: "Lamp Media", Outlets: []string{"the lowmoor lamp", "The Orlan Lamp"}}}); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 1 {
		t.Errorf("two outlets of one owner that quote the same words are of %d origins", n)
	}
	if err := a.RemoveOwners(t.Context(), "Lamp Media"); err != nil || count() != 2 {
		t.Error("a group that is gone still counts", err)
	}
}

func TestMeetingsOfATextThatIsNotThere(t *testing.T) {
	all := world(8, 1, 4, 0)
	a := open(t)
	keepAll(t, a, all...)
	compareAll(t, a)
	text := "Somebody sent us this.\n\n" + strings.Join(strings.Split(all[0].text, "\n\n")[3:9], "\n\n")
	found, err := a.MeetingsOf(t.Context(), &news.Article{ID: "letter", Text: text, SHA256: news.DigestOf(text), Body: []news.Span{{Start: 0, End: len(text)}}}, news.Interval{}, 10)
	if err != nil || len(found) == 0 {
		t.Fatal(found, err)
	}
	m := found[0]
	if m.From != "a000" || m.To != "letter" || m.Shares.To < .8 || m.Articles < 3 {
		t.Errorf("%+v", m)
	}
	for _, p := range m.Passages {
		if !strings.EqualFold(strings.Join(strings.Fields(p.From.Of(m.Text)), " "), strings.Join(strings.Fields(p.To.Of(text)), " ")) {
			t.Errorf("%q beside %q", p.From.Of(m.Text), p.To.Of(text))
		}
	}
}
