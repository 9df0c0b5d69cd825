package stance

import (
	"slices"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// class is what a word is by the lists, as bits.
type class uint64

const (
	function class = 1 << iota // tells nothing by itself
	determiner
	preposition
	be
	auxiliary
	modal
	negation
	hedge
	claimNoun
	artefact // bears what is told: a photo
	refused  // is denied to somebody
	pointing // "this", "it": stands for something told
	intensive
	nobody     // makes a clause say no: "neither"
	asking     // "if", "whether"
	subjective // pronouns that "'s" shortens "is" behind
	about      // leads what a claim noun tells: "rumours of"
	breaking   // behind a comma, begins what is no more part of a clause
	claiming   // leads what a noun tells: "reports claiming"
	relative
	wishing   // makes what follows no act: "hope it is not true"
	tells     // a verb that leads what is told
	opposed   // what "alive" goes against
	harmed    // what "safe" goes against
	light     // goes before what is done and tells little: "involved in"
	answers   // takes up what is told: "reacted to it"
	offices   // answers for what is told of it
	noAdverb  // ends in -ly and is none
	dated     // a day, a month, "yesterday"
	empty     // names a matter and not what it is: "events"
	issued    // brings a denial out
	site      // what a satirical paper is
	origin    // leads to where a claim is from
	label     // heads a claim: "Verdict:"
	insists   // a cue whose negative content goes against what others tell
	earlier   // before "version of this article"
	piece     // before "of truth": "shred"
	whole     // before "thing", of what is told: "the whole thing"
	shows     // leads what a picture tells: "showing"
	keeps     // a verb of telling: what is not told is not denied
	objective // "him"
	homonym   // a verb's form that may be a noun: "doubts"
	exchange  // what people have and others tell of: "that conversation"
	quality   // of a claim, may be doubted: "veracity"
	believes  // what one may wrongly do: "think"
	fault     // what a paper owns up to: "error"
	concedes  // a cue of what one owns: "admitted"
	accuses   // leads what somebody is to have done: "accused him of"
	depicts   // what a picture does: "show"
	puts      // how an earlier version told something of something: "identified"
	measure   // a figure that is put right: "toll"
	pleads    // leads a plea: "pleaded not guilty"
	reflects  // what an article is updated to do: "to reflect that P"
	foreseen  // what is not so is no denial: "is not expected to"
	bears     // what evidence does: "no evidence that supports"
	titles    // leads a headline: "titled"
	points    // what evidence does: "nothing to suggest"
	states    // behind "it is wrong to": "say"
	finds     // before evidence looked for: "has not seen any evidence"
	offers    // before evidence that somebody owes: "provided no evidence"
	vague     // before evidence, makes that there is none a doubt: "conclusive"
	claims    // what "never" before it denies to have told: "never claimed that P"
)

// lists are the classes of words that do nothing in a clause: they name what a word means.
const lists = tells | opposed | harmed | light | answers | offices | noAdverb | dated | empty | issued | site | origin | label | insists | earlier | piece | whole | shows | keeps | objective | homonym | exchange | quality | believes | fault | concedes | accuses | depicts | puts | measure | pleads | reflects | foreseen | bears | titles | points | states | finds | offers | vague | claims

// phrase is a run of words that takes a stance.
type phrase struct {
	words     []text.Key // the first among them
	kind      string
	relation  news.Relation
	frames    frame
	form      form // of a verb's first word
	adjective bool // is no verb: "sceptical"
}

// frame is what may follow a verb.
type frame uint8

const (
	that frame = 1 << iota
	ing
	wh
	claim
	thing
	told // an object that is told elsewhere, or a pronoun that is its passive subject
)

// form is which form of a verb a word may be.
type form uint8

const (
	base form = 1 << iota
	third
	past
	participle
	gerund
)

type lexicon struct {
	classes text.Table[class]
	phrases map[text.Key][]phrase        // by their first word, the longest first
	same    map[string]string            // the stem of words that tell the same act
	few     map[string]map[text.Key]bool // lists that one rule asks, by their kinds
}

var frames = map[string]frame{"that": that, "ing": ing, "wh": wh, "claim": claim, "thing": thing, "told": told}

var english = sync.OnceValue(func() *lexicon {
	l := &lexicon{classes: *text.NewTable[class](2000), phrases: map[text.Key][]phrase{}, same: map[string]string{},
		few: map[string]map[text.Key]bool{"heeds": {}, "records": {}, "proves": {}, "deeds": {}, "somebody": {}}}
	for c, lists := range map[class][][]string{
		function: {en.SubjectPronouns, en.ObjectPronouns, en.Determiners, en.Possessives, en.Prepositions, en.Coordinators, en.Subordinators, en.WhWords,
			en.Auxiliaries, en.Modals, en.Negations, en.Adverbs, {"said", "says", "'s"}},
		determiner:  {en.Determiners, en.Possessives},
		preposition: {en.Prepositions},
		be:          {en.BeForms},
		auxiliary:   {en.Auxiliaries},
		modal:       {en.Modals},
		negation:    {en.Negations, {"cannot", "neither", "nor", "hardly", "without"}},
		pointing:    {{"it", "this", "that", "they", "these", "those", "which", "all", "none", "them", "such"}},
		intensive:   {en.Adverbs, {"complete", "total", "outright", "pure", "all", "mere", "such", "a", "an", "the", "just", "100", "percent", "pack", "of", "in", "completely", "quite"}},
		nobody:      {{"neither", "nobody", "nor", "none", "nothing"}},
		asking:      {{"if", "whether", "unless"}},
		about:       {{"of", "about", "regarding", "concerning", "over", "surrounding", "around", "involving"}},
		breaking:    {{"but", "saying", "adding", "despite", "although", "though", "while", "calling", "insisting", "whereas", "yet", "because", "simply", "which", "who", "nor"}},
		claiming:    {{"claiming", "saying", "alleging", "suggesting", "stating", "asserting", "reporting", "purporting", "indicating", "implying", "hinting", "declaring", "announcing"}},
		relative:    {{"that", "which", "who", "what", "whom", "where", "when"}},
		wishing:     {{"hope", "hopes", "hoped", "hoping", "wish", "wishes", "wished", "pray", "reason", "please", "chance", "likelihood"}},
		objective:   {{"him", "her", "me", "us", "them"}},
		whole:       {{"whole", "entire"}},
		shows:       {{"showing", "depicting", "purportedly", "allegedly"}},
		noAdverb:    {en.NotAdverbs},
		dated:       {en.Times},
		subjective:  {en.SubjectPronouns, {"that", "there", "here", "what", "who"}},
	} {
		for _, words := range lists {
			l.add(c, words)
		}
	}
	for _, w := range en.Stances() {
		l.take(w)
	}
	for _, list := range l.phrases {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return l
})

func (l *lexicon) add(c class, words []string) {
	for _, w := range words {
		*l.classes.At(text.KeyOf(w)) |= c
	}
}

// take enters one entry of stances.txt.
func (l *lexicon) take(w en.StanceWord) {
	single := map[string]class{"noun": claimNoun, "thing": artefact, "refused": refused, "hedge": hedge, "empty": empty, "tells": tells, "answers": answers, "offices": offices, "opposed": opposed, "harmed": harmed, "light": light,
		"issued": issued, "site": site, "origin": origin, "label": label, "insists": insists, "earlier": earlier, "piece": piece, "keeps": keeps, "homonym": homonym, "exchange": exchange, "quality": quality,
		"believes": believes, "fault": fault, "concedes": concedes, "accuses": accuses, "depicts": depicts, "puts": puts, "measure": measure,
		"pleads": pleads, "reflects": reflects, "foreseen": foreseen, "bears": bears, "titles": titles,
		"points": points, "states": states, "finds": finds, "offers": offers, "vague": vague, "claims": claims}
	if few, ok := l.few[w.Kind]; ok {
		few[text.KeyOf(w.Words[0])] = true
		return
	}
	if w.Kind == "same" {
		for _, word := range w.Words {
			l.same[word] = cut(w.Words[0])
		}
		return
	}
	if c, ok := single[w.Kind]; ok {
		l.add(c, w.Words)
		return
	}
	p := phrase{kind: w.Kind, relation: news.Relation(w.Relation)}
	for _, f := range w.Frames {
		p.frames |= frames[f]
	}
	if w.Kind == "adjective" {
		p.kind, p.form, p.adjective = "verb", past, true
	}
	if w.Kind != "verb" && w.Kind != "calls" && w.Kind != "split" {
		p.words = keysOf(w.Words)
		l.phrases[p.words[0]] = append(l.phrases[p.words[0]], p)
		return
	}
	forms := map[string]form{}
	v := w.Verb
	for f, word := range map[form]string{base: v.Lemma, third: v.Third, past: v.Past, participle: v.Participle, gerund: v.Gerund} {
		forms[word] |= f
	}
	for word, f := range forms {
		p.form, p.words = f, keysOf(append([]string{word}, w.Words...))
		l.phrases[p.words[0]] = append(l.phrases[p.words[0]], p)
	}
}

func keysOf(words []string) []text.Key {
	out := make([]text.Key, len(words))
	for i, w := range words {
		out[i] = text.KeyOf(w)
	}
	return out
}
