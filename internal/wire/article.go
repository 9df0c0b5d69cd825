// Package wire gives articles and statements their outer forms: the JSON that
// programs read, CSV, and the table a person reads in a terminal. Here, and
// nowhere else, byte spans become code points.
package wire

import (
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Range is a span in Unicode code points of the article's text.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Quote is a range with its words: text[Start:End] == Text.
type Quote struct {
	Range
	Text string `json:"text"`
}

// Speaker is the words that name a speaker and who that is.
type Speaker struct {
	Quote
	Name *string `json:"name"`
}

// Reason is a rule that spoke for a judgement, with the sentence a person reads.
type Reason struct {
	Rule   string  `json:"rule"`
	Words  string  `json:"words,omitempty"`
	Figure float64 `json:"figure,omitempty"`
	Says   string  `json:"says"`
}

// Statement is the JSON of one statement.
type Statement struct {
	Speaker     *Speaker `json:"speaker"`
	SpeakerName *string  `json:"speaker_name"`
	Cue         *Quote   `json:"cue"`
	Content     []Quote  `json:"content"`
	Type        string   `json:"type"`
	Voice       string   `json:"voice"`
	Within      *int     `json:"within"`
	Polarity    string   `json:"polarity"`
	Reasons     []Reason `json:"reasons"`
	Withheld    string   `json:"speaker_withheld,omitempty"` // who hid the speaker, who is left out then

	Decided
	Index  int `json:"-"` // its place among those asked for, hidden ones counted
	Number int `json:"-"` // its place among all statements of the article
}

// Decided is the JSON of what people decided of a statement.
type Decided struct {
	CorrectedBy string `json:"corrected_by,omitempty"` // who decided that it is as it stands
	ConfirmedBy string `json:"confirmed_by,omitempty"` // who decided, after that, that it was read rightly
	Correction  string `json:"correction,omitempty"`   // the last decision's id
}

// NewDecided gives corrections, oldest first, their outer form.
func NewDecided(all []news.Correction) (d Decided) {
	for _, c := range all {
		d.Correction = c.ID
		switch d.ConfirmedBy = ""; c.Decision {
		case "confirm":
			d.ConfirmedBy = c.By
		default:
			d.CorrectedBy = c.By
		}
	}
	return d
}

// Words are the decisions as a person reads them, "" for none.
func (d Decided) Words() string {
	switch {
	case d.ConfirmedBy != "":
		return "confirmed by " + d.ConfirmedBy
	case d.CorrectedBy != "":
		return "corrected by " + d.CorrectedBy
	}
	return ""
}

// Date is the JSON of one date candidate; Start and End are null when its
// evidence does not stand in the visible text.
type Date struct {
	Value     string  `json:"value"`
	Precision string  `json:"precision"`
	Zone      *string `json:"zone"`
	Of        string  `json:"of,omitempty"` // "changed", "saved"; left out for publication
	Class     string  `json:"class"`
	Start     *int    `json:"start"`
	End       *int    `json:"end"`
}

// Told is the JSON of a date or time that the body tells: from the first to the
// last day or moment it may mean, null for what is open or not known.
type Told struct {
	Quote
	From      *string `json:"from"`
	To        *string `json:"to"`
	Precision string  `json:"precision"`
	Zone      *string `json:"zone"`
	Anchor    *string `json:"anchor"` // the article's date it was counted from
	Reason    string  `json:"reason"`
	Says      string  `json:"says"`
}

// Evidence is the JSON of where a field was read.
type Evidence struct {
	Class string `json:"class"`
	Start *int   `json:"start"`
	End   *int   `json:"end"`
}

// Dropped is the JSON of a stretch left out of the body, or of a refusal.
type Dropped struct {
	Range
	Reason string `json:"reason"`
	Says   string `json:"says"`
}

// Entity is the JSON of one entity of an article.
type Entity struct {
	Name     string  `json:"name"`
	Kind     string  `json:"kind"`
	Mentions []Quote `json:"mentions"`
}

// Article is the JSON of one article, as extract prints it.
type Article struct {
	ID            string              `json:"id"`
	SHA256        string              `json:"sha256"`
	CaptureSHA256 string              `json:"capture_sha256"`
	URL           *string             `json:"url,omitempty"`
	Text          string              `json:"text"`
	Title         *string             `json:"title"`
	Byline        *string             `json:"byline"`
	Outlet        *string             `json:"outlet"`
	Language      *string             `json:"language"`
	Translated    bool                `json:"translated"`
	Published     *string             `json:"published"`
	Dates         []Date              `json:"dates"`
	Times         []Told              `json:"times"`
	Evidence      map[string]Evidence `json:"evidence"`
	Body          []Range             `json:"body"`
	Boilerplate   []Dropped           `json:"boilerplate"`
	Statements    []Statement         `json:"statements"`
	Entities      []Entity            `json:"entities"`
	Refused       []Dropped           `json:"refused,omitempty"`
	Stances       []Stance            `json:"stances"`
}

// Choice says what of an article is shown. Its zero value is the plain form.
type Choice struct {
	Outlet  bool // the outlet's own sentences too
	Explain bool // what was refused, and why
}

// NewArticle gives an article its outer form.
func NewArticle(a *news.Article, c Choice) Article {
	f := former{a.Text, news.NewRuler(a.Text)}
	out := Article{
		ID: a.ID, SHA256: a.SHA256.String(), CaptureSHA256: a.CaptureSHA256.String(), URL: known(a.URL), Text: a.Text,
		Title: known(a.Title.Value), Byline: known(a.Byline.Value), Outlet: known(a.Outlet.Value), Language: known(a.Language),
		Translated: a.Translated.Class != "", Published: known(a.Published.Value), Evidence: f.fields(a),
		Body: each(a.Body, f.span), Boilerplate: each(a.Boilerplate, f.dropped), Dates: each(a.Dates, f.date), Times: each(a.Times, f.told),
		Statements: f.statements(a.Statements, c.Outlet), Entities: each(a.Entities, f.entity), Stances: f.stances(a, c.Outlet),
	}
	if c.Explain {
		out.Refused = each(a.Refused, f.refusal)
	}
	return out
}

// NewStatements gives an article's statements their outer form; with outlet,
// the outlet's own sentences too. What a person hid is left out and keeps its
// Index; Within is the Index of the nearest statement around that is shown.
func NewStatements(a *news.Article, outlet bool) []Statement {
	return former{a.Text, news.NewRuler(a.Text)}.statements(a.Statements, outlet)
}

type former struct {
	text  string
	ruler *news.Ruler
}

func (f former) span(s news.Span) Range {
	return Range{f.ruler.CodePoints(s.Start), f.ruler.CodePoints(s.End)}
}

func (f former) quote(s news.Span) Quote { return Quote{f.span(s), s.Of(f.text)} }

func (f former) statements(all []news.Statement, outlet bool) []Statement {
	out := make([]Statement, 0, len(all))
	place := make([]*int, len(all))
	index := 0
	for i := range all {
		s := &all[i]
		if s.Voice == news.OutletOwn && !outlet {
			continue
		}
		if s.Within != news.Outermost {
			place[i] = place[s.Within]
		}
		if !s.Hidden {
			st := f.statement(s)
			st.Within, st.Index, st.Number = place[i], index, i
			place[i] = &st.Index
			out = append(out, st)
		}
		index++
	}
	return out
}

func (f former) statement(s *news.Statement) Statement {
	out := Statement{
		SpeakerName: known(s.SpeakerName), Content: each(s.Content, f.quote), Type: string(s.Kind),
		Voice: string(s.Voice), Polarity: string(s.Polarity), Reasons: each(s.Reasons, NewReason),
	}
	if s.Speaker != nil {
		out.Speaker = &Speaker{f.quote(*s.Speaker), out.SpeakerName}
	}
	if s.Cue != nil {
		q := f.quote(*s.Cue)
		out.Cue = &q
	}
	out.Decided, out.Withheld = NewDecided(s.Corrections), s.Withheld
	return out
}

func (f former) dropped(d news.Dropped) Dropped {
	return Dropped{f.span(d.Span), d.Reason.Rule, wording.Of(d.Reason)}
}

func (f former) refusal(r news.Refusal) Dropped {
	return Dropped{f.span(r.Span), r.Reason.Rule, wording.Of(r.Reason)}
}

func (f former) entity(e news.Entity) Entity {
	return Entity{e.Name, string(e.Kind), each(e.Mentions, f.quote)}
}

func (f former) date(d news.Date) Date {
	e := f.evidence(d.Evidence)
	return Date{d.Value, string(d.Precision), known(d.Zone), string(d.Of), e.Class, e.Start, e.End}
}

func (f former) told(t news.Told) Told {
	return Told{f.quote(t.Span), known(t.From), known(t.To), string(t.Precision), known(t.Zone), known(t.Anchor), t.Reason.Rule, wording.Of(t.Reason)}
}

func (f former) evidence(e news.Evidence) Evidence {
	out := Evidence{Class: string(e.Class)}
	if !e.Span.Empty() {
		r := f.span(e.Span)
		out.Start, out.End = &r.Start, &r.End
	}
	return out
}

func (f former) fields(a *news.Article) map[string]Evidence {
	out := map[string]Evidence{}
	for name, e := range map[string]news.Evidence{
		"title": a.Title.Evidence, "byline": a.Byline.Evidence, "outlet": a.Outlet.Evidence, "fetched": a.Fetched.Evidence,
		"translated": a.Translated, "published": a.Published.Evidence,
	} {
		if e.Class != "" {
			out[name] = f.evidence(e)
		}
	}
	return out
}

// NewQuote is words of a text, measured by its ruler.
func NewQuote(r *news.Ruler, text string, at news.Span) Quote { return former{text, r}.quote(at) }

// NewReason gives a reason its outer form.
func NewReason(r news.Reason) Reason { return Reason{r.Rule, r.Words, r.Figure, wording.Of(r)} }

// known is nil for what is unknown: "unknown" is a legal answer and reads null.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// each is never nil, so that an empty list reads [] and not null.
func each[A, B any](in []A, f func(A) B) []B {
	out := make([]B, 0, len(in))
	for _, a := range in {
		out = append(out, f(a))
	}
	return out
}
