// Package news holds the nouns of hearsay: what is read (Blob), what is made of
// it (Article) and what is found in it (Statement, Entity).
//
// An article's text is immutable and named by its SHA-256. Every finding is
// spans of bytes into that text; offsets are carried from the first byte read
// and are never searched for again. Outputs speak of Unicode code points: Ruler
// is the one place that converts.
//
// The package stands below every stage and imports none of them. The root
// package of the module gives the same names to users of the library.
package news

import (
	"cmp"
	"time"
)

// Media is the form of a captured text.
type Media string

const (
	MediaText  Media = "text"  // the text itself, in some charset
	MediaHTML  Media = "html"  // an HTML page
	MediaJSONL Media = "jsonl" // one line of JSON, {"id","text"} and given meta data
)

// Blob is one capture, kept whole, and what was known of it before it was read.
type Blob struct {
	ID       string    // the article's id: a JSON line's id, else the path or URL as given, "-" for standard input
	Media    Media     // how Bytes are to be understood
	Charset  string    // as declared from outside (a flag, a sidecar, a header); "" when nobody declared one
	Bytes    []byte    // the capture
	Given    Given     // meta data given beside the capture: evidence class "given"
	Modified time.Time // the file's time, weakest of all date evidence; zero when unknown
}

// Given is the meta data a person, a sidecar or a JSON line states about an
// article. An empty field states nothing.
type Given struct {
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Published string `json:"published,omitempty"` // ISO 8601, of any precision
	Fetched   string `json:"fetched,omitempty"`   // ISO 8601
	Language  string `json:"language,omitempty"`  // ISO 639-1
}

// Or is g, with what it leaves empty taken from weaker.
func (g Given) Or(weaker Given) Given {
	return Given{
		URL:       cmp.Or(g.URL, weaker.URL),
		Outlet:    cmp.Or(g.Outlet, weaker.Outlet),
		Title:     cmp.Or(g.Title, weaker.Title),
		Byline:    cmp.Or(g.Byline, weaker.Byline),
		Published: cmp.Or(g.Published, weaker.Published),
		Fetched:   cmp.Or(g.Fetched, weaker.Fetched),
		Language:  cmp.Or(g.Language, weaker.Language),
	}
}

// Article is one read article. Spans are bytes into Text.
type Article struct {
	ID            string
	SHA256        Digest // of Text
	CaptureSHA256 Digest // of the Blob's bytes
	Text          string
	Segments      []Segment // where the words of Text stand in the capture, in order of Text
	URL           string

	Title   Field
	Byline  Field
	Outlet  Field
	Fetched Field

	Language        string     // ISO 639-1 of most of the body; "" when unknown
	Languages       []LangSpan // by paragraph of the body, neighbours of one language joined
	Translated      Evidence   // why the text is taken for a translation; Class "" when it is not
	TranslationCues []Reason   // what spoke for a translation, in order of the text; nil when it is none

	Published Date   // the best of Dates; Value "" when unknown
	Dates     []Date // every candidate, strongest class first
	Times     []Told // what the body tells of time, by start

	Body        []Span // what the article says, in order
	Boilerplate []Dropped

	Statements []Statement // by start, the outer before the inner
	Entities   []Entity    // by first mention
	Refused    []Refusal   // what looked like a statement and was not taken, by start
	Stances    []Stance    // what is made of things told in it, by cue
}

// Segment ties words of an article's text to the bytes of the capture they
// were decoded from.
type Segment struct {
	Text   Span   // bytes in Article.Text
	Blob   Span   // bytes in Blob.Bytes
	Coding Coding // how the blob's bytes become the text's
}

// Coding names how a segment's captured bytes decode to its words.
type Coding string

const (
	CodingPlain Coding = "plain" // the charset only
	CodingHTML  Coding = "html"  // the charset, then character references, white space folded
	CodingJSON  Coding = "json"  // a JSON string literal with its quotation marks
)

// Evidence says where a field was read: its class, and the words when they
// stand in the text.
type Evidence struct {
	Class EvidenceClass
	Span  Span // empty when the evidence is not in the visible text
}

// EvidenceClass names a kind of evidence, strongest first in the list below.
type EvidenceClass string

const (
	EvidenceGiven    EvidenceClass = "given"    // stated by a person, a sidecar, a JSON line, a flag
	EvidenceHeader   EvidenceClass = "header"   // an HTTP header
	EvidenceJSONLD   EvidenceClass = "json-ld"  // schema.org in the page
	EvidenceMeta     EvidenceClass = "meta"     // a meta element
	EvidenceMarkup   EvidenceClass = "markup"   // time, rel=author, itemprop
	EvidenceByline   EvidenceClass = "byline"   // visible text about the article: title, byline, date line
	EvidenceURL      EvidenceClass = "url"      // the address
	EvidenceText     EvidenceClass = "text"     // words of the article itself
	EvidenceFile     EvidenceClass = "file"     // a file's name
	EvidenceFileTime EvidenceClass = "filetime" // a file's time, weakest
)

// Field is one word-like fact about an article and its evidence.
type Field struct {
	Value string
	Evidence
}

// Date is a candidate for when an article was published, or a bound on it.
type Date struct {
	Value     string    // ISO 8601 as precise as Precision says: "2022-03-06T02:45"
	Precision Precision // "" only on the zero Date
	Zone      string    // "+03:00", "Z", or a named assumption such as "assumed +03:00"; "" when the evidence names none
	Of        Event     // what it is the date of
	Evidence
}

// Event is what a date about an article is the date of.
type Event string

const (
	Publication Event = ""        // an article's own date
	Change      Event = "changed" // it was published by then
	Fetch       Event = "fetched" // it was published by then
	Saved       Event = "saved"   // a file's time, which a copy of the file loses
)

// Precision is the finest unit a date states.
type Precision string

const (
	Second Precision = "second"
	Minute Precision = "minute"
	Day    Precision = "day"
	Month  Precision = "month"
	Year   Precision = "year"
)

// LangSpan is a stretch of the body in one language.
type LangSpan struct {
	Span
	Language string
}

// Dropped is a stretch of text left out of the body, and the rule that did it.
type Dropped struct {
	Span
	Reason Reason
}

// Statement is one act of saying: a speaker, the words that say so, and what
// was said, all verbatim.
type Statement struct {
	Speaker     *Span  // the words that name the speaker; nil when none do
	SpeakerName string // who that is, resolved within the article; "" when unknown
	Cue         *Span  // "said", "according to"; nil when none
	Content     []Span // what was said, in order; never empty
	Kind        Kind
	Voice       Voice
	Within      int // index of the statement around this one, Outermost when none
	Polarity    Polarity
	Reasons     []Reason
	Corrections []Correction // people's decisions that shaped it, oldest first; nil when none did
	Hidden      bool         // one of them was to leave it out of lists and counts
	Withheld    string       // who hid its speaker, whose words and name are left out here; "" for nobody
}

// Outermost is the Within of a statement that no other holds.
const Outermost = -1

// Start is the first byte of the statement's content.
func (s *Statement) Start() int { return s.Content[0].Start }

// Kind is how a statement is worded.
type Kind string

const (
	Direct   Kind = "direct"   // in quotation marks
	Mixed    Kind = "mixed"    // partly in quotation marks
	Indirect Kind = "indirect" // in the reporter's words
	Turn     Kind = "turn"     // a turn of an interview
)

// Voice tells whose words a statement is given as.
type Voice string

const (
	Attributed Voice = "attributed" // somebody is reported as saying it
	OutletOwn  Voice = "outlet"     // nobody is named for it: the article's own words
)

// Polarity is the stance of the speaker to the content.
type Polarity string

const (
	Asserts  Polarity = "asserts"
	Denies   Polarity = "denies"
	Declines Polarity = "declines" // refuses to say
	Asks     Polarity = "asks"
	Hedges   Polarity = "hedges"
)

// Reason is a rule that spoke for a judgement. Its sentence for people comes
// from internal/wording, looked up by Rule.
type Reason struct {
	Rule   string  // id, such as "cue-verb"
	Words  string  // the words it rests on, verbatim; "" when none
	Figure float64 // the figure it rests on; 0 when none
}

// Correction is a person's decision on a finding.
type Correction struct {
	ID       string // its entry in the log
	Decision string // "speaker", "hide", "confirm"
	By       string // the author
}

// Refusal is a stretch that looked like a statement and was not taken.
type Refusal struct {
	Span
	Reason Reason
}

// Entity is a person, organisation, place or group as one article names it.
type Entity struct {
	Name     string // the fullest form in the article
	Kind     EntityKind
	Mentions []Span // in order; names only, no pronouns
}

// EntityKind is what an entity is.
type EntityKind string

const (
	Person       EntityKind = "person"
	Organisation EntityKind = "organisation"
	Place        EntityKind = "place"
	Group        EntityKind = "group"
)

// EntityKinds are all there are, in the order they are told.
var EntityKinds = []EntityKind{Person, Organisation, Place, Group}
