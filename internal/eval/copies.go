package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Copy is two of many texts that a finder takes for copies of each other.
type Copy struct {
	A, B      int // indexes of texts, A < B
	Kind      string
	Direction string
	Score     float64
}

// CopyText is one text a finder is given.
type CopyText struct {
	ID   string
	Text string
}

// CopyFinder finds the copies among texts, in order of A, then B.
type CopyFinder func([]CopyText) []Copy

// CopyEngine is what is judged, and what makes the texts to judge it by.
type CopyEngine struct {
	Find      CopyFinder
	Likeness  LikenessFinder
	EditKinds []string
	Edit      CopyEditor
	// Of articles of our own, beside those of the folder; both may be nil.
	Generated  func() *EditedPool
	Directions func() []DirectedPair
}

// Kinds of copies as the finder names them.
const (
	republished     = "republished"
	retranslated    = "re-translated"
	sharedQuotation = "shared-quotation"
)

// Copies is how well copies are found in the folders of a data set.
type Copies struct {
	Folders   []CopyFolder       `json:"folders,omitempty"`
	Versions  []RetranslationSet `json:"retranslations,omitempty"`
	Across    []CrossFigures     `json:"across_languages,omitempty"`
	Edits     []EditFigures      `json:"edits,omitempty"`
	Directed  []DirectionFigures `json:"directions,omitempty"`
	Absent    []string           `json:"absent,omitempty"` // files that are not there, and what is not judged for it
	Decisions []CopyDecision     `json:"-"`
}

// CopyFolder is what one folder of bodies gives.
type CopyFolder struct {
	Folder  string        `json:"folder"`
	Pairs   *PairFigures  `json:"pairs,omitempty"`             // labelled pairs of one story
	Stories *StoryFigures `json:"different_stories,omitempty"` // false pairs among different stories
}

// PairFigures judges the kind of labelled pairs: republication against the rest.
type PairFigures struct {
	Pairs int `json:"pairs"`
	Gold  int `json:"republications"`
	Found int `json:"found"`
	PRF
}

// StoryFigures counts pairs of different stories that are taken for copies;
// pairs that share a quotation only are no copies.
type StoryFigures struct {
	Pairs int     `json:"pairs"`
	False int     `json:"false"`
	Rate  float64 `json:"in_40000"`
}

// RetranslationSet is how well versions of one article in one language find each other.
type RetranslationSet struct {
	Set    string  `json:"set"`
	Pairs  int     `json:"pairs"`
	Recall float64 `json:"recall_at_precision_99"`
}

// CopyDecision is one decision, as another scorer reads it.
type CopyDecision struct {
	ID1       string  `json:"id1"`
	ID2       string  `json:"id2"`
	Kind      string  `json:"kind"`
	Direction string  `json:"direction"`
	Score     float64 `json:"score"`
}

// ReadCopies judges an engine on a folder and on those in it, where they are of
// one of two forms: bodies.jsonl with stories.jsonl and reuse_pairs.jsonl, or
// docs.jsonl.
func ReadCopies(folder fs.FS, e CopyEngine) (*Copies, error) {
	out := &Copies{}
	bodies, err := foldersWith(folder, "bodies.jsonl")
	if err != nil {
		return nil, err
	}
	versions, err := foldersWith(folder, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	if len(bodies)+len(versions) == 0 {
		return nil, news.Errorf(news.NotFound, "bodies.jsonl", "give a folder with bodies.jsonl, stories.jsonl and reuse_pairs.jsonl, or with docs.jsonl", "is not in the folder")
	}
	var all []CopyText
	for _, dir := range bodies {
		texts, err := out.readBodies(folder, dir, e)
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	for _, dir := range versions {
		if err := out.readVersions(folder, path.Join(dir, "docs.jsonl"), all, e); err != nil {
			return nil, err
		}
	}
	if e.Generated != nil {
		out.Edits = append(out.Edits, judgeEdits(e.Generated(), e.Find))
	}
	if e.Directions != nil {
		out.Directed = directionFigures(e.Directions())
	}
	return out, nil
}

// readBodies judges labelled pairs, pairs of different stories, and edits of
// the bodies.
func (c *Copies) readBodies(folder fs.FS, dir string, e CopyEngine) ([]CopyText, error) {
	texts, err := rows[CopyText](folder, path.Join(dir, "bodies.jsonl"))
	if err != nil {
		return nil, err
	}
	found := e.Find(texts)
	c.decide(texts, found)
	f, of := CopyFolder{Folder: dir}, map[string]string{}
	if c.present(folder, dir, "stories.jsonl", "pairs of different stories") {
		stories, err := rows[storyRow](folder, path.Join(dir, "stories.jsonl"))
		if err != nil {
			return nil, err
		}
		for _, s := range stories {
			for _, id := range s.Bodies {
				of[id] = s.Story
			}
		}
		f.Stories = judgeStories(texts, of, found)
	}
	if c.present(folder, dir, "reuse_pairs.jsonl", "labelled pairs") {
		labels, err := rows[reuseRow](folder, path.Join(dir, "reuse_pairs.jsonl"))
		if err != nil {
			return nil, err
		}
		f.Pairs = judgePairs(labels, texts, found)
	}
	c.Folders = append(c.Folders, f)
	if len(e.EditKinds) > 0 {
		c.Edits = append(c.Edits, judgeEdits(NewEditedPool(path.Base(dir), texts, of, e), e.Find))
	}
	return texts, nil
}

// present reports whether a file is there; what is not judged without it is told.
func (c *Copies) present(folder fs.FS, dir, name, what string) bool {
	if has(folder, dir, name) {
		return true
	}
	c.Absent = append(c.Absent, fmt.Sprintf("%s is not in the folder: %s are not judged", path.Join(dir, name), what))
	return false
}

type storyRow struct {
	Story  string   `json:"story"`
	Bodies []string `json:"body_ids"`
}

type reuseRow struct {
	ID1   string `json:"id1"`
	ID2   string `json:"id2"`
	Label string `json:"label"`
}

func (c *Copies) decide(texts []CopyText, found []Copy) {
	for _, f := range found {
		c.Decisions = append(c.Decisions, CopyDecision{texts[f.A].ID, texts[f.B].ID, f.Kind, f.Direction, f.Score})
	}
}

func judgePairs(labels []reuseRow, texts []CopyText, found []Copy) *PairFigures {
	kind := map[[2]string]string{}
	for _, f := range found {
		kind[pairOf(texts[f.A].ID, texts[f.B].ID)] = f.Kind
	}
	f := &PairFigures{Pairs: len(labels)}
	right := 0
	for _, l := range labels {
		gold, taken := l.Label == "republication", kind[pairOf(l.ID1, l.ID2)] == republished
		f.Gold += count(gold)
		f.Found += count(taken)
		right += count(gold && taken)
	}
	f.PRF = prf(float64(right), float64(f.Found), float64(right), float64(f.Gold))
	return f
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func judgeStories(texts []CopyText, of map[string]string, found []Copy) *StoryFigures {
	sizes := map[string]int{}
	known := 0
	for _, t := range texts {
		if s := of[t.ID]; s != "" {
			sizes[s]++
			known++
		}
	}
	f := &StoryFigures{Pairs: known * (known - 1) / 2}
	for _, n := range sizes {
		f.Pairs -= n * (n - 1) / 2
	}
	for _, x := range found {
		a, b := of[texts[x.A].ID], of[texts[x.B].ID]
		f.False += count(a != "" && b != "" && a != b && x.Kind != sharedQuotation)
	}
	f.Rate = ratio(float64(f.False), float64(f.Pairs)) * 40000
	return f
}

type versionRow struct {
	Doc     string `json:"doc"`
	Pair    string `json:"pair"`
	Version string `json:"version"`
	Kind    string `json:"kind"`
	Lang    string `json:"lang"`
	Text    string `json:"text"`
}

// readVersions judges how versions of one article find each other among those
// of all others, each pair of languages by itself, and how a source finds its
// versions among all texts; others are texts of other sets.
func (c *Copies) readVersions(folder fs.FS, file string, others []CopyText, e CopyEngine) error {
	all, err := rows[versionRow](folder, file)
	if err != nil {
		return err
	}
	sets, sources := map[string][]versionRow{}, map[string][]versionRow{}
	for _, r := range all {
		if r.Kind == "src" {
			sources[r.Pair] = append(sources[r.Pair], r)
		} else {
			sets[r.Pair] = append(sets[r.Pair], r)
		}
	}
	for _, set := range slices.Sorted(maps.Keys(sets)) {
		c.Versions = append(c.Versions, c.judgeVersions(set, sets[set], e.Find))
		if len(sources[set]) > 0 && e.Likeness != nil {
			c.Across = append(c.Across, c.judgeAcross(set, sources[set], sets, others, e.Likeness))
		}
	}
	return nil
}

func (v versionRow) asText() CopyText { return CopyText{ID: v.Doc + "/" + v.Version, Text: v.Text} }

func (c *Copies) judgeVersions(set string, versions []versionRow, find CopyFinder) RetranslationSet {
	texts := make([]CopyText, len(versions))
	size := map[string]int{}
	for i, v := range versions {
		texts[i] = v.asText()
		size[v.Doc]++
	}
	found := find(texts)
	c.decide(texts, found)
	r := RetranslationSet{Set: set}
	for _, n := range size {
		r.Pairs += n * (n - 1) / 2
	}
	all := make([]scored, len(found))
	for i, f := range found {
		all[i] = scored{f.Score, versions[f.A].Doc == versions[f.B].Doc}
	}
	r.Recall = recallAt(all, r.Pairs, highPrecision)
	return r
}

// highPrecision is the precision at which recall is told.
const highPrecision = .99

// rows reads a file of JSON lines.
func rows[T any](folder fs.FS, name string) ([]T, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, &news.Error{Fault: news.NotFound, ID: name, Words: "is not in the folder", Mend: "see hearsay eval copies --help for the form of the folder", Err: err}
	}
	defer f.Close()
	var out []T
	err = eachLine(f, name, func(line []byte) error {
		var row T
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		out = append(out, row)
		return nil
	})
	return out, err
}

// String gives the figures, a line each.
func (c *Copies) String() string {
	var s strings.Builder
	for _, f := range c.Folders {
		if p := f.Pairs; p != nil {
			fmt.Fprintf(&s, "%s: labelled pairs %d, republications %d, found %d: precision %.3f recall %.3f F1 %.3f\n", f.Folder, p.Pairs, p.Gold, p.Found, p.P, p.R, p.F1)
		}
		if d := f.Stories; d != nil {
			fmt.Fprintf(&s, "%s: pairs of different stories %d, taken for copies %d: %.2f in 40,000\n", f.Folder, d.Pairs, d.False, d.Rate)
		}
	}
	for _, v := range c.Versions {
		fmt.Fprintf(&s, "re-translations %s, pairs %d: recall at precision .99 %.4f\n", v.Set, v.Pairs, v.Recall)
	}
	for _, x := range c.Across {
		fmt.Fprintf(&s, "%s, %d sources, each among %d texts, %d versions: recall@1 %.4f, worst version %.4f; suggested: precision %.3f recall %.3f\n", x.Set, x.Queries, x.Pool, x.Versions, x.First, x.Least, x.P, x.R)
	}
	for _, e := range c.Edits {
		for _, k := range e.Kinds {
			fmt.Fprintf(&s, "edits of %s, %s: %d of %d found, %.4f\n", e.Pool, k.Kind, k.Found, k.Copies, k.Recall)
		}
		if e.Different > 0 {
			fmt.Fprintf(&s, "edits of %s: pairs of different articles %d, taken for copies %d: %.2f in 40,000\n", e.Pool, e.Different, e.False, e.Rate)
		}
	}
	for _, d := range c.Directed {
		fmt.Fprintf(&s, "direction of generated copies, %s, trace %s: told of %d of %d, rightly of %d\n", d.dates(), d.Trace, d.Told, d.Pairs, d.Right)
	}
	for _, line := range c.Absent {
		fmt.Fprintln(&s, line)
	}
	return strings.TrimSuffix(s.String(), "\n")
}

// WriteDecisions writes one JSON line a decision.
func (c *Copies) WriteDecisions(w io.Writer) error { return writeLines(w, c.Decisions) }
