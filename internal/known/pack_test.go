package known

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The files as cmd/hearsay-lists makes them; it prints these sums.
const (
	entriesSum = "11a30a4a69e5847ba9c6b453ce2deb69708a174d9bdf63bdca891389a1b641f4"
	indexSum   = "d01ff354fcc1fd48b6b22a0b22edc85c9b31e595967e29418e0b9cb263357a61"
)

func TestEmbeddedFilesAreThePinnedOnes(t *testing.T) {
	for _, f := range []struct{ name, bytes, want string }{
		{"places.zst", string(entriesFile), entriesSum},
		{"places.index", indexFile, indexSum},
	} {
		if got := sha256.Sum256([]byte(f.bytes)); hex.EncodeToString(got[:]) != f.want {
			t.Errorf("%s has the SHA-256 %x, want %s", f.name, got, f.want)
		}
	}
	if got := sha256.Sum256(entriesFile); index().sum != hex.EncodeToString(got[:]) {
		t.Error("the index is that of other entries")
	}
}

// mostEmbedded bounds what the base adds to the program.
const mostEmbedded = 3 << 20

func TestEmbeddedFilesAreSmall(t *testing.T) {
	if n := len(entriesFile) + len(indexFile) + len(Notice); n > mostEmbedded {
		t.Errorf("%d bytes are embedded, at most %d may be", n, mostEmbedded)
	}
}

// TestEmbeddedIndexIsThatOfTheEntries packs the embedded entries again: a change
// in how words are cut or folded shows here.
func TestEmbeddedIndexIsThatOfTheEntries(t *testing.T) {
	p := base()
	entries := make([]Entry, len(p.start))
	for i := range entries {
		entries[i] = p.entry(i)
	}
	phrases, err := phrasesOf(entries)
	if err != nil {
		t.Fatal(err)
	}
	if made := packIndex(phrases, sha256.Sum256(entriesFile)); string(made) != indexFile {
		t.Error("words are cut or folded otherwise than when the index was made: run cmd/hearsay-lists")
	}
}

// invented draws entries with names of the letters given.
func invented(rt *rapid.T) []Entry {
	word := rapid.StringMatching(`[A-ZÁЖ][a-zéж]{1,8}`)
	name := rapid.Custom(func(t *rapid.T) string {
		out := word.Draw(t, "word")
		for range rapid.IntRange(0, 3).Draw(t, "more") {
			out += rapid.SampledFrom([]string{" ", "-", ". "}).Draw(t, "mark") + word.Draw(t, "word")
		}
		return out
	})
	var out []Entry
	for _, id := range rapid.SliceOfNDistinct(rapid.StringMatching(`x:[a-z0-9]{1,6}`), 1, 12, rapid.ID).Draw(rt, "ids") {
		e := Entry{ID: id, Names: rapid.SliceOfN(name, 1, 4).Draw(rt, "names"), Population: rapid.IntRange(0, 5).Draw(rt, "population")}
		e.Role = 1 << rapid.IntRange(0, len(roleWords)-1).Draw(rt, "role")
		e.Kind = e.Role.Kind()
		e.English = rapid.IntRange(0, len(e.Names)).Draw(rt, "english")
		out = append(out, e)
	}
	return out
}

func TestWhatIsPackedIsFound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		entries := invented(rt)
		lines, phrases, err := layOut(entries)
		if err != nil {
			rt.Fatal(err)
		}
		p := newPlaces(newSlots(string(packIndex(phrases, [32]byte{}))), lines)
		for _, e := range entries {
			for _, n := range e.Names {
				if !slices.ContainsFunc(p.named(n), func(f Entry) bool { return f.ID == e.ID }) {
					rt.Errorf("%s is not found by %q", e.ID, n)
				}
			}
			if got, ok := p.get(e.ID); !ok || !slices.Equal(got.Names, e.Names) || got.Role != e.Role || got.Kind != e.Kind || got.Population != e.Population || got.English != e.English {
				rt.Errorf("got %+v, want %+v", got, e)
			}
		}
	})
}

func TestEntriesInAnyOrderMakeTheSameFiles(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := invented(rt)
		b := slices.Clone(a)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		r.Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
		linesA, phrasesA, errA := layOut(a)
		linesB, phrasesB, errB := layOut(b)
		if errA != nil || errB != nil {
			rt.Fatal(errA, errB)
		}
		if linesA != linesB || !bytes.Equal(packIndex(phrasesA, [32]byte{}), packIndex(phrasesB, [32]byte{})) {
			rt.Error("another order makes other files")
		}
	})
}

func TestPackRefusesWhatALineCannotHold(t *testing.T) {
	for _, e := range []Entry{
		{ID: "x:1", Role: City},
		{ID: "x:1", Names: []string{"Ostmark"}},
		{ID: "x:1", Role: City | Town, Names: []string{"Ostmark"}},
		{ID: "x:1", Role: City, Names: []string{"Ost|mark"}},
		{ID: "x:1", Role: City, Names: []string{"Ost\tmark"}},
		{ID: "x\n1", Role: City, Names: []string{"Ostmark"}},
		{ID: "x:1", Role: City, Names: []string{"Ostmark"}, English: 2},
	} {
		if _, _, err := Pack([]Entry{e}); err == nil {
			t.Errorf("%+v was packed", e)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		newPlaces(newSlots(indexFile), unpack(entriesFile))
	}
}
