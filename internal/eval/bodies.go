package eval

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// shingle is the number of words in a run that bodies are compared by, as in
// the public article-extraction-benchmark.
const shingle = 4

// Bodies is how well article bodies were found on a set of pages: precision
// and recall are means over pages, F1 that of the means.
type Bodies struct {
	Pages   int `json:"pages"`
	Missing int `json:"missing"` // pages that could not be read
	PRF
	Exact float64 `json:"exact"` // share of pages with the same words
}

// String gives the figures as the script prints them.
func (b Bodies) String() string {
	return fmt.Sprintf("pages %d, missing %d\nF1 %.3f  precision %.3f  recall %.3f  exact %.3f", b.Pages, b.Missing, b.F1, b.P, b.R, b.Exact)
}

// bodyPage is one page's figures.
type bodyPage struct {
	p, r           float64
	exact, missing bool
}

// maxPage bounds one page unpacked: a capture's bound.
const maxPage = 64 << 20

// ReadBodies reads the pages of a folder in the Zyte form (ground-truth.json,
// html/ITEM.html.gz) and judges their bodies.
func ReadBodies(folder fs.FS, read Reader) (Bodies, error) {
	gold, err := groundTruth(folder)
	if err != nil {
		return Bodies{}, err
	}
	items := make([]string, 0, len(gold))
	for item := range gold {
		items = append(items, item)
	}
	slices.Sort(items)
	pages, errs := make([]bodyPage, len(items)), make([]error, len(items))
	inParallel(len(items), func(i int) {
		var html []byte
		if html, errs[i] = unpacked(folder, "html/"+items[i]+".html.gz"); errs[i] != nil {
			return
		}
		a, err := read(news.Blob{ID: items[i], Media: news.MediaHTML, Bytes: html})
		if err != nil {
			pages[i] = judgeBody(gold[items[i]], "")
			pages[i].missing = true
			return
		}
		pages[i] = judgeBody(gold[items[i]], bodyText(a))
	})
	for _, err := range errs {
		if err != nil {
			return Bodies{}, err
		}
	}
	return sumBodies(pages), nil
}

// groundTruth gives each item's body.
func groundTruth(folder fs.FS) (map[string]string, error) {
	const name = "ground-truth.json"
	b, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, &news.Error{Fault: news.NotFound, ID: name, Words: "is not in the folder", Mend: "give the folder that holds ground-truth.json and html", Err: err}
	}
	var items map[string]struct {
		ArticleBody string `json:"articleBody"`
	}
	if err := json.Unmarshal(b, &items); err != nil {
		return nil, &news.Error{Fault: news.Malformed, ID: name, Words: err.Error(), Mend: `{"ITEM":{"articleBody":…}} is wanted`, Err: err}
	}
	out := make(map[string]string, len(items))
	for item, g := range items {
		out[item] = g.ArticleBody
	}
	return out, nil
}

func unpacked(folder fs.FS, name string) ([]byte, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, &news.Error{Fault: news.NotFound, ID: name, Words: "is not in the folder", Mend: "take the page out of ground-truth.json or add it", Err: err}
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, &news.Error{Fault: news.Malformed, ID: name, Words: err.Error(), Mend: "pages are packed with gzip", Err: err}
	}
	return io.ReadAll(io.LimitReader(z, maxPage))
}

// bodyText is an article's body, its spans apart by blank lines.
func bodyText(a *news.Article) string {
	parts := make([]string, len(a.Body))
	for i, s := range a.Body {
		parts[i] = s.Of(a.Text)
	}
	return strings.Join(parts, "\n\n")
}

func judgeBody(gold, pred string) bodyPage {
	g, p := wordsOf(gold), wordsOf(pred)
	shared, ng, np := sharedShingles(g, p)
	page := bodyPage{p: ratio(shared, np), r: ratio(shared, ng), exact: equal(g, p)}
	if np == 0 {
		page.p = one(ng == 0)
	}
	if ng == 0 {
		page.r = one(np == 0)
	}
	return page
}

// sharedShingles counts the runs two texts share, and each one's.
func sharedShingles(gold, pred []string) (shared, ng, np float64) {
	g, p := shingles(gold), shingles(pred)
	left := make(map[string]int, len(g))
	for _, s := range g {
		left[s]++
	}
	n := 0
	for _, s := range p {
		if left[s] > 0 {
			left[s]--
			n++
		}
	}
	return float64(n), float64(len(g)), float64(len(p))
}

// shingles are a text's runs of words; a text shorter than one run is one.
func shingles(words []string) []string {
	if len(words) == 0 {
		return nil
	}
	out := make([]string, 0, max(1, len(words)-shingle+1))
	for i := range max(1, len(words)-shingle+1) {
		out = append(out, strings.Join(words[i:min(i+shingle, len(words))], " "))
	}
	return out
}

func sumBodies(pages []bodyPage) Bodies {
	out := Bodies{Pages: len(pages)}
	var p, r, exact float64
	for _, page := range pages {
		p, r, exact = p+page.p, r+page.r, exact+one(page.exact)
		if page.missing {
			out.Missing++
		}
	}
	n := float64(len(pages))
	out.P, out.R, out.Exact = ratio(p, n), ratio(r, n), ratio(exact, n)
	if out.P+out.R > 0 {
		out.F1 = 2 * out.P * out.R / (out.P + out.R)
	}
	return out
}
