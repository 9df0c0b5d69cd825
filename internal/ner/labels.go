package ner

// Label places a token in a name: outside of every name, or the only, the first,
// an inner or the last token of a name of some kind (the BILOU scheme: Ratinov
// and Roth 2009, "Design Challenges and Misconceptions in Named Entity
// Recognition").
type Label uint8

const (
	only = iota
	first
	inner
	last
	places

	outside Label = 0
	labels        = 1 + int(kinds-1)*places
)

func labelOf(k Kind, place int) Label { return 1 + Label(k-1)*places + Label(place) }

func (l Label) kind() Kind {
	if l == outside {
		return None
	}
	return 1 + Kind(l-1)/places
}

func (l Label) place() int { return int(l-1) % places }

// goesOn reports whether a name goes on behind a token of this label.
func (l Label) goesOn() bool {
	return l != outside && (l.place() == first || l.place() == inner)
}

// continues reports whether a token of this label goes on with a name.
func (l Label) continues() bool {
	return l != outside && (l.place() == inner || l.place() == last)
}

// follows reports whether b may stand behind a.
func follows(a, b Label) bool {
	if a.goesOn() || b.continues() {
		return a.goesOn() && b.continues() && a.kind() == b.kind()
	}
	return true
}

// before are the labels that may stand before each label.
var before = func() (all [labels][]Label) {
	for b := range Label(labels) {
		for a := range Label(labels) {
			if follows(a, b) {
				all[b] = append(all[b], a)
			}
		}
	}
	return all
}()

// labelled writes names as labels of n tokens.
func labelled(names []Name, n int) []Label {
	out := make([]Label, n)
	for _, m := range names {
		if m.To == m.From+1 {
			out[m.From] = labelOf(m.Kind, only)
			continue
		}
		for i := m.From; i < m.To; i++ {
			out[i] = labelOf(m.Kind, inner)
		}
		out[m.From], out[m.To-1] = labelOf(m.Kind, first), labelOf(m.Kind, last)
	}
	return out
}

// names appends the names that labels of tokens from on tell.
func names(labels []Label, from int, dst []Name) []Name {
	begin := 0
	for i, l := range labels {
		if l == outside {
			continue
		}
		if !l.continues() {
			begin = i
		}
		if !l.goesOn() {
			dst = append(dst, Name{from + begin, from + i + 1, l.kind()})
		}
	}
	return dst
}
