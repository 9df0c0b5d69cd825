package decide

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Question is something to decide, made from the archive as it is when its turn
// comes.
type Question struct {
	What    string `json:"what"` // "name", "claim" or "speaker"
	Effect  string `json:"effect"`
	Moves   string `json:"moves,omitempty"` // how many statements a yes would move; "" when it moves none
	Of      string `json:"of"`              // the id of the entity or the claim it would be of; of a speaker ARTICLE#N
	Article string `json:"article"`
	wire.Quote
	Reasons []wire.Reason `json:"reasons"`
	Yes     string        `json:"yes"` // the commands that answer it
	No      string        `json:"no"`

	entry func(yes bool, name string) (corrections.Entry, error)
}

// Key names the question among all of its archive.
func (q *Question) Key() string { return news.DigestOf(q.Yes).String()[:keyLength] }

const keyLength = 16

// Entry is the answer as a decision; name is whose a statement is when the
// answer is no, "" for nobody's.
func (q *Question) Entry(yes bool, name string) (corrections.Entry, error) { return q.entry(yes, name) }

// Ask makes its question; nil when nothing is left to ask.
type Ask struct {
	Of   string // what it asks about, as the archive's rows have it: it is the same while nothing is written
	Make func() (*Question, error)
}

// Kinds of questions, as Questions takes them.
var Kinds = []string{"all", "names", "claims", "speakers"}

// asker asks about one archive.
type asker struct{ archive *store.Archive }

// kinds are the kinds of questions in the order they are asked in.
func (x asker) kinds() []struct {
	kind string
	asks func(context.Context, int) ([]Ask, error)
} {
	return []struct {
		kind string
		asks func(context.Context, int) ([]Ask, error)
	}{{"names", x.names}, {"claims", x.tellings}, {"speakers", x.speakers}}
}

// Questions gives what the rules are not sure of, best first: names, then
// tellings of claims, then speakers, at most limit of each kind asked for; more
// are the kinds of which there are others.
func Questions(ctx context.Context, a *store.Archive, what string, limit int) (out []Ask, more []string, err error) {
	for _, k := range (asker{a}).kinds() {
		if what != "all" && what != k.kind {
			continue
		}
		asks, err := k.asks(ctx, limit+1)
		if err != nil {
			return nil, nil, err
		}
		if len(asks) > limit {
			asks, more = asks[:limit], append(more, k.kind)
		}
		out = append(out, asks...)
	}
	return out, more, nil
}

// Count counts all questions of a kind, for those who ask some; 0 where only the
// asking tells.
func Count(ctx context.Context, a *store.Archive, kind string) (int, error) {
	switch kind {
	case "names":
		return a.CountSuggestions(ctx)
	case "claims":
		return a.CountClaimsAsked(ctx)
	case "speakers":
		doubts, err := asker{a}.doubts(ctx)
		if err != nil {
			return 0, err
		}
		return a.CountDoubtful(ctx, doubts)
	}
	return 0, nil
}

func (x asker) names(ctx context.Context, limit int) ([]Ask, error) {
	found, err := x.archive.Suggestions(ctx, limit)
	var out []Ask
	for _, n := range found {
		out = append(out, Ask{fmt.Sprint("name ", n), func() (*Question, error) { return x.askName(ctx, n) }})
	}
	return out, err
}

func (x asker) tellings(ctx context.Context, limit int) ([]Ask, error) {
	found, err := x.archive.ClaimsAsked(ctx, limit)
	var out []Ask
	for _, c := range found {
		out = append(out, Ask{fmt.Sprint("claim ", c), func() (*Question, error) { return x.askTelling(ctx, c) }})
	}
	return out, err
}

func (x asker) speakers(ctx context.Context, limit int) ([]Ask, error) {
	doubts, err := x.doubts(ctx)
	if err != nil {
		return nil, err
	}
	found, err := x.archive.Doubtful(ctx, doubts, limit)
	var out []Ask
	for _, l := range found {
		out = append(out, Ask{fmt.Sprint("speaker ", l), func() (*Question, error) { return x.askSpeaker(ctx, l) }})
	}
	return out, err
}

// doubts are the rules to ask about, by what people decided until now.
func (x asker) doubts(ctx context.Context) ([]corrections.Doubt, error) {
	log, err := x.archive.Log(ctx)
	return corrections.Doubts(corrections.TallyRules(Holding(log))), err
}

// Holding are the corrections of a log that nobody took back.
func Holding(log []store.Logged) []corrections.Entry {
	var out []corrections.Entry
	for i := range log {
		if l := &log[i]; !l.Revoked && l.Decision != corrections.Undo && !l.OfCase() {
			out = append(out, l.Entry)
		}
	}
	return out
}

// readAs is where a name stands, and what articles read it as where its entity is
// another thing.
func readAs(there, here news.EntityKind, articles string) string {
	switch {
	case there == here || there == "":
		return " in " + articles
	case strings.ContainsRune("aeio", rune(there[0])):
		return ", read as an " + string(there) + " in " + articles + ","
	}
	return ", read as a " + string(there) + " in " + articles + ","
}

// askName asks whether a suggested name is an entity's.
func (x asker) askName(ctx context.Context, asked store.NameAsked) (*Question, error) {
	s, err := x.archive.Suggestion(ctx, asked)
	if err != nil || s == nil || s.Alias.Seen == nil {
		return nil, err
	}
	if s.Apart != "" {
		return x.askTorn(ctx, s)
	}
	q, err := x.nameQuestion(ctx, s, s.Entity.ID, s.Alias.Kind)
	if err != nil {
		return nil, err
	}
	q.Yes, q.No = command("confirm", s.Entity.ID, s.Alias.Name), command("reject", s.Entity.ID, s.Alias.Name)
	q.entry = func(yes bool, _ string) (corrections.Entry, error) {
		id, err := x.archive.Entity(ctx, s.Entity.ID)
		if err != nil {
			return corrections.Entry{}, err
		}
		n := &Named{id, x.archive}
		on := slices.DeleteFunc(slices.Clone(id.Aliases), func(l store.Alias) bool { return l.Confirmed || l.Name != s.Alias.Name || l.Kind != s.Alias.Kind })
		if yes {
			return n.AliasEntry(ctx, corrections.Confirm, on)
		}
		return n.AliasEntry(ctx, corrections.Reject, on)
	}
	return q, nil
}

// nameQuestion says where a name of the entity now stands, whose it would be and what
// that would move.
func (x asker) nameQuestion(ctx context.Context, s *store.Suggestion, now string, as news.EntityKind) (*Question, error) {
	w, err := x.archive.WeighNames(ctx, now, []store.Alias{s.Alias})
	at := s.Alias.Seen
	return &Question{What: "name", Of: s.Entity.ID, Article: at.Article, Quote: wire.Quote{Range: wire.Range{Start: at.Start, End: at.End}, Text: at.Text},
		Effect:  fmt.Sprintf("“%s”%s would be %s", s.Alias.Name, readAs(as, s.Entity.Kind, wording.Count(s.Alias.Articles, "article")), ofWhom(s)),
		Moves:   movesWords(w, becoming[corrections.Confirm], s.Entity.Name),
		Reasons: reasonsOf(s.Alias.Reasons)}, err
}

// askTorn asks whether a name that may be any of several's is this one's.
func (x asker) askTorn(ctx context.Context, s *store.Suggestion) (*Question, error) {
	q, err := x.nameQuestion(ctx, s, s.Apart, s.Entity.Kind)
	if err != nil {
		return nil, err
	}
	q.Yes, q.No = command("merge", s.Entity.ID, s.Apart), command("reject", s.Entity.ID, s.Apart)
	q.entry = func(yes bool, _ string) (corrections.Entry, error) {
		own, err := x.archive.Entity(ctx, s.Apart)
		if err != nil {
			return corrections.Entry{}, err
		}
		id, err := x.archive.Entity(ctx, s.Entity.ID)
		if err != nil {
			return corrections.Entry{}, err
		}
		bearer, torn := &Named{id, x.archive}, &Named{own, x.archive}
		if yes {
			e, _, err := bearer.merge(ctx, torn)
			return e, err
		}
		e, _, err := bearer.part(ctx, torn)
		return e, err
	}
	return q, nil
}

// ofWhom names the entity a name would be of, by its kind too where they share it.
func ofWhom(s *store.Suggestion) string {
	if fold.Name(s.Entity.Name) == fold.Name(s.Alias.Name) {
		return s.Entity.Name + ", the " + string(s.Entity.Kind)
	}
	return s.Entity.Name
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
func (x asker) askTelling(ctx context.Context, asked store.ClaimAsked) (*Question, error) {
	s, err := x.archive.SuggestedTelling(ctx, asked)
	if err != nil || s == nil { // decided by an answer before
		return nil, err
	}
	t := &s.Telling
	at, err := x.archive.TellingAnchor(ctx, t)
	if err != nil {
		return nil, err
	}
	w, err := x.archive.WeighTelling(ctx, t)
	if err != nil {
		return nil, err
	}
	c, ref := &Claimed{&store.Claim{ID: s.Claim, Words: s.Words}, x.archive}, tellingRef(t)
	q := &Question{What: "claim", Of: s.Claim, Article: t.Article.ID, Quote: wire.Quote{Range: wire.Range{Start: at.Start, End: at.End}, Text: t.Words[0]},
		Effect:  fmt.Sprintf("%s would be one more telling of %s", Marked(t.Words[0]), c.Line()),
		Moves:   toldWords(w),
		Yes:     command("confirm", c.ID, ref),
		No:      command("reject", c.ID, ref),
		Reasons: reasonsOf(t.Reasons)}
	q.entry = func(yes bool, _ string) (corrections.Entry, error) {
		c, err := NameClaim(ctx, x.archive, s.Claim)
		if err != nil {
			return corrections.Entry{}, err
		}
		if yes {
			return c.tellingEntry(ctx, corrections.Confirm, []*store.Telling{t})
		}
		return c.tellingEntry(ctx, corrections.Reject, []*store.Telling{t})
	}
	return q, nil
}

// askSpeaker asks whether a statement is by whom the rules say.
func (x asker) askSpeaker(ctx context.Context, l store.Located) (*Question, error) {
	s, err := x.archive.Article(ctx, l.Article)
	if err != nil || l.Number >= len(s.Statements) || s.Statements[l.Number].Corrections != nil {
		return nil, err
	}
	p := newPointed(s, l.Number)
	first := wire.NewStatements(&news.Article{Text: s.Text, Statements: []news.Statement{alone(p.statement())}}, false)[0].Content[0]
	q := &Question{What: "speaker", Of: p.Ref, Article: s.ID, Quote: first, Reasons: reasonsOf(p.statement().Reasons),
		Effect: fmt.Sprintf("%s would be confirmed as said by %s%s", p.Line(), p.SpokenBy(), p.printed()),
		Yes:    command("confirm", p.Ref), No: command("speaker", p.Ref) + " NAME | --nobody"}
	q.entry = func(yes bool, name string) (corrections.Entry, error) {
		if yes {
			return p.Entry(corrections.Confirm), nil
		}
		e := p.Entry(corrections.Speaker)
		if name != "" {
			p.Attribute(&e, name, news.Person)
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
func newPointed(s *store.Stored, number int) *Pointed {
	index := 0
	for i := range s.Statements[:number] {
		if s.Statements[i].Voice != news.OutletOwn {
			index++
		}
	}
	return &Pointed{s, fmt.Sprintf("%s#%d", s.ID, index), number}
}

// printed are the words that name the speaker, where they tell more than the name.
func (p *Pointed) printed() string {
	s := p.statement()
	if s.Speaker == nil || !wire.Resolved(s.SpeakerName, s.Speaker.Of(p.Text)) {
		return ""
	}
	return fmt.Sprintf(" (as printed: “%s”)", s.Speaker.Of(p.Text))
}
