package hearsay_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/read"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// rows are the lines of a table in testdata, its head left out.
func rows(t *testing.T, path string) [][]string {
	t.Helper()
	var out [][]string
	for i, line := range strings.Split(strings.TrimSpace(string(mustRead(t, path))), "\n") {
		if i > 0 {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// TestExampleDates holds the example corpus to when each article was published,
// as a person reads it, and to what of that is not known.
func TestExampleDates(t *testing.T) {
	articles := readExamples(t)
	listed := map[string]bool{}
	for _, row := range rows(t, "testdata/examples_dates.tsv") {
		id, want, gaps := row[0], row[1], row[2]
		listed[id] = true
		a := articles[id]
		if a == nil {
			t.Fatalf("there is no article %q among the examples", id)
		}
		s := when.Seen(a.Dates, a.Fetched)
		var got []string
		for _, g := range s.Gaps {
			got = append(got, g.Rule)
		}
		if open := orDash(strings.Join(got, " ")); wording.Seen(s) != want || open != gaps {
			t.Errorf("%s was published %q (%s), want %q (%s)", id, wording.Seen(s), open, want, gaps)
		}
	}
	for id := range articles {
		if !listed[id] {
			t.Errorf("%s has no line in testdata/examples_dates.tsv", id)
		}
	}
}

// TestExampleTimes finds what the example corpus tells of time: words that stand
// once behind others, and the days they mean; "-" for what is not known.
func TestExampleTimes(t *testing.T) {
	articles := readExamples(t)
	all := rows(t, "testdata/examples_times.tsv")
	right := 0
	for _, row := range all {
		a := articles[row[0]]
		if a == nil {
			t.Fatalf("there is no article %q among the examples", row[0])
		}
		from, to, found := timeTold(a, row[1], row[2])
		if found && from == row[3] && to == row[4] {
			right++
			continue
		}
		t.Logf("%s: %q: from %s to %s (found: %v), want %s to %s", row[0], row[2], from, to, found, row[3], row[4])
	}
	if share := float64(right) / float64(len(all)); share < rightShare {
		t.Errorf("%.3f of the wanted times are right, want %.2f; -v lists the others", share, rightShare)
	}
}

// timeTold is what the words behind others tell, "-" for what is not known.
func timeTold(a *hearsay.Article, before, words string) (from, to string, found bool) {
	behind := strings.Index(a.Text, before)
	if behind < 0 {
		return "", "", false
	}
	at := behind + len(before) + strings.Index(a.Text[behind+len(before):], words)
	for _, told := range a.Times {
		if told.Start == at && told.Of(a.Text) == words {
			return orDash(told.From), orDash(told.To), true
		}
	}
	return "", "", false
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// copiesRightShare is the share of wanted edges that must be right: all of them.
const copiesRightShare = 1.0

// TestExampleCopies finds who carries whose words in the example corpus, by
// kind, and whether the direction is known.
func TestExampleCopies(t *testing.T) {
	edges := exampleEdges(t)
	all := rows(t, "testdata/examples_copies.tsv")
	right := 0
	for _, row := range all {
		if got := edges[row[0]+" → "+row[1]]; got == row[2]+" "+row[3] {
			right++
		} else {
			t.Logf("%s → %s: %q, want %s, direction %s", row[0], row[1], got, row[2], row[3])
		}
	}
	if share := float64(right) / float64(len(all)); share < copiesRightShare {
		t.Errorf("%.2f of the wanted copies are right, want %.2f; -v lists the others", share, copiesRightShare)
	}
}

// TestExampleDrift finds each kind of change in the wording of the example corpus'
// claims, on both sides.
func TestExampleDrift(t *testing.T) {
	archive := exampleArchive(t)
	for _, row := range rows(t, "testdata/examples_drift.tsv") {
		q, err := store.ParseQuery(row[0])
		if err != nil {
			t.Fatal(err)
		}
		fitting, err := archive.Claims(t.Context(), q, 1)
		if err != nil || len(fitting) == 0 {
			t.Fatalf("%s: no claim: %v", row[0], err)
		}
		c, err := keep.Course(t.Context(), archive, fitting[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		found := slices.ContainsFunc(c.Drift, func(d trace.Drift) bool {
			return string(d.Change) == row[1] && d.FromSays.Words == row[2] && d.ToSays.Words == row[3]
		})
		if !found {
			t.Errorf("%s: drift %+v, want %s from %q to %q", row[0], c.Drift, row[1], row[2], row[3])
		}
	}
}

// exampleEdges gives the edges of the example corpus as kind and direction, by the
// articles they join.
func exampleEdges(t *testing.T) map[string]string {
	t.Helper()
	archive := exampleArchive(t)
	edges := map[string]string{}
	err := archive.EachCopy(t.Context(), func(c news.Copy) error {
		direction := "unknown"
		if c.Directed {
			direction = "known"
		}
		edges[exampleID(c.From)+" → "+exampleID(c.To)] = string(c.Kind) + " " + direction
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return edges
}

// exampleArchive is an archive of the example corpus.
func exampleArchive(t *testing.T) *store.Archive {
	t.Helper()
	ctx := context.Background()
	archive, err := store.Open(ctx, filepath.Join(t.TempDir(), "examples.hearsay"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { archive.Close() })
	if _, err := keep.Add(ctx, archive, read.Paths(ctx, []string{"examples"}, nil, read.Options{}), keep.Watch{}); err != nil {
		t.Fatal(err)
	}
	return archive
}

func exampleID(id string) string { return strings.TrimPrefix(filepath.ToSlash(id), "examples/") }
