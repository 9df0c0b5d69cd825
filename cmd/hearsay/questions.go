package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// askName asks whether a suggested name is an entity's.
func (x *review) askName(cmd *cobra.Command, s store.Suggestion) (*question, error) {
	id, err := x.archive.Entity(cmd.Context(), s.Entity.ID)
	if news.FaultOf(err) == news.NotFound {
		return nil, nil // it became another's by an answer before
	}
	if err != nil {
		return nil, err
	}
	n := &named{id, x.archive}
	var on []store.Alias
	for _, l := range id.Aliases {
		if !l.Confirmed && l.Name == s.Alias.Name && l.Kind == s.Alias.Kind {
			on = append(on, l)
		}
	}
	if len(on) == 0 || s.Alias.Seen == nil {
		return nil, nil
	}
	at := s.Alias.Seen
	q := &question{What: "name", Article: at.Article, Quote: wire.Quote{Range: wire.Range{Start: at.Start, End: at.End}, Text: at.Text},
		Effect:  fmt.Sprintf("“%s” in %s would be %s", s.Alias.Name, articles(s.Alias.Articles), n.words()),
		Yes:     command("confirm", id.ID, s.Alias.Name),
		No:      command("reject", id.ID, s.Alias.Name),
		Reasons: reasonsOf(s.Alias.Reasons)}
	q.entry = func(yes bool, _ string) (corrections.Entry, error) {
		if yes {
			return n.aliasEntry(cmd, corrections.Confirm, on)
		}
		return n.aliasEntry(cmd, corrections.Reject, on)
	}
	return q, nil
}

func articles(n int) string {
	if n == 1 {
		return "1 article"
	}
	return fmt.Sprintf("%d articles", n)
}

func reasonsOf(all []news.Reason) []wire.Reason {
	out := make([]wire.Reason, len(all))
	for i, r := range all {
		out[i] = wire.NewReason(r)
	}
	return out
}

// command is what a person types to decide; the arguments are put in marks.
func command(decision string, args ...string) string {
	for i, a := range args {
		args[i] = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
	}
	return "hearsay correct " + decision + " " + strings.Join(args, " ")
}

// askTelling asks whether a suggested telling is of a claim.
func (x *review) askTelling(cmd *cobra.Command, s store.SuggestedTelling) (*question, error) {
	c, err := nameClaim(cmd, x.archive, s.Claim)
	if err != nil {
		return nil, err
	}
	t := c.suggested(&s.Telling)
	if t == nil {
		return nil, nil // decided by an answer before
	}
	at, err := x.archive.TellingAnchor(cmd.Context(), t)
	if err != nil {
		return nil, err
	}
	ref := tellingRef(t)
	q := &question{What: "claim", Article: t.Article.ID, Quote: wire.Quote{Range: wire.Range{Start: at.Start, End: at.End}, Text: t.Words[0]},
		Effect:  fmt.Sprintf("%s would be one more telling of %s", ref, c.words()),
		Yes:     command("confirm", c.ID, ref),
		No:      command("reject", c.ID, ref),
		Reasons: reasonsOf(t.Reasons)}
	q.entry = func(yes bool, _ string) (corrections.Entry, error) {
		if yes {
			return c.tellingEntry(cmd, corrections.Confirm, []*store.Telling{t})
		}
		return c.tellingEntry(cmd, corrections.Reject, []*store.Telling{t})
	}
	return q, nil
}

// askSpeaker asks whether a statement is by whom the rules say.
func (x *review) askSpeaker(cmd *cobra.Command, l store.Located) (*question, error) {
	s, err := x.archive.Article(cmd.Context(), l.Article)
	if err != nil || l.Number >= len(s.Statements) || s.Statements[l.Number].Corrections != nil {
		return nil, err
	}
	p := newPointed(s, l.Number)
	first := wire.NewStatements(&news.Article{Text: s.Text, Statements: []news.Statement{alone(p.statement())}}, false)[0].Content[0]
	q := &question{What: "speaker", Article: s.ID, Quote: first, Reasons: reasonsOf(p.statement().Reasons),
		Effect: fmt.Sprintf("%s would be confirmed as said by %s%s", p.ref, p.speaker(), p.printed()),
		Yes:    command("confirm", p.ref), No: command("speaker", p.ref) + " NAME | --nobody"}
	q.entry = func(yes bool, name string) (corrections.Entry, error) {
		if yes {
			return p.entry(corrections.Confirm), nil
		}
		e := p.entry(corrections.Speaker)
		if name != "" {
			p.name(&e, name, news.Person)
		}
		return e, nil
	}
	return q, nil
}

// alone is a statement out of its article's order.
func alone(s *news.Statement) news.Statement {
	out := *s
	out.Within, out.Hidden = news.Outermost, false
	return out
}

// newPointed is a statement by its number among all of its article.
func newPointed(s *store.Stored, number int) *pointed {
	index := 0
	for i := range s.Statements[:number] {
		if s.Statements[i].Voice != news.OutletOwn {
			index++
		}
	}
	return &pointed{s, fmt.Sprintf("%s#%d", s.ID, index), number}
}

// printed are the words that name the speaker, where they tell more than the name.
func (p *pointed) printed() string {
	s := p.statement()
	if s.Speaker == nil || !wire.Resolved(s.SpeakerName, s.Speaker.Of(p.Text)) {
		return ""
	}
	return fmt.Sprintf(" (as printed: “%s”)", s.Speaker.Of(p.Text))
}
