package mention

import (
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// owned fills a possessive in: "its source" is the source of whom "its" means.
func (r *resolver) owned(i int, p phrase) found {
	t := &r.tokens[p.from]
	if p.to-p.from < 2 || !possessives[t.Key] {
		return found{}
	}
	rest := r.words(p.from+1, r.headEnd(p.from+1, p.to))
	owner := r.pronoun(i, p.from)
	if firstPerson[t.Key] && i >= 0 { // outside of every statement, nobody has spoken yet
		owner = r.firstPerson(i, t.Of(r.text))
	}
	if !owner.ok() {
		return found{entity: -1, name: rest, plural: r.plural(p.from, p.to), reason: news.Reason{Rule: rulePrinted, Words: rest}}
	}
	name := possessive(owner.name) + " " + rest
	return found{entity: -1, name: name, plural: r.plural(p.from, p.to), reason: news.Reason{Rule: ruleOwner, Words: t.Of(r.text)}}
}

func possessive(name string) string {
	if len(name) > 1 && lastByte(name) == 's' && name[len(name)-2] != 's' && strings.ToLower(name[:1]) == name[:1] {
		return name + "'"
	}
	return name + "'s"
}

var quantifiers = text.Keys("several", "many", "some", "few", "another", "every", "each", "one", "two", "three")

var possessives = text.Keys("his", "her", "its", "their", "my", "our")

// withinDepth bounds the statements around "I" whose speaker is asked for.
const withinDepth = 32

// firstPerson resolves "I" and "we": the speaker of the quotation around, else
// the author.
func (r *resolver) firstPerson(i int, words string) found {
	for s, n := r.statements[i].Within, 0; s >= 0 && s < i && n < withinDepth; s, n = r.statements[s].Within, n+1 {
		if name := r.statements[s].SpeakerName; name != "" {
			return found{entity: r.entityNamed(name), name: name, reason: news.Reason{Rule: ruleWithin, Words: words}}
		}
	}
	if f := r.quoter(i); f.ok() {
		f.reason = news.Reason{Rule: ruleWithin, Words: words}
		return f
	}
	if r.author == "" {
		return found{}
	}
	return found{entity: -1, name: r.author, reason: news.Reason{Rule: ruleAuthor, Words: words}}
}

// quoter is the speaker before, when the speaker of statement i stands inside a
// quotation of the paragraph they share.
func (r *resolver) quoter(i int) found {
	at := r.statements[i].Speaker.Start
	s := r.sentenceAt(at)
	if len(r.spoken) == 0 || !r.insideMarks(s, at) {
		return found{}
	}
	u := &r.spoken[len(r.spoken)-1]
	if r.sents[r.sentenceAt(u.at)].paragraph != r.sents[s].paragraph {
		return found{}
	}
	return found{entity: u.entity, name: u.name}
}

// insideMarks reports whether a quotation is open at byte at, counted from the
// beginning of its paragraph.
func (r *resolver) insideMarks(s, at int) bool {
	begin := r.sents[r.sents[s].opening].From
	first := sort.SearchInts(r.marks, begin)
	before := sort.Search(len(r.marks), func(i int) bool { return r.tokens[r.marks[i]].Start >= at })
	return before > first && (before-first)%2 == 1
}

// antecedentWords bounds the noun phrase looked for before "who".
const antecedentWords = 10

// antecedent resolves "who" at token k, statement i's speaker: the noun phrase that ends before it.
func (r *resolver) antecedent(i, k int) found {
	begin := r.sents[r.sentenceOf(k)].From
	end := k
	for end > begin && r.tokens[end-1].Kind == text.Comma {
		end--
	}
	if end-2 > begin && copulas[r.tokens[end-2].Key] && strings.HasSuffix(r.tokens[end-1].Of(r.text), "ed") {
		end -= 2 // "drivers were fined, who"
	}
	from := end
	for from > begin && end-from < antecedentWords && r.inPhrase(from-1) {
		from--
		if t := &r.tokens[from]; articles[t.Key] || possessives[t.Key] {
			break
		}
	}
	if from == end {
		return found{}
	}
	p := phrase{r.span(from, end), from, end}
	f := r.person(p)
	for _, next := range []func() found{func() found { return r.owned(i, p) }, func() found { return r.short(p) }, func() found { return r.printed(p) }} {
		if !f.ok() {
			f = next()
		}
	}
	if f.ok() && f.reason.Rule != ruleOwner {
		f.reason = news.Reason{Rule: ruleAntecedent, Words: r.tokens[k].Of(r.text)}
	}
	return f
}

// inPhrase reports whether token i may stand in a noun phrase.
func (r *resolver) inPhrase(i int) bool {
	t := &r.tokens[i]
	return t.IsWordy() && !(r.class[i].is(opener) && !quantifiers[t.Key] && !articles[t.Key] && !possessives[t.Key] && t.Key != keyOf && t.Key != keyFor) && (!prepositions[t.Key] || t.Key == keyOf || t.Key == keyFor) && !copulas[t.Key] && !relatives[t.Key]
}
