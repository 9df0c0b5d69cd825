package stance

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// telling is a place where the article tells something that a stance may be about.
type telling struct {
	spans     []news.Span
	tokens    text.Range // its tokens, gaps within
	statement int        // that tells it; Outermost when the outlet does
	weight    float64    // how surely it is somebody's claim
	taking    bool       // it holds a stance itself
	denied    bool       // it is told as what somebody denies
	clipped   bool       // less the stance's own words
	stems     []string   // of its telling words, sorted
}

// Weights of tellings as claims; tuned on half a of eval/denials.jsonl.
const (
	weightNoun     = 1.0 // behind a claim noun: "rumours that P"
	weightSaid     = 0.8 // an attributed statement
	weightDenied   = 0.9 // a statement that denies it
	weightModifier = 0.6 // before a claim noun: "bridge collapse rumours"
	weightTitle    = 0.3
	weightOutlet   = 0.2  // the outlet's own sentence
	weightMarked   = 0.5  // more for a sentence that says it is told: "reportedly", "rumours"
	weightTaken    = -0.6 // it denies something itself
	weightAsked    = -0.4
	weightShort    = -0.7  // fewer than leastWords
	weightApart    = -0.12 // a sentence of distance
	weightPointed  = -0.2  // the same for what a bare "this" stands for
	weightLater    = -0.5  // told only behind
	weightWord     = 0.7   // a word shared with the noun's own
	weightSource   = 1.2   // told by whom the noun names: "claims made by X"
	weightCentre   = 0.6   // all its words are told elsewhere too
	weightOwn      = -1.2  // told by the one who takes the stance
	leastWeight    = 0
)

const (
	leastWords    = 2
	modifierWords = 3  // before a claim noun
	lookBack      = 14 // sentences
	lookAhead     = 3
	stemLength    = 5
)

// collect makes the article's tellings, once.
func (p *page) collect() []telling {
	if p.tellings != nil || len(p.tokens) == 0 {
		return p.tellings
	}
	for i := range p.article.Statements {
		p.statementTelling(i)
	}
	for i := range p.tokens {
		if p.is(i, claimNoun) {
			p.nounTelling(i)
		}
		if p.is(i, tells) {
			p.verbTelling(i)
		}
	}
	if title := p.article.Title.Span; !title.Empty() {
		p.addTelling(p.tokensOf(title), []news.Span{title}, news.Outermost, weightTitle)
	}
	slices.SortStableFunc(p.tellings, func(a, b telling) int { return a.tokens.From - b.tokens.From })
	p.centre()
	return p.tellings
}

func (p *page) statementTelling(i int) {
	s := &p.article.Statements[i]
	spans := p.plain(s.Content)
	if len(spans) == 0 {
		return
	}
	r := text.Range{From: p.tokenAt(spans[0].Start), To: p.tokenAt(spans[len(spans)-1].End)}
	if s.Voice == news.OutletOwn {
		w := weightOutlet
		if p.marked(r) {
			w += weightMarked
		}
		p.addTelling(r, spans, news.Outermost, w)
		return
	}
	w := weightSaid
	switch s.Polarity {
	case news.Denies:
		p.addTelling(r, spans, i, weightDenied)
		p.tellings[len(p.tellings)-1].denied = true
		return
	case news.Declines:
		w += weightTaken
	case news.Asks:
		w += weightAsked
	}
	p.addTelling(r, spans, i, w)
}

// centre gives more weight to tellings whose words others have too: what the
// article is about is what its verdicts are mostly about.
func (p *page) centre() {
	held := map[string]int{}
	for i := range p.tellings {
		for _, s := range p.tellings[i].stems {
			held[s]++
		}
	}
	for i := range p.tellings {
		t := &p.tellings[i]
		sum := 0
		for _, s := range t.stems {
			sum += min(held[s]-1, heldMost)
		}
		t.weight += weightCentre * float64(sum) / float64(heldMost*max(len(t.stems), leastWords))
	}
}

// heldMost bounds how many other tellings of a word count.
const heldMost = 4

// marked reports whether words of r say that something is told.
func (p *page) marked(r text.Range) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if p.is(i, tells) && !p.is(i, claimNoun) || strings.HasSuffix(p.word(i), "edly") {
			return true
		}
	}
	return false
}

// plain is a content's spans without "that" and marks at their ends.
func (p *page) plain(content []news.Span) []news.Span {
	var out []news.Span
	for _, s := range content {
		r := p.tokensOf(s)
		if from, to := p.trim(r.From, r.To); from < to {
			out = append(out, p.span(from, to))
		}
	}
	return out
}

// nounTelling takes what stands behind the claim noun at i: "rumours that P".
func (p *page) nounTelling(i int) {
	if r, ok := p.complement(i, p.sentence(i).To); ok {
		p.addTelling(r, []news.Span{p.span(r.From, r.To)}, news.Outermost, weightNoun)
		return
	}
	if from := p.nounStart(i); p.content(from, i) >= modifierWords && !p.isVerbal(i) {
		r := text.Range{From: from, To: i}
		p.addTelling(r, []news.Span{p.span(r.From, r.To)}, news.Outermost, weightModifier)
	}
}

// verbTelling takes what stands behind the verb at i: "claimed that P", "is rumoured
// to have P".
func (p *page) verbTelling(i int) {
	hi := p.sentence(i).To
	if i+2 >= hi || p.key(i+1) != keyThat && !(p.key(i+1) == keyTo && (p.is(i+2, auxiliary) || p.reads(i+2, keysBe)) && p.is(i-1, be|intensive)) {
		return
	}
	if r, ok := p.clause(i+2, hi); ok {
		p.addTelling(r, []news.Span{p.span(r.From, r.To)}, news.Outermost, weightNoun)
	}
}

var keysBe = keysOf([]string{"be"})

func (p *page) addTelling(r text.Range, spans []news.Span, statement int, weight float64) {
	if r.From >= r.To {
		return
	}
	t := telling{spans: spans, tokens: r, statement: statement, weight: weight, stems: p.stems(r.From, r.To)}
	if len(t.stems) < leastWords {
		t.weight += weightShort
	}
	if weight != weightDenied && p.takes(r) {
		t.weight += weightTaken
		t.taking = true
	}
	p.tellings = append(p.tellings, t)
}

// stems are the telling words of [from, to), cut to their first letters, each once.
func (p *page) stems(from, to int) []string {
	var out []string
	for i := from; i < min(to, from+tellingLook); i++ {
		if p.telling(i) {
			out = append(out, stem(p.word(i)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// tellingLook bounds how much of a telling is looked at, in tokens.
const tellingLook = 120

func stem(word string) string {
	word = strings.ToLower(word)
	n := 0
	for i := range word {
		if n++; n > stemLength {
			return word[:i]
		}
	}
	return word
}

// complement is what the claim noun at i tells, right of it and before hi: the
// clause behind "that", the words behind "of" or "about".
func (p *page) complement(i, hi int) (text.Range, bool) {
	k := i + 1
	if k < hi && p.tokens[k].Kind == text.OpenBracket {
		k++
	}
	if k < hi && p.key(k) == keyThat && k+2 < hi && !p.isRelative(k) {
		return p.clause(k+1, hi)
	}
	if k+1 < hi && p.is(k, about) {
		if r, ok := p.matter(k+1, hi); ok && !p.isArtefact(r) {
			return r, true
		}
	}
	if k+1 < hi && p.is(k, subjective) && !p.is(k, relative) && p.is(k+1, be|auxiliary|modal) {
		return p.clause(k, hi) // "claims they would be freed"
	}
	return p.complementBeyond(i, k, hi)
}

// isRelative reports whether "that" at k is what its own clause tells of: "a story
// that comes around".
func (p *page) isRelative(k int) bool {
	return p.is(k+1, be|auxiliary|modal) || p.tokens[k+1].Case == text.LowerCase && p.class[k+1] == 0 && p.tagged(k+1, &parts().finite)
}

// complementBeyond finds the clause behind "claims by the mayor on Thursday that P",
// "reports in the papers claiming P".
func (p *page) complementBeyond(i, k, hi int) (text.Range, bool) {
	aside := false // "the suggestion, made by the mayor, that P"
	if k+1 < hi && p.tokens[k].Kind == text.Comma && p.key(k+1) != keyThat {
		if aside = p.reads(k+1, keysMade) || p.key(k+1) == keyBy; !aside {
			return text.Range{}, false
		}
		k++
	}
	for ; k < hi && k < i+complementLook; k++ {
		switch {
		case p.is(k, claiming):
			from := k + 1
			if from < hi && p.key(from) == keyThat {
				from++
			}
			return p.clause(from, hi)
		case p.tokens[k].IsQuote(), p.tokens[k].Kind == text.Semicolon, p.is(k, be|auxiliary|modal|asking), p.is(k, relative) && p.key(k) != keyThat, p.tokens[k].Kind == text.Stop, k > i+1 && p.tokens[k].Kind == text.Comma && !(aside && k+1 < hi && p.key(k+1) == keyThat):
			return text.Range{}, false
		case p.key(k) == keyThat && k+2 < hi && !p.is(k+1, be|modal|auxiliary):
			return p.clause(k+1, hi)
		}
	}
	return text.Range{}, false
}

// isArtefact reports whether r names only what bears something told: "the photo".
func (p *page) isArtefact(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if p.telling(i) && !p.is(i, artefact) {
			return false
		}
	}
	return true
}

// complementLook bounds how far behind its noun a "that" stands, in tokens.
const complementLook = 9

// clause is the clause from token i on, up to where another speaks or hi.
func (p *page) clause(i, hi int) (text.Range, bool) {
	hi = min(hi, i+clauseLook)
	to := i
	for ; to < hi; to++ {
		k := &p.tokens[to]
		if k.Kind == text.Semicolon || k.Kind == text.CloseBracket && to > i || k.Kind == text.Dash && to > i+2 {
			break
		}
		if k.Kind == text.Comma && to+1 < hi && (p.cueWithin(to+1, min(to+cueLook, hi)) || p.is(to+1, breaking)) ||
			p.reads(to, keysAnd) && p.cueWithin(to+1, min(to+cueLook+3, hi)) {
			break
		}
	}
	from, to := p.trim(i, to)
	return text.Range{From: from, To: to}, p.content(from, to) > 0
}

var keyBut = keysOf([]string{"but"})

// clauseLook bounds a clause, in tokens.
const clauseLook = 150

// cueLook bounds how far behind a comma the verb of a speaker stands, in tokens.
const cueLook = 7

// matter is the noun phrase from token i on: "a merger with the bank".
func (p *page) matter(i, hi int) (text.Range, bool) {
	to := i
	for to < hi && to < i+matterLook {
		if k := p.tokens[to].Kind; k == text.Comma || k == text.Semicolon || k == text.Dash || k == text.Stop || k == text.Colon || k == text.CloseBracket {
			break
		}
		if p.is(to, be|auxiliary|modal) && to > i || p.key(to) == keyThat {
			break
		}
		to++
	}
	from, to := p.trim(i, to)
	return text.Range{From: from, To: to}, p.content(from, to) > 0
}

// matterLook bounds a noun phrase behind "rumours of", in tokens.
const matterLook = 24

// sought is what a stance says of the thing it is about.
type sought struct {
	at      text.Range // the stance's own words
	from    int        // where the words begin that stand for what it is about, at.From at most
	stems   []string   // of the noun's own words: "merger" of "the merger reports"
	source  []string   // of whom the noun names: "claims made by X"
	holder  []string   // of who takes the stance
	to      int        // behind those words
	taker   int        // the statement that takes it
	bare    bool       // a pronoun, which stands for what is nearest
	opposed bool       // only a telling of what "alive" goes against
}

// antecedent is the telling that best fits what is sought.
func (p *page) antecedent(q sought) (best *telling, most float64) {
	most = leastWeight
	here := int(p.sentOf[q.at.From])
	weigh := func(t *telling) {
		if t = p.clip(t, q); t == nil {
			return
		}
		if w, ok := p.fit(t, q, here); ok && w > most {
			best, most = t, w
		}
	}
	near := p.near(here)
	for i := range near {
		weigh(&near[i])
	}
	for i := max(len(p.taken)-takenLook, 0); i < len(p.taken); i++ {
		weigh(&p.taken[i])
	}
	return best, most
}

// near are the tellings of the sentences around sentence here.
func (p *page) near(here int) []telling {
	all := p.collect()
	lo := p.sents[max(here-lookBack, 0)].From
	hi := p.sents[min(here+lookAhead, len(p.sents)-1)].To
	search := func(token int) int {
		return sort.Search(len(all), func(i int) bool { return all[i].tokens.From >= token })
	}
	middle := search(p.sents[here].To)
	return all[max(search(lo), middle-nearBefore):min(search(hi), middle+nearBehind)]
}

// How many tellings are looked at before the end of a stance's sentence and behind
// it: no news has as many in so few sentences.
const (
	nearBefore = 200
	nearBehind = 50
)

// takenLook bounds how many stances before are asked what they were about.
const takenLook = 6

// clip is a telling less the words of the stance and what follows them, where it
// holds them: "that she was captured, which is not true". nil when nothing is left.
func (p *page) clip(t *telling, q sought) *telling {
	if t.tokens.From >= q.at.To || q.from >= t.tokens.To {
		return t
	}
	if t.tokens.From >= q.from || !p.turns(q.from, t.statement != news.Outermost && t.statement == q.taker) {
		return nil
	}
	from, to := p.trim(t.tokens.From, q.from)
	for to > from && p.is(to-1, function) {
		from, to = p.trim(from, to-1)
	}
	if p.content(from, to) < 2 || p.sentOf[from] != p.sentOf[q.at.From] {
		return nil
	}
	c := *t
	c.tokens, c.spans, c.stems, c.clipped = text.Range{From: from, To: to}, []news.Span{p.span(from, to)}, p.stems(from, to), true
	if t.taking && !p.takes(c.tokens) {
		c.weight -= weightTaken
	}
	return &c
}

// turns reports whether the words before token i set what follows apart; where one
// says both, "and" does not.
func (p *page) turns(i int, same bool) bool {
	k := i - 1
	for k > 0 && p.tokens[k].IsQuote() {
		k--
	}
	return k >= 0 && (p.tokens[k].Kind == text.Comma || p.tokens[k].Kind == text.Dash || p.reads(k, keyBut) || p.key(i) == keyWhich || !same && p.reads(k, keysAnd))
}

// turnsAway reports whether the words before token i set what follows against what
// stands before.
func (p *page) turnsAway(i int) bool {
	return i > 0 && (p.tokens[i-1].Kind == text.Dash || p.reads(i-1, keyBut))
}

func (p *page) fit(t *telling, q sought, here int) (float64, bool) {
	if q.opposed && (!p.opposes(t.tokens) || p.isNegated(t.tokens)) {
		return 0, false
	}
	away := here - int(p.sentOf[t.tokens.To-1])
	if away > lookBack || away < -lookAhead {
		return 0, false
	}
	if t.statement != news.Outermost && q.to > q.at.From {
		if c := p.article.Statements[t.statement].Cue; c != nil && c.Overlaps(p.span(q.at.From, q.to)) {
			return 0, false // the noun was taken for its verb: "deny claims made by"
		}
	}
	w := t.weight
	each := weightApart
	if q.bare {
		each = weightPointed
	}
	if t.tokens.From >= q.at.To {
		if q.bare {
			return 0, false
		}
		w += weightLater
		away = int(p.sentOf[t.tokens.From]) - here
	}
	w += each * float64(away)
	w += weightWord * float64(min(common(t.stems, q.stems), mostWords))
	if t.statement != news.Outermost && t.weight >= weightSaid {
		s := p.speakerStems(t.statement)
		if common(s, q.source) > 0 {
			w += weightSource
		}
		if common(s, q.holder) > 0 && !t.clipped && !t.denied {
			w += weightOwn
		}
	}
	return w, true
}

// mostWords bounds how many shared words count.
const mostWords = 3

// takes reports whether words of r take a stance themselves.
func (p *page) takes(r text.Range) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if ph := p.longest(i, func(ph *phrase) bool { return ph.kind == "verb" || ph.kind == "verdict" || ph.kind == "small" }); ph != nil {
			return true
		}
	}
	return false
}

func (p *page) speakerStems(statement int) []string {
	s := &p.article.Statements[statement]
	return p.nameStems(s.Speaker, s.SpeakerName)
}

func (p *page) nameStems(words *news.Span, name string) []string {
	var out []string
	if words != nil {
		r := p.tokensOf(*words)
		out = p.stems(r.From, r.To)
	}
	for w := range strings.FieldsSeq(name) {
		out = append(out, stem(w))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// common counts what two sorted lists share.
func common(a, b []string) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}
