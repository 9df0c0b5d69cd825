package hearsay_test

import (
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/hearsay-engine/hearsay"

// mayImport is the house plan: each package of ours and the packages of ours
// it may import. Stages never import each other; only flow and what stands
// above it see more than one.
var mayImport = map[string][]string{
	"news":                 {},
	"internal/wording":     {"news"},
	"internal/fold":        {},
	"internal/name":        {"news", "internal/fold"},
	"internal/charset":     {"news"},
	"internal/lang":        {"news", "internal/lexicon"},
	"internal/lang/en":     {},
	"internal/lang/ru":     {},
	"internal/text":        {"news", "internal/lang", "internal/lang/en"},
	"internal/shipped":     {},
	"internal/syntax":      {"internal/shipped", "internal/text"},
	"internal/ner":         {"internal/known", "internal/shipped", "internal/text"},
	"internal/russian":     {"news", "internal/known", "internal/lang/ru", "internal/name", "internal/ner", "internal/text"},
	"internal/mention":     {"news", "internal/russian", "internal/known", "internal/lang", "internal/lang/en", "internal/text", "internal/ner"},
	"internal/sorted":      {},
	"internal/jsonl":       {"news"},
	"internal/read":        {"news", "internal/jsonl"},
	"internal/lexicon":     {},
	"internal/when":        {"news", "internal/lang"},
	"internal/boilerplate": {"news", "internal/lang", "internal/lexicon"},
	"internal/clean":       {"news", "internal/jsonl", "internal/charset", "internal/lang", "internal/lang/en", "internal/lexicon", "internal/when", "internal/boilerplate"},
	"internal/attribute":   {"news", "internal/lang", "internal/lang/en", "internal/syntax", "internal/text", "internal/mention"},
	"internal/copies":      {"news", "internal/lexicon", "internal/name", "internal/sorted"},
	"internal/stance":      {"news", "internal/lang/en", "internal/sorted", "internal/syntax", "internal/text"},
	"internal/descent":     {"news", "internal/copies"},
	"internal/segments":    {},
	"internal/layered":     {},
	"internal/spread":      {},
	"internal/owners":      {"news", "internal/fold"},
	"internal/match":       {"news", "internal/fold", "internal/shipped", "internal/sorted", "internal/text"},
	"internal/trace":       {"news"},
	"internal/corrections": {"news"},
	"internal/cases":       {"internal/corrections", "internal/fold"},
	"internal/report":      {},
	"internal/messages":    {},
	"internal/paper":       {"news"},
	"internal/resolve":     {"news", "internal/fold", "internal/name", "internal/known"},
	"internal/known":       {"news", "internal/fold", "internal/text"},
	"internal/flow":        {"news", "internal/known", "internal/clean", "internal/boilerplate", "internal/attribute", "internal/stance", "internal/resolve", "internal/lang", "internal/lang/en", "internal/lang/ru", "internal/name", "internal/ner", "internal/syntax", "internal/text"},
	"internal/wire":        {"news", "internal/cases", "internal/copies", "internal/corrections", "internal/spread", "internal/store", "internal/trace", "internal/wording"},
	"internal/store":       {"news", "internal/cases", "internal/owners", "internal/accounts", "internal/descent", "internal/segments", "internal/sorted", "internal/spread", "internal/fold", "internal/known", "internal/resolve", "internal/match", "internal/corrections"},
	"internal/keep":        {"news", "internal/cases", "internal/report", "internal/wording", "internal/descent", "internal/when", "internal/known", "internal/corrections", "internal/clean", "internal/boilerplate", "internal/read", "internal/resolve", "internal/match", "internal/flow", "internal/store", "internal/trace", "internal/wire"},
	"internal/decide":      {"news", "internal/cases", "internal/corrections", "internal/fold", "internal/store", "internal/wire", "internal/wording"},
	"internal/doctor":      {"internal/corrections", "internal/decide", "internal/flow", "internal/keep", "internal/resolve", "internal/store", "internal/wire"},
	"internal/intake":      {"news", "examples", "internal/keep", "internal/read", "internal/store", "internal/when"},
	"internal/api":         {"news", "internal/cases", "internal/clean", "internal/corrections", "internal/decide", "internal/doctor", "internal/flow", "internal/intake", "internal/keep", "internal/owners", "internal/spread", "internal/store", "internal/when", "internal/wire", "internal/wording"},
	"internal/gen":         {"news"},
	"internal/eval":        {"news", "internal/sorted"},
	"internal/accounts":    {},
	"internal/web":         {"news", "internal/messages", "internal/doctor", "internal/report", "internal/accounts", "internal/api", "internal/cases", "internal/copies", "internal/corrections", "internal/fold", "internal/decide", "internal/intake", "internal/store", "internal/keep", "internal/layered", "internal/owners", "internal/paper", "internal/spread", "internal/trace", "internal/wire", "internal/wording", "internal/web/pages"},
	"examples":             {},
	"internal/web/pages":   {"news", "internal/messages", "internal/report", "internal/wording"},
	"internal/web/bundle":  {},
	"":                     {"news", "internal/flow"},
	"cmd/hearsay":          {"*"},
	"cmd/hearsay-train":    {"*"},
	"cmd/hearsay-lists":    {"internal/known", "internal/lang/en", "internal/shipped"},
}

func TestImportOrder(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); path != "." && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		checkFolder(t, path, seen)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range mayImport {
		if _, err := os.Stat(filepath.FromSlash("./" + room)); err == nil && !seen[room] {
			t.Errorf("the plan names %q, whose folder has no Go files", room)
		}
	}
}

// TestTheMapNamesEveryRoom holds the table of ARCHITECTURE.md against the folders.
func TestTheMapNamesEveryRoom(t *testing.T) {
	page, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(page)) {
		row, isRow := strings.CutPrefix(line, "| `")
		room, _, _ := strings.Cut(row, "`")
		if _, err := os.Stat(filepath.FromSlash(room)); isRow && err != nil {
			t.Errorf("the map names %q, which is no folder", room)
		}
	}
	rooms, err := os.ReadDir("internal")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range rooms {
		if row := "| `internal/" + d.Name() + "` |"; d.IsDir() && !strings.Contains(string(page), row) {
			t.Errorf("ARCHITECTURE.md has no row %s", row)
		}
	}
}

func checkFolder(t *testing.T, path string, seen map[string]bool) {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	p, err := build.Default.ImportDir(filepath.Join(dir, path), 0)
	if err != nil {
		return // no Go files here
	}
	room := filepath.ToSlash(path)
	if room == "." {
		room = ""
	}
	seen[room] = true
	allowed, known := mayImport[room]
	if !known {
		t.Errorf("package %q is not in the plan: say in deps_test.go what it may import", room)
		return
	}
	for _, imp := range p.Imports {
		ours := strings.TrimPrefix(strings.TrimPrefix(imp, module), "/")
		if !strings.HasPrefix(imp, module) || slices.Contains(allowed, "*") {
			continue
		}
		if !slices.Contains(allowed, ours) {
			t.Errorf("package %q imports %q, which the plan does not allow", room, ours)
		}
	}
}
