package corrections

import (
	"encoding/hex"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of an entry: more than a person decides at once, little enough that a
// log of thousands stays small.
const (
	MaxWords   = 1000 // code points of an anchor's words
	MaxAnchors = 64   // of each list
	maxField   = 4000 // bytes of a name, a note, a reason, an author, an article's id
	maxRules   = 64
)

// form is what an entry of a kind must and may say.
type form struct {
	targets            []Target
	others, name, kind need
	words, place, of   need // of: the case
}

type need int

const (
	never need = iota
	maybe
	always
)

var forms = map[Decision]form{
	Merge:   {targets: []Target{Entity, Claim}, others: always},
	Split:   {targets: []Target{Entity, Claim}, others: always},
	Rename:  {targets: []Target{Entity, Case}, name: always, of: maybe},
	Kind:    {targets: []Target{Entity}, kind: always},
	Speaker: {targets: []Target{Statement}, others: maybe, name: maybe, kind: maybe},
	Hide:    {targets: []Target{Statement, Entity}},
	Confirm: {targets: []Target{Statement, Entity, Claim}, others: maybe},
	Reject:  {targets: []Target{Entity, Claim}, others: always},
	Move:    {targets: []Target{Claim}, others: always},
	Undo:    {targets: []Target{Log}},
	Open:    {targets: []Target{Case}, name: always},
	Close:   {targets: []Target{Case}, of: always},
	Pick:    {targets: pickable, of: always},
	Place:   {targets: pickable, of: always, place: always},
	Note:    {targets: onCase, of: always, words: always},
	Tag:     {targets: onCase, of: always, words: always},
}

// What can be picked, and what can be noted and tagged.
var (
	pickable = []Target{Statement, Entity, Claim, Article}
	onCase   = append([]Target{Case}, pickable...)
)

// kinds an entry may name.
var kinds = map[news.EntityKind]bool{news.Person: true, news.Organisation: true, news.Place: true, news.Group: true, NoKind: true}

// IsKind reports whether an entry may name a kind.
func IsKind(k news.EntityKind) bool { return kinds[k] }

// Check says what is wrong with an entry, "" when nothing is. It wants the id
// that Sign gives.
func (e *Entry) Check() string {
	for _, check := range []func() string{e.checkForm, e.checkAnchors, e.checkWords, e.checkTime} {
		if fault := check(); fault != "" {
			return fault
		}
	}
	if e.ID != e.digest() {
		return fmt.Sprintf("the id %q is not that of what the entry says", e.ID)
	}
	return ""
}

func (e *Entry) checkForm() string {
	f, known := forms[e.Decision]
	if !known {
		return fmt.Sprintf("there is no decision %q", e.Decision)
	}
	if !has(f.targets, e.Target) {
		return fmt.Sprintf("%q cannot be decided of a target %q", e.Decision, e.Target)
	}
	for _, x := range []struct {
		field string
		need  need
		given bool
	}{{"others", f.others, len(e.Others) > 0}, {"name", f.name, e.Name != ""}, {"kind", f.kind, e.Kind != ""},
		{"words", f.words, e.Words != ""}, {"place", f.place, e.Place != 0}, {"case", f.of, e.Case != ""},
		{"anchors", when(e.Decision != Undo && e.Target != Case), len(e.Anchors) > 0}, {"revokes", when(e.Decision == Undo), e.Revokes != ""}} {
		switch {
		case x.need == always && !x.given:
			return fmt.Sprintf("%q wants %q", e.Decision, x.field)
		case x.need == never && x.given:
			return fmt.Sprintf("%q takes no %q", e.Decision, x.field)
		}
	}
	if e.Decision == Confirm && (e.Target != Statement) != (len(e.Others) > 0) {
		return "an entity is confirmed with an alias, a claim with a telling, a statement without"
	}
	if e.Decision == Rename && (e.Target == Case) != (e.Case != "") || e.Case != "" && !isID(e.Case) {
		return "it is not said of which case"
	}
	if e.Place < 0 {
		return "there is no such place"
	}
	if e.Kind != "" && !IsKind(e.Kind) {
		return fmt.Sprintf("there is no kind %q", e.Kind)
	}
	return ""
}

// isID reports whether something is the id of an entry, as digest makes it.
func isID(id string) bool {
	_, err := hex.DecodeString(strings.TrimPrefix(id, "d"))
	return err == nil && len(id) == 17 && id[0] == 'd' && strings.ToLower(id) == id
}

func when(wanted bool) need {
	if wanted {
		return always
	}
	return never
}

func has(targets []Target, t Target) bool {
	for _, x := range targets {
		if x == t {
			return true
		}
	}
	return false
}

func (e *Entry) checkAnchors() string {
	if len(e.Anchors) > MaxAnchors || len(e.Others) > MaxAnchors {
		return fmt.Sprintf("more than %d anchors", MaxAnchors)
	}
	if e.Target == Statement && len(e.Anchors) > 1 {
		return "a statement has one anchor"
	}
	if e.Target == Article && len(e.Anchors) > 1 {
		return "an article has one anchor"
	}
	for _, list := range [][]Anchor{e.Anchors, e.Others} {
		for _, a := range list {
			if fault := a.check(); fault != "" {
				return fault
			}
		}
	}
	if e.Decision == Speaker && len(e.Others) > 0 && (len(e.Others) > 1 || e.Others[0].SHA256 != e.Anchors[0].SHA256 || e.Name == "") {
		return "a speaker is named once, in the statement's text"
	}
	return ""
}

func (a *Anchor) check() string {
	if b, err := hex.DecodeString(a.SHA256); err != nil || len(b) != len(news.Digest{}) || strings.ToLower(a.SHA256) != a.SHA256 {
		return fmt.Sprintf("%q is no SHA-256 in lower-case hexadecimal", a.SHA256)
	}
	n := utf8.RuneCountInString(a.Words)
	if a.Start < 0 || a.End <= a.Start || a.Nth < 0 || n != min(a.End-a.Start, MaxWords) {
		return fmt.Sprintf("an anchor from %d to %d has %d code points of words", a.Start, a.End, n)
	}
	return textual("article", a.Article)
}

func (e *Entry) checkWords() string {
	if len(e.Rules) > maxRules {
		return fmt.Sprintf("more than %d rules", maxRules)
	}
	if e.By == "" {
		return "nobody decided it"
	}
	fields := map[string]string{"by": e.By, "reason": e.Reason, "name": e.Name, "revokes": e.Revokes, "words": e.Words}
	for _, name := range []string{"by", "reason", "name", "revokes", "words"} {
		if fault := textual(name, fields[name]); fault != "" {
			return fault
		}
	}
	for _, r := range e.Rules {
		if fault := textual("rules", r); fault != "" {
			return fault
		}
	}
	return ""
}

// textual refuses what is no short text: NUL and bytes that are no UTF-8 too.
func textual(name, s string) string {
	switch {
	case len(s) > maxField:
		return fmt.Sprintf("%q is over %d bytes", name, maxField)
	case !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0:
		return fmt.Sprintf("%q is no text", name)
	}
	return ""
}

// checkTime wants what JSON and the order of the log keep: UTC, microseconds.
func (e *Entry) checkTime() string {
	if y := e.At.Year(); y < 1970 || y > 9999 || e.At.Location() != time.UTC || !e.At.Equal(e.At.Truncate(time.Microsecond)) {
		return "the time is not one in UTC, to the microsecond, since 1970"
	}
	return ""
}
