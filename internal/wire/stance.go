package wire

import "github.com/hearsay-engine/hearsay/news"

// Stance is the JSON of what somebody makes of something told in the same
// article.
type Stance struct {
	Statement *int     `json:"statement"` // index of the statement that takes it; null when none does
	Holder    *Quote   `json:"holder"`    // the words naming who takes it, where there are any
	Relation  string   `json:"relation"`
	Cue       Quote    `json:"cue"`
	Of        []Quote  `json:"of"`
	Told      *int     `json:"told"` // index of the statement that tells Of; null when the outlet does
	Reasons   []Reason `json:"reasons"`
}

// stances gives an article's stances their outer form, less those of hidden
// statements.
func (f former) stances(a *news.Article, outlet bool) []Stance {
	places := f.places(a.Statements, outlet)
	out := make([]Stance, 0, len(a.Stances))
	for i := range a.Stances {
		s := &a.Stances[i]
		if s.Statement != news.Outermost && a.Statements[s.Statement].Hidden {
			continue
		}
		out = append(out, f.stance(a, s, places))
	}
	return out
}

func (f former) stance(a *news.Article, s *news.Stance, places []*int) Stance {
	out := Stance{Relation: string(s.Relation), Cue: f.quote(s.Cue), Of: each(s.Of, f.quote), Reasons: each(s.Reasons, NewReason)}
	holder := s.Holder
	if s.Statement != news.Outermost {
		out.Statement = places[s.Statement]
		if holder == nil {
			holder = a.Statements[s.Statement].Speaker
		}
	}
	if s.Told != news.Outermost {
		out.Told = places[s.Told]
	}
	if holder != nil {
		q := f.quote(*holder)
		out.Holder = &q
	}
	return out
}

// places is the index that each statement is printed with, nil for one that is
// not printed.
func (f former) places(all []news.Statement, outlet bool) []*int {
	out := make([]*int, len(all))
	n := 0
	for i := range all {
		if all[i].Voice == news.OutletOwn && !outlet {
			continue
		}
		if !all[i].Hidden {
			at := n
			out[i] = &at
		}
		n++
	}
	return out
}
