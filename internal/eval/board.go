package eval

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Set is a gold file and how it is judged.
type Set struct {
	ID       string // names its floors
	Title    string
	Language string
	Path     string // under the data folder
	Rules    Rules
}

var (
	outermost = Rules{Outer: true, Threshold: DefaultThreshold}
	speech    = Rules{Outer: true, SpeechOnly: true, Threshold: DefaultThreshold}
)

// Sets are the attribution sets of the board, in its order.
var Sets = []Set{
	{"polnear-dev-speech", "PolNeAR dev, speech, outermost", "en", "attribution/polnear/dev.jsonl", speech},
	{"polnear-dev-all", "PolNeAR dev, all scopes, outermost", "en", "attribution/polnear/dev.jsonl", outermost},
	{"gum-news-speech", "GUM news, speech, outermost", "en", "attribution/gum/news.jsonl", speech},
	{"gum-interview", "GUM interview, turns", "en", "attribution/gum/interview.jsonl", outermost},
	{"mt-news-dev", "machine-translated news dev, outermost", "en", "attribution/mt_news/dev.jsonl", outermost},
	{"ru-news-dev", "Russian news dev, outermost", "ru", "attribution/ru_news/dev.jsonl", outermost},
	{"german-dev", "German Wikinews dev, outermost", "de", "attribution/german/dev.jsonl", outermost},
}

// The other sets' places under the data folder.
const (
	seedsPath  = "attribution/seeds/open.jsonl"
	bodiesPath = "extraction/zyte"
	linesPath  = "extraction/zyte_lines.jsonl"
	markedPath = "ner/uner_en_ewt-dev.iob2"
	factsPath  = "ner/factrueval/devset"
)

// Engine is what is judged.
type Engine struct {
	Read    Reader
	Names   Finder
	Russian Finder // names in Russian

	Stances func(text string) []Told // of a text that is a capture of its own
	Cases   []DenialCase             // of stances; none: the board has no table of them
}

// Board is every set judged.
type Board struct {
	Attribution []Scored
	Together    Names       // the annotated seeds as one
	Each        []NamedDoc  // and each by itself
	Bodies      Bodies      // of whole pages
	Lines       Lines       // of pages flattened to lines
	Boilerplate Boilerplate // of the annotated seeds
	Mentions    Named       // in web texts
	Russian     Named       // names in Russian news
	Denials     *Denials    // of the half that rules are made on; nil without cases
	Refused     []error     // documents that could not be read, and count as empty
}

// Scored is one attribution set's figures.
type Scored struct {
	Set
	Figures
}

// NamedDoc is one document's resolved names.
type NamedDoc struct {
	ID string
	Names
}

// ReadBoard reads every set of the data folder. tell is called with each set's
// title before it is read. boot is the number of resamples for intervals.
func ReadBoard(data fs.FS, e Engine, boot int, tell func(string)) (*Board, error) {
	if err := missing(data); err != nil {
		return nil, err
	}
	b := &Board{}
	for _, part := range []func(fs.FS, Reader, int, func(string)) error{b.attribution, b.seeds, b.extraction} {
		if err := part(data, e.Read, boot, tell); err != nil {
			return nil, err
		}
	}
	if err := b.mentions(data, e.Names, tell); err != nil {
		return nil, err
	}
	if err := b.russian(data, e.Russian, tell); err != nil {
		return nil, err
	}
	return b, b.denials(data, e, tell)
}

func (b *Board) mentions(data fs.FS, find Finder, tell func(string)) error {
	tell("UNER EWT dev")
	f, err := data.Open(markedPath)
	if err != nil {
		return err
	}
	defer f.Close()
	gold, err := ReadMarked(f, markedPath)
	if err == nil {
		b.Mentions = FindMentions(gold, find)
	}
	return err
}

func (b *Board) russian(data fs.FS, find Finder, tell func(string)) error {
	tell("factRuEval dev")
	folder, err := fs.Sub(data, factsPath)
	if err != nil {
		return err
	}
	gold, err := ReadFacts(folder, DevFacts)
	if err == nil {
		b.Russian = FindMentions(gold, find)
	}
	return err
}

// missing names every file or folder the board wants and data has not.
func missing(data fs.FS) error {
	var gone []string
	wanted := []string{seedsPath, bodiesPath + "/ground-truth.json", linesPath, markedPath, factsPath}
	for _, s := range Sets {
		wanted = append(wanted, s.Path)
	}
	for _, path := range wanted {
		if _, err := fs.Stat(data, path); errors.Is(err, fs.ErrNotExist) && !contains(gone, path) {
			gone = append(gone, path)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return news.Errorf(news.NotFound, "--data", "name the folder that holds attribution, extraction and ner",
		"the folder does not hold %s", strings.Join(gone, ", "))
}

func (b *Board) attribution(data fs.FS, read Reader, boot int, tell func(string)) error {
	golds, preds := map[string][]Document{}, map[string][]Document{}
	for _, s := range Sets {
		tell(s.Title)
		if golds[s.Path] == nil {
			gold, err := documentsAt(data, s.Path)
			if err != nil {
				return err
			}
			pred, refused := Predict(gold, read)
			golds[s.Path], preds[s.Path] = gold, pred
			b.Refused = append(b.Refused, refused...)
		}
		report := Attribution(golds[s.Path], preds[s.Path], s.Rules)
		b.Attribution = append(b.Attribution, Scored{s, report.Figures(s.ID, boot)})
	}
	return nil
}

func documentsAt(data fs.FS, path string) ([]Document, error) {
	f, err := data.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer f.Close()
	return Documents(f, path)
}

func (b *Board) seeds(data fs.FS, read Reader, _ int, tell func(string)) error {
	tell("seeds")
	gold, err := documentsAt(data, seedsPath)
	if err != nil {
		return err
	}
	pred, refused := Predict(gold, read)
	b.Refused = append(b.Refused, refused...)
	b.Together = ResolvedNames(gold, pred)
	for _, g := range gold {
		b.Each = append(b.Each, NamedDoc{g.ID, ResolvedNames(gold, pred, g.ID)})
	}
	f, err := data.Open(seedsPath)
	if err != nil {
		return err
	}
	defer f.Close()
	b.Boilerplate, err = ReadBoilerplate(f, seedsPath, read)
	return err
}

func (b *Board) extraction(data fs.FS, read Reader, _ int, tell func(string)) error {
	tell("Zyte pages")
	folder, err := fs.Sub(data, bodiesPath)
	if err != nil {
		return err
	}
	if b.Bodies, err = ReadBodies(folder, read); err != nil {
		return err
	}
	tell("Zyte lines")
	f, err := data.Open(linesPath)
	if err != nil {
		return err
	}
	defer f.Close()
	b.Lines, err = ReadLines(f, linesPath, read)
	return err
}
