package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// pointed is a statement that a person names as ARTICLE#N.
type pointed struct {
	*store.Stored
	ref    string
	number int // in Statements
}

// isStatement reports whether a person means a statement by ref.
func isStatement(ref string) bool {
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

func pointAt(cmd *cobra.Command, a *store.Archive, ref string) (*pointed, error) {
	id, index, ok := cutStatement(ref)
	if !ok {
		return nil, news.Errorf(news.Usage, ref, "write ARTICLE#N, with N the index that hearsay export prints", "this names no statement")
	}
	s, err := a.Article(cmd.Context(), id)
	if err != nil {
		return nil, err
	}
	n := 0
	for i := range s.Statements {
		if s.Statements[i].Voice == news.OutletOwn {
			continue
		}
		if n == index {
			return &pointed{s, ref, i}, nil
		}
		n++
	}
	return nil, news.Errorf(news.NotFound, ref, "see their indexes: hearsay export", "the article has %d statements, counted from 0", n)
}

// entry is a decision on the statement.
func (p *pointed) entry(d corrections.Decision) corrections.Entry {
	anchor := corrections.NewSurveyor(p.Article).Statement(p.number)
	return corrections.Entry{Decision: d, Target: corrections.Statement, Anchors: []corrections.Anchor{anchor}, Rules: rulesOf(p.statement().Reasons)}
}

func (p *pointed) statement() *news.Statement { return &p.Statements[p.number] }

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

// words are the statement's, short enough for a line.
func (p *pointed) words() string { return "“" + short(p.statement().Content[0].Of(p.Text)) + "”" }

func (p *pointed) speaker() string {
	if n := p.statement().SpeakerName; n != "" {
		return n
	}
	return "nobody named"
}

type speakerCorrection struct {
	deciding
	nobody bool
	kind   string
}

func newCorrectSpeaker() *cobra.Command {
	var x speakerCorrection
	cmd := &cobra.Command{
		Use:   "speaker ARTICLE#N NAME… | --nobody",
		Short: "A statement is somebody else's, or nobody's",
		Long: `speaker gives the statement to NAME. Where the article has the name, the mention
next to the statement shows who is meant; any other name is taken as you write
it, and --kind says what it is.`,
		Args: someArgs("correct speaker", 1, 64, "a statement and a name: ARTICLE#N NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) { return x.make(cmd, a, args) })
		},
	}
	cmd.Flags().BoolVar(&x.nobody, "nobody", false, "the text names nobody for it")
	cmd.Flags().StringVar(&x.kind, "kind", string(news.Person), "what a name is that the article does not have: "+entityKinds)
	x.register(cmd)
	return cmd
}

// entityKinds are the kinds a person may name.
const entityKinds = "person, organisation, place or group"

func (x *speakerCorrection) make(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
	name := strings.Join(args[1:], " ")
	if (strings.TrimSpace(name) == "") != x.nobody {
		return corrections.Entry{}, "", news.Errorf(news.Usage, "correct speaker", "give a name, or --nobody", "it is not said whose the statement is")
	}
	p, err := pointAt(cmd, a, args[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	e := p.entry(corrections.Speaker)
	if x.nobody {
		return e, fmt.Sprintf("%s %s is nobody's, was: %s", p.ref, p.words(), p.speaker()), nil
	}
	p.name(&e, name, news.EntityKind(x.kind))
	return e, fmt.Sprintf("%s %s is by %s, was: %s", p.ref, p.words(), e.Name, p.speaker()), nil
}

// name fills in who a statement is by: an entity of the article with the
// mention next to the statement, or a name that the article does not have.
func (p *pointed) name(e *corrections.Entry, name string, kind news.EntityKind) {
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
