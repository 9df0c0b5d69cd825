package known

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

//go:embed data/places.zst
var entriesFile []byte

// base is the embedded base with its entries unpacked.
var base = sync.OnceValue(func() *places { return newPlaces(index(), unpack(entriesFile)) })

// unpack gives the lines of packed entries, which are the program's own.
func unpack(packed []byte) string {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		panic(err) // no option of ours can be wrong at run time
	}
	defer r.Close()
	lines, err := r.DecodeAll(packed, nil)
	if err != nil {
		panic(err) // checked by TestEmbeddedFilesAreThePinnedOnes
	}
	return string(lines)
}

// places are entries, a line each, and the index of their names.
type places struct {
	index *slots
	lines string
	start []uint32 // where a line begins
}

func newPlaces(x *slots, lines string) *places {
	p := &places{index: x, lines: lines, start: make([]uint32, 0, strings.Count(lines, "\n"))}
	for at := 0; at < len(lines); {
		p.start = append(p.start, uint32(at))
		at += strings.IndexByte(lines[at:], '\n') + 1
	}
	return p
}

func (p *places) named(name string) []Entry {
	key := keyOfForm(name)
	slot, found := p.index.find(shortKey(key))
	if key == 0 || !found {
		return nil
	}
	var out []Entry
	for _, n := range p.index.entries(slot, nil) {
		if e := p.entry(n); e.GoesBy(name) {
			out = append(out, e)
		}
	}
	return out
}

// GoesBy tells whether a name is one of the entry's, not only one of its key.
func (e *Entry) GoesBy(name string) bool {
	form := Form(name)
	return slices.ContainsFunc(e.Names, func(n string) bool { return Form(n) == form })
}

func (p *places) get(id string) (Entry, bool) {
	if id == "" || strings.ContainsAny(id, "\t\n") {
		return Entry{}, false
	}
	at := 0
	if !strings.HasPrefix(p.lines, id+"\t") {
		if at = strings.Index(p.lines, "\n"+id+"\t") + 1; at == 0 {
			return Entry{}, false
		}
	}
	n, _ := slices.BinarySearch(p.start, uint32(at))
	return p.entry(n), true
}

// entry reads a line: ID, role, what it lies in, population, how many names are
// English, names.
func (p *places) entry(n int) Entry {
	line, _, _ := strings.Cut(p.lines[p.start[n]:], "\n")
	col := strings.Split(line, "\t")
	role := Role(1) << number(col[1])
	return Entry{ID: col[0], Role: role, Kind: role.Kind(), In: col[2], Population: number(col[3]), English: number(col[4]), Names: strings.Split(col[5], nameMark)}
}

// nameMark stands between the names of a line.
const nameMark = "|"

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
