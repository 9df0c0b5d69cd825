package wire

import (
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Hit is the JSON of a found statement. Offsets are left to Exported: a hit
// shows words.
type Hit struct {
	Article     string     `json:"article"`
	Index       int        `json:"index"` // of the statement in the article, as export counts
	Title       string     `json:"title"`
	Opening     string     `json:"opening,omitempty"` // of an article without a title: the words its text begins with
	Outlet      string     `json:"outlet"`
	Language    string     `json:"language"`
	Published   string     `json:"published"`
	Speaker     string     `json:"speaker"`
	SpeakerName string     `json:"speaker_name"`
	Entity      *EntityRef `json:"entity"`
	Cue         string     `json:"cue"`
	Content     []string   `json:"content"`
	Type        string     `json:"type"`
	Voice       string     `json:"voice"`
	Polarity    string     `json:"polarity"`
	Withheld    string     `json:"speaker_withheld,omitempty"`
	One         bool       `json:"single_origin,omitempty"` // the speaker is a person whom one text only names
	Decided
}

// EntityRef is the JSON of who a speaker is across articles, and why the printed
// name is taken for them.
type EntityRef struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Status     string   `json:"status"`
	ResolvedBy []Reason `json:"resolved_by"`
}

// NewEntityRef is nil for nobody.
func NewEntityRef(r *store.Ref) *EntityRef {
	if r == nil || r.Hidden {
		return nil
	}
	return &EntityRef{ID: r.ID, Name: r.Name, Status: Status(r.Confirmed), ResolvedBy: each(r.Reasons, NewReason)}
}

// Status is how sure a name is an entity's.
func Status(confirmed bool) string {
	if confirmed {
		return string(news.Confirmed)
	}
	return string(news.Suggested)
}

// NewHit gives a found statement its outer form; one says that its speaker is a
// person of one origin.
func NewHit(h *store.Hit, one bool) Hit {
	return Hit{Article: h.Article.ID, Index: h.Index, Title: h.Article.Title, Opening: h.Article.Opening, Outlet: h.Article.Outlet, Language: h.Article.Language,
		Published: h.Article.Published.Value, Speaker: h.Speaker, SpeakerName: h.Statement.SpeakerName, Entity: NewEntityRef(h.Identity), Cue: h.Cue, Content: orNone(h.Content),
		Type: string(h.Statement.Kind), Voice: string(h.Statement.Voice), Polarity: string(h.Statement.Polarity), Withheld: h.Statement.Withheld,
		One: one, Decided: NewDecided(h.Statement.Corrections)}
}

// Exported is the JSON of a statement with the article it stands in and its
// place there.
type Exported struct {
	Article string `json:"article"`
	Index   int    `json:"index"`
	Statement
	Entity *EntityRef `json:"entity"` // who the speaker is across articles
	Claims []ClaimRef `json:"claims,omitempty"`
	One    bool       `json:"single_origin,omitempty"`
}

// ClaimRef is the JSON of a claim that a statement is of, and what it makes of it.
type ClaimRef struct {
	Claim    string        `json:"claim"`
	Relation news.Relation `json:"relation"`
}

// NewExported gives a statement of an article its outer form; one says that its
// speaker is a person of one origin.
func NewExported(article string, s Statement, who *EntityRef, claims []store.ClaimRef, one bool) Exported {
	out := Exported{Article: article, Index: s.Index, Statement: s, Entity: who, One: one}
	for _, c := range claims {
		out.Claims = append(out.Claims, ClaimRef{c.ID, c.Relation})
	}
	return out
}
