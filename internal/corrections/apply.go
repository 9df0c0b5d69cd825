package corrections

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Bound is what an anchor is found to be in an article: a statement, or a name
// by one of its mentions. Where it is neither, Now tells what is there.
type Bound struct {
	Decision  string // the entry's id
	Other     bool   // one of Others, not of Anchors
	Part      int    // index in its list
	Statement int    // index in Article.Statements, None
	Name      string // of an entity of the article, or of a speaker; "" for none
	Kind      news.EntityKind
	Now       string // words of the statement or name that is there now; "" for nothing
}

// None is the index of no statement.
const None = -1

// Rules are the reasons of what a person decided; internal/wording has their
// sentences.
const (
	RuleCorrected = "corrected"
	RuleConfirmed = "confirmed"
)

// Apply replays what was decided of an article's statements over what the
// stages derived, and says for each anchor in the article's text what it stands
// for. decisions hold (Effective) and are in the order of the log: of two
// speakers the later one counts. It is pure but for the article.
func Apply(a *news.Article, decisions []Entry) []Bound {
	if len(decisions) == 0 {
		return nil
	}
	p := &replay{article: a, ruler: news.NewRuler(a.Text), digest: a.SHA256.String(), last: map[int]*Entry{}}
	p.statements(decisions)
	for i := range a.Statements {
		if e := p.last[i]; e != nil {
			p.speaker(&a.Statements[i], e)
		}
		tell(&a.Statements[i])
	}
	p.entities(decisions) // of speakers as they are now
	p.claims(decisions)
	p.articles(decisions)
	return p.bound
}

type replay struct {
	article *news.Article
	ruler   *news.Ruler
	digest  string
	bound   []Bound
	last    map[int]*Entry // of each statement, the last word on its speaker
}

func (p *replay) statements(decisions []Entry) {
	for i := range decisions {
		e := &decisions[i]
		if e.Target != Statement {
			continue
		}
		for part, a := range e.Anchors {
			if b := p.bind(e, a, false, part); b != nil && p.statement(a, b) != None && !e.OfCase() {
				p.change(b.Statement, e)
			}
		}
	}
}

func (p *replay) entities(decisions []Entry) {
	for i := range decisions {
		e := &decisions[i]
		if e.Target != Entity {
			continue
		}
		for side, list := range [][]Anchor{e.Anchors, e.Others} {
			for part, a := range list {
				if b := p.bind(e, a, side == 1, part); b != nil {
					p.entity(a, b)
				}
			}
		}
	}
}

func (p *replay) claims(decisions []Entry) {
	for i := range decisions {
		e := &decisions[i]
		if e.Target != Claim {
			continue
		}
		for side, list := range [][]Anchor{e.Anchors, e.Others} {
			for part, a := range list {
				if b := p.bind(e, a, side == 1, part); b != nil {
					p.telling(a, b)
				}
			}
		}
	}
}

// articles binds what is decided of the whole article: Now says what stands
// where its first line was.
func (p *replay) articles(decisions []Entry) {
	for i := range decisions {
		e := &decisions[i]
		if e.Target != Article {
			continue
		}
		for part, a := range e.Anchors {
			b := p.bind(e, a, false, part)
			if _, fine := p.span(a); b != nil && !fine {
				b.Now = FirstWords(p.article.Text)
			}
		}
	}
}

// telling finds the statement that tells an anchor's words: the shortest that
// holds them, somebody's before the outlet's.
func (p *replay) telling(a Anchor, b *Bound) {
	s, fine := p.span(a)
	if !fine {
		return
	}
	least := 0
	for i := range p.article.Statements {
		st := &p.article.Statements[i]
		for _, c := range st.Content {
			length := c.Len()
			if st.Voice == news.OutletOwn {
				length += len(p.article.Text)
			}
			switch {
			case c.Holds(s) && (b.Statement == None || length < least):
				b.Statement, b.Now, least = i, "", length
			case b.Statement == None && b.Now == "" && c.Overlaps(s):
				b.Now = FirstWords(c.Of(p.article.Text))
			}
		}
	}
}

// bind makes the place of an anchor that stands in this text, nil for others.
func (p *replay) bind(e *Entry, a Anchor, other bool, part int) *Bound {
	if a.SHA256 != p.digest {
		return nil
	}
	p.bound = append(p.bound, Bound{Decision: e.ID, Other: other, Part: part, Statement: None})
	return &p.bound[len(p.bound)-1]
}

// span is an anchor's, in bytes, if its words stand there.
func (p *replay) span(a Anchor) (news.Span, bool) {
	start, fine := p.ruler.Bytes(a.Start)
	end, ends := p.ruler.Bytes(a.End)
	if !fine || !ends {
		return news.Span{}, false
	}
	s := news.Span{Start: start, End: end}
	return s, FirstWords(s.Of(p.article.Text)) == a.Words
}

// FirstWords is as much of words as an anchor keeps.
func FirstWords(words string) string {
	n := 0
	for i := range words {
		if n++; n > MaxWords {
			return words[:i]
		}
	}
	return words
}

func (p *replay) statement(a Anchor, b *Bound) int {
	s, fine := p.span(a)
	if !fine {
		return None
	}
	nth := 0
	for i := range p.article.Statements {
		st := &p.article.Statements[i]
		switch {
		case st.Voice == news.OutletOwn:
		case st.Content[0] == s && nth == a.Nth:
			b.Statement, b.Now = i, ""
			return i
		case st.Content[0] == s:
			nth++
		case b.Now == "" && slices.ContainsFunc(st.Content, s.Overlaps):
			b.Now = FirstWords(st.Content[0].Of(p.article.Text))
		}
	}
	return None
}

// entity finds the name that an anchor mentions: of an entity of the article, or
// of a speaker whom no entity is.
func (p *replay) entity(a Anchor, b *Bound) {
	s, fine := p.span(a)
	if !fine {
		return
	}
	for _, e := range p.article.Entities {
		for _, m := range e.Mentions {
			switch {
			case m == s:
				b.Name, b.Kind, b.Now = e.Name, e.Kind, ""
				return
			case b.Now == "" && m.Overlaps(s):
				b.Now = FirstWords(m.Of(p.article.Text))
			}
		}
	}
	for i := range p.article.Statements {
		if st := &p.article.Statements[i]; st.Speaker != nil && *st.Speaker == s && st.SpeakerName != "" {
			b.Name, b.Kind, b.Now = st.SpeakerName, p.kindOf(st.SpeakerName), ""
			return
		}
	}
}

// kindOf is the kind of the article's entity of this name, "" when it has none.
func (p *replay) kindOf(name string) news.EntityKind {
	for _, e := range p.article.Entities {
		if e.Name == name {
			return e.Kind
		}
	}
	return ""
}

func (p *replay) change(at int, e *Entry) {
	s := &p.article.Statements[at]
	s.Corrections = append(s.Corrections, news.Correction{ID: e.ID, Decision: string(e.Decision), By: e.By})
	switch e.Decision {
	case Hide:
		s.Hidden = true
	case Speaker:
		p.last[at] = e
	}
}

// tell puts the last decision on a statement before the reasons of the rules.
func tell(s *news.Statement) {
	if len(s.Corrections) == 0 {
		return
	}
	last := s.Corrections[len(s.Corrections)-1]
	rule := RuleCorrected
	if last.Decision == string(Confirm) {
		rule = RuleConfirmed
	}
	s.Reasons = append([]news.Reason{{Rule: rule, Words: last.By}}, s.Reasons...)
}

// speaker gives a statement to whom the entry names. The words that named the
// speaker go: they named another; the new ones, where the text has such, stand
// at the entry's other anchor.
func (p *replay) speaker(s *news.Statement, e *Entry) {
	s.Speaker, s.SpeakerName = nil, e.Name
	if e.Name == "" {
		return
	}
	for _, a := range e.Others {
		if named, fine := p.span(a); fine {
			s.Speaker = &named
		}
	}
	named := func(x news.Entity) bool { return x.Name == e.Name }
	if e.Kind != "" && !slices.ContainsFunc(p.article.Entities, named) {
		p.article.Entities = append(p.article.Entities, news.Entity{Name: e.Name, Kind: e.Kind})
	}
}
