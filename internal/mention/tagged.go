package mention

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// tag brings the names that the lists and rules found together with those of the
// trained tagger. The tagger knows kinds and ends of names better; the rules know
// better what stands behind a post, the names of ministries, known places and
// peoples. What both leave to chance is no name.
func (x *Index) tag() {
	ranges := make([]text.Range, len(x.sents))
	for i, s := range x.sents {
		ranges[i] = s.Range
	}
	var tagged []ner.Name
	tagged, x.leaning = ner.English().Find(ner.Document{Text: x.text, Tokens: x.tokens, Sentences: ranges, Classes: x.classes()})
	for i := range tagged {
		x.trim(&tagged[i])
	}
	tagged = x.part(tagged)
	ruled := x.names
	x.names = make([]name, 0, len(ruled)+len(tagged)/2)
	for len(ruled) > 0 || len(tagged) > 0 {
		i, j := firstGroup(ruled, tagged)
		x.reconcile(ruled[:i], tagged[:j])
		ruled, tagged = ruled[i:], tagged[j:]
	}
}

// trim takes from the front of a name what is none of it: small words that are
// no particles ("answered Lake Times"), a preposition printed with a capital
// ("to To Korva"), the place that a post before it is of ("the President of
// Norland Korva").
func (x *Index) trim(t *ner.Name) {
	for k := t.From; k < t.To; k++ {
		if c := x.tokens[k].Case; c != text.LowerCase || x.class[k].is(particle) {
			t.From = k
			break
		}
	}
	if t.From+1 < t.To && t.From > 0 && placePrepositions[x.tokens[t.From].Key] {
		t.From++
	}
	if n := x.placeLen(t.From, t.To); n > 0 && t.From+n < t.To && x.behindPost(t.From) && !x.hasOrgWord(t.From, t.To) && x.tokens[t.From+n].Capital() {
		t.From, t.Kind = t.From+n, ner.Person
	}
}

// behindPost reports whether a post and "of" or "to" stand before token i:
// "the President of", "adviser to".
func (x *Index) behindPost(i int) bool {
	return i > 1 && (x.tokens[i-1].Key == keyOf || x.tokens[i-1].Key == keyTo) && x.class[i-2].is(postWord|roleWord)
}

// part splits two surnames that a post ties together, the first of which stands
// alone elsewhere: "adviser to Korva Lend says".
func (x *Index) part(tagged []ner.Name) []ner.Name {
	alone := map[text.Key]bool{}
	for _, t := range tagged {
		if t.Kind == ner.Person && !x.behindPost(t.From) {
			alone[x.tokens[t.To-1].Key] = true
		}
	}
	for i := 0; i < len(tagged); i++ {
		t := tagged[i]
		if t.Kind == ner.Person && t.To == t.From+2 && x.behindPost(t.From) && alone[x.tokens[t.From].Key] && !x.class[t.From].is(givenName) {
			second := t
			tagged[i].To, second.From = t.From+1, t.From+1
			tagged = slices.Insert(tagged, i+1, second)
			i++
		}
	}
	return tagged
}

// firstGroup is how many names of each list make the first group that overlaps.
func firstGroup(ruled []name, tagged []ner.Name) (i, j int) {
	end := 0
	for {
		switch {
		case i < len(ruled) && (i+j == 0 && (len(tagged) == 0 || ruled[0].from <= tagged[0].From) || i+j > 0 && ruled[i].from < end):
			end = max(end, ruled[i].to)
			i++
		case j < len(tagged) && (i+j == 0 || tagged[j].From < end):
			end = max(end, tagged[j].To)
			j++
		default:
			return i, j
		}
	}
}

// reconcile keeps names out of those of the rules and of the tagger that overlap.
func (x *Index) reconcile(ruled []name, tagged []ner.Name) {
	kept := len(x.names)
	for _, n := range ruled {
		switch t, met := overlapping(&n, tagged); {
		case !met:
			n.doubtful = !x.sure(&n) && x.least(&n) < doubt
		case x.splitName(&n, tagged):
		case !x.prefers(&n, t):
			continue
		default:
			n.own = t.From != n.from || t.To != n.to
		}
		x.names = append(x.names, n)
	}
	for _, t := range tagged {
		if !slices.ContainsFunc(x.names[kept:], func(n name) bool { return t.From < n.to && n.from < t.To }) {
			x.addTagged(t)
		}
	}
	slices.SortStableFunc(x.names[kept:], func(a, b name) int { return a.from - b.from })
}

// doubt is how strongly the tagger may speak against a name that only the rules
// found and nothing of the lists speaks for: the best on UNER EWT dev.
const doubt = -100

// least is how strongly the tagger speaks for the word of a name that it speaks
// for least.
func (x *Index) least(n *name) int32 {
	low := int32(1 << 30)
	for _, l := range x.leaning[n.from:n.to] {
		low = min(low, max(l[ner.Person], l[ner.Organisation], l[ner.Place], l[ner.Other]))
	}
	return low
}

// overlapping is the name of the tagger that n overlaps, the one of the same
// tokens before others.
func overlapping(n *name, tagged []ner.Name) (t ner.Name, met bool) {
	for _, o := range tagged {
		if o.From < n.to && n.from < o.To && (!met || o.From == n.from && o.To == n.to) {
			t, met = o, true
		}
	}
	return t, met
}

// sure reports whether a name of the rules that the tagger has not seen stands.
func (x *Index) sure(n *name) bool {
	switch n.kind {
	case "":
		return runTogetherWord(x.words(n.from, n.to))
	case news.Group:
		return true
	case news.Person:
		return n.lead < n.from || x.class[n.from].is(givenName) && n.to > n.from+1
	case news.Place:
		return x.placeLen(n.from, n.to) == n.to-n.from
	case news.Organisation:
		return n.to > n.from+1 && x.hasOrgWord(n.from, n.to)
	}
	return false
}

// prefers reports whether a name of the rules stands against that of the tagger
// it overlaps.
func (x *Index) prefers(n *name, t ner.Name) bool {
	switch {
	case t.From == n.from && t.To == n.to, x.ownerAndHolder(t.From, t.To):
		return true
	case t.Kind == ner.Other:
		return x.sure(n)
	case n.kind == news.Person && n.lead < n.from:
		return true
	case x.owns(t) && (n.to == t.To || x.sure(n)):
		return true
	case n.kind == news.Person && t.Kind == ner.Person:
		return x.secondPerson(t.From, t.To) > 0
	case n.kind == news.Organisation && n.from <= t.From:
		return x.hasOrgWord(n.from, n.to) && (x.linkBefore(n.to, n.from) || x.ownedBySeveral(n.from, n.to)) || x.ampersand(n.from, n.to)
	}
	return false
}

// splitName reports whether the tagger takes given name and surname of one person
// for two people.
func (x *Index) splitName(n *name, tagged []ner.Name) bool {
	return n.kind == news.Person && n.to == n.from+2 && len(tagged) == 2 && x.class[n.from].is(givenName) && !x.class[n.to-1].is(givenName) &&
		tagged[0].Kind == ner.Person && tagged[1].Kind == ner.Person && tagged[0].From == n.from && tagged[1].To == n.to
}

// owns reports whether a name of the tagger begins with a known place that owns
// the rest: "Norway's Ministry of Trade".
func (x *Index) owns(t ner.Name) bool {
	n := x.placeLen(t.From, t.To)
	return n > 0 && t.From+n+1 < t.To && x.tokens[t.From+n].Kind == text.Clitic
}

// noName reports whether what the tagger found is an initial, a word such as
// "Oslo-based", or a word of belonging and a common noun: "Norlandian fleet".
func (x *Index) noName(t ner.Name) bool {
	if t.To == t.From+1 {
		return x.loneInitial(t.From) || smallSuffix(x.words(t.From, t.To))
	}
	return x.tokens[t.To-1].Case == text.LowerCase && (x.class[t.From].is(demonym) || belongs(x.tokens[t.From].Of(x.text)))
}

// addTagged adds a name that only the tagger found.
func (x *Index) addTagged(t ner.Name) {
	if t.Kind == ner.Other || x.noName(t) {
		return
	}
	s := x.sentenceOf(t.From)
	lead := t.From
	if t.Kind == ner.Person {
		for lead > x.sents[s].From && x.class[lead-1].is(postWord) && x.tokens[lead-1].Capital() {
			lead--
		}
	}
	for k := t.From; k < t.To; k++ {
		if x.tokens[k].Kind == text.Word && !x.class[k].is(particle|opener) {
			x.nameWords[k] = true
		}
	}
	x.add(s, lead, t.From, t.To, "")
}
