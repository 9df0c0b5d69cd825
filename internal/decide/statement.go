package decide

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Pointed is a statement that a person names as ARTICLE#N.
type Pointed struct {
	*store.Stored
	Ref    string
	number int // in Statements
}

// StatementRef is how a person names a statement.
func StatementRef(article string, index int) string { return fmt.Sprintf("%s#%d", article, index) }

// IsStatement reports whether a person means a statement by ref.
func IsStatement(ref string) bool {
	_, _, ok := cutStatement(ref)
	return ok
}

func cutStatement(ref string) (article string, index int, ok bool) {
	i := strings.LastIndexByte(ref, '#')
	if i < 0 {
		return "", 0, false
	}
	n, err := strconv.Atoi(ref[i+1:])
	return ref[:i], n, err == nil && n >= 0
}

// PointAt finds the statement. The error is news.Usage or news.NotFound.
func PointAt(ctx context.Context, a *store.Archive, ref string) (*Pointed, error) {
	id, index, ok := cutStatement(ref)
	if !ok {
		return nil, news.Errorf(news.Usage, ref, "write ARTICLE#N, with N the index that hearsay export prints", "this names no statement")
	}
	s, err := a.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	n := 0
	for i := range s.Statements {
		if s.Statements[i].Voice == news.OutletOwn {
			continue
		}
		if n == index {
			return &Pointed{s, ref, i}, nil
		}
		n++
	}
	return nil, news.Errorf(news.NotFound, ref, "see their indexes: hearsay export", "the article has %d statements, counted from 0", n)
}

// Entry is a decision on the statement.
func (p *Pointed) Entry(d corrections.Decision) corrections.Entry {
	anchor := corrections.NewSurveyor(p.Article).Statement(p.number)
	return corrections.Entry{Decision: d, Target: corrections.Statement, Anchors: []corrections.Anchor{anchor}, Rules: rulesOf(p.statement().Reasons)}
}

func (p *Pointed) statement() *news.Statement { return &p.Statements[p.number] }

// rulesOf are the rules of a judgement, each once; people's decisions are none.
func rulesOf(reasons []news.Reason) []string {
	var out []string
	for _, r := range reasons {
		if r.Rule != corrections.RuleCorrected && r.Rule != corrections.RuleConfirmed {
			out = append(out, r.Rule)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Line is the statement's first words, short enough for a line.
func (p *Pointed) Line() string { return Marked(p.statement().Content[0].Of(p.Text)) }

// SpokenBy names who the statement is by.
func (p *Pointed) SpokenBy() string {
	if n := p.statement().SpeakerName; n != "" {
		return n
	}
	return "nobody named"
}

// EntityKinds are the kinds a person may name.
const EntityKinds = "person, organisation, place or group"

// Attribute fills in who a statement is by: an entity of the article with the
// mention next to the statement, or a name that the article does not have.
func (p *Pointed) Attribute(e *corrections.Entry, name string, kind news.EntityKind) {
	e.Name, e.Kind = name, kind
	folded := fold.Name(name)
	same := func(x news.Entity) bool {
		return fold.Name(x.Name) == folded || slices.ContainsFunc(x.Mentions, func(m news.Span) bool { return fold.Name(m.Of(p.Text)) == folded })
	}
	i := slices.IndexFunc(p.Entities, same)
	if i < 0 {
		return
	}
	known := p.Entities[i]
	e.Name, e.Kind = known.Name, known.Kind
	if m, ok := nearest(known.Mentions, p.statement()); ok {
		e.Others = []corrections.Anchor{corrections.NewSurveyor(p.Article).Mention(m)}
	}
}

// nearest is the mention with the fewest bytes between it and the statement's
// first content, outside of which it stands.
func nearest(mentions []news.Span, s *news.Statement) (best news.Span, found bool) {
	first := s.Content[0]
	least := 0
	for _, m := range mentions {
		if slices.ContainsFunc(s.Content, m.Overlaps) {
			continue
		}
		apart := max(first.Start-m.End, m.Start-first.End)
		if !found || apart < least {
			best, least, found = m, apart, true
		}
	}
	return best, found
}
