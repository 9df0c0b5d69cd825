package eval

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/hearsay-engine/hearsay/news"
)

// NameSet is a file of name pairs under the data folder.
type NameSet struct {
	ID, Title, Path string
	Only            news.EntityKind // "" for every kind
}

// acrossPath has the pairs that Retrieve is run on, too.
const acrossPath = "names/everypolitician_latin_cyrillic.jsonl"

// NameSets are the sets of the page of identities, in its order.
var NameSets = []NameSet{
	{ID: "bench-persons", Title: "name_bench, persons", Path: "names/name_bench.jsonl", Only: news.Person},
	{ID: "bench-all", Title: "name_bench, all", Path: "names/name_bench.jsonl"},
	{ID: "latin-latin", Title: "everypolitician, Latin–Latin", Path: "names/everypolitician_latin_latin.jsonl"},
	{ID: "latin-cyrillic", Title: "everypolitician, Latin–Cyrillic", Path: acrossPath},
	{ID: "un-typos", Title: "UN list with slips of typing", Path: "names/un_typos.jsonl"},
	{ID: "factrueval-persons", Title: "factRuEval, persons", Path: "names/factrueval_mentions.jsonl", Only: news.Person},
	{ID: "factrueval-all", Title: "factRuEval, all", Path: "names/factrueval_mentions.jsonl"},
	{ID: "kz-parliament", Title: "Kazakhstan's parliament", Path: "names/kz_parliament.jsonl"},
	{ID: "hand-variants", Title: "hand-made variants", Path: "names/hand_variants.jsonl"},
	{ID: "putin", Title: "one name in many languages", Path: "names/putin.jsonl"},
	{ID: "gum-persons", Title: "GUM, persons within a document", Path: "names/gum_mentions.jsonl", Only: news.Person},
}

// ScoredNames is one set's figures, by half.
type ScoredNames struct {
	NameSet
	Tuning, Reported, All NameFigures
}

// NameBoard is every set of name pairs judged.
type NameBoard struct {
	Sets   []ScoredNames
	Across Retrieval // of the reported half's Latin names
}

// ReadNameBoard judges every set of the data folder. tell is called with each
// set's title before it is judged.
func ReadNameBoard(data fs.FS, match NameMatcher, tell func(string)) (*NameBoard, error) {
	b := &NameBoard{}
	for _, s := range NameSets {
		tell(s.Title)
		pairs, err := s.pairs(data)
		if err != nil {
			return nil, err
		}
		judged := Judge(pairs, match)
		b.Sets = append(b.Sets, ScoredNames{s,
			FiguresOfNames(judged, func(p JudgedPair) bool { return p.Tuning() }),
			FiguresOfNames(judged, func(p JudgedPair) bool { return !p.Tuning() }),
			FiguresOfNames(judged, nil)})
		if s.Path == acrossPath {
			b.Across = Retrieve(pairs, match, func(p NamePair) bool { return !p.Tuning() })
		}
	}
	return b, nil
}

func (s NameSet) pairs(data fs.FS) ([]NamePair, error) {
	f, err := data.Open(s.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, news.Errorf(news.NotFound, "--data", "name the folder that holds names", "the folder does not hold %s", s.Path)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	pairs, err := NamePairs(f, s.Path)
	if s.Only == "" {
		return pairs, err
	}
	out := pairs[:0]
	for _, p := range pairs {
		if p.Kind == s.Only {
			out = append(out, p)
		}
	}
	return out, err
}

// Measured lists the figures that floors know, of the reported halves.
func (b *NameBoard) Measured() []Measured {
	var out []Measured
	for _, s := range b.Sets {
		out = append(out, Measured{"names/" + s.ID + "/f1", 100 * s.Reported.Suggested.F1})
		out = append(out, Measured{"names/" + s.ID + "/confirmed-precision", 100 * s.Reported.Confirmed.P})
	}
	return append(out, Measured{"names/retrieval/first", 100 * b.Across.First}, Measured{"names/retrieval/recall-at-99", 100 * b.Across.RecallAt99})
}

// Markdown writes the page of identities.
func (b *NameBoard) Markdown(w io.Writer) error {
	p := &sheet{w: w}
	p.line("# Identities: names compared\n")
	p.line("Made by `hearsay eval names --data DIR --write eval/`. Pairs of names, whether they are names of one. Weights and")
	p.line("thresholds were chosen on one half of each set (by a hash of the pair); the figures are of the other, the tuning half's F1 beside.")
	p.line("Floors that must hold: `floors.json`, those that begin with `names/`.\n")
	p.line("| set | pairs | of one | P | R | F1 suggested | tuning half | P confirmed | R confirmed |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|")
	for _, s := range b.Sets {
		f, c := s.Reported.Suggested, s.Reported.Confirmed
		p.line("| %s | %d | %d | %.1f | %.1f | **%.1f** | %.1f | %.1f | %.1f |", s.Title, s.Reported.Pairs, s.Reported.Matches,
			100*f.P, 100*f.R, 100*f.F1, 100*s.Tuning.Suggested.F1, 100*c.P, 100*c.R)
	}
	p.line("\nEach of %d Latin names of everypolitician (the other half) against %d Cyrillic ones: the best answer is right for **%.1f** %%;",
		b.Across.Queries, b.Across.Pool, 100*b.Across.First)
	p.line("where answers are right in 99 of 100, **%.1f** %% are answered.", 100*b.Across.RecallAt99)
	return p.err
}

// Print writes the figures of one file as lines.
func (f NameFigures) Print(w io.Writer) {
	fmt.Fprintf(w, "pairs %d, of one %d\n", f.Pairs, f.Matches)
	fmt.Fprintf(w, "suggested  P %.1f R %.1f F1 %.1f\n", 100*f.Suggested.P, 100*f.Suggested.R, 100*f.Suggested.F1)
	fmt.Fprintf(w, "confirmed  P %.1f R %.1f F1 %.1f\n", 100*f.Confirmed.P, 100*f.Confirmed.R, 100*f.Confirmed.F1)
}
