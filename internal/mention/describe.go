package mention

import (
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of looking for whom a description means.
const (
	postLookBack    = 4000 // tokens: some ten screens of text
	speakerPostBack = 6    // statements a generic description looks back over
)

// What a post weighs as that of a description. A like post never outweighs the
// very word: kinPost and all that may be added stay below exactPost by sharing
// no more than sharedMost words.
const (
	exactPost  = 200
	kinPost    = 60
	sharedWord = 15
	sharedMost = 4
	postBefore = 30
)

// generic are descriptions that fit whoever spoke last.
var generic = text.Keys("interlocutor", "source", "speaker", "expert", "analyst", "politician", "official", "author", "man", "woman", "scientist", "specialist",
	"commentator", "observer", "interviewee", "respondent", "diplomat", "economist", "lawyer", "scholar")

// byPost resolves "the minister": the person of that post named last before,
// else after, else whoever of a like post, else the speaker before.
func (r *resolver) byPost(i int, p phrase) found {
	if !definites[r.tokens[p.from].Key] && !r.class[p.from].is(postWord) {
		return found{}
	}
	head := r.head(p.from, p.to)
	if head < 0 {
		return found{}
	}
	words := r.words(p.from, p.to)
	if r.class[head].is(peopleWord) && !r.class[head].is(roleWord) {
		return r.organisation(p, head, words)
	}
	e, exact := r.holderOf(p, head)
	if exact {
		return r.foundEntity(e, rulePost, words)
	}
	if p.to-p.from == 2 && r.class[head].is(roleWord) && e < 0 && !r.otherHolder(p, head) || generic[r.tokens[head].Key] && (p.to-p.from <= 3 || r.ofOutlet(head, p.to)) {
		if f := r.newlyIntroduced(i, p, head); f.ok() {
			return f
		}
		if f := r.lastSpeaker(i, head); f.ok() {
			f.reason = news.Reason{Rule: rulePost, Words: words}
			return f
		}
	}
	if e >= 0 {
		return r.foundEntity(e, rulePost, words)
	}
	if f := r.organisation(p, head, words); f.ok() {
		return f
	}
	return r.onlyPerson(i, p, head)
}

// otherHolder reports whether somebody without a name was spoken of by the same
// word since the last speaker spoke: "The mayor kept silent" before "the mayor".
func (r *resolver) otherHolder(p phrase, head int) bool {
	if generic[r.tokens[head].Key] || len(r.spoken) == 0 {
		return false
	}
	last := &r.statements[r.spoken[len(r.spoken)-1].statement]
	behind := last.Content[len(last.Content)-1].End
	for k := p.from - 1; k > 0 && k > p.from-nounTokens && r.tokens[k].Start >= behind; k-- {
		if r.tokens[k].Key == r.tokens[head].Key && articles[r.tokens[k-1].Key] && !r.inQuotation(r.tokens[k].Start) && !(k+1 < len(r.tokens) && r.tokens[k+1].Capital()) {
			return true
		}
	}
	return false
}

// onlyPerson is the speaker before, when nobody else is named in the paragraph
// and nothing is told of them: "Korva agreed. “It is late,” the opposition
// leader said."
func (r *resolver) onlyPerson(i int, p phrase, head int) found {
	if !r.class[head].is(roleWord) || r.class[head].is(peopleWord) || !definites[r.tokens[p.from].Key] {
		return found{}
	}
	s := r.sentenceOf(p.from)
	from := r.sents[r.sents[s].opening].From
	j := sort.Search(len(r.names), func(k int) bool { return r.names[k].from >= p.from })
	only := -1
	for k := j - 1; k >= max(0, j-namesWeighed) && r.names[k].from >= from; k-- {
		n := &r.names[k]
		if n.kind != news.Person || n.entity < 0 || r.inQuotation(r.tokens[n.from].Start) {
			continue
		}
		if only >= 0 && n.entity != only {
			return found{}
		}
		only = n.entity
	}
	last := len(r.spoken) - 1
	if only < 0 || last < 0 || r.spoken[last].entity != only || r.talksOf(i, &r.spoken[last]) || r.described(only) || !agree(r.facts[only].gender, r.postGender(head)) {
		return found{}
	}
	return r.foundEntity(only, rulePost, r.words(p.from, p.to))
}

// described reports whether the article says what the person is.
func (r *resolver) described(e int) bool {
	if r.told == nil {
		r.told = make([]bool, len(r.Entities))
		for k := range r.posts {
			r.told[r.posts[k].entity] = true
		}
	}
	return r.told[e]
}

// pair is the two people named together before "the experts", "Analysts".
func (r *resolver) pair(p phrase) found {
	last := p.to - 1
	w := r.tokens[last].Of(r.text)
	if p.to-p.from > 2 || p.to-p.from == 2 && !articles[r.tokens[p.from].Key] || len(w) < 3 || lastByte(w) != 's' || !generic[text.KeyOf(w[:len(w)-1])] {
		return found{}
	}
	j := sort.Search(len(r.names), func(k int) bool { return r.names[k].from >= p.from })
	for bottom := max(1, j-pairNames); j > bottom; j-- {
		a, b := &r.names[j-2], &r.names[j-1]
		if a.kind == news.Person && b.kind == news.Person && a.entity >= 0 && b.entity >= 0 && a.entity != b.entity && a.to+1 == b.from && r.tokens[a.to].Key == keyAnd {
			return r.foundPair(a, b, w)
		}
	}
	return found{}
}

func (r *resolver) foundPair(a, b *name, words string) found {
	return found{entity: -1, name: r.Entities[a.entity].Name + " and " + r.Entities[b.entity].Name, plural: true, reason: news.Reason{Rule: rulePost, Words: words}}
}

// pairAhead is the two people whom the sentences behind a headline name right
// behind the same word: "Experts warn of floods. The experts Ana Korva and Ivo
// Lend said".
func (r *resolver) pairAhead(p phrase) found {
	last := p.to - 1
	w := r.tokens[last].Of(r.text)
	if r.sents[r.sentenceOf(p.from)].paragraph > 0 || len(w) < 3 || lastByte(w) != 's' || !generic[text.KeyOf(w[:len(w)-1])] {
		return found{}
	}
	j := sort.Search(len(r.names), func(k int) bool { return r.names[k].from >= p.to })
	for top := min(len(r.names)-1, j+pairNames); j < top; j++ {
		a, b := &r.names[j], &r.names[j+1]
		if a.kind == news.Person && b.kind == news.Person && a.entity >= 0 && b.entity >= 0 && a.entity != b.entity && a.to+1 == b.from && r.tokens[a.to].Key == keyAnd &&
			a.from > 0 && r.tokens[a.from-1].Key == r.tokens[last].Key {
			return r.foundPair(a, b, w)
		}
	}
	return found{}
}

// pairNames bounds how many names "the experts" looks back over.
const pairNames = 24

// ofOutlet reports whether only "of the newspaper" stands behind the head.
func (r *resolver) ofOutlet(head, to int) bool {
	return head+4 == to && r.tokens[head+1].Key == keyOf && articles[r.tokens[head+2].Key] && outlets[r.tokens[head+3].Key]
}

// introducedSentences bounds how far before "the expert" somebody is brought on,
// in sentences of text outside quotations.
const introducedSentences = 3

// introducedPosts bounds how many posts are asked in them.
const introducedPosts = 32

// newlyIntroduced is the person with a post named last, when nobody has spoken
// since: "the paper turned to Ana Korva, a professor. “…,” the expert said."
func (r *resolver) newlyIntroduced(i int, p phrase, head int) found {
	spokenAt := -1
	if n := len(r.spoken); n > 0 {
		u := &r.statements[r.spoken[n-1].statement]
		spokenAt = u.Content[len(u.Content)-1].End
	}
	last := r.postsFrom(p.from) - 1
	for k := last; k >= 0 && k > last-introducedPosts; k-- {
		po := &r.posts[k]
		at := r.tokens[po.at].Start
		if at <= spokenAt || r.distance(r.sentenceOf(po.at), r.sentenceOf(p.from)) > introducedSentences {
			break
		}
		if po.entity >= 0 && !r.inQuotation(at) && agree(r.facts[po.entity].gender, r.postGender(head)) {
			return r.foundEntity(po.entity, rulePost, r.words(p.from, p.to))
		}
	}
	return found{}
}

// head is the noun a phrase is about: the last word before a preposition, a
// comma or the end.
func (r *resolver) head(from, to int) int {
	head := -1
	if last := to - 1; last > from && r.class[last].is(roleWord) && r.tokens[last].Case == text.LowerCase && r.tokens[last-1].Capital() {
		return last // "the Union of Towns deputy"
	}
	for k := from; k < to; k++ {
		t := &r.tokens[k]
		if k > from && (prepositions[t.Key] || relatives[t.Key] && k > from || t.Kind == text.Comma) {
			break
		}
		if t.Kind == text.Word && !articles[t.Key] {
			head = k
		}
	}
	return head
}

// holderOf is the person whose posts hold the head of the phrase, by nearness
// and by the words they share, and whether that very word is printed beside the
// name; -1 for none.
func (r *resolver) holderOf(p phrase, head int) (best int, exact bool) {
	key := r.tokens[head].Key
	best, bestScore := -1, 0
	for k := r.postsFrom(p.from - postLookBack); k < len(r.posts) && r.posts[k].at <= p.from+postLookBack; k++ {
		po := &r.posts[k]
		score := r.postScore(po, key, p)
		if score <= 0 || !agree(r.facts[po.entity].gender, r.postGender(head)) {
			continue
		}
		if score > bestScore || score == bestScore && po.at < p.from {
			best, bestScore = po.entity, score
		}
	}
	return best, bestScore >= exactPost
}

// postsFrom is the index of the first post at token k or behind it.
func (x *Index) postsFrom(k int) int {
	return sort.Search(len(x.posts), func(i int) bool { return x.posts[i].at >= k })
}

// postScore weighs a post: the very word before a like one, shared words, the
// posts before the phrase before those after it.
func (r *resolver) postScore(po *post, key text.Key, p phrase) int {
	if po.at >= p.from && po.at < p.to || r.elsewhere(po, p) {
		return 0
	}
	score := 0
	switch {
	case po.head == key:
		score = exactPost
	case r.akin(key, po.head):
		score = kinPost
	default:
		return 0
	}
	shared := 0
	for k := p.from; k < p.to && shared < sharedMost; k++ {
		t := &r.tokens[k]
		if t.Key == key || articles[t.Key] || prepositions[t.Key] {
			continue
		}
		state, isState := r.lex.country[t.Key]
		for _, w := range po.words {
			if w == t.Key || isState && w == state {
				score += sharedWord
				shared++
				break
			}
		}
	}
	if po.at < p.from {
		score += postBefore
	}
	return score
}

func (r *resolver) akin(key, head text.Key) bool {
	for _, k := range r.lex.kin[key] {
		if k == head {
			return true
		}
	}
	return false
}

func (r *resolver) postGender(head int) gender {
	switch c := r.class[head]; {
	case c.is(maleWord):
		return man
	case c.is(femaleWord):
		return woman
	}
	return unknownGender
}

// lastSpeaker is who spoke before statement i and may be called by the noun at
// head.
func (r *resolver) lastSpeaker(i, head int) found {
	for n := len(r.spoken) - 1; n >= 0 && len(r.spoken)-n <= speakerPostBack; n-- {
		u := &r.spoken[n]
		if u.plural || r.talksOf(i, u) {
			continue
		}
		if u.entity >= 0 && (r.Entities[u.entity].Kind != news.Person || !agree(r.facts[u.entity].gender, r.postGender(head))) {
			continue
		}
		if u.entity < 0 && !r.personal(u.name) {
			continue
		}
		return found{entity: u.entity, name: u.name}
	}
	return found{}
}

// talksOf reports whether speaker u is whose words statement i stands in, and so
// not whom they tell of.
func (r *resolver) talksOf(i int, u *utterance) bool {
	around := r.statements[i].Within
	return around >= 0 && around < len(r.statements) && u.name == r.statements[around].SpeakerName
}

// personal reports whether words of no entity speak of one person.
func (r *resolver) personal(words string) bool {
	for _, w := range strings.Fields(words) {
		if r.lex.words.Get(text.KeyOf(w)).is(roleWord | titleWord) {
			return true
		}
	}
	return false
}

func (r *resolver) phraseGender(words string) gender {
	for _, w := range strings.Fields(words) {
		switch c := r.lex.words.Get(text.KeyOf(w)); {
		case c.is(maleWord):
			return man
		case c.is(femaleWord):
			return woman
		}
	}
	return unknownGender
}
