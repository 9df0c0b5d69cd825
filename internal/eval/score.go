package eval

// All is the key of a Score's sums over every type.
const All = "all"

// Types are the kinds of statement that a score tells apart, in the order of
// its tables. A turn counts as direct.
var Types = []string{"direct", "mixed", "indirect"}

// figure is a sum counted once.
type figure int

const (
	inGold figure = iota
	goldWords
	goldSpeakers
	predicted
	predictedWords
	typeRight
	withSpeaker // matched, gold with a speaker
	speakerAny
	speakerHalf
	speakerExact
	withoutSpeaker // matched, gold without a speaker
	withoutRight
	withCue
	cueRight
	withEntity
	entityRights
	figures
)

// paired is a sum counted twice: for the gold statement's type, as recall
// wants it, and for the prediction's, as precision does.
type paired int

const (
	sharedWords paired = iota
	recallSum
	precisionSum
	exactWords
	exactTokens
	covered3
	covered8
	exactEnd
	match5
	end
	strictEnd
	pairedFigures
)

// tally holds the sums of one type.
type tally struct {
	once       [figures]float64
	gold, pred [pairedFigures]float64
}

// Score holds a tally for each type, and for All.
type Score map[string]*tally

func (s Score) of(kind string) *tally {
	t := s[kind]
	if t == nil {
		t = &tally{}
		s[kind] = t
	}
	return t
}

func (s Score) add(kind string, f figure, n float64) {
	s.of(All).once[f] += n
	s.of(kind).once[f] += n
}

func (s Score) addPair(g, p judged, f [pairedFigures]float64) {
	all, gold, pred := s.of(All), s.of(g.kind), s.of(p.kind)
	for k, n := range f {
		all.gold[k] += n
		all.pred[k] += n
		gold.gold[k] += n
		pred.pred[k] += n
	}
}

// addMatch counts what is asked of matched statements only.
func (s Score) addMatch(g, p judged, overlap, half, exact bool) {
	s.add(g.kind, typeRight, one(g.kind == p.kind))
	if g.Speaker == nil {
		s.add(g.kind, withoutSpeaker, 1)
		s.add(g.kind, withoutRight, one(overlap))
	} else {
		s.add(g.kind, withSpeaker, 1)
		s.add(g.kind, speakerAny, one(overlap))
		s.add(g.kind, speakerHalf, one(half))
		s.add(g.kind, speakerExact, one(exact))
		if g.Speaker.Entity != "" {
			s.add(g.kind, withEntity, 1)
			s.add(g.kind, entityRights, one(entityRight(g, p)))
		}
	}
	if g.Cue != nil && p.Cue != nil {
		s.add(g.kind, withCue, 1)
		s.add(g.kind, cueRight, one(g.Cue.Start < p.Cue.End && p.Cue.Start < g.Cue.End))
	}
}

// join adds o's sums to s.
func (s Score) join(o Score) {
	for kind, t := range o {
		into := s.of(kind)
		for i, n := range t.once {
			into.once[i] += n
		}
		for i := range t.gold {
			into.gold[i] += t.gold[i]
			into.pred[i] += t.pred[i]
		}
	}
}

// PRF is precision, recall and their harmonic mean, 0 to 1.
type PRF struct {
	P  float64 `json:"p"`
	R  float64 `json:"r"`
	F1 float64 `json:"f1"`
}

func prf(rightP, nP, rightR, nR float64) PRF {
	x := PRF{P: ratio(rightP, nP), R: ratio(rightR, nR)}
	if x.P+x.R > 0 {
		x.F1 = 2 * x.P * x.R / (x.P + x.R)
	}
	return x
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Rate is a share, or unknown when nothing was asked.
type Rate struct {
	Of    int     `json:"of"`
	Share float64 `json:"share"`
}

// Summary is a score of one type, or of all, in the usual figures.
type Summary struct {
	Gold      int `json:"gold"`
	Predicted int `json:"predicted"`
	Matched   int `json:"matched"`

	Exact       PRF `json:"exact"`        // the same content words
	Strict      PRF `json:"strict"`       // the same content tokens
	Overlap     PRF `json:"overlap"`      // of words, summed
	MeanOverlap PRF `json:"mean_overlap"` // of words, averaged over statements
	Match       PRF `json:"match"`        // Dice at or over the threshold
	Covered3    PRF `json:"covered_0.3"`  // gold covered by more than 0.3
	Covered8    PRF `json:"covered_0.8"`
	EndToEnd    PRF `json:"end_to_end"` // match, and the speaker overlaps: the headline
	ExactEnd    PRF `json:"exact_end_to_end"`
	StrictEnd   PRF `json:"strict_end_to_end"`

	SpeakerAny   Rate `json:"speaker_any"` // of matched statements whose gold has a speaker
	SpeakerHalf  Rate `json:"speaker_dice_0.5"`
	SpeakerExact Rate `json:"speaker_exact"`
	NoSpeaker    Rate `json:"no_speaker"` // of matched statements whose gold has none
	Cue          Rate `json:"cue"`
	Entity       Rate `json:"entity"`
	Type         Rate `json:"type"`
}

// Summary sums up one of Types, or All.
func (s Score) Summary(kind string) Summary {
	t := s[kind]
	if t == nil {
		t = &tally{}
	}
	n, g := t.once[predicted], t.once[inGold]
	of := func(k paired) PRF { return prf(t.pred[k], n, t.gold[k], g) }
	rate := func(right, asked figure) Rate {
		return Rate{Of: int(t.once[asked]), Share: ratio(t.once[right], t.once[asked])}
	}
	return Summary{
		Gold: int(g), Predicted: int(n), Matched: int(t.gold[match5]),
		Exact: of(exactWords), Strict: of(exactTokens), Match: of(match5),
		Covered3: of(covered3), Covered8: of(covered8),
		EndToEnd: of(end), ExactEnd: of(exactEnd), StrictEnd: of(strictEnd),
		Overlap:     prf(t.pred[sharedWords], t.once[predictedWords], t.gold[sharedWords], t.once[goldWords]),
		MeanOverlap: prf(t.pred[precisionSum], n, t.gold[recallSum], g),
		SpeakerAny:  rate(speakerAny, withSpeaker), SpeakerHalf: rate(speakerHalf, withSpeaker), SpeakerExact: rate(speakerExact, withSpeaker),
		NoSpeaker: rate(withoutRight, withoutSpeaker), Cue: rate(cueRight, withCue), Entity: rate(entityRights, withEntity),
		Type: Rate{Of: int(t.gold[match5]), Share: ratio(t.once[typeRight], t.gold[match5])},
	}
}
