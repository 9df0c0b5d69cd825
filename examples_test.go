package hearsay_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/internal/read"
)

// wanted is a finding the example corpus holds, as testdata/examples.tsv lists
// them: a piece of a statement's content that stands once in its article, and
// what is to be found of that statement. "-" is for what is left open; a speaker
// "-" with voice outlet means that nobody is reported as saying it.
type wanted struct {
	article, piece, kind, speaker, polarity, voice, within string
}

// rightShare is the share of wanted findings that must be right.
const rightShare = 0.95

func TestExamples(t *testing.T) {
	articles := readExamples(t)
	lines := strings.Split(strings.TrimSpace(string(mustRead(t, "testdata/examples.tsv"))), "\n")[1:]
	right := 0
	for _, line := range lines {
		f := strings.Split(line, "\t")
		w := wanted{f[0], f[1], f[2], f[3], f[4], f[5], f[6]}
		a := articles[w.article]
		if a == nil {
			t.Fatalf("there is no article %q among the examples", w.article)
		}
		if wrong := w.wrong(a); wrong != "" {
			t.Logf("%s: %q: %s", w.article, w.piece, wrong)
			continue
		}
		right++
	}
	share := float64(right) / float64(len(lines))
	t.Logf("%d of %d findings right (%.3f)", right, len(lines), share)
	if share < rightShare {
		t.Errorf("%.3f of the wanted findings are right, want %.2f; -v lists the others", share, rightShare)
	}
}

func readExamples(t *testing.T) map[string]*hearsay.Article {
	t.Helper()
	articles := map[string]*hearsay.Article{}
	for b, err := range read.Paths(t.Context(), []string{"examples"}, nil, read.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		a, err := hearsay.Read(b)
		if err != nil {
			t.Fatal(err)
		}
		articles[strings.TrimPrefix(filepath.ToSlash(b.ID), "examples/")] = a
	}
	return articles
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// wrong says what of the finding is not as wanted, "" when all is.
func (w wanted) wrong(a *hearsay.Article) string {
	at := strings.Index(a.Text, w.piece)
	if at < 0 {
		return "not in the article's text"
	}
	piece := hearsay.Span{Start: at, End: at + len(w.piece)}
	s := innermost(a, piece)
	switch {
	case w.speaker == "-" && w.voice == string(hearsay.OutletOwn):
		if s != nil {
			return "reported as said by " + s.SpeakerName
		}
		return ""
	case s == nil:
		return "in no statement"
	case !agrees(s.SpeakerName, w.speaker):
		return "said by " + s.SpeakerName + ", want " + w.speaker
	case w.polarity != "-" && string(s.Polarity) != w.polarity:
		return string(s.Polarity) + ", want " + w.polarity
	case w.kind != "-" && string(s.Kind) != w.kind:
		return string(s.Kind) + ", want " + w.kind
	case w.within != "-" && (s.Within < 0 || !agrees(a.Statements[s.Within].SpeakerName, w.within)):
		return "not within what " + w.within + " says"
	}
	return ""
}

// innermost is the attributed statement most of the piece lies in, the last of
// those nested in each other.
func innermost(a *hearsay.Article, piece hearsay.Span) *hearsay.Statement {
	var in *hearsay.Statement
	for i := range a.Statements {
		s := &a.Statements[i]
		covered := 0
		for _, c := range s.Content {
			covered += max(0, min(c.End, piece.End)-max(c.Start, piece.Start))
		}
		if s.Voice == hearsay.Attributed && 2*covered > piece.Len() {
			in = s
		}
	}
	return in
}

// agrees reports whether one name holds the other, whatever the case.
func agrees(got, want string) bool {
	got, want = strings.ToLower(got), strings.ToLower(want)
	return got == want || got != "" && (strings.Contains(got, want) || strings.Contains(want, got))
}
