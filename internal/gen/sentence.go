package gen

import (
	"strconv"
	"strings"
)

// sentence is one sentence of a body and what is true of it.
type sentence struct {
	text    string
	quote   string // the words in quotation marks, marks left out; "" for none
	speaker string // as spelled, full; "" for none
	claim   int    // -1 for none
	relates Relation
}

// reporter writes one article's sentences and remembers whom it has named.
type reporter struct {
	writer
	house int
	cast  []person
	named []bool
	last  int // who spoke last, -1 for nobody
}

// speaker draws one of the cast.
func (r *reporter) speaker() int { return r.facts.few(len(r.cast)) }

// name gives the words for cast member i: in full with the post at first, then
// the surname, the post or a pronoun.
func (r *reporter) name(i int) string {
	p := r.cast[i]
	post := r.say(r.archive.words["post"][p.post], 0)
	style, repeat := r.words.n(6), r.last == i
	r.last = i
	if !r.named[i] {
		r.named[i] = true
		switch style % 3 {
		case 0:
			return p.full(r.house) + ", the " + post + ","
		case 1:
			return "the " + post + ", " + p.full(r.house) + ","
		}
		return p.full(r.house)
	}
	switch {
	case repeat && style < 4:
		return p.pronoun()
	case style == 5:
		return "the " + post
	}
	return p.surname(r.house)
}

// sentence writes one sentence; the kinds fall as in political news.
func (r *reporter) sentence() sentence {
	s := sentence{claim: -1}
	switch k := r.facts.n(100); {
	case k < 38, k < 46 && r.archive.Varied: // a link has no name in it
		s.text = r.clauseText() + "."
	case k < 46:
		s.text = r.link()
	case k < 66:
		return r.direct()
	case k < 73:
		return r.mixed()
	case k < 90:
		return r.indirect(r.clauseText())
	case k < 95:
		s.text = "according to " + r.say(r.any("document"), 0) + r.place(" from ") + ", " + r.clauseText() + "."
	default:
		s.speaker = r.say(r.any("unnamed"), 0) + r.place(" in ")
		s.text = s.speaker + r.one(" said ", " said that ") + r.clauseText() + "."
	}
	s.text = capital(s.text)
	return s
}

func (r *reporter) link() string {
	m, n := r.any("link"), r.number(2, 90)
	return replaceNumber(r.say(m, 0), n)
}

func (r *reporter) direct() sentence {
	i, said := r.speaker(), r.say(r.any("said"), 0)
	s := sentence{claim: -1, speaker: r.cast[i].full(r.house), quote: capital(r.clauseText())}
	name := r.name(i)
	switch r.words.n(4) {
	case 0:
		s.text = capital(name) + " " + said + ": “" + s.quote + ".”"
	case 1:
		second := r.clauseText()
		s.text = "“" + s.quote + ",” " + name + " " + said + ". “" + capital(second) + ".”"
	default:
		s.text = "“" + s.quote + ",” " + name + " " + said + "."
	}
	return s
}

func (r *reporter) mixed() sentence {
	i := r.speaker()
	s := sentence{claim: -1, speaker: r.cast[i].full(r.house)}
	name := r.name(i)
	first, second, noun := r.any("adjective"), r.any("adjective"), r.any("noun")
	s.quote = r.say(first, 0) + " and " + r.say(second, 0)
	s.text = capital(name) + " called the " + r.say(noun, 0) + " “" + s.quote + "” and said " + r.clauseText() + "."
	return s
}

func (r *reporter) indirect(content string) sentence {
	i, said := r.speaker(), r.say(r.any("said"), 0)
	s := sentence{claim: -1, speaker: r.cast[i].full(r.house)}
	name := r.name(i)
	switch r.words.n(4) {
	case 0:
		s.text = capital(content) + ", " + name + " " + said + "."
	case 1:
		s.text = "According to " + afterPreposition(name) + ", " + content + "."
	default:
		s.text = capital(name) + " " + said + " that " + content + "."
	}
	return s
}

// takeUp makes claim c or takes it up.
func (r *reporter) takeUp(c int, rel Relation) sentence {
	content := r.claimText(c)
	if rel == Makes || rel == Repeats {
		s := r.indirect(content)
		s.claim, s.relates = c, rel
		return s
	}
	i := r.speaker()
	s := sentence{claim: c, relates: rel, speaker: r.cast[i].full(r.house)}
	name := capital(r.name(i))
	s.text = name + " " + map[Relation]string{Denies: "denied that ", Doubts: "doubted that ", Asks: "asked whether "}[rel] + content + "."
	if rel == Denies && r.facts.chance(.3) {
		s.quote = "It is not true that " + content
		s.text = "“" + s.quote + ",” " + name + " said."
	}
	return s
}

// place is a place of its own, in a varied archive.
func (r *reporter) place(preposition string) string {
	if !r.archive.Varied {
		return ""
	}
	return preposition + r.archive.city(r.facts.n(r.archive.Cities))
}

// afterPreposition is a name as it stands after "according to".
func afterPreposition(name string) string {
	switch name {
	case "he":
		return "him"
	case "she":
		return "her"
	}
	return strings.TrimSuffix(name, ",")
}

// replaceNumber puts n where the pattern says %d.
func replaceNumber(pattern, n string) string { return strings.Replace(pattern, "%d", n, 1) }

func numbered(pattern string, n int) string { return replaceNumber(pattern, strconv.Itoa(n)) }
