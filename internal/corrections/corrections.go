// Package corrections is the log of what people decided: this speaker is
// wrong, these two names are one person, leave this statement out. The log is
// append-only: a decision is taken back by another one that revokes it. It is
// replayed over whatever the stages derive, so that a correction outlives
// every new version of a rule, and it can be exported and applied elsewhere.
// What is picked into a case is a decision like others; package cases replays
// those.
//
// An entry says what it is about by anchors: the SHA-256 of a text, a place in
// it and the words there, never a row or a statement's number. An anchor whose
// words are not found where it says, or whose text is not at hand, does not
// apply; it is listed as such and waits.
//
// The order of a log is by time, then id; it does not matter in which order its
// entries arrive.
package corrections

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// Decision is the kind of an entry.
type Decision string

const (
	Merge   Decision = "merge"   // two entities, or two claims, are one
	Split   Decision = "split"   // some of an entity's names, or of a claim's tellings, are of another
	Rename  Decision = "rename"  // an entity is shown by another name
	Kind    Decision = "kind"    // an entity is of another kind, or none at all
	Speaker Decision = "speaker" // a statement is somebody else's, or nobody's
	Hide    Decision = "hide"    // a statement or an entity is left out
	Confirm Decision = "confirm" // a statement's speaker, a suggested alias or telling, is right
	Reject  Decision = "reject"  // a suggested alias, or a telling, is wrong
	Move    Decision = "move"    // a telling is of this claim, and of no other
	Undo    Decision = "undo"    // another entry does not hold
)

// What is decided of a case, a named selection of what the archive holds. A pick
// that does not stand any more, a tag that goes, a case that is open again: each
// is the Undo of the entry that said so.
const (
	Open  Decision = "open"  // a case begins; its id is the entry's
	Close Decision = "close" // a case is done with
	Pick  Decision = "pick"  // the target belongs to a case
	Place Decision = "place" // a picked item stands at this place of its case
	Note  Decision = "note"  // words on a case, or on a picked item
	Tag   Decision = "tag"   // a tag of a case, or of a picked item
)

// Target is what an entry is about.
type Target string

const (
	Statement Target = "statement"
	Entity    Target = "entity"
	Claim     Target = "claim"
	Article   Target = "article"
	Case      Target = "case"
	Log       Target = "decision" // another entry of the log
)

// NoKind is the Entry.Kind of words that name nobody and nothing.
const NoKind news.EntityKind = "none"

// Entry is one decision. Its JSON is a line of an export.
type Entry struct {
	ID       string          `json:"id"` // made of all the rest by Sign
	Decision Decision        `json:"decision"`
	Target   Target          `json:"target"`
	Anchors  []Anchor        `json:"anchors,omitempty"` // where the target stands: a statement's first content; mentions of an entity, the first found holds; tellings of a claim; the first line of an article
	Others   []Anchor        `json:"others,omitempty"`  // merge: the other entity; split: what goes; confirm, reject: the alias or telling; move: the telling; speaker: who it is
	Name     string          `json:"name,omitempty"`    // rename, open: the new name; speaker: who it is, "" for nobody
	Kind     news.EntityKind `json:"kind,omitempty"`    // kind: the new one; speaker: what who it is is
	Revokes  string          `json:"revokes,omitempty"` // undo: the id of the entry that does not hold
	Case     string          `json:"case,omitempty"`    // of what is decided of a case: its id
	Words    string          `json:"words,omitempty"`   // note: the note; tag: the tag
	Place    int             `json:"place,omitempty"`   // place: the item's place in its case, counted from 1
	Rules    []string        `json:"rules,omitempty"`   // the rules whose judgement was decided on, as they stood then
	By       string          `json:"by"`                // the author
	At       time.Time       `json:"at"`                // in UTC, to the microsecond
	Reason   string          `json:"reason"`            // the author's words
}

// OfCase reports whether an entry is about a case, so that nothing is derived
// otherwise for it.
func (e *Entry) OfCase() bool { return e.Case != "" || e.Target == Case }

// Anchor is words in a text. Start and End count Unicode code points, as in
// every output: an entry must be readable where the text is not.
type Anchor struct {
	SHA256  string `json:"sha256"` // of the text, in hexadecimal
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Words   string `json:"words"`             // those of the span, or the first MaxWords code points of them
	Nth     int    `json:"nth,omitempty"`     // which of the statements whose first content is just this
	Article string `json:"article,omitempty"` // whose text it was, for people; "wide" says that other articles are meant too
	Only    bool   `json:"only,omitempty"`    // the name in this article, and not wherever it is used alike
}

// Sign gives an entry its id: a hash of all that it says.
func (e *Entry) Sign() { e.ID = e.digest() }

// digest is "d" and the first 64 bits of the SHA-256 of the entry's JSON.
func (e *Entry) digest() string {
	x := *e
	x.ID = ""
	b, _ := json.Marshal(x) // of strings, numbers and a checked time: nothing that has no JSON
	sum := sha256.Sum256(b)
	return "d" + hex.EncodeToString(sum[:8])
}

// Compare puts entries into the order of the log.
func Compare(a, b Entry) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) }

// Texts are the SHA-256 of the texts the entry's anchors stand in, each once.
func (e *Entry) Texts() []string {
	var out []string
	seen := map[string]bool{}
	for _, list := range [][]Anchor{e.Anchors, e.Others} {
		for _, a := range list {
			if !seen[a.SHA256] {
				seen[a.SHA256] = true
				out = append(out, a.SHA256)
			}
		}
	}
	return out
}
