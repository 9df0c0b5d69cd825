package match

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Telling is words by which an article tells something. Spans are bytes of its text.
type Telling struct {
	Statement int         // that takes it up; Outermost for the outlet where no statement is
	Content   []news.Span // the words that tell it
	Relation  news.Relation
	Cue       news.Span // the words that take it up elsewhere than in Content; empty where none do
	Told      int       // the statement whose words Content are
	Gist      Gist
}

// leastTold is the fewest words that tell something: "the NATO centre opened".
const leastTold = 5

// maxTellings bounds the tellings of one article: ten times those of a long page.
const maxTellings = 2000

// Tell finds what an article tells that can be compared: sentences of
// statements, and what its stances are about, in order. What interviewers ask,
// what is left unsaid, what a person hid, and tellings of fewer than leastWords
// words are none.
func Tell(a *news.Article, stances []news.Stance) []Telling {
	t := &teller{article: a, stances: stances, takes: map[int][]*news.Stance{}}
	t.mention()
	for i := range stances {
		s := &stances[i]
		t.takes[s.Statement] = append(t.takes[s.Statement], s)
	}
	for i := range a.Statements {
		if t.tells(i) {
			t.statement(i)
		}
	}
	for i := range stances {
		t.stance(&stances[i])
	}
	return t.out[:min(maxTellings, len(t.out))]
}

// teller goes through one article.
type teller struct {
	article *news.Article
	names   []named // by start
	stances []news.Stance
	takes   map[int][]*news.Stance
	tokens  []text.Token
	out     []Telling
}

// tells reports whether statement i tells something of its own.
func (t *teller) tells(i int) bool {
	s := &t.article.Statements[i]
	return !s.Hidden && s.Polarity != news.Declines && (s.Kind != news.Turn || s.Polarity != news.Asks)
}

// retold reports whether words of statement i are little more than what a
// statement within it tells.
func (t *teller) retold(i int, parts []news.Span) bool {
	end := parts[len(parts)-1].End
	for k := i + 1; k < len(t.article.Statements) && t.article.Statements[k].Start() < end; k++ {
		s := &t.article.Statements[k]
		if s.Voice == news.Attributed && t.tells(k) && 2*shared(parts, s.Content) > length(parts) {
			return true
		}
	}
	return false
}

// shared counts the bytes that two lists of spans have in common.
func shared(a, b []news.Span) (n int) {
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

func length(spans []news.Span) (n int) {
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

var relationOf = map[news.Polarity]news.Relation{news.Asserts: news.RelRepeats, news.Hedges: news.RelRepeats, news.Denies: news.RelDenies, news.Asks: news.RelAsks}

// statement tells the sentences of a statement. A sentence that is torn apart by
// ", he said" is put together again.
func (t *teller) statement(i int) {
	s := &t.article.Statements[i]
	for _, parts := range t.sentences(s.Content) {
		if t.retold(i, parts) || t.toldApart(parts) || s.Voice == news.OutletOwn && t.judged(parts) {
			continue
		}
		g, parts, relation, cue, enough := t.toldIn(i, parts)
		if enough && (s.Voice == news.Attributed || len(g.Names)+len(g.Numbers) > 0) {
			if t.unsaid(&g, parts) {
				relation = news.RelDenies
			}
			t.out = append(t.out, Telling{Statement: i, Content: parts, Relation: relation, Cue: cue, Told: i, Gist: g})
		}
	}
}

// toldIn is what statement i tells in parts of it: what a verdict in them is on, with
// that verdict's cue, or else all of them.
func (t *teller) toldIn(i int, parts []news.Span) (g Gist, told []news.Span, relation news.Relation, cue news.Span, enough bool) {
	s := &t.article.Statements[i]
	if s.Voice == news.Attributed {
		if x := t.verdictOn(parts); x != nil {
			if g, enough = t.gist(x.Of, s); enough {
				return g, x.Of, news.RelDenies, x.Cue, true
			}
		}
	}
	relation, cue = t.relation(i, parts)
	g, enough = t.gist(t.lessVerdict(parts), s)
	return g, parts, relation, cue, enough
}

// verdictOn is the stance that says of words in a sentence that they are not so, and
// stands in it beside them: “the suggestion that P is false”. Who says that takes
// up P; nil for none.
func (t *teller) verdictOn(parts []news.Span) *news.Stance {
	for i := range t.stances {
		x := &t.stances[i]
		if x.Relation == news.RelDenies && shared(parts, x.Of) == length(x.Of) && slices.ContainsFunc(parts, func(p news.Span) bool { return p.Holds(x.Cue) }) &&
			!slices.ContainsFunc(x.Of, x.Cue.Overlaps) {
			return x
		}
	}
	return nil
}

// unsaid takes out of a gist what a stance in its very words makes of them, which
// the relation says: "reports of soldiers are false" denies that of soldiers,
// and so does who answers to them. It reports whether there is such a stance.
func (t *teller) unsaid(g *Gist, parts []news.Span) bool {
	for i := range t.stances {
		x := &t.stances[i]
		if x.Relation == news.RelDenies && slices.ContainsFunc(parts, x.Cue.Overlaps) && slices.ContainsFunc(parts, x.Of[0].Overlaps) {
			g.Negated = nil
			return true
		}
	}
	return false
}

// lessVerdict is what is compared of a sentence that says of its own words that they
// are not so: all but what says it. "The bogus report that P" tells what P tells.
func (t *teller) lessVerdict(parts []news.Span) []news.Span {
	for i := range t.stances {
		x := &t.stances[i]
		if x.Relation != news.RelDenies || x.Of[0].Overlaps(x.Cue) || !slices.ContainsFunc(parts, x.Of[0].Overlaps) {
			continue
		}
		if k := slices.IndexFunc(parts, func(p news.Span) bool { return p.Holds(x.Cue) }); k >= 0 {
			p := parts[k]
			left := slices.DeleteFunc([]news.Span{{Start: p.Start, End: x.Cue.Start}, {Start: x.Cue.End, End: p.End}}, news.Span.Empty)
			parts = slices.Concat(parts[:k], left, parts[k+1:])
		}
	}
	return parts
}

// judged reports whether the outlet takes up, in these very words, what it tells
// in them: that is told by its stance.
func (t *teller) judged(parts []news.Span) bool {
	return slices.ContainsFunc(t.takes[news.Outermost], func(x *news.Stance) bool {
		return slices.ContainsFunc(parts, x.Cue.Overlaps) && slices.ContainsFunc(parts, x.Of[0].Overlaps)
	})
}

// relation is what statement i makes of its own words, by a stance to most of
// them or by its polarity, and the cue where it stands elsewhere than the
// statement's.
func (t *teller) relation(i int, parts []news.Span) (news.Relation, news.Span) {
	s := &t.article.Statements[i]
	for _, x := range t.takes[i] {
		if x.Told != i || 2*shared(parts, x.Of) < length(parts) {
			continue
		}
		if s.Cue != nil && x.Cue == *s.Cue {
			return x.Relation, news.Span{}
		}
		return x.Relation, x.Cue
	}
	return relationOf[s.Polarity], news.Span{}
}

// stance tells what somebody takes up: the words of another statement, or of
// the outlet.
func (t *teller) stance(s *news.Stance) {
	told, taker := s.Told, s.Statement
	if told == news.Outermost {
		told = t.tellerOf(s.Of[0])
	}
	if taker == news.Outermost {
		taker = t.outletAt(s.Cue)
	}
	if told == taker && s.Told != news.Outermost {
		return // the statement's own telling says it
	}
	outlet := told == news.Outermost || t.article.Statements[told].Voice == news.OutletOwn
	var by *news.Statement
	content := s.Of
	if told != news.Outermost {
		if by = &t.article.Statements[told]; 2*length(s.Of) >= length(by.Content) && !judges(s, by) {
			content = by.Content
		}
	}
	for _, parts := range t.sentences(content) {
		g, enough := t.gist(t.lessVerdict(parts), by)
		if !enough {
			continue
		}
		t.unsaid(&g, parts)
		t.out = append(t.out, Telling{Statement: taker, Content: parts, Relation: s.Relation, Cue: s.Cue, Told: told, Gist: g})
		if outlet && told != taker && !t.judged(parts) && !t.told(g.ID()) {
			t.out = append(t.out, Telling{Statement: told, Content: parts, Relation: news.RelRepeats, Told: told, Gist: g})
		}
	}
}

// judges reports whether the outlet's sentence that tells what a stance is about takes it
// too: "his report rests on the spurious information that P" tells P and no more.
func judges(s *news.Stance, by *news.Statement) bool {
	return by.Voice == news.OutletOwn && slices.ContainsFunc(by.Content, s.Cue.Overlaps)
}

// toldApart reports whether a sentence holds the words that a stance is about, as
// a smaller part of it: those are told, the rest says what is made of them.
func (t *teller) toldApart(parts []news.Span) bool {
	return slices.ContainsFunc(t.stances, func(s news.Stance) bool {
		return (s.Told != s.Statement || s.Told == news.Outermost) && 2*shared(parts, s.Of) < length(parts) && shared(parts, s.Of) == length(s.Of) && len(strings.Fields(s.Of[0].Of(t.article.Text))) >= leastTold
	})
}

// tellerOf is the statement that tells words: somebody's, the shortest, or else
// the outlet's own; Outermost for none.
func (t *teller) tellerOf(at news.Span) int {
	best, least := news.Outermost, 0
	for i := range t.article.Statements {
		s := &t.article.Statements[i]
		if n := length(s.Content); s.Voice == news.Attributed && slices.ContainsFunc(s.Content, func(c news.Span) bool { return c.Holds(at) }) && (best == news.Outermost || n < least) {
			best, least = i, n
		}
	}
	if best != news.Outermost {
		return best
	}
	return t.outletAt(at)
}

// outletAt is the outlet's own statement that words stand in, Outermost for none.
func (t *teller) outletAt(at news.Span) int {
	for i := range t.article.Statements {
		if s := &t.article.Statements[i]; s.Voice == news.OutletOwn && slices.ContainsFunc(s.Content, at.Overlaps) {
			return i
		}
	}
	return news.Outermost
}

// told reports whether the article itself tells this already.
func (t *teller) told(id int64) bool {
	return slices.ContainsFunc(t.out, func(x Telling) bool { return x.Statement == x.Told && x.Gist.ID() == id })
}

// sentences cuts contents into sentences, each its spans.
func (t *teller) sentences(content []news.Span) [][]news.Span {
	var out [][]news.Span
	open := false // the last sentence goes on
	for i, c := range content {
		open = open && !t.stopsBetween(content[i-1].End, c.Start)
		t.tokens = text.Tokens(t.article.Text, c, t.tokens[:0])
		ranges := text.Sentences(t.article.Text, t.tokens, nil)
		for _, r := range ranges {
			from, to := r.From, r.To
			s := news.Span{Start: t.tokens[from].Start, End: t.tokens[to-1].End}
			if open {
				out[len(out)-1] = append(out[len(out)-1], s)
			} else {
				out = append(out, []news.Span{s})
			}
			open = !stops(t.tokens[from:to])
		}
	}
	return out
}

// stopsBetween reports whether the words that tear two contents apart end a
// sentence: "“A,” he said. “B.”" is two.
func (t *teller) stopsBetween(from, to int) bool {
	if from >= to {
		return false
	}
	t.tokens = text.Tokens(t.article.Text, news.Span{Start: from, End: to}, t.tokens[:0])
	return stops(t.tokens)
}

// stops reports whether a sentence ends with a stop, before marks that close.
func stops(tokens []text.Token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		switch k := tokens[i].Kind; {
		case k == text.Stop:
			return true
		case k != text.DoubleQuote && k != text.SingleQuote && k != text.CloseBracket:
			return false
		}
	}
	return false
}
