package mention

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// elsewhere reports whether the phrase and the post are of different states or
// places: "the Tarvanian president" against "President of Norvelle".
func (r *resolver) elsewhere(po *post, p phrase) bool {
	if r.ofThisState(p) && len(po.places) > 0 && r.home >= 0 && !r.amongPlaces(po, r.home) {
		return true
	}
	other := false
	for k := p.from; k < p.to; k++ {
		if !r.ofPlace(k) {
			continue
		}
		if len(po.places) == 0 {
			return false
		}
		if r.amongPlaces(po, k) {
			return false
		}
		other = true
	}
	return other
}

var states = text.Keys("republic", "country", "state", "nation", "kingdom")

// ofThisState reports whether the phrase speaks of the state the article is
// about: "the president of the republic", "the country's president".
func (r *resolver) ofThisState(p phrase) bool {
	for k := p.from; k+1 < p.to; k++ {
		if states[r.tokens[k].Key] && r.tokens[k].Case == text.LowerCase && r.tokens[k+1].Kind == text.Clitic || articles[r.tokens[k].Key] && states[r.tokens[k+1].Key] && r.tokens[k+1].Case == text.LowerCase {
			return true
		}
	}
	return false
}

// homeOf is a token that names the state most spoken of, -1 when none is.
func (x *Index) homeOf() int {
	count, first := map[text.Key]int{}, map[text.Key]int{}
	best := text.Key(0)
	for k := range x.tokens {
		key := x.tokens[k].Key
		state, isDemonym := x.lex.country[key]
		if !isDemonym {
			if state = key; !x.class[k].is(placeName) || !x.tokens[k].Capital() {
				continue
			}
		}
		if count[state]++; count[state] == 1 {
			first[state] = k
		}
		if count[state] > count[best] {
			best = state
		}
	}
	if count[best] == 0 {
		return -1
	}
	return first[best]
}

// ofPlace reports whether token k names a state or place, or a people of one.
func (x *Index) ofPlace(k int) bool {
	t := &x.tokens[k]
	if t.Kind != text.Word || !t.Capital() {
		return false
	}
	return x.class[k].is(demonym|placeName) || x.class[k] == 0 && (k > 0 && x.tokens[k-1].Key == keyOf || x.adjectiveOfPlace(k))
}

// adjectiveOfPlace reports whether an unknown capitalised word ends as words for
// peoples do: "Norvellian", "Tarvanese".
func (x *Index) adjectiveOfPlace(k int) bool {
	w := x.tokens[k].Of(x.text)
	for _, end := range []string{"ian", "ean", "ese", "ish"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// placeStem is how many letters a place and its people share at least.
const placeStem = 4

// amongPlaces reports whether one of the post's places is that of token k: the
// same word, its state, or a word of the same stem ("Norvelle", "Norvellian").
func (r *resolver) amongPlaces(po *post, k int) bool {
	w := r.tokens[k].Of(r.text)
	state, known := r.lex.country[r.tokens[k].Key]
	for _, at := range po.places {
		o := r.tokens[at].Of(r.text)
		key := r.tokens[at].Key
		s, isDemonym := r.lex.country[key]
		if key == r.tokens[k].Key || known && (key == state || isDemonym && s == state) || isDemonym && s == r.tokens[k].Key {
			return true
		}
		if n := min(len(w), len(o), placeStem+1); n >= placeStem && strings.EqualFold(w[:n], o[:n]) {
			return true
		}
	}
	return false
}
