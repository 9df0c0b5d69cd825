package corrections

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of a file of entries: a line holds at most 2×MaxAnchors anchors of
// MaxWords code points, no person decides more often, and all of it is held at
// once.
const (
	maxLine    = 1 << 20
	maxEntries = 200_000
	maxFile    = 256 << 20 // bytes
)

// Read reads entries from JSON Lines, one an entry, empty lines left out. A
// line that is none gives an error that names file and line and costs only
// itself; a file over a bound ends there.
func Read(file string, r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, maxLine)
		n, size := 0, 0
		for number := 1; lines.Scan(); number++ {
			if size += len(lines.Bytes()); size > maxFile {
				yield(Entry{}, fault(file, number, news.TooLarge, "split the file", "more than %d bytes", maxFile))
				return
			}
			line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
			if len(line) == 0 {
				continue
			}
			if n++; n > maxEntries {
				yield(Entry{}, fault(file, number, news.TooLarge, "split the file", "more than %d entries", maxEntries))
				return
			}
			e, err := parse(line)
			if err != nil {
				err = fault(file, number, news.Malformed, "take the file as hearsay corrections export wrote it, or leave this line out", "%v", err)
			}
			if !yield(e, err) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(Entry{}, scanFault(file, err))
		}
	}
}

func fault(file string, line int, f news.Fault, mend, format string, args ...any) error {
	return news.Errorf(f, fmt.Sprintf("%s:%d", file, line), mend, format, args...)
}

func scanFault(file string, err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return news.Errorf(news.TooLarge, file, "leave the line out", "a line is over %d bytes", maxLine)
	}
	return news.Errorf(news.Denied, file, "name a file that can be read", "cannot be read to its end: %v", err)
}

func parse(line []byte) (Entry, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	var e Entry
	if err := d.Decode(&e); err != nil {
		return Entry{}, errors.New("no entry: " + news.JSONWords(err))
	}
	if d.More() {
		return Entry{}, errors.New("no entry: something follows it")
	}
	e.At = e.At.UTC()
	if fault := e.Check(); fault != "" {
		return Entry{}, errors.New(fault)
	}
	return e, nil
}
