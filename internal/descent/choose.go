package descent

import (
	"math"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/news"
)

// Rules of the forest; internal/wording has their sentences.
const (
	RuleContrary   = "copy-contrary"    // the evidence for a direction speaks against the dates
	RuleSameOutlet = "copy-same-outlet" // both are of one outlet
)

// Edge is what an article carries of an earlier one.
type Edge struct {
	news.Copy
	Shares Shares
	Joins  bool // most of To is From's: the two are one origin
	Covers bool // what To has of From is From's: To does not post it
}

// Shares are parts of two articles' words that the other has, 0 to 1: of all,
// and of those outside quotation marks.
type Shares struct{ From, FromPlain, To, ToPlain float64 }

const (
	// joinShare is the least part of an article's words that another has for the
	// two to be one origin.
	joinShare = 0.5
	// sureExcerpt is the fewest words of the longest passage of an excerpt that is
	// more than a suggestion: turns of phrase are shorter, however many.
	// sureQuotation is the fewest same words in quotation marks.
	sureExcerpt   = 18
	sureQuotation = 12
)

// Meets compares to with from, which need not be earlier. ok is false when they
// share nothing worth telling, or are of one outlet's series.
func Meets(from, to *Article) (e Edge, ok bool) {
	w := weigh(from, to)
	if w == nil {
		return e, false
	}
	return w.edge(), true
}

// Compared is an article compared with an earlier one.
type Compared struct{ *weighed }

// Compare compares to with from, which is earlier.
func Compare(from, to *Article) Compared { return Compared{weigh(from, to)} }

// Edge is what to carries of from; it carries something.
func (c Compared) Edge() Edge { return c.edge() }

// Weight is what of two articles compared tells which of several is the origin.
type Weight struct {
	Any    bool // to carries something of from
	Covers bool // as Edge has it
	// what follows is weighed one behind the other
	carried      bool
	credit       int8
	cover, share int16 // in fiftieths: what differs less does not decide
}

// Weight is what c weighs.
func (c Compared) Weight() Weight {
	w := c.weighed
	if w == nil {
		return Weight{}
	}
	return Weight{Any: true, Covers: w.covers(), carried: w.carried(), credit: int8(w.credit), cover: fiftieths(w.cover()), share: fiftieths(w.verdict.Share)}
}

// Origin says which of the articles that were compared with one is the one whose
// words it carries; -1 when it carries none's. earlier orders them by their places.
func Origin(all []Weight, earlier func(i, j int) bool) int {
	best := -1
	for i, w := range all {
		if w.Any && (best < 0 || w.before(all[best], func() bool { return earlier(i, best) })) {
			best = i
		}
	}
	return best
}

// weighed is two articles compared.
type weighed struct {
	from, to  *Article
	overlap   copies.Overlap
	verdict   copies.Verdict
	direction copies.Direction
	why       []news.Reason
	retold    bool // only their anchors tell that the two are one text
	credit    int  // to names from's outlet: 2 as its origin, 1 for something in it
}

func weigh(from, to *Article) *weighed {
	w := &weighed{from: from, to: to}
	if w.across() {
		w.verdict = copies.JudgeAcross(copies.Cross(from.anchors(), to.anchors()))
	} else {
		w.align()
	}
	if w.verdict.Kind == copies.Apart || w.series() {
		return nil
	}
	w.direction, w.why = copies.Direct(from.side(), to.side(), w.overlap)
	if w.direction == copies.BFromA {
		w.credit = credited(w.why)
	}
	return w
}

// leastAlike is the least part of the shorter text's words in passages of two
// texts whose letters are compared: of 1,693 pairs of translations of one text
// that Judge tells by their letters, none has less than .15.
const leastAlike = 0.1

// align compares the words and, where they may be translations, the letters.
func (w *weighed) align() {
	a, b := w.from.text, w.to.text
	w.overlap = copies.Align(a, b)
	w.verdict = copies.Judge(a, b, w.overlap)
	if w.verdict.Kind != copies.Republished && max(w.overlap.ShareA, w.overlap.ShareB) >= leastAlike {
		w.overlap.Letters(a, b)
		w.verdict = copies.Judge(a, b, w.overlap)
		w.retell()
	}
}

// Bounds of two tellings of one text that a translation, or two, lie between: few
// words in a row are the same, and names, numbers and meanings are. Of 136 pairs of
// versions in one language that letters do not tell, 70 pass alikeScore and
// alikeGrams, of 1,786 pairs of articles on one story (fnc1) 4.
const (
	alikeScore = 0.75
	alikeGrams = 0.15
	alikeWords = 60   // of either text
	alikeShare = 0.25 // less than this of either stands in passages
)

// retell suggests a translation where letters do not tell.
func (w *weighed) retell() {
	if w.verdict.Kind == copies.Retranslated || w.overlap.Grams < alikeGrams || max(w.overlap.ShareA, w.overlap.ShareB) >= alikeShare ||
		min(w.from.text.Words(), w.to.text.Words()) < alikeWords {
		return
	}
	if c := copies.Cross(w.from.anchors(), w.to.anchors()); c.Score >= alikeScore {
		w.verdict, w.retold = copies.JudgeAcross(c), true
	}
}

// across reports whether the two are known to be of different languages.
func (w *weighed) across() bool {
	return w.from.Language != "" && w.to.Language != "" && w.from.Language != w.to.Language
}

// series reports whether two articles of one outlet share only what an outlet
// repeats: the parts of a column, a paragraph of background.
func (w *weighed) series() bool {
	if w.from.Outlet == "" || w.from.Outlet != w.to.Outlet {
		return false
	}
	return w.verdict.Kind == copies.Excerpt || w.verdict.Kind == copies.SharedQuotation
}

func credited(why []news.Reason) int {
	n := 0
	for _, r := range why {
		switch r.Rule {
		case copies.RuleNamesOutlet:
			n = max(n, 2)
		case copies.RuleCitesOutlet:
			n = max(n, 1)
		}
	}
	return n
}

// before reports whether w is the likelier origin: one whose words are carried
// before one that is only quoted alike, the one that is named, the one that has
// more of the words, the earlier.
func (w Weight) before(x Weight, earlier func() bool) bool {
	if w.carried != x.carried {
		return w.carried
	}
	if w.credit != x.credit && nearly(w.cover, x.cover) {
		return w.credit > x.credit
	}
	if w.cover != x.cover {
		return w.cover > x.cover
	}
	if w.share != x.share {
		return w.share > x.share
	}
	return earlier()
}

func (w *weighed) covers() bool { return w.carried() && !w.across() && !w.retold }

func (w *weighed) carried() bool { return w.verdict.Kind != copies.SharedQuotation }

// cover is the part of to's words that from has, or of its letters in a
// translation.
func (w *weighed) cover() float64 {
	if w.across() {
		return w.verdict.Score
	}
	if w.verdict.Kind == copies.Retranslated {
		return max(w.overlap.ShareB, w.overlap.HeldB)
	}
	return w.overlap.ShareB
}

func fiftieths(x float64) int16 { return int16(math.Round(x * 50)) }

// nearly reports whether neither of two covers is less than half of the other.
func nearly(a, b int16) bool { return 2*a >= b && 2*b >= a }

func (w *weighed) edge() Edge {
	kind := news.CopyKind(w.verdict.Kind)
	o := &w.overlap
	e := Edge{Shares: Shares{From: o.ShareA, FromPlain: o.PlainA, To: o.ShareB, ToPlain: o.PlainB}}
	e.Copy = news.Copy{From: w.from.ID, To: w.to.ID, Kind: kind, Share: w.verdict.Share, Directed: w.direction == copies.BFromA, Certainty: w.certainty()}
	e.Joins = e.Certainty == news.Confirmed && (kind == news.Retranslated || kind == news.Republished || kind == news.Excerpt && e.Shares.To >= joinShare)
	e.Covers = w.covers()
	for _, p := range o.Passages {
		e.Passages = append(e.Passages, news.CopyPassage{From: p.A, To: p.B, Words: p.Words, Quoted: p.Quoted})
	}
	e.Reasons = append(e.Reasons, w.verdict.Reasons...)
	e.Reasons = append(e.Reasons, w.why...)
	if w.direction == copies.AFromB {
		e.Reasons = append(e.Reasons, news.Reason{Rule: RuleContrary})
	}
	if w.from.Outlet != "" && w.from.Outlet == w.to.Outlet {
		e.Reasons = append(e.Reasons, news.Reason{Rule: RuleSameOutlet})
	}
	return e
}

func (w *weighed) certainty() news.Certainty {
	switch {
	case w.across(), w.retold,
		w.verdict.Kind == copies.Excerpt && w.overlap.Longest < sureExcerpt,
		w.verdict.Kind == copies.SharedQuotation && w.overlap.Quoted < sureQuotation:
		return news.Suggested
	}
	return news.Confirmed
}
