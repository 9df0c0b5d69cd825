package russian

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// mender mends the tagger's names by rules: initials, the words that an acronym
// in brackets stands for, given names and surnames beside a name, and words that
// are a name elsewhere in the article.
type mender struct {
	ner.Document
	reader *reader
	names  []ner.Name
	of     []int32 // for each token the number of its name, from 1; 0 for none
}

func (r *reader) mend(d ner.Document, tagged []ner.Name) []ner.Name {
	m := &mender{Document: d, reader: r, of: make([]int32, len(d.Tokens))}
	for _, n := range tagged {
		m.name(n.From, n.To, n.Kind)
	}
	m.settle()
	for _, s := range d.Sentences {
		m.spelledOut(s)
		m.initials(s)
		m.fuller(s)
	}
	m.elsewhere()
	m.names = slices.DeleteFunc(m.names, func(n ner.Name) bool { return n.Kind == ner.None })
	slices.SortFunc(m.names, func(a, b ner.Name) int { return a.From - b.From })
	return m.names
}

// name makes one name of tokens [from, to), in place of those it overlaps.
func (m *mender) name(from, to int, kind ner.Kind) {
	for i := from; i < to; i++ {
		if k := m.of[i]; k > 0 {
			n := &m.names[k-1]
			for j := n.From; j < n.To; j++ {
				m.of[j] = 0
			}
			n.Kind = ner.None
		}
	}
	m.names = append(m.names, ner.Name{From: from, To: to, Kind: kind})
	for i := from; i < to; i++ {
		m.of[i] = int32(len(m.names))
	}
}

func (m *mender) is(i int, c class) bool { return m.Classes[i]&uint32(c) != 0 }

func (m *mender) kind(i int) ner.Kind {
	if k := m.of[i]; k > 0 {
		return m.names[k-1].Kind
	}
	return ner.None
}

// titled reports whether token i is a word written as names are.
func (m *mender) titled(i int) bool {
	t := &m.Tokens[i]
	return t.Kind == text.Word && (t.Case == text.TitleCase || t.Case == text.InnerCase) && !initial(m.Text, t)
}

// initials makes names of initials and the surname before or behind them:
// "К.-Ж. Токаев", "Иванов И. И.".
func (m *mender) initials(s text.Range) {
	for i := s.From; i < s.To; {
		end := m.initialsEnd(i, s.To)
		switch {
		case end == i:
			i++
			continue
		case i > s.From && m.surname(i-1) && !(end < s.To && m.surname(end)):
			from := i - 1
			if k := m.of[from]; k > 0 {
				from = m.names[k-1].From
			}
			m.name(from, end, ner.Person)
		case end < s.To && m.titled(end) && !m.is(end, orgWord|placeWord) && m.is(end, latinWord) == m.is(i, latinWord):
			m.name(i, end+1, ner.Person)
		}
		i = end
	}
}

// surname reports whether token i looks like a surname.
func (m *mender) surname(i int) bool {
	return m.titled(i) && (m.kind(i) == ner.Person || m.is(i, surnameEnding))
}

// initialsEnd is the end of the initials at token i, i when none are there.
func (m *mender) initialsEnd(i, end int) int {
	for j := i; j+1 < end; {
		t := &m.Tokens[j]
		if !initial(m.Text, t) || m.Tokens[j+1].Kind != text.Stop || m.Tokens[j+1].Spaced {
			return i
		}
		i, j = j+2, j+2
		if j < end && m.Tokens[j].Kind == text.Dash && !m.Tokens[j].Spaced {
			j++
		}
	}
	return i
}

// fuller takes given names before a person's name and surnames behind it into it.
func (m *mender) fuller(s text.Range) {
	for i := s.From; i < s.To; i++ {
		if m.kind(i) != ner.Person {
			continue
		}
		n := m.names[m.of[i]-1]
		from, to := n.From, n.To
		for from > s.From && m.of[from-1] == 0 && m.titled(from-1) && m.is(from-1, givenName|fatherName) && !m.is(from-1, postWord) {
			from--
		}
		for to < s.To && m.of[to] == 0 && m.titled(to) && m.is(to, fatherName|surnameEnding) {
			to++
		}
		if from < n.From || to > n.To {
			m.name(from, to, ner.Person)
		}
		i = to - 1
	}
}

// spelledOut makes organisations of the words that an acronym in brackets behind
// them stands for: its letters are their first (Schwartz and Hearst 2003, "A
// Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text").
func (m *mender) spelledOut(s text.Range) {
	for i := s.From + 1; i+1 < s.To; i++ {
		t := &m.Tokens[i]
		if t.Kind != text.OpenBracket || m.Tokens[i+1].Case != text.UpperCase {
			continue
		}
		if from := m.standsFor([]rune(m.Tokens[i+1].Of(m.Text)), s.From, i); from >= 0 && m.kind(i+1) != ner.Person {
			m.name(from, i, ner.Organisation)
			m.name(i+1, i+2, ner.Organisation)
		}
	}
}

// longestAcronym bounds the letters of an acronym, and with them the words before.
const longestAcronym = 12

// standsFor is where the words before token i begin whose first letters are the
// given ones, small words passed over; -1 when they are not.
func (m *mender) standsFor(letters []rune, from, i int) int {
	if len(letters) < 2 || len(letters) > longestAcronym {
		return -1
	}
	for k := len(letters) - 1; k >= 0; k-- {
		i--
		for i >= from && letters[k] != m.head(i) && m.Tokens[i].Kind == text.Word && m.Tokens[i].Len() <= smallWord {
			i--
		}
		if i < from || letters[k] != m.head(i) {
			return -1
		}
	}
	if !m.Tokens[i].Capital() {
		return -1
	}
	return i
}

// head is the first letter of token i as a capital, 0 when it is no word.
func (m *mender) head(i int) rune {
	if m.Tokens[i].Kind != text.Word {
		return 0
	}
	return upperHead(m.Tokens[i].Of(m.Text))
}

// settle gives single words that lists know the kind the lists have, and drops
// letters and Roman numbers.
func (m *mender) settle() {
	for i := range m.names {
		n := &m.names[i]
		if n.Kind == ner.None || n.To > n.From+1 {
			continue
		}
		t := &m.Tokens[n.From]
		switch {
		case initial(m.Text, t), roman(t.Of(m.Text)):
			m.drop(n)
		case n.Kind == ner.Person && m.is(n.From, orgWord|orgName):
			n.Kind = ner.Organisation
		case n.Kind == ner.Person && (m.is(n.From, state|region) || m.is(n.From, city) && !m.is(n.From, givenName)):
			n.Kind = ner.Place
		case n.Kind == ner.Organisation && townly(t.Of(m.Text)) && !m.is(n.From, orgWord|orgName):
			n.Kind = ner.Place
		}
	}
}

// townly reports whether a word ends as towns and countries do, in any case:
// "Ставенграде".
func townly(w string) bool {
	w = strings.TrimRight(strings.ToLower(w), "аеоуюым")
	for _, end := range []string{"град", "бург", "стан", "абад"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	return false
}

func (m *mender) drop(n *ner.Name) {
	for i := n.From; i < n.To; i++ {
		m.of[i] = 0
	}
	n.Kind = ner.None
}

func roman(w string) bool { return strings.Trim(w, "IVXLCDMХ") == "" }
