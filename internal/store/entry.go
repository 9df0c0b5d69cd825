package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// Maker is a stage at one version.
type Maker struct{ Stage, Version string }

// Makers are the stages that made an article's rows.
type Makers struct{ Clean, Attribute, Stance, Match Maker }

// Failure is why an input could not be read.
type Failure struct {
	ID    string
	Stage string // the stage that failed: "read", "clean"
	Maker string // its version
	Fault news.Fault
	Words string
	Mend  string
}

// Entry is one input on its way into the archive: a capture with what was read
// in it, or why nothing could be.
type Entry struct {
	Blob    news.Blob
	Article *news.Article // nil when Failure is set
	Seen    news.Interval // when the article was published
	Makers  Makers
	Tells   []match.Telling // what the article tells, ready to be compared
	Lines   []Line          // of the article before any were dropped
	Decided Decided
	Failure *Failure
	Again   bool // replace what was read of this version before
	Exhume  bool // it may have been forgotten before
}

// Packed is an Entry made ready to be written: checked, folded and compressed,
// so that the one writer has little left to do.
type Packed struct {
	entry      Entry
	digest     news.Digest // of the capture
	capture    packed
	shared     bool   // the text is the capture
	text       packed // else
	record     []byte
	said       []byte
	names      []nameRow
	statements []statementRow
	lot        int64
	copy       copyRow
	ready      readied // to be compared with others; nil for a long text, which is read when its turn comes
	scene      []byte
	sightings  []resolve.Sighting // of each name
	shorts     []shortRow
	tellings   []tellingRow
}

// Rows is how many rows the entry writes, near enough to bound a transaction.
func (p *Packed) Rows() int {
	n := 4 + 2*len(p.tellings) + len(p.names) + 2*len(p.entry.Lines) + len(p.entry.Decided.Bound)
	if a := p.entry.Article; a != nil {
		n += len(a.Stances)
	}
	for i := range p.statements {
		n += 1 + len(p.statements[i].about)
	}
	return n
}

// Bytes is how many bytes the entry writes, near enough to bound a transaction.
func (p *Packed) Bytes() int {
	return len(p.capture.bytes) + 2*len(p.text.bytes) + len(p.record) + len(p.said)
}

// Failed reports whether the entry holds a failure only.
func (p *Packed) Failed() bool { return p.entry.Failure != nil }

type nameRow struct{ kind, name string }

// kindOf is a kind as a row holds it, one string for all that are of it: what is kept
// of a name outlives what was read of it.
func kindOf(read string) string {
	for _, k := range []news.EntityKind{news.Person, news.Organisation, news.Place, news.Group} {
		if string(k) == read {
			return string(k)
		}
	}
	return read
}

// statementRow is a statement as its row holds it; names are indexes into the
// entry's names.
type statementRow struct {
	news.Statement
	named          int // -1 when the speaker has no name
	speaker, words string
	corrections    string
	about          []int
	doubt          int64 // the doubtful rules that had a part in it, where it is somebody's
}

// Pack makes an entry ready to be written. It is pure. An article that holds
// what no archive may hold comes back as a failure.
func Pack(e Entry) (*Packed, error) {
	if err := checkGiven(e.Blob); err != nil {
		return nil, err
	}
	p := &Packed{entry: e, digest: news.DigestOf(e.Blob.Bytes), capture: Texts.pack(e.Blob.Bytes)}
	if e.Failure != nil {
		return p, nil
	}
	if err := p.packArticle(e.Article); err != nil {
		return nil, err
	}
	return p, nil
}

func (p *Packed) packArticle(a *news.Article) error {
	if err := storable(a.ID, a.Text, a.Title.Value, a.Byline.Value, a.Outlet.Value, a.URL, a.Language); err != nil {
		return err
	}
	if p.shared = a.SHA256 == a.CaptureSHA256; !p.shared {
		p.text = Texts.pack([]byte(a.Text))
	}
	p.record, p.said = packRecord(a), packSaid(a.Statements)
	names := newNames(a)
	p.statements = make([]statementRow, 0, len(a.Statements))
	for _, s := range a.Statements {
		p.statements = append(p.statements, newStatementRow(a.Text, s, names))
	}
	p.names = names.rows
	p.sight(a, names)
	p.copy = newCopyRow(a, p.entry.Seen)
	if len(a.Text) <= maxReadyText {
		p.ready = p.copy.ready(a)
		p.ready.Keys() // it remembers them
	}
	p.tellings = packTellings(a, p.entry.Tells)
	p.lighten()
	return nil
}

// lighten gives up what has become rows: a thousand articles wait for the one that
// writes.
func (p *Packed) lighten() {
	a := *p.entry.Article
	a.Segments, a.Languages, a.TranslationCues, a.Dates, a.Times, a.Boilerplate = nil, nil, nil, nil, nil, nil
	a.Statements, a.Entities, a.Refused = nil, nil, nil
	p.entry.Article, p.entry.Tells = &a, nil
}

func checkGiven(b news.Blob) error {
	g := b.Given
	return storable(b.ID, b.ID, string(b.Media), b.Charset, g.URL, g.Outlet, g.Title, g.Byline, g.Published, g.Fetched, g.Language)
}

// storable refuses what other databases refuse: NUL and bytes that are no UTF-8.
func storable(id string, values ...string) error {
	for _, v := range values {
		if !utf8.ValidString(v) || strings.IndexByte(v, 0) >= 0 {
			return news.Errorf(news.Encoding, strings.ToValidUTF8(strings.ReplaceAll(id, "\x00", "�"), "�"),
				"save it as UTF-8, without NUL", "holds NUL or bytes that are no UTF-8")
		}
	}
	return nil
}

// names interns the names of one article and knows where they stand.
type names struct {
	rows     []nameRow
	index    map[nameRow]int
	kinds    map[string]news.EntityKind
	mentions []mention // by start
}

type mention struct {
	news.Span
	name int
}

func newNames(a *news.Article) *names {
	n := &names{index: make(map[nameRow]int, len(a.Entities)), kinds: make(map[string]news.EntityKind, len(a.Entities))}
	for _, e := range a.Entities {
		if _, known := n.kinds[e.Name]; !known {
			n.kinds[e.Name] = e.Kind
		}
		i := n.of(nameRow{string(e.Kind), e.Name})
		for _, m := range e.Mentions {
			n.mentions = append(n.mentions, mention{m, i})
		}
	}
	slices.SortStableFunc(n.mentions, func(a, b mention) int { return a.Start - b.Start })
	return n
}

func (n *names) of(r nameRow) int {
	i, known := n.index[r]
	if !known {
		i = len(n.rows)
		n.index[r] = i
		n.rows = append(n.rows, r)
	}
	return i
}

// speaker interns a speaker's name; its kind is that of the entity so named.
func (n *names) speaker(name string) int {
	if name == "" {
		return -1
	}
	return n.of(nameRow{string(n.kinds[name]), name})
}

// within is the names mentioned inside spans, each once, in order.
func (n *names) within(spans []news.Span) []int {
	var out []int
	for _, s := range spans {
		first, _ := slices.BinarySearchFunc(n.mentions, s.Start, func(m mention, at int) int { return m.Start - at })
		for _, m := range n.mentions[first:] {
			if m.Start >= s.End {
				break
			}
			if s.Holds(m.Span) && !slices.Contains(out, m.name) {
				out = append(out, m.name)
			}
		}
	}
	return out
}

func newStatementRow(text string, s news.Statement, n *names) statementRow {
	row := statementRow{Statement: s, named: n.speaker(s.SpeakerName), words: contentWords(text, s.Content),
		corrections: packCorrections(s.Corrections), about: n.within(s.Content)}
	if s.Speaker != nil {
		row.speaker = s.Speaker.Of(text)
	}
	row.doubt = doubtIn(&s)
	return row
}

// doubtIn is what a statement's row keeps of the doubtful rules among its reasons.
func doubtIn(s *news.Statement) int64 {
	if s.Voice != news.Attributed {
		return 0
	}
	return corrections.DoubtsIn(s.Reasons)
}

// gap stands between the contents of one statement in its row.
const gap = "\n"

func contentWords(text string, content []news.Span) string {
	words := make([]string, len(content))
	for i, c := range content {
		words[i] = c.Of(text)
	}
	return strings.Join(words, gap)
}

// foldOutlet is how outlets are compared.
func foldOutlet(s string) string { return fold.Name(s) }

// MergeGiven is old with what new states: an empty field states nothing.
func MergeGiven(old, new news.Given) news.Given {
	pick := func(o *string, n string) {
		if n != "" {
			*o = n
		}
	}
	pick(&old.URL, new.URL)
	pick(&old.Outlet, new.Outlet)
	pick(&old.Title, new.Title)
	pick(&old.Byline, new.Byline)
	pick(&old.Published, new.Published)
	pick(&old.Fetched, new.Fetched)
	pick(&old.Language, new.Language)
	return old
}
