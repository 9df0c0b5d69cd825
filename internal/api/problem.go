package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"unicode"

	"github.com/hearsay-engine/hearsay/news"
)

// Problem is an error as programs read it (RFC 9457). What is beyond the RFC:
// the kind of the fault, what it befell, what to do about it and, for a fault in
// a query, where it stands there.
type Problem struct {
	Type    string     `json:"type"`
	Title   string     `json:"title"`
	Status  int        `json:"status"`
	Detail  string     `json:"detail"`
	Fault   news.Fault `json:"fault,omitempty"`
	Subject string     `json:"subject,omitempty"` // the article, parameter or query it befell
	Mend    string     `json:"mend,omitempty"`
	At      int        `json:"at,omitempty"` // character of the query, counted from 1
}

// ProblemMedia is the media type of a problem.
const ProblemMedia = "application/problem+json"

func (p *Problem) Error() string { return p.Detail }

// WriteProblem answers with a problem; its type and title may be left out.
func WriteProblem(w http.ResponseWriter, p *Problem) {
	if p.Type == "" {
		p.Type = "about:blank"
	}
	if p.Title == "" {
		p.Title = http.StatusText(p.Status)
	}
	b, _ := json.Marshal(p) // of strings and numbers
	h := w.Header()
	h.Set("Content-Type", ProblemMedia)
	w.WriteHeader(p.Status)
	w.Write(append(b, '\n'))
}

// statuses are the HTTP statuses of the kinds of faults; another is ours.
var statuses = map[news.Fault]int{
	news.NotFound: http.StatusNotFound, news.Usage: http.StatusBadRequest, news.Busy: http.StatusServiceUnavailable,
	news.Empty: http.StatusUnprocessableEntity, news.Binary: http.StatusUnprocessableEntity, news.TooLarge: http.StatusRequestEntityTooLarge,
	news.TooDeep: http.StatusUnprocessableEntity, news.Encoding: http.StatusUnprocessableEntity, news.Malformed: http.StatusUnprocessableEntity,
}

// refuse answers with what went wrong.
func (x *API) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := problemOf(err)
	if p.Status == http.StatusInternalServerError {
		x.log.Error("an answer failed", "path", r.URL.Path, "error", err)
	}
	if p.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	WriteProblem(w, p)
}

func problemOf(err error) *Problem {
	var ours *Problem
	var e *news.Error
	switch {
	case errors.As(err, &ours):
		return ours
	case errors.Is(err, context.DeadlineExceeded):
		return &Problem{Status: http.StatusServiceUnavailable, Detail: "the answer took too long to make", Mend: "ask for less: fewer, or narrower"}
	case errors.As(err, &e) && statuses[e.Fault] != 0:
		return &Problem{Status: statuses[e.Fault], Detail: e.Words, Fault: e.Fault, Subject: e.ID, Mend: e.Mend, At: e.At}
	}
	return &Problem{Status: http.StatusInternalServerError, Detail: "something went wrong on our side", Fault: news.Internal, Mend: "hearsay verify tells whether the archive is sound"}
}

func usage(id, mend, format string, args ...any) error {
	return news.Errorf(news.Usage, id, mend, format, args...)
}

// queryOf reads a query string strictly: what cannot be read is no parameter.
func queryOf(raw string) (url.Values, error) {
	v, err := url.ParseQuery(raw)
	if err != nil {
		return nil, usage("query", "escape it as an address wants it", "the query string cannot be read")
	}
	return v, nil
}

// printable is what was sent, fit to be shown in a message.
func printable(s string) string {
	const most = 60 // characters
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '�'
	}, s)
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
