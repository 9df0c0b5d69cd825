package eval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// ClaimText is a claim, or what is asked for, as the files have it; of a claim
// the title, the subtitle and the address may tell more.
type ClaimText struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Title    string `json:"title"`
	Subtitle string `json:"subtitle"`
	Speaker  string `json:"speaker"`
	Date     string `json:"date"`
	URL      string `json:"url"`
	Split    string `json:"split"`
}

// ClaimLink is what a matcher answers: the claims, best first, as indexes, and
// the one it links, -1 for none; the score is that of linking the first.
type ClaimLink struct {
	Ranked []int
	Linked int
	Score  float64
}

// ClaimMatcher makes claims ready to be asked for.
type ClaimMatcher func([]ClaimText) func(ClaimText) ClaimLink

// Claims is how well queries find their claims, by set and split.
type Claims struct {
	Sets      []ClaimFigures
	Decisions []ClaimDecision
}

// ClaimFigures are those of one split of one set.
type ClaimFigures struct {
	Set     string  `json:"set"`
	Queries int     `json:"queries"`
	MAP     float64 `json:"map_at_5"`
	// Open is of the same queries with half of the true claims left out: how many
	// of the queries that still have theirs can be linked at a precision of .9,
	// and what the matcher's own confirmed links come to.
	Open    float64 `json:"open_recall_at_precision_90"`
	Confirm PRF     `json:"open_confirmed"`
}

// ClaimDecision is one answer, as another scorer reads it.
type ClaimDecision struct {
	QID    string   `json:"qid"`
	Ranked []string `json:"ranked"`
	Linked *string  `json:"linked"`
	Score  float64  `json:"score"`
}

const (
	rankedDepth    = 5  // of MAP
	linkPrecision  = .9 // at which linking is told
	decisionsDepth = 20 // ranked claims a decision prints
)

// ReadClaims judges a matcher on a folder and on the folders in it that hold
// claims.jsonl, queries.jsonl and qrels.jsonl.
func ReadClaims(folder fs.FS, ready ClaimMatcher) (*Claims, error) {
	out := &Claims{}
	dirs, err := foldersWith(folder, "claims.jsonl")
	if err != nil {
		return nil, err
	}
	for _, dir := range dirs {
		if err := out.read(folder, dir, ready); err != nil {
			return nil, err
		}
	}
	if len(out.Sets) == 0 {
		return nil, news.Errorf(news.NotFound, "claims.jsonl", "give a folder with claims.jsonl, queries.jsonl and qrels.jsonl", "is not in the folder")
	}
	return out, nil
}

type qrel struct {
	QID string `json:"qid"`
	CID string `json:"cid"`
}

// truth is, by query, the ids of its claims.
type truth map[string]map[string]bool

func (c *Claims) read(folder fs.FS, dir string, ready ClaimMatcher) error {
	claims, err := rows[ClaimText](folder, path.Join(dir, "claims.jsonl"))
	if err != nil {
		return err
	}
	queries, err := rows[ClaimText](folder, path.Join(dir, "queries.jsonl"))
	if err != nil {
		return err
	}
	qrels, err := rows[qrel](folder, path.Join(dir, "qrels.jsonl"))
	if err != nil {
		return err
	}
	gold := truth{}
	for _, r := range qrels {
		if gold[r.QID] == nil {
			gold[r.QID] = map[string]bool{}
		}
		gold[r.QID][r.CID] = true
	}
	ask := ready(claims)
	for _, split := range splitsOf(queries) {
		of := slices.DeleteFunc(slices.Clone(queries), func(q ClaimText) bool { return q.Split != split })
		f := ClaimFigures{Set: setName(dir, split), Queries: len(of)}
		f.MAP = c.rank(of, claims, gold, ask)
		f.Open, f.Confirm = openSet(of, claims, gold, ready)
		c.Sets = append(c.Sets, f)
	}
	return nil
}

// setName names a split of a folder; the folder asked for has no name of its own.
func setName(dir, split string) string {
	return cmp.Or(strings.TrimSpace(strings.TrimPrefix(dir+" "+split, ".")), "claims")
}

func splitsOf(queries []ClaimText) []string {
	var out []string
	for _, q := range queries {
		out = append(out, q.Split)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// rank gives the mean average precision of the first five and notes every answer.
func (c *Claims) rank(queries, claims []ClaimText, gold truth, ask func(ClaimText) ClaimLink) float64 {
	sum := 0.0
	links := make([]ClaimLink, len(queries))
	inParallel(len(queries), func(i int) { links[i] = ask(queries[i]) })
	for i, q := range queries {
		sum += averagePrecision(links[i].Ranked, claims, gold[q.ID])
		d := ClaimDecision{QID: q.ID, Score: links[i].Score, Ranked: []string{}}
		for _, k := range links[i].Ranked[:min(decisionsDepth, len(links[i].Ranked))] {
			d.Ranked = append(d.Ranked, claims[k].ID)
		}
		if links[i].Linked >= 0 {
			d.Linked = &claims[links[i].Linked].ID
		}
		c.Decisions = append(c.Decisions, d)
	}
	return ratio(sum, float64(len(queries)))
}

func averagePrecision(ranked []int, claims []ClaimText, gold map[string]bool) float64 {
	right, sum := 0, 0.0
	for i, k := range ranked[:min(rankedDepth, len(ranked))] {
		if gold[claims[k].ID] {
			right++
			sum += float64(right) / float64(i+1)
		}
	}
	return ratio(sum, float64(min(len(gold), rankedDepth)))
}

// openSet leaves out the half of the true claims whose id hashes even.
func openSet(queries, claims []ClaimText, gold truth, ready ClaimMatcher) (float64, PRF) {
	of := map[string]bool{}
	for _, q := range queries {
		for id := range gold[q.ID] {
			of[id] = true
		}
	}
	left := slices.DeleteFunc(slices.Clone(claims), func(c ClaimText) bool { return of[c.ID] && even(c.ID) })
	ask := ready(left)
	links := make([]ClaimLink, len(queries))
	inParallel(len(queries), func(i int) { links[i] = ask(queries[i]) })
	var all []scored
	answerable, confirmed, rightConfirmed := 0, 0, 0
	for i, q := range queries {
		for id := range gold[q.ID] {
			if !even(id) {
				answerable++
				break
			}
		}
		if len(links[i].Ranked) == 0 {
			continue
		}
		right := gold[q.ID][left[links[i].Ranked[0]].ID]
		all = append(all, scored{links[i].Score, right})
		if links[i].Linked >= 0 {
			confirmed++
			rightConfirmed += count(right)
		}
	}
	return recallAt(all, answerable, linkPrecision),
		prf(float64(rightConfirmed), float64(confirmed), float64(rightConfirmed), float64(answerable))
}

// scored is a decision and whether it is right.
type scored struct {
	score float64
	right bool
}

// recallAt is the best recall of decisions above some score whose precision is
// not below the one asked; wanted is how many there are to find.
func recallAt(all []scored, wanted int, precision float64) float64 {
	slices.SortStableFunc(all, func(a, b scored) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	best, right := 0, 0
	for i, s := range all {
		right += count(s.right)
		last := i+1 == len(all) || all[i+1].score != s.score
		if last && float64(right) >= precision*float64(i+1) {
			best = right
		}
	}
	return ratio(float64(best), float64(wanted))
}

// String gives the figures, a line a split.
func (c *Claims) String() string {
	var s strings.Builder
	for _, f := range c.Sets {
		fmt.Fprintf(&s, "%s: queries %d, MAP@5 %.3f; half of the claims left out: recall at precision .9 %.3f, confirmed precision %.3f recall %.3f\n",
			f.Set, f.Queries, f.MAP, f.Open, f.Confirm.P, f.Confirm.R)
	}
	return strings.TrimSuffix(s.String(), "\n")
}

// WriteDecisions writes one JSON line a query.
func (c *Claims) WriteDecisions(w io.Writer) error { return writeLines(w, c.Decisions) }

func writeLines[T any](w io.Writer, lines []T) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, l := range lines {
		if err := e.Encode(l); err != nil {
			return err
		}
	}
	return nil
}
