package mention

import (
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Rule ids of the reasons Resolve gives.
const (
	ruleName       = "speaker-name"       // the span holds the name
	ruleSurname    = "speaker-short-name" // a surname, given name or acronym stands for the full name
	rulePronoun    = "speaker-pronoun"
	rulePost       = "speaker-post"       // "the minister"
	ruleBefore     = "speaker-before"     // nobody is named: the speaker before goes on
	ruleSubject    = "speaker-subject"    // nobody is named: whom the sentence before is about
	ruleAntecedent = "speaker-antecedent" // "who": the noun before
	ruleOwner      = "speaker-owner"      // "its source": whose
	ruleWithin     = "speaker-within"     // "I" inside a quotation
	ruleAuthor     = "speaker-author"     // "I" outside of one
	rulePrinted    = "speaker-as-printed"
)

// Rules lists every rule id Resolve may give.
func Rules() []string {
	return []string{ruleName, ruleSurname, rulePronoun, rulePost, ruleBefore, ruleSubject, ruleAntecedent, ruleOwner, ruleWithin, ruleAuthor, rulePrinted}
}

// Resolve names the speaker of every statement, in order; it fills SpeakerName
// and appends the reasons that decided. A statement whose SpeakerName is set
// keeps it and counts as the speaker before for those that follow. Statements
// of the outlet's own voice are left alone.
func (x *Index) Resolve(a *news.Article, statements []news.Statement) {
	if len(x.sents) == 0 {
		return
	}
	r := resolver{Index: x, statements: statements, quoted: quotedSpans(statements)}
	r.prose, r.home = r.countProse(), x.homeOf()
	for i := range statements {
		if statements[i].Voice == news.OutletOwn {
			continue
		}
		r.statement(i)
	}
}

// resolver walks the statements.
type resolver struct {
	*Index
	statements []news.Statement
	quoted     []news.Span // contents in quotation marks, by start
	prose      []int       // sentences before each that begin in no quotation
	spoken     []utterance // speakers named so far, by statement
	byName     map[string]int
	told       []bool // the entities of whom a post is printed
	home       int    // a token that names the state most spoken of, -1 when none does
}

// utterance is a speaker as resolved.
type utterance struct {
	statement int
	at        int // byte where the speaker stands
	entity    int // -1 when it is none
	name      string
	plural    bool
}

// found is an answer: who, and the reason.
type found struct {
	entity int // -1 when it is none
	name   string
	reason news.Reason
	plural bool
}

func (f found) ok() bool { return f.name != "" }

func (x *Index) foundEntity(e int, rule, words string) found {
	return found{entity: e, name: x.Entities[e].Name, reason: news.Reason{Rule: rule, Words: words}}
}

func (r *resolver) statement(i int) {
	st := &r.statements[i]
	var f found
	switch {
	case st.SpeakerName != "":
		f = found{entity: r.entityNamed(st.SpeakerName), name: st.SpeakerName}
	case st.Speaker == nil:
		f = r.unnamed(i)
	default:
		f = r.named(i)
	}
	if !f.ok() {
		return
	}
	if st.SpeakerName == "" {
		st.SpeakerName = f.name
		st.Reasons = append(st.Reasons, f.reason)
	}
	at := st.Start()
	if st.Speaker != nil {
		at = st.Speaker.Start
	}
	r.spoken = append(r.spoken, utterance{statement: i, at: at, entity: f.entity, name: f.name, plural: f.plural})
}

// entityNamed is the entity of that very name, -1 for none.
func (r *resolver) entityNamed(n string) int {
	if r.byName == nil {
		r.byName = make(map[string]int, len(r.Entities))
		for e := len(r.Entities) - 1; e >= 0; e-- {
			r.byName[r.Entities[e].Name] = e
		}
	}
	if e, known := r.byName[n]; known {
		return e
	}
	return -1
}

// quotedSpans are the contents of direct quotations and turns: names in them are
// no subjects of the text around.
func quotedSpans(statements []news.Statement) []news.Span {
	var spans []news.Span
	for i := range statements {
		if k := statements[i].Kind; k == news.Direct || k == news.Turn || k == news.Mixed {
			spans = append(spans, statements[i].Content...)
		}
	}
	sort.Slice(spans, func(a, b int) bool { return spans[a].Start < spans[b].Start })
	return spans
}

// countProse counts, for each sentence and for the end, those before it that
// begin in no quotation.
func (r *resolver) countProse() []int {
	prose := make([]int, len(r.sents)+1)
	q := 0
	for s := range r.sents {
		at := r.tokens[r.sents[s].From].Start
		for q < len(r.quoted) && r.quoted[q].Start <= at {
			q++
		}
		prose[s+1] = prose[s]
		if q == 0 || r.quoted[q-1].End <= at {
			prose[s+1]++
		}
	}
	return prose
}

// named resolves the words of a speaker span.
func (r *resolver) named(i int) found {
	st := &r.statements[i]
	p := r.phrase(*st.Speaker)
	if p.from == p.to {
		return found{entity: -1, name: strings.TrimSpace(st.Speaker.Of(r.text))}
	}
	if p.to-p.from == 1 && (r.tokens[p.from].Case != text.UpperCase || r.tokens[p.from].Len() == 1) {
		switch t := &r.tokens[p.from]; {
		case firstPerson[t.Key]:
			return r.firstPerson(i, t.Of(r.text))
		case pronouns[t.Key] != 0:
			if f := r.pronoun(i, p.from); f.ok() {
				return f
			}
			return found{}
		case relatives[t.Key]:
			return r.antecedent(i, p.from)
		}
	}
	if f := r.person(p); f.ok() {
		return f
	}
	if f := r.apposed(p); f.ok() {
		return f
	}
	p.to = r.headEnd(p.from, p.to)
	for _, f := range []found{r.owned(i, p), r.short(p), r.byPost(i, p), r.pair(p), r.pairAhead(p)} {
		if f.ok() {
			return f
		}
	}
	return r.printed(p)
}

// phrase is the tokens of a speaker's words.
type phrase struct {
	span     news.Span
	from, to int
}

func (x *Index) phrase(s news.Span) phrase {
	from := sort.Search(len(x.tokens), func(k int) bool { return x.tokens[k].End > s.Start })
	to := from
	for to < len(x.tokens) && x.tokens[to].Start < s.End {
		to++
	}
	return phrase{s, from, to}
}

// namesIn are the indexes [i, j) of the names that begin in the phrase.
func (x *Index) namesIn(p phrase) (int, int) {
	i := sort.Search(len(x.names), func(k int) bool { return x.names[k].to > p.from })
	n := sort.Search(len(x.names)-i, func(k int) bool { return x.names[i+k].from >= p.to })
	return i, i + n
}

// short is what is no person and named alone, or behind a small noun: "the
// agency KazNews".
func (r *resolver) short(p phrase) found {
	i, j := r.namesIn(p)
	if j == i {
		return found{}
	}
	n := &r.names[j-1]
	if n.entity < 0 || n.to != p.to {
		return found{}
	}
	from := p.from
	if articles[r.tokens[from].Key] && from+1 < p.to {
		from++
	}
	words := r.words(n.from, n.to)
	switch {
	case n.from == from:
		if words == r.Entities[n.entity].Name {
			return r.foundEntity(n.entity, ruleName, words)
		}
		return r.foundEntity(n.entity, ruleSurname, words)
	case n.kind == news.Organisation && n.from > from && carriers[r.tokens[n.from-1].Key]:
		return r.foundEntity(n.entity, ruleName, words)
	}
	return found{}
}

// printed is the phrase as it stands, without its article.
func (r *resolver) printed(p phrase) found {
	from := p.from
	for from+1 < p.to && (articles[r.tokens[from].Key] && r.tokens[from+1].Kind != text.Comma || r.tokens[from].IsQuote()) {
		from++
	}
	to := r.headEnd(from, p.to)
	words := strings.Join(strings.Fields(r.words(from, to)), " ")
	return found{entity: -1, name: words, plural: r.plural(from, to), reason: news.Reason{Rule: rulePrinted, Words: words}}
}

// headEnd cuts an apposition or a clause behind a comma off a phrase, and what
// stands in brackets: "the Weavers' Association (NWA)".
func (r *resolver) headEnd(from, to int) int {
	for k := from + 1; k < to; k++ {
		t := &r.tokens[k]
		if t.Kind == text.OpenBracket {
			return k
		}
		if t.Kind == text.Comma && k+1 < to && (relatives[r.tokens[k+1].Key] || r.tokens[k+1].Case == text.LowerCase && !r.listed(k+1, to)) || t.Key == keyWho && t.Case == text.LowerCase {
			return k
		}
	}
	return to
}

// listed reports whether "and" goes on with a list behind a comma.
func (r *resolver) listed(k, to int) bool {
	for ; k < to; k++ {
		if r.tokens[k].Key == keyAnd {
			return true
		}
	}
	return false
}

// plural reports whether a phrase speaks of several.
func (r *resolver) plural(from, to int) bool {
	for k := from; k < to; k++ {
		if prepositions[r.tokens[k].Key] {
			break
		}
		if r.class[k].is(peopleWord) || r.tokens[k].Key == keyAnd {
			return true
		}
	}
	return false
}

var (
	keyTo   = text.KeyOf("to")
	keyWith = text.KeyOf("with")
	keyBy   = text.KeyOf("by")
	keyWho  = text.KeyOf("who")
	// carriers are small nouns that lead the name of what they are.
	carriers = text.Keys("agency", "newspaper", "magazine", "website", "site", "portal", "channel", "outlet", "publication", "company", "broadcaster", "network",
		"group", "organisation", "organization", "party", "firm", "service", "station", "journal", "daily", "weekly", "edition", "resource", "messenger")
)
