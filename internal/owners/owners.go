// Package owners reads lists of outlets that belong together: of one owner,
// sister sites, editions. What they print alike has one origin and not several.
package owners

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// Group is outlets that belong together. Outlets are names as articles print
// them, or sites such as "lamp.example".
type Group struct {
	Name    string   `json:"group"`
	Outlets []string `json:"outlets"`
}

// Bounds of lists: an archive holds its groups in memory while it counts.
const (
	maxLine    = 64 << 10
	maxOutlets = 2000 // of one group
	maxName    = 400  // bytes
	MaxListed  = 100_000
)

// ReadList reads a list: JSON Lines, one group each, empty lines left out. A line
// that is none gives an error naming file and line, and reading goes on behind it.
//
//	{"group": "Lamp Media", "outlets": ["The Lowmoor Lamp", "lamp.example"]}
func ReadList(file string, r io.Reader) iter.Seq2[Group, error] {
	return func(yield func(Group, error) bool) {
		in := bufio.NewReaderSize(r, maxLine)
		for number := 1; ; number++ {
			line, long, err := nextLine(in)
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(Group{}, news.Errorf(news.Denied, file, "try again", "cannot be read further: %v", err))
				}
				return
			}
			if len(line) == 0 && !long {
				continue
			}
			g, err := ParseLine(line)
			if long {
				err = fmt.Errorf("is over %d bytes long", maxLine)
			}
			if err != nil {
				err = news.Errorf(news.Malformed, fmt.Sprintf("%s:%d", file, number), `write {"group":"…","outlets":["…"]}`, "%v", err)
			}
			if !yield(g, err) {
				return
			}
		}
	}
}

// nextLine gives a line without white space around it; of one that is too long,
// nothing. It holds until the next call.
func nextLine(in *bufio.Reader) (line []byte, long bool, err error) {
	line, more, err := in.ReadLine()
	for long = more; more && err == nil; {
		_, more, err = in.ReadLine()
	}
	if long {
		return nil, true, err
	}
	return bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff"))), false, err
}

// ParseLine reads one group.
func ParseLine(line []byte) (Group, error) {
	var g Group
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&g); err != nil {
		return Group{}, errors.New("is no group of outlets")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Group{}, errors.New("holds more than one group")
	}
	if len(g.Outlets) == 0 || len(g.Outlets) > maxOutlets {
		return Group{}, fmt.Errorf("has %d outlets, not 1 to %d", len(g.Outlets), maxOutlets)
	}
	for _, name := range append([]string{g.Name}, g.Outlets...) {
		if err := check(name); err != nil {
			return Group{}, err
		}
	}
	return g, nil
}

func check(name string) error {
	switch {
	case Key(name) == "":
		return errors.New("has a name without letters")
	case len(name) > maxName:
		return fmt.Errorf("has a name of over %d bytes", maxName)
	case !utf8.ValidString(name):
		return errors.New("is not UTF-8")
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }):
		return errors.New("has a name with control characters")
	}
	return nil
}

// Line is the group as a line of a list.
func (g Group) Line() string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.Encode(g)
	return strings.TrimSpace(out.String())
}

// Key is what an outlet's name or site is known by: without case and accents,
// without "www." and what stands before and behind a site.
func Key(outlet string) string {
	folded := fold.Name(outlet)
	if !strings.Contains(folded, "://") && !strings.ContainsAny(folded, " ") && strings.Contains(folded, ".") {
		folded = "https://" + folded
	}
	if strings.Contains(folded, "://") {
		if u, err := url.Parse(folded); err == nil && u.Hostname() != "" {
			return strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	if !strings.ContainsFunc(folded, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return folded
}

// Of gives the group of an article's outlet, by its name, else by the site of
// its address; "" when it is in none. groups are by Key.
func Of(groups map[string]string, outlet, address string) string {
	if g := groups[Key(outlet)]; g != "" {
		return g
	}
	if !strings.Contains(address, "://") {
		return ""
	}
	return groups[Key(address)]
}

// Members are the outlets of a group by its name; of a name that is no group's,
// itself.
func Members(all []Group, name string) []string {
	for _, g := range all {
		if g.Name == name {
			return slices.Clone(g.Outlets)
		}
	}
	return []string{name}
}
