package eval

import (
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Grouper gives each text its group, numbered from 0.
type Grouper func(texts []string) []int

// Stories is how well articles are grouped by the event they tell.
type Stories struct {
	Sets      []StoryGroups
	Decisions []StoryDecision
}

// StoryGroups are the figures of a part of a set: B³ (Bagga and Baldwin 1998).
type StoryGroups struct {
	Set    string `json:"set"`
	Texts  int    `json:"texts"`
	Gold   int    `json:"stories"`
	Groups int    `json:"groups"`
	PRF
}

// StoryDecision is one article's group, as another scorer reads it.
type StoryDecision struct {
	ID      string `json:"id"`
	Cluster int    `json:"cluster"`
}

// ReadStories judges a grouper on a folder and on the folders in it that hold
// bodies.jsonl and stories.jsonl: on all stories, and on each half of them.
func ReadStories(folder fs.FS, group Grouper) (*Stories, error) {
	out := &Stories{}
	dirs, err := foldersWith(folder, "stories.jsonl")
	if err != nil {
		return nil, err
	}
	for _, dir := range dirs {
		if err := out.read(folder, dir, group); err != nil {
			return nil, err
		}
	}
	if len(out.Sets) == 0 {
		return nil, news.Errorf(news.NotFound, "stories.jsonl", "give a folder with bodies.jsonl and stories.jsonl", "is not in the folder")
	}
	return out, nil
}

func (s *Stories) read(folder fs.FS, dir string, group Grouper) error {
	texts, err := rows[CopyText](folder, path.Join(dir, "bodies.jsonl"))
	if err != nil {
		return err
	}
	stories, err := rows[storyRow](folder, path.Join(dir, "stories.jsonl"))
	if err != nil {
		return err
	}
	of := map[string]string{}
	for _, row := range stories {
		for _, id := range row.Bodies {
			of[id] = row.Story
		}
	}
	all := func(string) bool { return true }
	s.Sets = append(s.Sets, s.judge(setName(dir, "all"), texts, of, group, all))
	s.Sets = append(s.Sets, (&Stories{}).judge(setName(dir, "tuned half"), texts, of, group, even))
	s.Sets = append(s.Sets, (&Stories{}).judge(setName(dir, "other half"), texts, of, group, func(id string) bool { return !even(id) }))
	return nil
}

// judge groups the texts of the stories that take says belong to the part.
func (s *Stories) judge(set string, texts []CopyText, of map[string]string, group Grouper, take func(string) bool) StoryGroups {
	var words, gold []string
	for _, t := range texts {
		if story := of[t.ID]; story != "" && take(story) {
			words, gold = append(words, t.Text), append(gold, story)
			s.Decisions = append(s.Decisions, StoryDecision{ID: t.ID})
		}
	}
	found := group(words)
	for i, g := range found {
		s.Decisions[i].Cluster = g
	}
	f := bCubed(gold, found)
	f.Set = set
	return f
}

// bCubed is the mean, over texts, of the precision and recall of each one's group.
func bCubed(gold []string, found []int) StoryGroups {
	stories, groups, both := map[string]int{}, map[int]int{}, map[string]int{}
	for i, g := range found {
		stories[gold[i]]++
		groups[g]++
		both[fmt.Sprint(gold[i], "\n", g)]++
	}
	p, r := 0.0, 0.0
	for i, g := range found {
		n := float64(both[fmt.Sprint(gold[i], "\n", g)])
		p += n / float64(groups[g])
		r += n / float64(stories[gold[i]])
	}
	n := float64(len(found))
	return StoryGroups{Texts: len(found), Gold: len(stories), Groups: len(groups), PRF: prf(p, n, r, n)}
}

// String gives the figures, a line a part.
func (s *Stories) String() string {
	var b strings.Builder
	for _, f := range s.Sets {
		fmt.Fprintf(&b, "%s: texts %d, stories %d, groups %d: B³ precision %.3f recall %.3f F1 %.3f\n", f.Set, f.Texts, f.Gold, f.Groups, f.P, f.R, f.F1)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// WriteDecisions writes one JSON line an article.
func (s *Stories) WriteDecisions(w io.Writer) error { return writeLines(w, s.Decisions) }

// even tells the half of a set an id falls into.
func even(id string) bool {
	h := fnv.New32a()
	io.WriteString(h, id)
	return h.Sum32()%2 == 0
}
