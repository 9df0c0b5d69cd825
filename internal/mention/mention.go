// Package mention finds the names in one article (people, organisations,
// places, groups) and tells which pronoun, surname or role stands for which of
// them.
//
// Find reads runs of capitalised words and cuts each into posts ("Deputy
// Foreign Minister"), names and places by word lists; a word that begins a
// sentence or stands in a headline must be vouched for by the lists or by the
// rest of the article. A trained tagger (internal/ner) reads the same text, and
// tag and decideKinds bring both together. Names that agree are one entity: a surname is the person
// of that surname named in full last, an acronym is the name it stands for.
//
// Resolve walks the statements in order and names each speaker: by the name
// printed, else by post ("the minister"), pronoun or the speaker before.
package mention

import (
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Index is what is named in one article. It is made by Find and only read after.
type Index struct {
	Entities []news.Entity // by first mention

	text      string
	lex       *lexicon
	tokens    []text.Token
	class     []class // of each token
	nameWords []bool  // tokens that may be part of a name
	marks     []int   // tokens that are double quotation marks
	sents     []sentence
	names     []name        // every name, by start
	facts     []fact        // of each entity
	posts     []post        // by start
	author    string        // the byline's name
	leaning   []ner.Leaning // of each token

	unlisted map[text.Key]class // words of no list met before, as read goes
	forms    map[text.Key]part  // words met before, ready to compare
}

// sentence is one sentence of the body.
type sentence struct {
	text.Range
	paragraph int
	opening   int  // the first sentence of its paragraph
	headline  bool // words are capitalised for show
}

// name is one place where something is named.
type name struct {
	from, to   int // tokens
	lead       int // first token of the posts before it, from when there are none
	sentence   int
	kind       news.EntityKind // "" while unknown
	gender     gender
	entity     int
	possessive bool // 's follows
	own        bool // kept against the tagger, which took other words for a name
	doubtful   bool // only the rules found it, and nothing of the lists speaks for it
}

// fact is what the article tells of an entity besides its name.
type fact struct {
	gender gender
	words  []string // of the name, folded
}

// gender is what a name, a post or a pronoun tells.
type gender byte

const (
	unknownGender gender = 0
	man           gender = 'm'
	woman         gender = 'f'
)

// tokensAForm is about how many tokens of news hold one word to compare.
const tokensAForm = 16

// Find reads the names in the words of an article.
func Find(a *news.Article, words text.Words) *Index {
	different := len(words.Tokens) / tokensAForm
	x := &Index{text: a.Text, lex: english(), unlisted: make(map[text.Key]class, different), forms: make(map[text.Key]part, different)}
	x.read(words)
	x.scan()
	x.tag()
	x.merge()
	x.findPosts()
	x.author = authorOf(a, x)
	return x
}

// span is the bytes of tokens [from, to).
func (x *Index) span(from, to int) news.Span {
	return news.Span{Start: x.tokens[from].Start, End: x.tokens[to-1].End}
}

func (x *Index) words(from, to int) string { return x.span(from, to).Of(x.text) }
