package wire

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// Identity is the JSON of an entity across articles.
type Identity struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Kind    string  `json:"kind"`
	Aliases []Alias `json:"aliases"`
	Said    int     `json:"said"`
	About   int     `json:"about"`

	OneOrigin bool `json:"single_origin,omitempty"` // a person whom one text only names, not decided on
	Decided   bool `json:"decided,omitempty"`
	Hidden    bool `json:"hidden,omitempty"`

	SaidSuggested  int `json:"said_suggested"` // by names that are only suggested
	AboutSuggested int `json:"about_suggested"`

	Found *FoundBy `json:"found_by,omitempty"`
}

// FoundBy is the JSON of a name that was found by another script or spelling; with
// Part, for some of the words asked for.
type FoundBy struct {
	Name    string   `json:"name"`
	Part    bool     `json:"part,omitempty"`
	Reasons []Reason `json:"reasons"`
}

// NewFoundBy is nil where the name is that asked for.
func NewFoundBy(s *store.Spelling) *FoundBy {
	if s == nil {
		return nil
	}
	return &FoundBy{s.Name, s.Part, each(s.Reasons, NewReason)}
}

// Alias is the JSON of a name an entity goes by.
type Alias struct {
	Name      string   `json:"name"`
	Confirmed bool     `json:"confirmed"`
	Reasons   []Reason `json:"reasons"`
	Status    string   `json:"status"`
	Articles  int      `json:"articles"`
	Origins   int      `json:"origins"` // of those, independent ones
	Seen      *Seen    `json:"seen"`
	Printed   []string `json:"printed_as,omitempty"` // other spellings and shorter forms in articles
	By        string   `json:"confirmed_by,omitempty"`
	On        string   `json:"confirmed_on,omitempty"` // a day

	Parted   string `json:"kept_apart_by,omitempty"` // from another
	PartedOn string `json:"kept_apart_on,omitempty"` // a day
}

// Seen is the JSON of one place where an alias stands.
type Seen struct {
	Article string `json:"article"`
	Quote
	Said bool `json:"said,omitempty"` // the words are what was said: none name who said it
}

// Candidate is the JSON of one of several entities a name may mean.
type Candidate struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Kind      string `json:"kind"`
	Confirmed bool   `json:"confirmed"`
	Articles  int    `json:"articles"`
	OneOrigin bool   `json:"single_origin,omitempty"`

	Found *FoundBy `json:"found_by,omitempty"`
}

// Candidates is the JSON of several that go by a name, best first.
type Candidates struct {
	Candidates []Candidate `json:"candidates"`
}

// NewIdentity gives an entity its outer form.
func NewIdentity(id *store.Identity) Identity {
	return Identity{id.ID, id.Name, string(id.Kind), NewAliases(id.Aliases), id.Said, id.About, id.One, id.Decided, id.Hidden, id.SaidSuggested, id.AboutSuggested, NewFoundBy(id.Found)}
}

// NewCandidates gives those a name may mean their outer form.
func NewCandidates(all []store.Candidate) Candidates {
	return Candidates{each(all, func(c store.Candidate) Candidate {
		return Candidate{c.ID, c.Name, string(c.Kind), c.Confirmed, c.Articles, c.One, NewFoundBy(c.Found)}
	})}
}

// NewAliases gives each name once, though it may stand under several kinds.
func NewAliases(all []store.Alias) []Alias {
	out := []Alias{}
	place := map[string]int{}
	for _, l := range all {
		i, known := place[l.Name]
		if !known {
			i = len(out)
			place[l.Name] = i
			out = append(out, Alias{Name: l.Name, Seen: newSeen(l.Seen), Reasons: []Reason{}})
		}
		out[i].join(&l)
	}
	for i := range out {
		out[i].Status = Status(out[i].Confirmed)
	}
	return out
}

// join adds what is known of the name under one more kind.
func (l *Alias) join(more *store.Alias) {
	l.Confirmed = l.Confirmed || more.Confirmed
	l.Articles += more.Articles
	l.Origins += more.Origins
	for _, words := range more.Printed {
		if !slices.Contains(l.Printed, words) {
			l.Printed = append(l.Printed, words)
		}
	}
	if more.By != nil {
		l.By, l.On = more.By.Name, more.By.Day
	}
	if more.Parted != nil {
		l.Parted, l.PartedOn = more.Parted.Name, more.Parted.Day
	}
	for _, r := range more.Reasons {
		if w := NewReason(r); !slices.Contains(l.Reasons, w) {
			l.Reasons = append(l.Reasons, w)
		}
	}
}

func newSeen(q *store.Quotation) *Seen {
	if q == nil {
		return nil
	}
	return &Seen{q.Article, Quote{Range{q.Start, q.End}, q.Text}, q.Said}
}

// EntityRow is the JSON of an entity in a list of all.
type EntityRow struct {
	ID        string       `json:"id"`
	Name      string       `json:"name"`
	Kind      string       `json:"kind"`
	Names     []EntityName `json:"names"`
	Articles  int          `json:"articles"`
	Origins   int          `json:"origins"`
	OneOrigin bool         `json:"single_origin,omitempty"`
	Decided   bool         `json:"decided,omitempty"`
}

// EntityName is a name of a listed entity.
type EntityName struct {
	Name   string `json:"name"`
	Status string `json:"status"`
}

// NewEntityRow gives a listed entity its outer form.
func NewEntityRow(r store.EntityRow) EntityRow {
	return EntityRow{ID: r.ID, Name: r.Name, Kind: string(r.Kind), Articles: r.Articles, Origins: r.Origins, OneOrigin: r.OneOrigin, Decided: r.Decided,
		Names: each(r.Names, func(n store.EntityName) EntityName { return EntityName{n.Name, Status(n.Confirmed)} })}
}
