package mention

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// person is the person a phrase names: not an owner ("Orla's lawyer"), not one
// whom another serves ("a spokesman for Orla").
func (r *resolver) person(p phrase) found {
	i, j := r.namesIn(p)
	best := -1
	for k := i; k < j; k++ {
		n := &r.names[k]
		if n.kind != news.Person || n.possessive && n.to < p.to-1 || n.entity < 0 {
			continue
		}
		if r.serves(p, n) || r.describes(p, n) {
			continue
		}
		if best < 0 || r.between(best, k) {
			best = k
		}
	}
	if best < 0 {
		return found{}
	}
	n := &r.names[best]
	words := r.words(n.from, n.to)
	if best+1 < j && r.joined(best) {
		other := &r.names[best+1]
		both := r.Entities[n.entity].Name + " and " + r.Entities[other.entity].Name
		return found{entity: -1, name: both, plural: true, reason: news.Reason{Rule: ruleName, Words: r.words(n.from, other.to)}}
	}
	rule := ruleName
	if words != r.Entities[n.entity].Name {
		rule = ruleSurname
	}
	return r.foundEntity(n.entity, rule, words)
}

// joined reports whether "and" and the name of another person follow name k.
func (r *resolver) joined(k int) bool {
	n, o := &r.names[k], &r.names[k+1]
	return o.kind == news.Person && o.entity >= 0 && o.entity != n.entity && o.lead == n.to+1 && r.tokens[n.to].Key == keyAnd
}

// between reports whether name k follows name best at once, as the name of one
// whom a post of the other's leads.
func (r *resolver) between(best, k int) bool { return r.names[best].to == r.names[k].from }

// serves reports whether a small post and "of", "for" or "to" lead to the name:
// the phrase is about somebody else.
func (r *resolver) serves(p phrase, n *name) bool {
	k := n.lead
	if k-1 > p.from && articles[r.tokens[k-1].Key] {
		k--
	}
	if k-2 < p.from {
		return false
	}
	switch r.tokens[k-1].Key {
	case keyOf, keyFor, keyTo, keyWith, keyBy:
		return n.to == p.to || !r.nameFollows(n, p)
	}
	return false
}

// describes reports whether a small post stands right behind the name and more
// follows: "Orla spokesman Ben Tor".
func (r *resolver) describes(p phrase, n *name) bool {
	return n.to+1 < p.to && n.to == n.from+1 && r.class[n.to].is(postWord) && r.tokens[n.to].Case == text.LowerCase && r.nameWord(n.to+1)
}

// nameFollows reports whether another name begins where n ends.
func (r *resolver) nameFollows(n *name, p phrase) bool {
	return n.to < p.to && r.nameWord(n.to)
}

// apposedTokens bounds what may stand between a comma and the name behind it:
// "the coach, the former player NAME".
const apposedTokens = 6

// apposed is the person whose name stands beside a description, a comma between:
// "the coach, NAME, said", "NAME, the coach, said".
func (r *resolver) apposed(p phrase) found {
	head := r.head(p.from, p.to)
	if head < 0 || !r.class[head].is(postWord) {
		return found{}
	}
	i, j := r.namesIn(p)
	if p.from > 0 && i > 0 && r.tokens[p.from-1].Kind == text.Comma && r.names[i-1].to == p.from-1 {
		return r.apposition(&r.names[i-1])
	}
	if p.to < len(r.tokens) && r.tokens[p.to].Kind == text.Comma && j < len(r.names) && r.names[j].from <= p.to+apposedTokens && r.plainBetween(p.to+1, r.names[j].lead) {
		return r.apposition(&r.names[j])
	}
	return found{}
}

func (r *resolver) apposition(n *name) found {
	if n.kind != news.Person || n.entity < 0 || n.possessive {
		return found{}
	}
	return r.foundEntity(n.entity, ruleName, r.words(n.from, n.to))
}

// plainBetween reports whether only describing words stand in [i, j).
func (r *resolver) plainBetween(i, j int) bool {
	for ; i < j; i++ {
		if !r.descriptive(i) && !articles[r.tokens[i].Key] {
			return false
		}
	}
	return true
}
