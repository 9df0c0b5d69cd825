package mention

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// cut takes the names out of the run [i, j): posts lead a person, the words of
// organisations and places tell theirs, and what is left is a person when it
// looks like one.
func (x *Index) cut(s, i, j int) {
	for i < j && !x.nameWord(i) {
		i++
	}
	if i >= j {
		return
	}
	if k := x.lastPost(i, j); k >= 0 {
		x.cutPosts(s, i, k, j)
		return
	}
	x.cutPlain(s, i, i, j)
}

// lastPost is the last post of the run that a name may follow, -1 for none.
func (x *Index) lastPost(i, j int) int {
	for k := j - 1; k >= i; k-- {
		c := x.class[k]
		if c.is(orgWord) && !c.is(postWord) && k+1 == j && k > i && !x.linkBefore(k, i) {
			return -1 // "President Hotel"
		}
		if c.is(postWord) && !(k+1 < j && x.class[k+1].is(orgWord) && !x.class[k+1].is(postWord)) {
			return k
		}
	}
	return -1
}

// linkBefore reports whether "of" or "for" stands in [i, k).
func (x *Index) linkBefore(k, i int) bool {
	for m := i; m < k; m++ {
		if x.tokens[m].Key == keyOf || x.tokens[m].Key == keyFor {
			return true
		}
	}
	return false
}

// cutPosts cuts a run with its last post at k: what stands before (the
// organisation of a spokesman), then what the post is of, then the name.
func (x *Index) cutPosts(s, i, k, j int) {
	x.cutBefore(s, i, k)
	from := k + 1
	if from < j && (x.tokens[from].Key == keyOf || x.tokens[from].Key == keyFor) {
		first := from + 1
		if first < j && x.tokens[first].Key == keyThe {
			first++
		}
		from = x.nameAfter(first, j)
		if first < from && (x.placeLen(first, from) > 0 || x.hasOrgWord(first, from)) {
			x.cutPlain(s, first, first, from)
		}
	}
	if of := x.personOf(from, j); of > 0 {
		x.cutPlain(s, i, from, of)
		from = of + 1
		if x.tokens[from].Key == keyThe {
			from++
		}
		i = from
	}
	if from < j {
		x.cutPlain(s, i, from, j)
	}
}

// personOf is where "of" ties a full name to what the person is of, 0 for
// nowhere: "Professor Jana Orlan of the Lake Academy".
func (x *Index) personOf(from, j int) int {
	for k := from + 2; k+1 < j && k <= from+3; k++ {
		if x.tokens[k].Key == keyOf && x.plainName(from, k) {
			return k
		}
	}
	return 0
}

// cutBefore takes the organisation or place before a post: "State Department
// Spokesperson".
func (x *Index) cutBefore(s, i, k int) {
	for m := k - 1; m >= i; m-- {
		if x.class[m].is(orgWord) && !x.class[m].is(postWord) {
			x.cutPlain(s, i, i, m+1)
			return
		}
	}
	if n := x.placeLen(i, k); n > 0 {
		x.add(s, i, i, i+n, news.Place)
	}
}

// nameAfter is where the person's name begins in [i, j), the words after "of":
// behind a place, at a given name, or behind the last word of an organisation.
func (x *Index) nameAfter(i, j int) int {
	for k := i + 1; k < j-1; k++ {
		if x.class[k].is(givenName) && !x.class[k].is(commonWord|placeName) && x.nameWord(k+1) && x.tokens[k-1].Capital() {
			return k
		}
	}
	for k := i; k < j; k++ {
		n := x.placeLen(k, j)
		if n > 0 && k+n < j && x.nameWord(k+n) && !x.class[k+n].is(orgWord|placeHead) {
			return k + n
		}
	}
	for k := j - 3; k >= i; k-- {
		if x.class[k].is(orgWord) && x.plainName(k+1, j) {
			return k + 1
		}
	}
	if j-i == 3 && x.plainName(i, j) {
		return i + 1 // a state no list knows, then a full name
	}
	for k := max(i+1, j-3); k < j-1; k++ {
		if x.class[k-1].is(commonWord) && x.plainName(k, j) {
			return k
		}
	}
	return j
}

// plainName reports whether [i, j) is two or three words of no known kind.
func (x *Index) plainName(i, j int) bool {
	if j-i < 2 || j-i > 3 {
		return false
	}
	for ; i < j; i++ {
		if !x.nameWord(i) || x.class[i]&^(givenName|particle) != 0 {
			return false
		}
	}
	return true
}

// placeLen is the length in tokens of the longest known place at i, 0 for none.
func (x *Index) placeLen(i, j int) int {
	best := 0
	if x.class[i].is(placeName) {
		best = 1
	}
	longest := x.lex.starts.Get(x.tokens[i].Key)
	var key text.Key
	for k := i; k < j && k < i+longest; k++ {
		key = joinKey(key, x.tokens[k].Key)
		if x.lex.phrases[key] {
			best = k - i + 1
		}
	}
	return best
}

// cutPlain cuts [i, j), a run without posts of its own; posts before it begin
// at lead.
func (x *Index) cutPlain(s, lead, i, j int) {
	n := x.placeLen(i, j)
	switch {
	case n == j-i:
		x.add(s, lead, i, j, x.placeOrPerson(lead, i))
	case x.hasOrgWord(i, j):
		x.cutOrganisation(s, lead, i, j)
	case x.class[i].is(demonym):
		x.cutDemonym(s, lead, i, j)
	case n > 0 && !x.class[i].is(givenName):
		x.cutPlace(s, lead, i, j, n)
	case x.class[j-1].is(placeHead) && lead == i && j > i+1:
		x.add(s, lead, i, j, news.Place)
	default:
		x.cutPerson(s, lead, i, j)
	}
}

// placeOrPerson tells what a place's name is after a post: "Mr London".
func (x *Index) placeOrPerson(lead, i int) news.EntityKind {
	if lead < i && x.tokens[i-1].Kind == text.Word && x.class[i-1].is(titleWord) {
		return news.Person
	}
	return news.Place
}

func (x *Index) hasOrgWord(i, j int) bool {
	for k := i; k < j; k++ {
		if x.class[k].is(orgWord) && x.tokens[k].Capital() {
			return true
		}
	}
	return false
}

// cutOrganisation cuts an organisation from the person whose name may follow it.
func (x *Index) cutOrganisation(s, lead, i, j int) {
	for k := j - 2; k > i; k-- {
		if x.class[k].is(givenName) && !x.class[k].is(commonWord) && x.plainName(k, j) && (x.class[k-1].is(orgWord) || x.tokens[k-1].Capital() && x.linkBefore(k-1, i)) {
			x.add(s, i, i, k, news.Organisation)
			x.add(s, i, k, j, news.Person)
			return
		}
	}
	if of := x.personOf(i, j); of > 0 && (x.class[i].is(givenName) || x.surnameEnding(of-1)) {
		x.add(s, lead, i, of, news.Person)
		if i = of + 1; x.tokens[i].Key == keyThe {
			i++
		}
	}
	x.add(s, i, i, j, news.Organisation)
}

// cutDemonym cuts what begins with a word of belonging: "Russians", "American
// Stephen Orne".
func (x *Index) cutDemonym(s, lead, i, j int) {
	if j == i+1 {
		if w := x.words(i, j); lastByte(w) == 's' && x.tokens[i].Len() > 4 {
			x.add(s, i, i, j, news.Group)
		}
		return
	}
	x.cutPlain(s, i, i+1, j)
}

// cutPlace cuts a run that begins with a place of n tokens.
func (x *Index) cutPlace(s, lead, i, j, n int) {
	if i+n+1 < j && x.class[i+n].is(givenName) {
		x.add(s, i, i, i+n, news.Place)
		x.cutPerson(s, i, i+n, j)
		return
	}
	if x.class[j-1].is(placeHead) {
		x.add(s, i, i, j, news.Place)
		return
	}
	if x.tokens[i+n].Key == keyOf || x.tokens[i+n].Key == keyAnd {
		x.add(s, i, i, i+n, news.Place)
		return
	}
	x.add(s, lead, i, j, news.Organisation)
}
