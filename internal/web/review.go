package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of the review. A question is worked for: a page looks as far as it needs,
// an answer further, for what came between.
const (
	questionsAhead = 20 // of a kind, behind those that were left undecided
	answeredAmong  = 5 * questionsAhead
	mostSkipped    = 200
)

// review asks the first question that was not left undecided in this sitting.
func (s *Server) review(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "Review")
	asked := r.URL.Query()
	p := pages.Review{Frame: f, What: asked.Get("what"), Skipped: asked.Get("skip"), Undo: asked.Get("undo"), Told: asked.Get("told"), MayDecide: editor(r.Context()) != ""}
	if p.What == "" {
		p.What = decide.Kinds[0]
	}
	if !slices.Contains(decide.Kinds, p.What) {
		return nil, news.Errorf(news.Usage, p.What, "take "+strings.Join(decide.Kinds, ", "), "there are no such questions")
	}
	for _, k := range decide.Kinds {
		p.Kinds = append(p.Kinds, pages.Tab{Label: k, Path: reviewURL(k, "", "", ""), Now: k == p.What})
	}
	q, left, more, err := s.question(r.Context(), p.What, keysOf(p.Skipped))
	if err != nil {
		return nil, err
	}
	p.Left, p.More = left, more
	if p.Undo != "" {
		if p.At, err = s.placeOf(r.Context(), p.Undo); err != nil {
			return nil, err
		}
	}
	if q != nil {
		if p.Question, err = s.questionShown(r.Context(), q); err != nil {
			return nil, err
		}
		p.Unsure = reviewURL(p.What, skipped(p.Skipped, q.Key()), "", "")
	}
	return pages.ReviewPage(p), nil
}

// question is the first that is not skipped, how many stand with it, and whether
// there are more than were looked at.
func (s *Server) question(ctx context.Context, what string, skip []string) (q *decide.Question, left int, more bool, err error) {
	asks, beyond, err := decide.Questions(ctx, s.archive, what, questionsAhead+len(skip))
	if err != nil {
		return nil, 0, false, err
	}
	for i, ask := range asks {
		q, err := s.unlessSkipped(ctx, ask, skip)
		if err != nil {
			return nil, 0, false, err
		}
		if q != nil {
			return q, len(asks) - i, len(beyond) > 0, nil
		}
	}
	return nil, 0, false, nil
}

// unlessSkipped makes a question, nil when it is skipped or not asked any more. One
// that was skipped before is known by what it asks about and not made again.
func (s *Server) unlessSkipped(ctx context.Context, ask decide.Ask, skip []string) (q *decide.Question, err error) {
	key, err := store.Recall(ctx, s.archive, "question of "+ask.Of, func() (key string, skipped bool, err error) {
		if q, err = ask.Make(); err != nil || q == nil {
			return "", false, err
		}
		return q.Key(), slices.Contains(skip, q.Key()), nil
	})
	switch {
	case err != nil || slices.Contains(skip, key):
		return nil, err
	case q == nil && key != "": // somebody else skipped it
		return ask.Make()
	}
	return q, nil
}

// keysOf takes a list of keys apart; of too many the last are taken.
func keysOf(list string) []string {
	keys := strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
	return keys[max(0, len(keys)-mostSkipped):]
}

// skipped is a list of keys with one more; of too many the oldest are asked again.
func skipped(list, key string) string {
	keys := append(keysOf(list), key)
	return strings.Join(keys[max(0, len(keys)-mostSkipped):], ",")
}

func reviewURL(what, skip, undo, told string) string {
	v := url.Values{"what": {what}}
	for name, value := range map[string]string{"skip": skip, "undo": undo, "told": told} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return "/review?" + v.Encode()
}

// questionShown is the question with the line of its article that it is about: who
// answers it wants to read on.
func (s *Server) questionShown(ctx context.Context, q *decide.Question) (*pages.Question, error) {
	a, err := s.archive.Article(ctx, q.Article)
	if err != nil {
		return nil, err
	}
	out := &pages.Question{Key: q.Key(), What: q.What, Effect: q.Effect, Moves: q.Moves, Words: q.Text}
	out.At = placeIn(a)
	switch q.What {
	case "claim":
		out.Of = "/claim?" + url.Values{"id": {q.Of}}.Encode()
	case "name":
		out.Of = "/who?" + url.Values{"name": {q.Of}}.Encode()
	}
	ruler := news.NewRuler(a.Text)
	start, _ := ruler.Bytes(q.Start)
	end, _ := ruler.Bytes(q.End)
	out.Before, out.After = onLine(a.Text, news.Span{Start: start, End: end})
	for _, r := range q.Reasons {
		out.Reasons = append(out.Reasons, r.Says)
	}
	return out, nil
}

// placeIn names an article where its statements are told of: by its headline, outlet
// and date.
func placeIn(a *store.Stored) pages.Statement {
	return pages.Statement{Article: a.ID, Headline: a.Title.Value, Opening: a.Opening(), Outlet: a.Outlet.Value, Language: a.Language, Published: wording.DateWords(a.Published), Instant: instant(a.Published)}
}

// placeOf is the article that a decision was made in; none where it is not here any
// more.
func (s *Server) placeOf(ctx context.Context, decision string) (pages.Statement, error) {
	l, err := s.archive.Decision(ctx, decision)
	if err != nil {
		return unlessLost(err)
	}
	return s.placeAt(ctx, &l.Entry)
}

// placeAt is the article that a decision is made in.
func (s *Server) placeAt(ctx context.Context, e *corrections.Entry) (pages.Statement, error) {
	anchors := slices.Concat(e.Others, e.Anchors)
	if len(anchors) == 0 {
		return pages.Statement{}, nil
	}
	a, err := s.archive.Article(ctx, anchors[0].Article)
	if err != nil {
		return unlessLost(err)
	}
	return placeIn(a), nil
}

// unlessLost is the fault of a look-up, none where only nothing was found.
func unlessLost(err error) (pages.Statement, error) {
	if news.FaultOf(err) == news.NotFound {
		err = nil
	}
	return pages.Statement{}, err
}

// mostBeside bounds the bytes of a line that are shown on either side: a sentence or
// two.
const mostBeside = 300

// onLine is the line that a span stands in, before it and after; what is left out
// of a long one ends between words.
func onLine(text string, at news.Span) (before, after string) {
	before = text[strings.LastIndexByte(text[:at.Start], '\n')+1 : at.Start]
	after, _, _ = strings.Cut(text[at.End:], "\n")
	if cut := len(before) - mostBeside; cut > 0 {
		_, rest, _ := strings.Cut(before[cut:], " ")
		before = "… " + rest
	}
	if len(after) > mostBeside {
		after = after[:max(0, strings.LastIndexByte(after[:mostBeside], ' '))] + " …"
	}
	return before, after
}

// answer takes the answer to a question, which is found again as it stands now.
func (s *Server) answer(w http.ResponseWriter, r *http.Request) error {
	what, skip := r.FormValue("what"), r.FormValue("skip")
	if r.FormValue("answer") == "undo" {
		e, effect, err := decide.Undo(r.Context(), s.archive, r.FormValue("undo"))
		if err == nil {
			_, err = s.record(r, e)
		}
		return back(w, r, err, reviewURL(what, skip, "", effect))
	}
	q, err := s.keyed(r.Context(), what, r.FormValue("key"), answeredAmong+len(keysOf(skip)))
	if err != nil {
		return err
	}
	e, err := q.Entry(r.FormValue("answer") == "yes", strings.TrimSpace(r.FormValue("name")))
	if err == nil {
		e, err = s.record(r, e)
	}
	return back(w, r, err, reviewURL(what, skip, e.ID, "Decided: "+decide.EntryWords(&e)))
}

// keyed finds a question by its key, among the first.
func (s *Server) keyed(ctx context.Context, what, key string, among int) (*decide.Question, error) {
	asks, _, err := decide.Questions(ctx, s.archive, what, among)
	if err != nil {
		return nil, err
	}
	for _, ask := range asks {
		q, err := ask.Make()
		if err != nil {
			return nil, err
		}
		if q != nil && q.Key() == key {
			return q, nil
		}
	}
	return nil, news.Errorf(news.NotFound, "the question", "go on with the next", "it is not asked any more: something else decided it")
}

// record enters a decision of whoever may decide and applies it.
func (s *Server) record(r *http.Request, e corrections.Entry) (corrections.Entry, error) {
	e.By, e.Reason = editor(r.Context()), strings.TrimSpace(r.FormValue("reason"))
	return keep.Decide(context.WithoutCancel(r.Context()), s.archive, e, keep.Watch{})
}

// back leads to where a form came from, or shows what was wrong.
func back(w http.ResponseWriter, r *http.Request, err error, to string) error {
	if err == nil {
		http.Redirect(w, r, to, http.StatusSeeOther)
	}
	return err
}
