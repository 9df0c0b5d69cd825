package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// pgoCommand makes cmd/hearsay/default.pgo, by which go build decides what is worth
// compiling for speed.
func pgoCommand() *cobra.Command {
	var write string
	cmd := &cobra.Command{
		Use:   "pgo PROFILE…",
		Short: "make the profile hearsay is compiled by, of processor profiles of its work",
		Long: `pgo makes the profile that hearsay is compiled by of processor profiles, each of
which counts the same. Of them it keeps which function calls which at which of its
lines, and how often; of these the hottest. Nothing is left of paths and times.

    hearsay eval river --articles 20000 --in DIR --profile river.prof
    hearsay eval readers --archive DIR/river.db --seconds 60 --profile readers.prof
    go run ./cmd/hearsay-train pgo river.prof readers.prof`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			all := map[call]int64{}
			for _, name := range args {
				calls, err := readCalls(name)
				if err != nil {
					return err
				}
				addShares(all, calls)
			}
			hot := hottest(all)
			packed, err := zipped(encodeCalls(hot))
			if err != nil {
				return err
			}
			fmt.Printf("%d of %d calls, %d bytes\n", len(hot), len(all), len(packed))
			return os.WriteFile(write, packed, 0o644)
		},
	}
	cmd.Flags().StringVar(&write, "write", "cmd/hearsay/default.pgo", "the `FILE` to write")
	return cmd
}

// call is one place where a function calls another: line is how many lines behind the
// caller's first it stands.
type call struct {
	caller, callee string
	line           int64
}

// weighedCall is a call and how often it was met.
type weighedCall struct {
	call
	weight int64
}

// wholeWeight is what a profile's calls weigh together.
const wholeWeight = 1_000_000

func weightOf(calls map[call]int64) (sum int64) {
	for _, w := range calls {
		sum += w
	}
	return sum
}

// hotShare is how many of a hundred calls are kept. The compiler looks at 99 of a
// hundred of those it is given.
const hotShare = 90

// readCalls reads a processor profile as the compiler does.
func readCalls(name string) (map[call]int64, error) {
	out, err := exec.Command("go", "tool", "preprofile", "-i", name).Output()
	if err != nil {
		return nil, fmt.Errorf("%s: go tool preprofile: %w", name, err)
	}
	calls, err := parseCalls(string(out))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return calls, nil
}

// parseCalls reads what go tool preprofile writes: a head, then three lines a call.
func parseCalls(preprofile string) (map[call]int64, error) {
	lines := strings.Split(strings.TrimSuffix(preprofile, "\n"), "\n")
	if lines[0] != "GO PREPROFILE V1" || len(lines)%3 != 1 {
		return nil, errors.New("is written by another version of go tool preprofile")
	}
	calls := map[call]int64{}
	for i := 1; i < len(lines); i += 3 {
		c, weight := call{caller: lines[i], callee: lines[i+1]}, int64(0)
		if _, err := fmt.Sscan(lines[i+2], &c.line, &weight); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+3, err)
		}
		calls[c] += weight
	}
	return calls, nil
}

// addShares adds each call's share of a profile, in parts of wholeWeight.
func addShares(all, calls map[call]int64) {
	sum := weightOf(calls)
	for c, w := range calls {
		all[c] += w * wholeWeight / sum
	}
}

// hottest are the calls that make hotShare of all, the hottest first.
func hottest(all map[call]int64) []weighedCall {
	var out []weighedCall
	for c, w := range all {
		out = append(out, weighedCall{c, w})
	}
	slices.SortFunc(out, func(a, b weighedCall) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.caller, b.caller), cmp.Compare(a.callee, b.callee), cmp.Compare(a.line, b.line))
	})
	sum, kept := weightOf(all), int64(0)
	for i, c := range out {
		if kept >= sum/100*hotShare {
			return out[:i]
		}
		kept += c.weight
	}
	return out
}

// encodeCalls writes calls as a profile that go build reads (github.com/google/pprof,
// proto/profile.proto): each is a sample of two places, the callee's first line and
// the caller's line.
func encodeCalls(calls []weighedCall) []byte {
	p := profileWriter{strings: map[string]uint64{}, places: map[place]uint64{}, functions: map[string]uint64{}}
	p.text("")
	p.message(profileSampleType, func(m *protobuf) { m.number(1, p.text("samples")); m.number(2, p.text("count")) })
	for _, c := range calls {
		callee, caller := p.place(c.callee, 0), p.place(c.caller, c.line)
		p.message(profileSample, func(m *protobuf) {
			m.number(1, callee)
			m.number(1, caller)
			m.number(2, uint64(c.weight))
		})
	}
	return p.protobuf
}

// Fields of a profile.
const (
	profileSampleType = 1
	profileSample     = 2
	profileLocation   = 4
	profileFunction   = 5
	profileString     = 6
)

// protobuf is a message under way.
type protobuf []byte

func (m *protobuf) number(field int, n uint64) {
	*m = binary.AppendUvarint(binary.AppendUvarint(*m, uint64(field)<<3), n)
}

func (m *protobuf) bytes(field int, b []byte) {
	*m = binary.AppendUvarint(binary.AppendUvarint(*m, uint64(field)<<3|2), uint64(len(b)))
	*m = append(*m, b...)
}

// message appends a message within.
func (m *protobuf) message(field int, fill func(*protobuf)) {
	var within protobuf
	fill(&within)
	m.bytes(field, within)
}

// place is a line of a function, counted from its first.
type place struct {
	function string
	line     int64
}

// profileWriter numbers the strings, functions and places of a profile as they come.
type profileWriter struct {
	protobuf
	strings, functions map[string]uint64
	places             map[place]uint64
}

func (p *profileWriter) text(s string) uint64 {
	n, known := p.strings[s]
	if !known {
		n = uint64(len(p.strings))
		p.strings[s] = n
		p.bytes(profileString, []byte(s))
	}
	return n
}

// firstLine is where all functions begin: where is not told, only that it is known.
const firstLine = 1

func (p *profileWriter) function(name string) uint64 {
	n, known := p.functions[name]
	if !known {
		n = uint64(len(p.functions)) + 1
		p.functions[name] = n
		text := p.text(name)
		p.message(profileFunction, func(m *protobuf) { m.number(1, n); m.number(2, text); m.number(3, text); m.number(5, firstLine) })
	}
	return n
}

func (p *profileWriter) place(function string, line int64) uint64 {
	at := place{function, line}
	n, known := p.places[at]
	if !known {
		n = uint64(len(p.places)) + 1
		p.places[at] = n
		f := p.function(function)
		p.message(profileLocation, func(m *protobuf) {
			m.number(1, n)
			m.message(4, func(m *protobuf) { m.number(1, f); m.number(2, uint64(firstLine+line)) })
		})
	}
	return n
}

func zipped(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}
