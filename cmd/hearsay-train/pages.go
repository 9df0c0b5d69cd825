package main

import (
	"embed"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
)

// The pages are written for this project, with invented people, places and
// outlets: what scraped news pages, blogs and forums look like line by line.
// "=== name" begins a page, "+++" lines of the article, "---" lines around it.
//
//go:embed pages/*.txt
var pageFiles embed.FS

// page is one labelled page.
type page struct {
	name  string
	lines []labelled
}

type labelled struct {
	words string
	keep  bool
}

func writtenPages() ([]page, error) {
	names, err := fs.Glob(pageFiles, "pages/*.txt")
	if err != nil {
		return nil, err
	}
	var out []page
	for _, name := range names {
		data, err := pageFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		pages, err := parsePages(string(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, pages...)
	}
	return out, nil
}

func parsePages(data string) ([]page, error) {
	var out []page
	keep := false
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		if name, begins := strings.CutPrefix(line, "=== "); begins {
			out = append(out, page{name: name})
			continue
		}
		if line == "+++" || line == "---" {
			keep = line == "+++"
			continue
		}
		if line == "" {
			continue
		}
		if len(out) == 0 {
			return nil, fmt.Errorf("a line before the first page: %q", line)
		}
		p := &out[len(out)-1]
		p.lines = append(p.lines, labelled{line, keep})
	}
	return out, nil
}

// parts cuts a page into the lines before its article, the article with what
// stands in it, and the lines after it.
func (p page) parts() (head, article, foot []labelled) {
	first, end := 0, 0
	for i, l := range p.lines {
		if l.keep {
			if end == 0 {
				first = i
			}
			end = i + 1
		}
	}
	return p.lines[:first], p.lines[first:end], p.lines[end:]
}

// crossed is the pages, and pages with the head of one, the article of another
// and the foot of a third, so that no article's style is tied to its site's.
func crossed(pages []page, r *rand.Rand) []page {
	out := pages[:len(pages):len(pages)]
	for _, p := range pages {
		for range crossings {
			head, _, _ := pages[r.IntN(len(pages))].parts()
			_, article, _ := p.parts()
			_, _, foot := pages[r.IntN(len(pages))].parts()
			lines := append(append(append([]labelled{}, head...), article...), foot...)
			out = append(out, page{name: p.name, lines: lines})
		}
	}
	return out
}

// joined is the page's text and the label of the line at each offset.
func (p page) joined() (string, map[int]bool) {
	var b strings.Builder
	label := make(map[int]bool, len(p.lines))
	for _, l := range p.lines {
		label[b.Len()] = l.keep
		b.WriteString(l.words + "\n")
	}
	return b.String(), label
}
