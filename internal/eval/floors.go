package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Measured is one figure of the board under the name floors know it by.
type Measured struct {
	Name    string  // "polnear-dev-speech/direct"
	Percent float64 // 0 to 100
}

// Measured lists the board's figures.
func (b *Board) Measured() []Measured {
	var out []Measured
	add := func(name string, share float64) { out = append(out, Measured{name, 100 * share}) }
	for _, s := range b.Attribution {
		for _, kind := range append([]string{All}, Types...) {
			add(s.ID+"/"+kind, s.Types[kind].EndToEnd.F1)
		}
		add(s.ID+"/speaker-any", s.Types[All].SpeakerAny.Share)
		add(s.ID+"/speaker-exact", s.Types[All].SpeakerExact.Share)
	}
	add("uner-dev/typed", b.Mentions.Kinds[""].Typed().F1)
	add("uner-dev/span", b.Mentions.Kinds[""].Span().F1)
	add("factrueval-dev/typed", b.Russian.Kinds[""].Typed().F1)
	add("factrueval-dev/span", b.Russian.Kinds[""].Span().F1)
	add("seeds-names/together", b.Together.PRF().F1)
	add("seeds-names/least", b.least())
	add("zyte-bodies/f1", b.Bodies.F1)
	add("zyte-lines/words", b.Lines.Words)
	add("seeds-boilerplate/left-out", ratio(float64(b.Boilerplate.LeftOut), float64(b.Boilerplate.Stretches)))
	add("seeds-boilerplate/kept", b.Boilerplate.Share())
	if b.Denials != nil {
		out = append(out, b.Denials.Measured("denials")...)
	}
	return out
}

// least is the lowest F1 of one seed's names.
func (b *Board) least() float64 {
	low := 1.0
	for _, d := range b.Each {
		low = min(low, d.PRF().F1)
	}
	return low
}

// Floors are figures, in percent, that must not be fallen below.
type Floors map[string]float64

// ReadFloors reads {"set/figure": percent, …}.
func ReadFloors(r io.Reader, name string) (Floors, error) {
	var f Floors
	if err := json.NewDecoder(r).Decode(&f); err != nil {
		return nil, &news.Error{Fault: news.Malformed, ID: name, Words: err.Error(), Mend: `{"polnear-dev-speech/all": 56} is the form`, Err: err}
	}
	return f, nil
}

// Section gives the floors of one section: those named section/set/figure, or
// for "" those named set/figure.
func (f Floors) Section(section string) Floors {
	out := Floors{}
	for name, floor := range f {
		first, rest, _ := strings.Cut(name, "/")
		if strings.Contains(rest, "/") && first == section || section == "" && !strings.Contains(rest, "/") {
			out[name] = floor
		}
	}
	return out
}

// slack forgives the last digits a scoreboard does not print.
const slack = 0.05

// Fallen says, in order of name, which figures stand below their floors, and
// which floors have no figure.
func (f Floors) Fallen(measured []Measured) []string {
	at := map[string]float64{}
	for _, m := range measured {
		at[m.Name] = m.Percent
	}
	var out []string
	for name, floor := range f {
		switch got, known := at[name]; {
		case !known:
			out = append(out, name+": no such figure is measured")
		case got < floor-slack:
			out = append(out, fmt.Sprintf("%s: %.1f, below the floor of %.1f", name, got, floor))
		}
	}
	slices.Sort(out)
	return out
}
