package attribute

import (
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// class is what the word lists say of a word; a word may be in several.
type class uint32

const (
	subjectPronoun class = 1 << iota
	objectPronoun
	determiner
	possessive
	preposition
	coordinator
	subordinator
	whWord
	auxiliary
	beForm
	haveForm
	modal
	negation
	adverb
	timeWord
	commonVerb
	role
	notAdverb
	plural
	measure
	publishing
	telling
	reflexive
	opinion
	quoting
	office
	nobody
	noReport
	consequence
	rubric
	inscription
	profession

	pronoun  = subjectPronoun | objectPronoun
	verbal   = auxiliary | modal | commonVerb
	function = preposition | coordinator | subordinator | whWord | auxiliary | modal
)

// form is a set of a verb's forms that are written alike.
type form uint8

const (
	base form = 1 << iota
	third
	past
	participle
	gerund
)

// cueForm is a reporting verb in some of its forms.
type cueForm struct {
	verb     *en.Verb
	form     form
	particle text.Key // of the word that must follow; 0 when none
	preps    map[text.Key]bool
}

// lexeme is all that the lists know of one written word.
type lexeme struct {
	class class
	cues  []cueForm
	noun  *en.Noun          // that leads on with "that"
	leads map[text.Key]bool // the words behind a noun that lead to what was said: "his promise to"
}

var (
	unlisted = &lexeme{}
	lexicon  = sync.OnceValue(buildLexicon)

	keyThat, keyTo, keyBy, keyOf, keyAs = text.KeyOf("that"), text.KeyOf("to"), text.KeyOf("by"), text.KeyOf("of"), text.KeyOf("as")
	keyAccording, keyAnd, keyWho        = text.KeyOf("according"), text.KeyOf("and"), text.KeyOf("who")
	keyS, keyIn, keyWords               = text.KeyOf("'s"), text.KeyOf("in"), text.KeyOf("words")
	keyFor                              = text.KeyOf("for")
	keyAt, keyFrom, keyWith             = text.KeyOf("at"), text.KeyOf("from"), text.KeyOf("with")
	keyHe, keyShe, keyIt, keyThere      = text.KeyOf("he"), text.KeyOf("she"), text.KeyOf("it"), text.KeyOf("there")
	keyWhich                            = text.KeyOf("which")
	keyLonger                           = text.KeyOf("longer")
	keyAbout                            = text.KeyOf("about")
	keyThis                             = text.KeyOf("this")
	keyWhile                            = text.KeyOf("while")
	keyWe, keyYou                       = text.KeyOf("we"), text.KeyOf("you")
	keyOne, keyA, keyAn                 = text.KeyOf("one"), text.KeyOf("a"), text.KeyOf("an")
	keyYour, keyIncluding               = text.KeyOf("your"), text.KeyOf("including")
	keyThey                             = text.KeyOf("they")
)

// listedWords is about how many words the lists hold.
const listedWords = 1500

func buildLexicon() *text.Table[*lexeme] {
	lex := text.NewTable[*lexeme](listedWords)
	for _, list := range []struct {
		class class
		words []string
	}{
		{subjectPronoun, en.SubjectPronouns}, {objectPronoun, en.ObjectPronouns}, {determiner, en.Determiners}, {possessive, en.Possessives},
		{preposition, en.Prepositions}, {coordinator, en.Coordinators}, {subordinator, en.Subordinators}, {whWord, en.WhWords},
		{auxiliary, en.Auxiliaries}, {beForm, en.BeForms}, {haveForm, en.HaveForms}, {modal, en.Modals}, {negation, en.Negations},
		{adverb, en.Adverbs}, {timeWord, en.Times}, {commonVerb, en.CommonVerbs}, {role, en.Roles}, {notAdverb, en.NotAdverbs}, {plural, en.Plurals}, {measure, en.Measures}, {publishing, en.Publishing}, {telling, en.Examples}, {reflexive, en.Reflexives}, {opinion, en.Opinions}, {quoting, en.Quoting}, {office, en.Offices}, {nobody, en.Nobody}, {noReport, en.NoReports}, {consequence, en.Consequences}, {rubric, en.Rubrics}, {inscription, en.Inscriptions},
	} {
		for _, w := range list.words {
			at(lex, w).class |= list.class
		}
	}
	for line := range strings.Lines(en.RoleNouns) {
		if f := strings.Fields(line); len(f) > 0 && f[0][0] != '#' {
			at(lex, f[0]).class |= profession
		}
	}
	verbs := en.Verbs()
	for i := range verbs {
		addVerb(lex, &verbs[i])
	}
	nouns := en.Nouns()
	for i := range nouns {
		n, l := &nouns[i], at(lex, nouns[i].Word)
		if n.Frames&en.That != 0 {
			l.noun = n
		}
		if len(n.Prepositions) > 0 {
			l.leads = text.Keys(n.Prepositions...)
		}
	}
	return lex
}

func at(lex *text.Table[*lexeme], word string) *lexeme {
	l := lex.At(text.KeyOf(word))
	if *l == nil {
		*l = &lexeme{}
	}
	return *l
}

func addVerb(lex *text.Table[*lexeme], v *en.Verb) {
	c := cueForm{verb: v}
	if v.Particle != "" {
		c.particle = text.KeyOf(v.Particle)
	}
	if len(v.Prepositions) > 0 {
		c.preps = text.Keys(v.Prepositions...)
	}
	for f, written := range [...]string{v.Lemma, v.Third, v.Past, v.Participle, v.Gerund} {
		l := at(lex, written)
		c.form = base << f
		if n := len(l.cues); n > 0 && l.cues[n-1].verb == v {
			l.cues[n-1].form |= c.form
			continue
		}
		l.cues = append(l.cues, c)
	}
}

// look gives each token what the lists know of it.
func look(tokens []text.Token) []*lexeme {
	words, lex := make([]*lexeme, len(tokens)), lexicon()
	for i := range tokens {
		if words[i] = lex.Get(tokens[i].Key); words[i] == nil {
			words[i] = unlisted
		}
	}
	return words
}

// isAdverb reports whether the word only modifies: a listed adverb, or one in -ly.
func (p *page) isAdverb(i int) bool {
	c := p.words[i].class
	if c&adverb != 0 {
		return true
	}
	t := &p.tokens[i]
	return t.Case == text.LowerCase && t.Len() > 4 && c&notAdverb == 0 && strings.HasSuffix(p.text[t.Start:t.End], "ly")
}
