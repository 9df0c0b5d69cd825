package attribute

import (
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// attributionTokens bounds the words behind a dash that name the speaker of the
// words before: "– …, – explains Professor of the University of Lakes Jana Orlan".
const attributionTokens = 40

// attribution is what names the speaker inside a paragraph of talk.
type attribution struct {
	before       int // token of the dash before it
	after        int // first token behind it
	speaker, cue news.Span
	name         string
}

// attributed finds the attribution inside a paragraph that begins with a dash.
func (p *page) attributed(para *paragraph, index *mention.Index) (attribution, bool) {
	for i := para.from + 2; i+1 < para.to; i++ {
		if p.kind(i) != text.Dash || !p.closesTalk(i-1) {
			continue
		}
		end := i + 1
		for end < para.to && p.kind(end) != text.Dash && end-i < attributionTokens {
			end++
		}
		people := index.PeopleIn(p.span(i+1, end))
		if len(people) == 0 {
			if a, ok := p.unnamedAttribution(i, end, para); ok {
				return a, true
			}
			continue
		}
		if who := people[0]; len(people) == 1 && len(p.words[i+1].cues) == 0 && p.lower(i+1) && p.key(i+1) != keyI {
			who.Posts.Start = p.tokens[i+1].Start
			if a, ok := p.nameFirst(i, end, who, para); ok && len(p.cueGroups(i+1, end)) > 0 {
				return a, true
			}
		}
		if !p.lower(i+1) && p.key(i+1) != keyI { // "– Orlan notes"
			if people[0].Posts.Start != p.tokens[i+1].Start || end-i > briefAttribution {
				continue
			}
			if a, ok := p.nameFirst(i, end, people[0], para); ok {
				return a, true
			}
			continue
		}
		who := people[len(people)-1]
		a := attribution{before: i, after: end, name: who.Name, speaker: who.Posts}
		if end < para.to && p.kind(end) == text.Dash {
			a.after = end + 1
		}
		cue := news.Span{Start: p.tokens[i+1].Start, End: who.Posts.Start}.Trim(p.text)
		if first := people[0]; first.Span != who.Span {
			cue.End = min(cue.End, first.Posts.Start)
		}
		a.cue = p.verbOnly(cue)
		if a.speaker.Start > a.cue.End {
			a.speaker.Start = news.Span{Start: a.cue.End, End: a.speaker.End}.Trim(p.text).Start
		}
		return a, true
	}
	return attribution{}, false
}

// briefAttribution bounds "– Orlan notes" behind a dash, in tokens.
const briefAttribution = 8

// nameFirst is the attribution [i, end) that begins with the name.
func (p *page) nameFirst(i, end int, who mention.Person, para *paragraph) (attribution, bool) {
	a := attribution{before: i, after: end, name: who.Name, speaker: who.Posts}
	cue := news.Span{Start: who.Span.End, End: p.tokens[end-1].End}.Trim(p.text)
	for !cue.Empty() && (p.text[cue.End-1] == '.' || p.text[cue.End-1] == ',') {
		cue.End--
	}
	if end < para.to {
		a.after = end + 1
	}
	a.cue = cue
	return a, !cue.Empty()
}

// unnamedAttribution is the attribution [i, end) to somebody without a name: "–
// a source in the council noted".
func (p *page) unnamedAttribution(i, end int, para *paragraph) (attribution, bool) {
	if !p.is(i+1, determiner) || !p.lower(i+1) {
		return attribution{}, false
	}
	for _, g := range p.cueGroups(i+1, end) {
		np, ok := p.subjectBefore(g.from, i+1)
		if !ok || np.from != i+1 || g.kind != finite || np.to-np.from < 2 {
			continue
		}
		a := attribution{before: i, after: end, speaker: p.span(np.from, np.to), cue: p.span(g.from, g.to), name: p.span(np.from+1, np.to).Of(p.text)}
		if end < para.to {
			a.after = end + 1
		}
		return a, true
	}
	return attribution{}, false
}

// closesTalk reports whether the mark at i may stand before an attribution.
func (p *page) closesTalk(i int) bool {
	k := p.kind(i)
	return k == text.Comma || k == text.Stop || k == text.DoubleQuote
}

// verbOnly cuts the words of a cue where the speaker's description begins: at
// the first capital or article behind its first word.
func (p *page) verbOnly(cue news.Span) news.Span {
	words := cue.Of(p.text)
	for i := 1; i < len(words); i++ {
		if words[i-1] == ' ' && (words[i] >= 'A' && words[i] <= 'Z' || strings.HasPrefix(words[i:], "the ") || strings.HasPrefix(words[i:], "a ")) {
			return news.Span{Start: cue.Start, End: cue.Start + i}.Trim(p.text)
		}
	}
	return cue
}

var keyI = text.KeyOf("i")

// dashTurn reads a paragraph that begins with a dash: whoever is named in it
// speaks, and answers from here on; else a question is the interviewer's and
// the rest the answerer's.
func (t *talk) dashTurn(i int) {
	para := &t.paragraphs[i]
	o := &t.labels.openings[i]
	if a, ok := t.attributed(para, t.index); ok {
		t.answerer, t.current = a.name, a.name
		tn := turn{content: t.span(para.from+1, a.before), speaker: a.speaker, cue: a.cue, name: a.name, rule: ruleTurnNamed}
		if a.after < para.to {
			tn.more = t.span(a.after, para.to)
		}
		tn.content = trimComma(t.text, tn.content)
		t.take(i, tn)
		return
	}
	if t.answerer == "" {
		t.answerer = t.answererBefore()
	}
	t.current = t.answerer
	rule := ruleTurnAnswer
	if t.interviewerDash(i) {
		t.current, rule = "", ruleTurnQuestion
	}
	t.take(i, turn{content: o.content, name: t.current, rule: rule, answerer: rule == ruleTurnAnswer})
}

func trimComma(words string, s news.Span) news.Span {
	for s.End > s.Start && strings.IndexByte(", ", words[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

// interviewerDash reports whether the dash paragraph i is the interviewer's: it
// asks, no label marks the questions of this page, and the turn before did not ask.
func (t *talk) interviewerDash(i int) bool {
	if t.labels.repeated > 0 || !t.endsAsking(&t.paragraphs[i]) {
		return false
	}
	return len(t.turns) == 0 || t.turns[len(t.turns)-1].rule != ruleTurnQuestion
}

func (p *page) endsAsking(para *paragraph) bool {
	return strings.HasSuffix(strings.TrimRight(para.Of(p.text), "”\"’') "), "?")
}

// answererBefore is whom the words before the first turn name as interviewed:
// behind "interview with" or the like the next person, else the only one, else
// the one named most.
func (t *talk) answererBefore() string {
	if t.searched {
		return t.answerer
	}
	t.searched = true
	count := map[string]int{}
	best := ""
	for i := range t.paragraphs {
		if t.labels.openings[i].content.Len() > 0 && t.marked(i) {
			break
		}
		para := &t.paragraphs[i]
		asked := t.firstAsked(para)
		for _, who := range t.index.PeopleIn(para.Span) {
			if t.byReporter(who.Posts.Start, who.Span.Start) {
				continue
			}
			if t.askedBefore(asked, para.to, who.Posts.Start) {
				count[who.Name] += interviewedWeight
			}
			count[who.Name]++
			if count[who.Name] > count[best] {
				best = who.Name
			}
		}
	}
	return best
}

// Words within this many tokens before a name say that its bearer is
// interviewed; that weighs as much as being named so many times.
const (
	interviewedTokens = 10
	interviewedWeight = 5
)

// byReporter reports whether words right before the name say that its bearer
// asks for a living: "senior writer NAME", "by NAME".
func (t *talk) byReporter(posts, name int) bool {
	before := sort.Search(len(t.tokens), func(k int) bool { return t.tokens[k].End >= posts-reporterBytes })
	for k := before; k < len(t.tokens) && t.tokens[k].Start < name; k++ {
		if reporters[t.key(k)] {
			return true
		}
	}
	return false
}

// reporterBytes is how far before a name and its posts such a word may end.
const reporterBytes = 2

var reporters = text.Keys("writer", "reporter", "journalist", "correspondent", "editor", "columnist", "host", "interviewer", "by")

// firstAsked is the first token of a paragraph that tells of an interview, its
// end when there is none.
func (t *talk) firstAsked(para *paragraph) int {
	k := para.from
	for k < para.to && !interviewing[t.key(k)] {
		k++
	}
	return k
}

// askedBefore reports whether the token asked stands shortly before byte at.
func (t *talk) askedBefore(asked, to, at int) bool {
	if asked == to || t.tokens[asked].Start >= at {
		return false
	}
	for n := asked; n < to && t.tokens[n].Start < at; n++ {
		if n-asked >= interviewedTokens || t.kind(n) == text.Stop {
			return false
		}
	}
	return true
}

var interviewing = text.Keys("interview", "interviewed", "interviews", "interviewing", "spoke", "talked", "talks", "speaks", "asked", "conversation", "guest", "interlocutor", "answers", "answered", "told", "questions")
