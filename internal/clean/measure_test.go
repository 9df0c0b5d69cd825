package clean

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/boilerplate"
	"github.com/hearsay-engine/hearsay/news"
)

// measuringData is the folder of data that only measures; the test is skipped
// without it.
func measuringData(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("HEARSAY_SHARED"); dir != "" {
		return filepath.Join(dir, "data")
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		s := filepath.Join(dir, "shared", "data")
		if info, err := os.Stat(s); err == nil && info.IsDir() {
			return s
		}
	}
	t.Skip("no measuring data")
	return ""
}

// records reads a JSONL file into values of T.
func records[T any](t *testing.T, path string) []T {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []T
	for line := range strings.Lines(string(data)) {
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

// sampled is at most about a hundred of the records, evenly: enough to measure
// by, and quick under the race detector.
func sampled[T any](all []T) []T {
	step := len(all)/100 + 1
	var out []T
	for i := 0; i < len(all); i += step {
		out = append(out, all[i])
	}
	return out
}

type annotated struct {
	ID          string
	Text        string
	Body        [2]int
	Statements  []struct{ Content []struct{ Start, End int } }
	Boilerplate []struct{ Start, End int }
	Meta        struct{ Translated bool }
}

// bodyMask is, for each code point of the text, whether it is body or title.
func bodyMask(t *testing.T, text string, withTitle bool) ([]bool, *news.Article) {
	t.Helper()
	a, err := Article(news.Blob{ID: "x", Media: news.MediaText, Bytes: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	r := news.NewRuler(a.Text)
	mask := make([]bool, len([]rune(text)))
	spans := a.Body
	if withTitle {
		spans = append(spans, a.Title.Span, a.Byline.Span)
	}
	for _, s := range spans {
		for i := r.CodePoints(s.Start); i < r.CodePoints(s.End); i++ {
			mask[i] = true
		}
	}
	return mask, a
}

func TestBodyKeepsStatements(t *testing.T) {
	root := measuringData(t)
	for _, set := range []string{"polnear/train", "polnear/dev", "gum/news", "gum/interview", "mt_news/dev", "ru_news/dev", "german/dev"} {
		kept, all := 0, 0
		for _, r := range sampled(records[annotated](t, filepath.Join(root, "attribution", set+".jsonl"))) {
			mask, a := bodyMask(t, r.Text, true)
			lost := false
			for _, s := range r.Statements {
				for _, c := range s.Content {
					for i := c.Start; i < c.End; i++ {
						if all++; mask[i] {
							kept++
						} else {
							lost = true
						}
					}
				}
			}
			if lost && testing.Verbose() {
				for _, d := range a.Boilerplate {
					t.Logf("%s %s %.2f: %s", r.ID, d.Reason.Rule, d.Reason.Figure, d.Of(a.Text))
				}
			}
		}
		share := float64(kept) / float64(all)
		t.Logf("%s: %.4f of the statements' code points kept", set, share)
		if share < 0.995 {
			t.Errorf("%s: only %.4f of the statements' code points kept", set, share)
		}
	}
}

func TestSeedsBoilerplateLeavesTheBody(t *testing.T) {
	root := measuringData(t)
	for _, r := range records[annotated](t, filepath.Join(root, "attribution/seeds/open.jsonl")) {
		mask, _ := bodyMask(t, r.Text, false)
		boiler := make([]bool, len(mask))
		for _, b := range r.Boilerplate {
			for i := b.Start; i < b.End; i++ {
				boiler[i] = true
				if mask[i] {
					t.Errorf("%s: boilerplate in the body: %s", r.ID, string([]rune(r.Text)[b.Start:b.End]))
					break
				}
			}
		}
		kept, all := 0, 0
		for i := r.Body[0]; i < r.Body[1]; i++ {
			if !boiler[i] {
				if all++; mask[i] {
					kept++
				}
			}
		}
		if share := float64(kept) / float64(all); share < 0.99 {
			t.Errorf("%s: only %.4f of the body kept", r.ID, share)
		}
	}
}

// TestScrapedPages measures the page-mean F1 of the kept lines' words.
func TestScrapedPages(t *testing.T) {
	root := measuringData(t)
	type page struct {
		Keep  []int
		Lines []string
		Page  string
	}
	var sum, sumP, sumR float64
	pages := records[page](t, filepath.Join(root, "extraction/zyte_lines.jsonl"))
	for _, p := range pages {
		text := strings.Join(p.Lines, "\n")
		gone := map[int]bool{} // by the first byte of the line
		_, dropped := boilerplate.Judge(text, boilerplate.Fields{})
		for _, d := range dropped {
			gone[d.Start] = true
		}
		var hit, got, want float64
		at := 0
		for i, s := range p.Lines {
			line := news.Span{Start: at, End: at + len(s)}.Trim(text)
			at += len(s) + 1
			w := float64(len(strings.Fields(s)))
			kept := !gone[line.Start]
			if kept {
				got += w
			}
			if p.Keep[i] == 1 {
				want += w
			}
			if kept && p.Keep[i] == 1 {
				hit += w
			}
		}
		if got+want > 0 {
			sum += 2 * hit / (got + want)
		}
		if got > 0 {
			sumP += hit / got
		}
		if want > 0 {
			sumR += hit / want
		}
		if testing.Verbose() {
			t.Logf("page %s F %.3f P %.3f R %.3f", p.Page, 2*hit/(got+want), hit/max(got, 1), hit/max(want, 1))
		}
	}
	n := float64(len(pages))
	t.Logf("page-mean F1 %.4f precision %.3f recall %.3f", sum/n, sumP/n, sumR/n)
	if sum/n < 0.86 {
		t.Errorf("page-mean F1 %.4f", sum/n)
	}
}
