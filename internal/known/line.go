package known

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/hearsay-engine/hearsay/news"
)

// jsonLine is an entry as a line of a list.
type jsonLine struct {
	Names []string          `json:"names"`
	Kind  news.EntityKind   `json:"kind"`
	IDs   map[string]string `json:"ids,omitempty"`
	Note  string            `json:"note,omitempty"`
}

// ParseLine reads one entry. What it gives is the same for every way of writing
// the line; its ID is the Wikidata one when it has one, else made of its kind
// and first name.
func ParseLine(line []byte) (Entry, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	var j jsonLine
	if err := d.Decode(&j); err != nil {
		return Entry{}, errors.New("no entry: " + news.JSONWords(err))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Entry{}, errors.New("no entry: something follows it")
	}
	if len(j.Names) > maxNames || len(j.IDs) > maxIDs {
		return Entry{}, fmt.Errorf("it has over %d names or %d ids", maxNames, maxIDs)
	}
	e := Entry{Kind: j.Kind, Note: oneSpaced(j.Note)}
	for _, n := range j.Names {
		if n = oneSpaced(n); !slices.Contains(e.Names, n) {
			e.Names = append(e.Names, n)
		}
	}
	for scheme, value := range j.IDs {
		e.IDs = append(e.IDs, Identifier{scheme, value})
	}
	slices.SortFunc(e.IDs, func(a, b Identifier) int { return strings.Compare(a.Scheme, b.Scheme) })
	if err := e.checkListed(); err != nil {
		return Entry{}, err
	}
	e.ID = e.ownID()
	return e, nil
}

// Line writes an entry of a list as ParseLine reads it.
func (e *Entry) Line() []byte {
	j := jsonLine{Names: e.Names, Kind: e.Kind, Note: e.Note}
	if len(e.IDs) > 0 {
		j.IDs = map[string]string{}
		for _, id := range e.IDs {
			j.IDs[id.Scheme] = id.Value
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(j); err != nil {
		panic(err) // strings always encode
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

func oneSpaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// ownIDDigits is how much of a SHA-256 tells the entries of people's lists apart.
const ownIDDigits = 12

func (e *Entry) ownID() string {
	for _, id := range e.IDs {
		if id.Scheme == "wikidata" {
			return "wikidata:" + id.Value
		}
	}
	sum := sha256.Sum256([]byte(string(e.Kind) + "\n" + Form(e.Names[0])))
	return "own:" + hex.EncodeToString(sum[:])[:ownIDDigits]
}

func (e *Entry) checkListed() error {
	switch {
	case len(e.Names) == 0:
		return errors.New(`it has no "names"`)
	case len(e.Note) > maxNote:
		return fmt.Errorf("its note is over %d bytes", maxNote)
	case !slices.Contains(news.EntityKinds, e.Kind):
		return fmt.Errorf(`its "kind" is %q, not person, organisation, place or group`, e.Kind)
	case !printable(e.Note):
		return errors.New("its note holds control characters")
	}
	for _, n := range e.Names {
		if err := checkName(n); err != nil {
			return err
		}
	}
	for _, id := range e.IDs {
		if err := id.check(); err != nil {
			return err
		}
	}
	return nil
}

func checkName(n string) error {
	switch {
	case len(n) > maxNameBytes:
		return fmt.Errorf("a name is over %d bytes", maxNameBytes)
	case !printable(n):
		return fmt.Errorf("the name %q holds control characters", n)
	case keyOfForm(n) == 0:
		return fmt.Errorf("the name %q has no letter", n)
	}
	return nil
}

// printable tells text without control characters and without those that turn
// the direction of what follows.
func printable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == unicode.ReplacementChar || '\u202A' <= r && r <= '\u202E' || '\u2066' <= r && r <= '\u2069'
	})
}

var (
	schemes     = regexp.MustCompile(`^[a-z][a-z0-9_-]{0,31}$`)
	values      = regexp.MustCompile(`^[!-~]{1,200}$`)
	wikidataIDs = regexp.MustCompile(`^Q[1-9][0-9]{0,15}$`)
)

func (id Identifier) check() error {
	switch {
	case !schemes.MatchString(id.Scheme):
		return fmt.Errorf("%q is no name of ids: small letters, digits, - and _", id.Scheme)
	case !values.MatchString(id.Value):
		return fmt.Errorf("the id %q is none: letters, digits and marks without spaces", id.Value)
	case id.Scheme == "wikidata" && !wikidataIDs.MatchString(id.Value):
		return fmt.Errorf("the id %q is none of Wikidata's, such as Q42", id.Value)
	}
	return nil
}
