package mention

import (
	"sort"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of what is read beside a name, in tokens.
const (
	wordsBeforeName = 6  // small words before it: "the well-known political analyst NAME"
	appositionWords = 16 // behind a comma: ", a senior lecturer at the University of X"
)

// post is a post or description printed beside a person's name.
type post struct {
	at     int        // token where it stands
	head   text.Key   // "minister"
	words  []text.Key // all of its words
	places []int      // tokens of it that name a state or place
	entity int
}

// findPosts reads what the article says each person is.
func (x *Index) findPosts() {
	for i := range x.names {
		n := &x.names[i]
		if n.kind != news.Person {
			continue
		}
		x.postsBefore(n)
		x.postsAfter(n)
		x.oneOf(n)
	}
	sort.SliceStable(x.posts, func(i, j int) bool { return x.posts[i].at < x.posts[j].at })
}

// postsBefore reads "Deputy Minister NAME", "political analyst NAME" and
// "the president of X, NAME".
func (x *Index) postsBefore(n *name) {
	from := n.lead
	begin := x.sents[n.sentence].From
	for k := 0; k < wordsBeforeName && from > begin && x.descriptive(from-1); k++ {
		from--
	}
	from = x.postOf(from, begin)
	x.addPost(n.entity, from, n.from)
	if from > begin+1 && x.tokens[from-1].Kind == text.Comma {
		start := from - 1
		for start > begin && from-start < appositionWords && x.tokens[start-1].Kind != text.Comma {
			start--
		}
		if k := x.articleIn(start, from-1); k >= 0 {
			x.addPost(n.entity, k+1, x.phraseEnd(k+1, from-1))
		}
	}
}

// postOf moves from back over "for family matters" to the small post it belongs
// to, when there is one.
func (x *Index) postOf(from, begin int) int {
	k := from - 1
	if k <= begin || !prepositions[x.tokens[k].Key] || from < len(x.tokens) && x.tokens[from].Capital() {
		return from
	}
	if x.class[k-1].is(postWord) {
		return k - 1
	}
	return from
}

// oneOf reads "One of the leading experts is NAME", also with another post
// between.
func (x *Index) oneOf(n *name) {
	from := x.sents[n.sentence].From
	if from+3 >= n.from || n.from-from > oneOfWords || x.tokens[from].Key != keyOne || x.tokens[from+1].Key != keyOf {
		return
	}
	for k := from + 2; k < n.from; k++ {
		t := &x.tokens[k]
		if copulas[t.Key] || prepositions[t.Key] {
			return
		}
		if w := t.Of(x.text); t.Kind == text.Word && lastByte(w) == 's' && x.lex.words.Get(text.KeyOf(w[:len(w)-1])).is(roleWord) {
			x.posts = append(x.posts, post{at: k, head: text.KeyOf(w[:len(w)-1]), entity: n.entity})
			return
		}
	}
}

// oneOfWords bounds "One of … is" before the name, in tokens.
const oneOfWords = 30

var keyOne = text.KeyOf("one")

// descriptive reports whether token i may be part of a description that leads a
// name.
func (x *Index) descriptive(i int) bool {
	t := &x.tokens[i]
	return t.Kind == text.Word && t.Spaced && !articles[t.Key] && !x.class[i].is(opener) && !prepositions[t.Key] &&
		(t.Case == text.LowerCase || x.class[i].is(demonym|postWord))
}

// articleIn is the first "a", "an", "the" in [i, j), -1 for none.
func (x *Index) articleIn(i, j int) int {
	for ; i < j; i++ {
		if articles[x.tokens[i].Key] {
			return i
		}
	}
	return -1
}

// postsAfter reads "NAME, a political analyst" and "NAME is a political analyst".
func (x *Index) postsAfter(n *name) {
	end := x.sents[n.sentence].To
	k := n.to
	if k >= end {
		return
	}
	switch {
	case x.tokens[k].Kind == text.Comma || x.tokens[k].Kind == text.OpenBracket:
		k++
	case copulas[x.tokens[k].Key] && k+1 < end && articles[x.tokens[k+1].Key]:
		k++
	default:
		return
	}
	if k < end && (articles[x.tokens[k].Key] || x.class[k].is(postWord|demonym) || x.tokens[k].Key == keyFormer) {
		x.addPost(n.entity, k, x.phraseEnd(k, min(end, k+appositionWords)))
	}
}

// phraseEnd is where the noun phrase at i is cut off: a mark, a preposition, "who".
func (x *Index) phraseEnd(i, end int) int {
	for k := i; k < end; k++ {
		t := &x.tokens[k]
		if t.Kind == text.Comma || t.Kind == text.Stop || t.Kind == text.Dash || t.IsQuote() || prepositions[t.Key] || relatives[t.Key] {
			return k
		}
	}
	return end
}

// addPost keeps the posts among the tokens [i, j).
func (x *Index) addPost(entity, i, j int) {
	var words []text.Key
	var places []int
	for k, end := i, x.ofPhrase(i, j); k < end; k++ {
		if x.tokens[k].Kind == text.Word {
			words = append(words, x.tokens[k].Key)
			if state, known := x.lex.country[x.tokens[k].Key]; known {
				words = append(words, state)
			}
			if x.ofPlace(k) {
				places = append(places, k)
			}
		}
	}
	for k := i; k < j; k++ {
		if x.class[k].is(postWord | demonym) {
			x.posts = append(x.posts, post{at: k, head: x.tokens[k].Key, words: words, places: places, entity: entity})
		}
	}
}

// ofPhrase is where the post [i, j) ends with what "of" ties to it: "president of
// the republic", and behind a name, "President Orlan of Norvelle".
func (x *Index) ofPhrase(i, j int) int {
	for j < len(x.tokens) && j-i < appositionWords && x.nameWords[j] {
		j++
	}
	if j+1 >= len(x.tokens) || x.tokens[j].Key != keyOf && x.tokens[j].Key != keyFor {
		return j
	}
	k := j + 1
	for k < len(x.tokens) && k-j < ofWords && x.tokens[k].Kind == text.Word && (x.tokens[k].Capital() || articles[x.tokens[k].Key] || x.tokens[k].Key == keyOf) {
		k++
	}
	return k
}

// ofWords bounds what "of" ties to a post, in tokens.
const ofWords = 8

var (
	articles     = text.Keys("a", "an", "the", "this", "that", "these", "those")
	definites    = text.Keys("the", "this", "that", "these", "those")
	copulas      = text.Keys("is", "was", "are", "were")
	relatives    = text.Keys("who", "which", "whose", "whom", "that")
	prepositions = text.Keys("of", "for", "in", "at", "from", "to", "on", "with", "by", "under", "as", "about", "into", "over", "between", "against", "near", "after", "before", "during", "since")
	keyFormer    = text.KeyOf("former")
)
