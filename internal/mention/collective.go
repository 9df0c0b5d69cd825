package mention

import (
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of looking for whom "the ministry", "the police", "the company" mean.
const (
	namesBack      = 1000 // names looked back over
	collectiveBack = 1200 // tokens in which "Orlan police" may stand before "the police"
	companyBack    = 4    // sentences in which a company may be named before "the company"
	outletBack     = 800  // tokens in which the paper “NAME” may stand before "the paper"
	outletWords    = 6    // of a name in quotation marks
)

// organisation resolves "the ministry", "the embassy", "the newspaper": the
// organisation named last whose name holds the word; else what the article calls
// by that word before; else, for a company, the one named last.
func (r *resolver) organisation(p phrase, head int, words string) found {
	if p.to != head+1 || p.to-p.from > 2 {
		return found{}
	}
	for _, f := range []found{r.orgOfWord(p, head, words), r.quotedOutlet(p, head), r.collective(p, head), r.company(p, head, words)} {
		if f.ok() {
			return f
		}
	}
	return found{}
}

func (r *resolver) orgOfWord(p phrase, head int, words string) found {
	key := r.tokens[head].Key
	outlet := outlets[key]
	last := r.namesBefore(p.from)
	for j := last - 1; j >= max(0, last-namesBack); j-- {
		n := &r.names[j]
		told := outlet && n.from > 0 && outlets[r.tokens[n.from-1].Key] // whatever kind it was taken for
		if n.entity < 0 || !told && (n.kind != news.Organisation || n.to-n.from < 2 && !outlet) {
			continue
		}
		if outlet && r.isOutlet(n) {
			return r.foundEntity(n.entity, rulePost, words)
		}
		for k := n.from; k < n.to; k++ {
			if r.tokens[k].Key == key {
				return r.foundEntity(n.entity, rulePost, words)
			}
		}
	}
	return found{}
}

// namesBefore is the index of the first name at token k or behind it.
func (x *Index) namesBefore(k int) int {
	return sort.Search(len(x.names), func(n int) bool { return x.names[n].from >= k })
}

// isOutlet reports whether a word beside or in an organisation's name says that
// it publishes: "the news agency NAME".
func (r *resolver) isOutlet(n *name) bool {
	if n.from > 0 && outlets[r.tokens[n.from-1].Key] {
		return true
	}
	for k := n.from; k < n.to; k++ {
		if outlets[r.tokens[k].Key] {
			return true
		}
	}
	return false
}

var outlets = text.Keys("publication", "newspaper", "paper", "outlet", "agency", "edition", "portal", "site", "website", "channel", "magazine", "broadcaster", "journal", "daily", "weekly",
	"news", "times", "post", "tribune", "gazette", "herald", "television", "radio", "tv")

// quotedOutlet is the outlet named in quotation marks last: "the publication
// “Evening Bell”" before "the newspaper".
func (r *resolver) quotedOutlet(p phrase, head int) found {
	if !outlets[r.tokens[head].Key] {
		return found{}
	}
	for k := p.from - 1; k > 0 && k > p.from-outletBack; k-- {
		if !r.tokens[k].IsQuote() || !outlets[r.tokens[k-1].Key] {
			continue
		}
		end := k + 1
		for end < len(r.tokens) && end-k <= outletWords && r.tokens[end].Kind == text.Word && r.tokens[end].Capital() {
			end++
		}
		if end > k+1 && end < len(r.tokens) && r.tokens[end].IsQuote() {
			return found{entity: -1, name: r.words(k+1, end), reason: news.Reason{Rule: rulePost, Words: r.words(p.from, p.to)}}
		}
	}
	return found{}
}

// collectives are bodies that an article names fully once and then by one word;
// those of one line are one.
var collectives = []map[text.Key]bool{
	text.Keys("military", "army"), text.Keys("police"), text.Keys("government"), text.Keys("authorities"), text.Keys("parliament"), text.Keys("court"),
	text.Keys("prosecutors"), text.Keys("navy"), text.Keys("embassy"), text.Keys("ministry"), text.Keys("council"), text.Keys("consulate"), text.Keys("delegation"),
	text.Keys("administration"), text.Keys("troops"), text.Keys("officials"), text.Keys("side"),
}

// collective is what the article calls last by the same word with a state or
// place before it: "Orlan police" before "the police".
func (r *resolver) collective(p phrase, head int) found {
	var kin map[text.Key]bool
	for _, c := range collectives {
		if c[r.tokens[head].Key] {
			kin = c
		}
	}
	if kin == nil {
		return found{}
	}
	for k := p.from - 1; k > 0 && k > p.from-collectiveBack; k-- {
		t := &r.tokens[k]
		if !kin[t.Key] || t.Case != text.LowerCase || !r.leadsCollective(k-1) || r.inQuotation(t.Start) {
			continue
		}
		return found{entity: -1, name: r.words(k-1, k+1), plural: r.class[head].is(peopleWord), reason: news.Reason{Rule: rulePost, Words: r.words(p.from, p.to)}}
	}
	return found{}
}

// leadsCollective reports whether token k is a state, a place or a name that may
// tell whose "police" or "army" follows.
func (r *resolver) leadsCollective(k int) bool {
	t := &r.tokens[k]
	return t.Kind == text.Word && t.Capital() && (r.class[k].is(demonym|placeName) || r.class[k] == 0 && k > r.sents[r.sentenceOf(k)].From)
}

var companies = text.Keys("company", "firm", "corporation", "manufacturer", "retailer", "airline", "startup", "operator", "carrier", "supplier", "developer", "bank", "insurer", "automaker", "carmaker", "publisher")

// company is the organisation that the sentences before are about.
func (r *resolver) company(p phrase, head int, words string) found {
	if !companies[r.tokens[head].Key] {
		return found{}
	}
	own, last := r.sentenceOf(p.from), r.namesBefore(p.from)
	for j := last - 1; j >= max(0, last-namesWeighed); j-- {
		n := &r.names[j]
		if r.distance(n.sentence, own) > companyBack {
			break
		}
		if n.entity >= 0 && n.kind == news.Organisation && !r.governed(n) && !r.inQuotation(r.tokens[n.from].Start) && !r.saysKind(n) {
			return r.foundEntity(n.entity, rulePost, words)
		}
	}
	return found{}
}

// saysKind reports whether an organisation's name says what else it is: a
// ministry, a party, a court.
func (r *resolver) saysKind(n *name) bool {
	for k := n.from; k < n.to; k++ {
		w := strings.ToLower(r.tokens[k].Of(r.text))
		if r.class[k].is(orgWord) && !companies[text.KeyOf(w)] && !commercial[text.KeyOf(w)] {
			return true
		}
	}
	return false
}

var commercial = text.Keys("group", "holding", "industries", "systems", "bank", "airlines", "airways", "motors", "energy", "media", "technologies", "labs", "works", "inc", "ltd", "corp", "llc", "gmbh", "ag", "co", "steel", "oil", "gas")
