package known

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of lists that people add. An archive holds its list in memory while it
// resolves names.
const (
	maxLine   = 64 << 10
	MaxListed = 200_000
	maxNames  = 200 // of one entry
	maxIDs    = 16  // of one entry
	maxNote   = 2000
)

// ReadList reads a person's list: JSON Lines, one entry each, empty lines left
// out. A line that is none gives an error naming file and line, and reading goes
// on behind it.
//
//	{"names": ["Orla Venn", "Орла Венн"], "kind": "person",
//	 "ids": {"wikidata": "Q999999999"}, "note": "mayor since 2031"}
func ReadList(file string, r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		l := lines{file: file, in: bufio.NewReaderSize(r, maxLine)}
		for {
			line, err := l.next()
			if errors.Is(err, io.EOF) {
				return
			}
			var e Entry
			if err == nil {
				e, err = l.entry(line)
			}
			last := news.FaultOf(err) == news.Denied
			if !yield(e, err) || last {
				return
			}
		}
	}
}

// lines are the lines of a list that are not empty.
type lines struct {
	file   string
	number int
	in     *bufio.Reader
}

// next gives a line without white space around it. It holds until the next call.
func (l *lines) next() ([]byte, error) {
	for {
		line, err := l.in.ReadSlice('\n')
		l.number++
		if errors.Is(err, bufio.ErrBufferFull) {
			return nil, l.skip()
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, news.Errorf(news.Denied, l.file, "name a file that can be read", "cannot be read to its end: %v", err)
		}
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff")))
		if len(line) > 0 {
			return line, nil
		}
		if err != nil {
			return nil, io.EOF
		}
	}
}

// skip leaves out the rest of a line that is too long.
func (l *lines) skip() error {
	for {
		if _, err := l.in.ReadSlice('\n'); !errors.Is(err, bufio.ErrBufferFull) {
			return l.fault(news.TooLarge, "leave the line out, or split its names over files", "a line is over %d bytes", maxLine)
		}
	}
}

func (l *lines) fault(f news.Fault, mend, format string, args ...any) error {
	return news.Errorf(f, fmt.Sprintf("%s:%d", l.file, l.number), mend, format, args...)
}

func (l *lines) entry(line []byte) (Entry, error) {
	if !utf8.Valid(line) {
		return Entry{}, l.fault(news.Encoding, "save the file as UTF-8", "bytes that are no UTF-8")
	}
	e, err := ParseLine(line)
	if err != nil {
		return Entry{}, l.fault(news.Malformed, `write {"names": ["…"], "kind": "person"} or see hearsay known --help`, "%v", err)
	}
	return e, nil
}

// List finds entries of a person's list by their names. The zero List is empty.
// It may be used by many at once.
type List struct {
	entries []Entry
	of      map[text.Key][]int
}

// NewList makes a list of entries; what comes first is found first.
func NewList(entries []Entry) *List {
	l := &List{entries: entries, of: map[text.Key][]int{}}
	for i := range entries {
		for _, n := range entries[i].Names {
			k := keyOfForm(n)
			if have := l.of[k]; len(have) == 0 || have[len(have)-1] != i {
				l.of[k] = append(have, i)
			}
		}
	}
	return l
}

// Named gives the entries of a name, as the package's Named does.
func (l *List) Named(name string) []Entry {
	if l == nil || len(l.entries) == 0 {
		return nil
	}
	var out []Entry
	for _, i := range l.of[keyOfForm(name)] {
		if l.entries[i].GoesBy(name) {
			out = append(out, l.entries[i])
		}
	}
	return slices.Clip(out)
}

// Has tells whether some entry goes by a name, by its key only.
func (l *List) Has(name string) bool { return l != nil && len(l.of[keyOfForm(name)]) > 0 }
