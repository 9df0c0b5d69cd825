package wire

import (
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// Logged is the JSON of a decision as it stands in an archive.
type Logged struct {
	corrections.Entry
	Standing string        `json:"standing"`
	Places   []LoggedPlace `json:"places"`
}

// LoggedPlace is the JSON of what an anchor of a decision is in an article.
type LoggedPlace struct {
	Article   string `json:"article"`
	Sought    string `json:"sought"`
	Found     bool   `json:"found"`
	Name      string `json:"name,omitempty"`
	Now       string `json:"now,omitempty"`
	Statement bool   `json:"statement,omitempty"`
}

// NewLogged gives a decision its outer form.
func NewLogged(l *store.Logged) Logged {
	return Logged{l.Entry, string(l.Standing()), each(l.Places, func(p store.Place) LoggedPlace {
		statement := p.Statement != corrections.None
		return LoggedPlace{Article: p.Article, Sought: Sought(l, &p), Found: statement || p.Name != "", Name: p.Name, Now: p.Now, Statement: statement}
	})}
}

// Sought are the words of the anchor that a place is of.
func Sought(l *store.Logged, p *store.Place) string {
	list := l.Anchors
	if p.Other {
		list = l.Others
	}
	if p.Part >= len(list) {
		return ""
	}
	return list[p.Part].Words
}
