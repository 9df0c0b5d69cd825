package copies

import "github.com/hearsay-engine/hearsay/news"

// Kind is what one text is of another.
type Kind string

const (
	Republished     Kind = "republished"      // most of one stands in the other, in its own words
	Excerpt         Kind = "excerpt"          // passages of one stand in the other
	Retranslated    Kind = "re-translated"    // the same text in other words all along
	SharedQuotation Kind = "shared-quotation" // only what somebody else said is the same
	Apart           Kind = ""                 // two texts
)

const (
	// republishShare is the least part of the shorter text's own words that a
	// republication has in common with the longer (fnc1 pairs: .66 and more; excerpts .62 and less).
	republishShare = 0.64
	// republishWords is the fewest own words of a republication: a brief that is
	// shorter is an excerpt.
	republishWords = 60
	// excerptWords is the fewest own words of a passage that is an excerpt: less is
	// a turn of phrase or a caption, and so are several such.
	excerptWords = 18
	// alikeGrams is the least Jaccard of runs of five letters of two texts of which
	// several short passages together are an excerpt: two stories have .15 at most.
	alikeGrams = 0.20
	// quotedRun is the fewest words in a row of a quotation that is shared.
	quotedRun = 8
	// excerptRun is the fewest own words in a row that are an excerpt by themselves:
	// a short sentence. Of 93,387 pairs of articles on different stories (fnc1) none
	// had more than 10 in all, program code left in a text apart.
	excerptRun = 12
	// retranslateGrams is the least Jaccard of runs of five letters of two
	// translations of one text; two texts on one event have .15 to .35.
	retranslateGrams = 0.34
)

// Rules of this stage; internal/wording has their sentences.
const (
	RuleShareOfText  = "copy-share-of-text"
	RulePassages     = "copy-passages"
	RuleOnlyQuoted   = "copy-only-quotations"
	RuleSameLetters  = "copy-same-letters"
	RuleLongestShare = "copy-longest-passage"
)

// Verdict says what two texts are to each other, and by which figures.
type Verdict struct {
	Kind    Kind
	Share   float64 // of the shorter one's words, in or outside quotation marks, 0 to 1
	Score   float64 // 0 to 1: how much speaks for a republication
	Reasons []news.Reason
}

// Judge says what the overlap of a and b makes of them.
func Judge(a, b *Text, o Overlap) Verdict {
	plain, own := o.Words-o.Quoted, max(o.PlainA, o.PlainB)
	v := Verdict{Share: max(o.ShareA, o.ShareB), Score: score(plain, own, o)}
	switch {
	case plain >= republishWords && own >= republishShare:
		v.Kind = Republished
		v.Reasons = reasons(RuleShareOfText, own)
	case o.Grams >= retranslateGrams && o.Words-o.Quoted > 0 && len(a.words) >= republishWords && len(b.words) >= republishWords && spread(a, b, o):
		v.Kind = Retranslated
		v.Reasons = reasons(RuleSameLetters, o.Grams)
	case o.ownWords() >= excerptWords, o.Run >= excerptRun, plain >= excerptWords && o.Grams >= alikeGrams:
		v.Kind = Excerpt
		v.Reasons = reasons(RulePassages, float64(plain))
	case o.Quoted >= passageWords && o.longestRun() >= quotedRun:
		v.Kind = SharedQuotation
		v.Reasons = reasons(RuleOnlyQuoted, float64(o.Quoted))
	default:
		return Verdict{Score: v.Score}
	}
	v.Reasons = append(v.Reasons, news.Reason{Rule: RuleLongestShare, Figure: float64(o.Longest)})
	return v
}

func reasons(rule string, figure float64) []news.Reason {
	return []news.Reason{{Rule: rule, Figure: figure}}
}

// score grows with the part of the shorter text's own words that are the same,
// less for short ones.
func score(plain int, own float64, o Overlap) float64 {
	if plain < republishWords {
		own *= float64(plain) / republishWords
	}
	return max(own, o.Grams*republishShare)
}

// spread reports whether the likeness of two texts is all along and not in a
// few passages: what stands outside the passages is alike too.
func spread(a, b *Text, o Overlap) bool {
	return max(o.ShareA, o.ShareB) < republishShare && float64(o.Longest) < float64(min(len(a.words), len(b.words)))/2
}
