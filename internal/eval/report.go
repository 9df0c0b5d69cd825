package eval

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
)

// Report is a set of documents judged.
type Report struct {
	Rules     Rules
	Documents int
	Absent    []string // gold documents nobody predicted; they count as read and found empty
	Unknown   []string // predicted documents that are not in gold
	Score     Score
	verdicts  []*verdict
}

// Attribution judges predictions by gold, in gold's order.
func Attribution(gold, pred []Document, rules Rules) *Report {
	byID := make(map[string]Document, len(pred))
	for _, p := range pred {
		byID[p.ID] = p
	}
	r := &Report{Rules: rules, Documents: len(gold), Score: Score{}}
	known := make(map[string]bool, len(gold))
	for _, g := range gold {
		known[g.ID] = true
		p, found := byID[g.ID]
		if !found {
			r.Absent = append(r.Absent, g.ID)
		}
		v := judge(g, p, rules)
		r.verdicts = append(r.verdicts, v)
		r.Score.join(v.score)
	}
	for _, p := range pred {
		if !known[p.ID] {
			r.Unknown = append(r.Unknown, p.ID)
		}
	}
	return r
}

// Interval is a 95 % interval of a figure, 0 to 1.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Intervals are those of the figures a board shows.
type Intervals struct {
	Exact      Interval            `json:"exact"`
	Overlap    Interval            `json:"overlap"`
	Match      Interval            `json:"match"`
	SpeakerAny Interval            `json:"speaker_any"`
	EndToEnd   map[string]Interval `json:"end_to_end"` // by type, and All
}

// bootSeed makes the resamples of Bootstrap the same on every run.
const bootSeed = 1

// Bootstrap draws n resamples of the documents (Efron 1979, percentile
// intervals). Its generator is our own, PCG with a fixed seed: the intervals
// agree with the script's but not to the last digit.
func (r *Report) Bootstrap(n int) Intervals {
	if n <= 0 || len(r.verdicts) == 0 {
		return Intervals{}
	}
	rnd := rand.New(rand.NewPCG(bootSeed, uint64(n)))
	drawn := map[string][]float64{}
	for range n {
		c := Score{}
		for range r.verdicts {
			c.join(r.verdicts[rnd.IntN(len(r.verdicts))].score)
		}
		s := c.Summary(All)
		drawn["exact"] = append(drawn["exact"], s.Exact.F1)
		drawn["overlap"] = append(drawn["overlap"], s.Overlap.F1)
		drawn["match"] = append(drawn["match"], s.Match.F1)
		drawn["speaker"] = append(drawn["speaker"], s.SpeakerAny.Share)
		drawn["end "+All] = append(drawn["end "+All], s.EndToEnd.F1)
		for _, kind := range Types {
			drawn["end "+kind] = append(drawn["end "+kind], c.Summary(kind).EndToEnd.F1)
		}
	}
	iv := Intervals{Exact: interval(drawn["exact"]), Overlap: interval(drawn["overlap"]),
		Match: interval(drawn["match"]), SpeakerAny: interval(drawn["speaker"]), EndToEnd: map[string]Interval{}}
	for _, kind := range append([]string{All}, Types...) {
		iv.EndToEnd[kind] = interval(drawn["end "+kind])
	}
	return iv
}

func interval(drawn []float64) Interval {
	slices.Sort(drawn)
	n := float64(len(drawn))
	return Interval{Low: drawn[int(.025*n)], High: drawn[int(.975*n)]}
}

// Print writes the figures as the script prints them; boot 0 leaves out the
// intervals.
func (r *Report) Print(w io.Writer, boot int) {
	scope, outer := "", ""
	if r.Rules.SpeechOnly {
		scope = "  scope=speech"
	}
	if r.Rules.Outer {
		outer = "  outer only"
	}
	fmt.Fprintf(w, "documents: %d%s%s  threshold %.2f\n", r.Documents, scope, outer, r.Rules.Threshold)
	r.printSpans(w)
	r.printTypes(w)
	if boot > 0 {
		iv := r.Bootstrap(boot)
		fmt.Fprintf(w, "95%% interval over documents (bootstrap %d): exact %v; overlap %v; match %v; e2e %v; speaker_any %v\n",
			boot, iv.Exact, iv.Overlap, iv.Match, iv.EndToEnd[All], iv.SpeakerAny)
	}
}

func (r *Report) printSpans(w io.Writer) {
	s := r.Score.Summary(All)
	fmt.Fprintf(w, "statements: gold %d, predicted %d, matched %d\n", s.Gold, s.Predicted, s.Matched)
	fmt.Fprintf(w, "%-46s %6s %6s %6s\n", "content spans", "P", "R", "F1")
	for _, row := range []struct {
		label string
		x     PRF
	}{
		{"exact (same word tokens)", s.Exact},
		{"strict (same tokens, punctuation counts)", s.Strict},
		{"token overlap, micro (Citron-style)", s.Overlap},
		{"token overlap, mean per statement (uhh-lt)", s.MeanOverlap},
		{"match (Dice >= threshold)", s.Match},
		{"gold coverage > 0.3 (GenderGapTracker)", s.Covered3},
		{"gold coverage > 0.8 (GenderGapTracker)", s.Covered8},
	} {
		fmt.Fprintf(w, "  %-44s %v\n", row.label, row.x)
	}
	fmt.Fprintln(w, "end to end (content + speaker)")
	fmt.Fprintf(w, "  %-44s %v\n", "match + speaker any-overlap   << headline", s.EndToEnd)
	fmt.Fprintf(w, "  %-44s %v\n", "exact content + speaker any-overlap", s.ExactEnd)
	fmt.Fprintf(w, "  %-44s %v\n", "exact content + exact speaker", s.StrictEnd)
	fmt.Fprintf(w, "speaker accuracy on matched spans with a gold speaker (n=%d): any-overlap %v  Dice>=.5 %v  exact %v\n",
		s.SpeakerAny.Of, s.SpeakerAny, s.SpeakerHalf, s.SpeakerExact)
	fmt.Fprintf(w, "on matched spans: no-speaker gold left without speaker %v | cue overlap %v | type right %v | entity name right %v\n",
		s.NoSpeaker, s.Cue, s.Type, s.Entity)
}

func (r *Report) printTypes(w io.Writer) {
	fmt.Fprintf(w, "%-9s %5s %5s |%20s |%20s |%20s | %6s |%20s\n",
		"by type", "gold", "pred", "exact P R F1", "overlap P R F1", "match P R F1", "spk", "e2e P R F1")
	for _, kind := range Types {
		s := r.Score.Summary(kind)
		if s.Gold == 0 && s.Predicted == 0 {
			continue
		}
		fmt.Fprintf(w, "%-9s %5d %5d |%v |%v |%v | %v |%v\n",
			kind, s.Gold, s.Predicted, s.Exact, s.Overlap, s.Match, s.SpeakerAny, s.EndToEnd)
	}
}

// String gives the three figures in percent.
func (x PRF) String() string { return fmt.Sprintf("%6.1f %6.1f %6.1f", 100*x.P, 100*x.R, 100*x.F1) }

// String gives the share in percent, a dash when nothing was asked.
func (x Rate) String() string {
	if x.Of == 0 {
		return "   -  "
	}
	return fmt.Sprintf("%6.1f", 100*x.Share)
}

// String gives the interval in percent.
func (x Interval) String() string { return fmt.Sprintf("%.1f-%.1f", 100*x.Low, 100*x.High) }

// Figures is a report for programs.
type Figures struct {
	Gold      string             `json:"gold"`
	Documents int                `json:"documents"`
	Types     map[string]Summary `json:"types"` // by type, and All
	Intervals *Intervals         `json:"intervals,omitempty"`
	Absent    []string           `json:"absent,omitempty"`
	Unknown   []string           `json:"unknown,omitempty"`
}

// Figures gives the report of the set called name; boot 0 leaves out the
// intervals.
func (r *Report) Figures(name string, boot int) Figures {
	f := Figures{Gold: name, Documents: r.Documents, Types: map[string]Summary{}, Absent: r.Absent, Unknown: r.Unknown}
	for _, kind := range append([]string{All}, Types...) {
		f.Types[kind] = r.Score.Summary(kind)
	}
	if boot > 0 {
		iv := r.Bootstrap(boot)
		f.Intervals = &iv
	}
	return f
}
