package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/intake"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of following jobs: how long a page does, and how many do at once.
const (
	eventsTime    = time.Hour
	mostFollowers = 200
)

func (s *Server) addPage(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "Add news")
	p := pages.Adding{Frame: f, Empty: f.Articles == 0}
	id := r.URL.Query().Get("job")
	if id == "" {
		return pages.AddPage(p), nil
	}
	j, known := s.jobs.Find(id)
	if !known {
		return nil, news.Errorf(news.NotFound, "job "+id, "see what is in the archive: its statements are listed on the first page", "this server does not remember it")
	}
	state, _ := j.Now()
	p.Job = jobShown(j.ID, state)
	return pages.AddPage(p), nil
}

func jobShown(id string, s intake.State) *pages.Job {
	out := &pages.Job{ID: id, Ended: s.Ended, Done: s.Done, Words: s.Words()}
	for _, f := range s.Failures {
		out.Failures = append(out.Failures, pages.Failure{ID: f.ID, Words: f.Words, Mend: f.Mend})
	}
	for _, id := range s.Kept() {
		out.Read = append(out.Read, pages.Tab{Label: id, Path: articlePath(id)})
	}
	out.Rest = s.Done - s.Failed - len(out.Read)
	if s.Fault != nil {
		out.Fault = intake.NewFailure("", s.Fault).Words
	}
	return out
}

// add takes what a form holds: files, a text that was pasted, or the examples.
func (s *Server) add(w http.ResponseWriter, r *http.Request) error {
	j, err := s.jobs.Form(w, r)
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/add?job="+j.ID, http.StatusSeeOther)
	return nil
}

// events tells how far a job has come, as server-sent events, until it ends.
func (s *Server) events(w http.ResponseWriter, r *http.Request) error {
	j, known := s.jobs.Find(r.URL.Query().Get("job"))
	if !known {
		return news.Errorf(news.NotFound, "job", "see what is in the archive", "this server does not remember it")
	}
	select {
	case s.followers <- struct{}{}:
		defer func() { <-s.followers }()
	default:
		return news.Errorf(news.Busy, "job", "load the page again in some seconds", "too many follow what is added")
	}
	c := http.NewResponseController(w)
	if err := c.SetWriteDeadline(time.Now().Add(eventsTime)); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	for {
		state, changed := j.Now()
		line, err := json.Marshal(map[string]any{"words": messages.Told(r.Context(), state.Words()), "done": state.Done, "ended": state.Ended})
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "data: %s\n\n", line)
		if err := c.Flush(); err != nil || state.Ended {
			return nil
		}
		select {
		case <-changed:
			time.Sleep(eventPause)
		case <-r.Context().Done():
			return nil
		}
	}
}

// eventPause is the least time between two events: the eye takes no more.
const eventPause = 100 * time.Millisecond
