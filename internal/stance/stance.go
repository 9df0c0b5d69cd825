// Package stance tells, inside one article, who denies, corrects, doubts or asks
// about what is told in it.
//
// A stance is taken by a verb ("denied that P", "rejected claims that P"), by a
// verdict on a claim ("the report is false", "called it a hoax", "the spurious
// information that P") or by a set phrase ("there is no truth to", "contrary to
// reports"). What it is about stands behind it, or is told elsewhere: a pronoun or
// a claim noun ("this", "the rumour") stands for the statement, the words behind a
// claim noun or the outlet's own sentence that fits it best (antecedent.go). It is taken
// by the speaker of the statement it stands in, by whoever the verb names, else by
// the outlet.
package stance

import (
	"cmp"
	"slices"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever the stage finds otherwise in the same text.
const Version = "20"

// Rule ids of the reasons this stage gives; internal/wording has their sentences.
const (
	ruleDenies     = "stance-denies"
	ruleDoubts     = "stance-doubts"
	ruleCorrects   = "stance-corrects"
	ruleAsks       = "stance-asks"
	ruleVerdict    = "stance-verdict"
	ruleCalled     = "stance-called"
	ruleAgainst    = "stance-against"
	ruleNoEvidence = "stance-no-evidence"
	ruleRestated   = "stance-restated"
	ruleOpposite   = "stance-opposite"
	ruleAnswers    = "stance-answers"
	ruleApart      = "stance-apart"
	ruleHappened   = "stance-happened"
	ruleUttered    = "stance-uttered"
	ruleNoSuch     = "stance-no-such"
	ruleDenialNoun = "stance-denial-noun"
	ruleWrongly    = "stance-wrongly"
	ruleVersion    = "stance-version"
	ruleOtherwise  = "stance-otherwise"
	ruleLying      = "stance-lying"
	ruleMade       = "stance-made-up"
	ruleFragment   = "stance-fragment"
	ruleNo         = "stance-no"
	ruleInsists    = "stance-insists"
	ruleInFact     = "stance-in-fact"
	ruleSatirical  = "stance-satirical"
	ruleUpheld     = "stance-upheld"
	ruleDistance   = "stance-distance"
	ruleRather     = "stance-rather"
	ruleCorrection = "stance-correction"
	ruleMarks      = "stance-marks"
	ruleBarred     = "stance-barred"
	rulePictured   = "stance-pictured"
	ruleReply      = "stance-reply"

	ruleClause     = "about-clause"
	ruleObject     = "about-object"
	ruleComplement = "about-complement"
	ruleNoun       = "about-noun"
	ruleModifier   = "about-modifier"
	rulePronoun    = "about-pronoun"
	ruleSpeaker    = "about-speaker"
	ruleNegated    = "about-negated"
)

var rules = []string{ruleDenies, ruleDoubts, ruleCorrects, ruleAsks, ruleVerdict, ruleCalled, ruleAgainst, ruleNoEvidence, ruleRestated, ruleOpposite, ruleAnswers, ruleApart, ruleHappened, ruleUttered, ruleNoSuch, ruleDenialNoun, ruleWrongly, ruleVersion, ruleOtherwise, ruleLying, ruleMade, ruleFragment, ruleNo, ruleInsists, ruleInFact, ruleSatirical, ruleUpheld, ruleDistance, ruleRather, ruleCorrection, ruleMarks, ruleBarred, rulePictured, ruleReply,
	ruleClause, ruleObject, ruleComplement, ruleNoun, ruleModifier, rulePronoun, ruleSpeaker, ruleNegated}

// Read finds the stances of an article whose statements are known, by cue, of the
// words that text.Read gives. It is pure and leaves the article as it is.
func Read(a *news.Article, words text.Words) []news.Stance {
	p := newPage(a, words)
	defer p.tree.Done()
	defer p.tags.Done()
	p.placeStatements()
	for i := 0; i < len(p.tokens); i++ {
		if p.lex.phrases[p.key(i)] != nil || p.is(i, negation|earlier|nobody) || p.key(i) == keysNothing[0] || p.key(i) == keysOtherwise[0] {
			p.readAt(i)
		}
	}
	p.readAnswers()
	p.readInsisted()
	p.readDistances()
	p.readScareQuotes()
	p.readAsked()
	p.readReplies()
	slices.SortStableFunc(p.found, func(a, b news.Stance) int {
		return cmp.Or(cmp.Compare(a.Cue.Start, b.Cue.Start), cmp.Compare(a.Cue.End, b.Cue.End))
	})
	return p.found
}

// readers read the stances of phrases, by the kinds of stances.txt, in this order.
var readers = []struct {
	kinds []string
	read  func(*page, int, *phrase) bool
}{
	{[]string{"verb"}, (*page).readVerb},
	{[]string{"split"}, (*page).readSplit},
	{[]string{"deceit"}, (*page).readUpheld},
	{[]string{"verdict", "affirmed", "small"}, (*page).readVerdict},
	{[]string{"barred"}, (*page).readBarred},
	{[]string{"against", "despite"}, (*page).readAgainst},
	{[]string{"order"}, (*page).readOrder},
	{[]string{"denial"}, (*page).readDenialNoun},
	{[]string{"doubting"}, (*page).readDoubts},
	{[]string{"wrongly"}, (*page).readWrongly},
	{[]string{"idle"}, (*page).readIdle},
	{[]string{"happens"}, (*page).readHappened},
	{[]string{"utters"}, (*page).readUttered},
	{[]string{"fails"}, (*page).readFails},
	{[]string{"strains"}, (*page).readStrains},
	{[]string{"lying"}, (*page).readLying},
	{[]string{"makes"}, (*page).readMade},
	{[]string{"satirical"}, (*page).readSatirical},
	{[]string{"infact"}, (*page).readInFact},
	{[]string{"rather"}, (*page).readRather},
	{[]string{"correction"}, (*page).readCorrection},
	{[]string{"real"}, (*page).readReal},
	{[]string{"plea"}, (*page).readPlea},
	{[]string{"revises"}, (*page).readRevised},
	{[]string{"updates"}, (*page).readUpdated},
	{[]string{"recants"}, (*page).readRecants},
	{[]string{"retort"}, (*page).readRetort},
	{[]string{"salt"}, (*page).readSalt},
	{[]string{"blameless"}, (*page).readBlameless},
}

// readAt takes the stance whose words begin at token i.
func (p *page) readAt(i int) {
	if n := len(p.found); n > 0 && p.found[n-1].Cue.Overlaps(p.tokens[i].Span) {
		return
	}
	for _, f := range p.fitting(i) {
		if readers[f.reader].read(p, i, f.phrase) {
			return
		}
	}
	p.readPlain(i)
}

// fit is a phrase that a reader takes.
type fit struct {
	reader int
	phrase *phrase
}

// fitting are the phrases at token i, the longest of each reader, in the readers' order.
func (p *page) fitting(i int) []fit {
	p.fits = p.fits[:0]
	p.longest(i, func(ph *phrase) bool {
		r, taken := readerOf()[ph.kind]
		if taken && !slices.ContainsFunc(p.fits, func(f fit) bool { return f.reader == r }) {
			p.fits = append(p.fits, fit{r, ph})
		}
		return false
	})
	slices.SortFunc(p.fits, func(a, b fit) int { return cmp.Compare(a.reader, b.reader) })
	return p.fits
}

// readerOf is the place among readers of that of a kind.
var readerOf = sync.OnceValue(func() map[string]int {
	of := map[string]int{}
	for i, r := range readers {
		for _, kind := range r.kinds {
			of[kind] = i
		}
	}
	return of
})

// readPlain takes the stances of words that are in no list of phrases.
func (p *page) readPlain(i int) {
	if p.key(i) == keyNo && p.readNo(i) || p.reads(i, keysOtherwise) && p.readOtherwise(i) || p.is(i, earlier) && p.readVersion(i) {
		return
	}
	if (p.key(i) == keyNo || p.is(i, negation) || p.key(i) == keysNothing[0]) && p.readNothing(i) || p.readNobody(i) {
		return
	}
	if p.is(i, negation) && (p.readAsTold(i) || p.readNotSo(i) || p.readNeverSaid(i) || p.readChecked(i) || p.readAbsent(i) || p.readPictured(i) || p.readRestated(i) || p.readUndone(i) || p.readNotHim(i)) {
		return
	}
	if ph := p.longest(i, func(ph *phrase) bool { return ph.kind == "opposite" || ph.kind == "unharmed" }); ph != nil {
		p.readOpposite(i, ph)
	}
}

// readAsked takes what statements ask: "asked whether P".
func (p *page) readAsked() {
	for i := range p.article.Statements {
		s := &p.article.Statements[i]
		if s.Polarity != news.Asks || s.Cue == nil || s.Voice == news.OutletOwn || p.takers[i] || p.cued[s.Cue.Start] {
			continue
		}
		r := p.tokensOf(s.Content[0])
		if r.From < r.To && p.is(r.From, asking) && !p.is(r.From+2, modal) {
			if from, to := p.trim(r.From+1, r.To); from < to {
				p.found = append(p.found, news.Stance{Statement: i, Relation: news.RelAsks, Cue: *s.Cue, Of: []news.Span{p.span(from, to)}, Told: i,
					Reasons: []news.Reason{{Rule: ruleAsks, Words: s.Cue.Of(p.text)}, {Rule: ruleClause}}})
			}
		}
	}
}
