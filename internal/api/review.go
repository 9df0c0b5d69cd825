package api

import (
	"context"
	"path/filepath"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/doctor"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// QuestionList is what there is to decide.
type QuestionList struct {
	Questions []Question `json:"questions"`
}

// Question is something to decide.
type Question struct {
	Key string `json:"key"` // answers name it so
	*decide.Question
}

// mostAsked is how many questions of each kind an answer is looked for among.
const mostAsked = mostFound

func questions(c *call) (any, error) {
	out := QuestionList{[]Question{}}
	err := eachQuestion(c, c.text("what"), func(q *decide.Question) bool {
		out.Questions = append(out.Questions, Question{q.Key(), q})
		return len(out.Questions) < c.number("limit")
	})
	return out, err
}

// eachQuestion calls do with questions until it has enough.
func eachQuestion(c *call, what string, do func(*decide.Question) bool) error {
	asks, _, err := decide.Questions(c.Context(), c.archive, what, mostAsked)
	if err != nil {
		return err
	}
	for _, ask := range asks {
		q, err := ask.Make()
		if err != nil {
			return err
		}
		if q != nil && !do(q) {
			return nil
		}
	}
	return nil
}

// Answer is the answer to a question.
type Answer struct {
	Key    string `json:"key"`
	Yes    bool   `json:"yes"`
	Name   string `json:"name,omitempty"` // whose a statement is when the answer is no; "" for nobody's
	Reason string `json:"reason,omitempty"`
}

// Decided is a decision, and what it does.
type Decided struct {
	Effect     string       `json:"effect"`
	Correction *wire.Logged `json:"correction"` // null where it was only tried
}

func answerQuestion(c *call) (any, error) {
	var a Answer
	if err := c.readBody(&a); err != nil {
		return nil, err
	}
	var found *decide.Question
	err := eachQuestion(c, decide.Kinds[0], func(q *decide.Question) bool {
		if q.Key() == a.Key {
			found = q
		}
		return found == nil
	})
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, news.Errorf(news.NotFound, a.Key, "ask for the questions again", "it is not asked any more: something else decided it")
	}
	e, err := found.Entry(a.Yes, a.Name)
	if err != nil {
		return nil, err
	}
	return record(c, e, decide.EntryWords(&e), a.Reason)
}

// record enters a decision of whoever may decide, and applies it. What was begun
// is finished though nobody waits for it any more.
func record(c *call, e corrections.Entry, effect, reason string) (any, error) {
	if err := Patient(c.writer); err != nil {
		return nil, err
	}
	e.By, e.Reason = c.Editor(c.Context()), reason
	e, err := keep.Decide(context.WithoutCancel(c.Context()), c.archive, e, keep.Watch{})
	if err != nil {
		return nil, err
	}
	l, err := c.archive.Decision(c.Context(), e.ID)
	if err != nil {
		return nil, err
	}
	logged := wire.NewLogged(l)
	return Decided{effect, &logged}, nil
}

func correct(c *call) (any, error) {
	var w decide.Wanted
	if err := c.readBody(&w); err != nil {
		return nil, err
	}
	e, effect, err := decide.Make(c.Context(), c.archive, &w)
	if err != nil {
		return nil, err
	}
	if w.Try {
		return Decided{Effect: effect}, nil
	}
	return record(c, e, effect, w.Reason)
}

// CorrectionList is a page of the log.
type CorrectionList struct {
	Corrections []wire.Logged `json:"corrections"`
	Next        *string       `json:"next"`
}

func correctionList(c *call) (any, error) {
	log, err := c.archive.Log(c.Context())
	if err != nil {
		return nil, err
	}
	out := CorrectionList{Corrections: []wire.Logged{}}
	passed := c.text("after") == ""
	for i := range log {
		l := &log[i]
		switch s := l.Standing(); {
		case !passed:
			passed = l.ID == c.text("after")
		case c.flag("not-applying") && (s == store.Applies || s == store.TakenBack):
		case len(out.Corrections) == c.number("limit"):
			out.Next = next(out.Corrections[len(out.Corrections)-1].ID)
			return out, nil
		default:
			out.Corrections = append(out.Corrections, wire.NewLogged(l))
		}
	}
	if !passed {
		return nil, usage("after", "start again from the first page", "there is no such page")
	}
	return out, nil
}

// health is what doctor finds; where the file lies is nobody's business who asks
// from another machine.
func health(c *call) (any, error) {
	x, err := doctor.Examine(c.Context(), c.archive)
	if err == nil {
		x.Archive = filepath.Base(x.Archive)
	}
	return x, err
}

func version(*call) (any, error) { return doctor.ProgramVersion(), nil }
