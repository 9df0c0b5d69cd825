package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Operator is what a term of a query asks about; "" is for words.
type Operator string

const (
	Words    Operator = ""
	Speaker  Operator = "speaker"
	About    Operator = "about"
	Outlet   Operator = "outlet"
	Lang     Operator = "lang"
	Before   Operator = "before"
	After    Operator = "after"
	KindOf   Operator = "kind"
	Polarity Operator = "polarity"
	Voice    Operator = "voice"
	Reviewed Operator = "reviewed"
	Case     Operator = "case"
	ClaimOf  Operator = "claim"
	Copied   Operator = "is"
)

var operators = []Operator{Speaker, About, Outlet, Lang, Before, After, KindOf, Polarity, Voice, Reviewed, Case, ClaimOf, Copied}

// choices are the values of operators that have few.
var choices = map[Operator][]string{
	KindOf:   {string(news.Direct), string(news.Mixed), string(news.Indirect), string(news.Turn)},
	Polarity: {string(news.Asserts), string(news.Denies), string(news.Declines), string(news.Asks), string(news.Hedges)},
	Voice:    {string(news.Attributed), string(news.OutletOwn)},
	Reviewed: {"yes", "no"},      // somebody decided on the statement
	Copied:   {"origin", "copy"}, // whether an earlier article had the words of the statement's
}

// FewValues reports whether an operator takes one of a few words.
func FewValues(o Operator) bool { return choices[o] != nil || o == Lang }

// Term is one condition of a query.
type Term struct {
	Operator Operator
	Value    string // words, a name, an outlet, a date; a phrase when Phrase
	Phrase   bool   // it stood in quotation marks
	Prefix   bool   // a word that may go on: "sanction*"
	Spelled  bool   // of a name: this spelling only, speaker:="Tokaev"
	Not      bool   // what it says must not hold

	Called    bool // of a name: whoever is listed under just this one, speaker:=="Tokaev"
	Suggested bool // of a name: what is said by names suggested for whom it means, speaker:~Tokaev

	at    int    // where a person typed it, in characters counted from 1; 0 where nobody did
	typed string // how
}

// Query is what to search for. All its words must be met and no negated term;
// several values of one operator are alternatives, but for about:, before: and
// after:, which must all hold; whoever is called by a name, speaker:==NAME, is
// looked for among the other speakers asked for. Only statements attributed to somebody are
// searched unless voice: asks otherwise. The zero value asks for all of them.
type Query struct{ Terms []Term }

// Bounds of a query: more than a person types, less than a page of text.
const (
	maxQuery = 4 << 10 // bytes
	maxTerms = 64
)

// ParseQuery reads a query as a person types it: words, "phrases", word*,
// operator:value, operator:"value in quotation marks", - before what must not
// be, and speaker:=NAME or about:=NAME for that spelling of a name only, speaker:==NAME or about:==NAME for
// whoever is listed under just that name, as facets count, speaker:~NAME or
// about:~NAME for the names that are only suggested to be theirs. The error is news.Usage and shows the place in the query.
func ParseQuery(text string) (Query, error) {
	if len(text) > maxQuery || !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 {
		return Query{}, news.Errorf(news.Usage, "query", "ask for a few words", "the query is over %d bytes or no text", maxQuery)
	}
	p := queryParser{text: text}
	var q Query
	for p.space(); p.at < len(p.text); p.space() {
		start := p.at
		t, err := p.term()
		if err != nil {
			return Query{}, err
		}
		t.at, t.typed = utf8.RuneCountInString(p.text[:start])+1, p.text[start:p.at]
		if q.Terms = append(q.Terms, t); len(q.Terms) > maxTerms {
			return Query{}, p.fault(p.at, "ask for fewer things", "more than %d terms", maxTerms)
		}
	}
	return q, nil
}

type queryParser struct {
	text string
	at   int // bytes
}

// fault shows where in the query it stands, in characters counted from 1.
func (p *queryParser) fault(at int, mend, format string, args ...any) error {
	e := news.Errorf(news.Usage, "query", mend, format, args...)
	rest := p.text[at:]
	if i := strings.IndexFunc(rest, unicode.IsSpace); i > 0 {
		rest = rest[:i]
	}
	e.At = utf8.RuneCountInString(p.text[:at]) + 1
	e.Words += fmt.Sprintf(", at character %d: %s", e.At, rest)
	return e
}

// placed shows where in the query a term stands that only the archive knows to be
// wrong.
func (t *Term) placed(err error) error {
	var e *news.Error
	if t.at == 0 || !errors.As(err, &e) || e.At != 0 {
		return err
	}
	shown := *e
	shown.At = t.at
	shown.Words += fmt.Sprintf(", at character %d: %s", t.at, t.typed)
	return &shown
}

func (p *queryParser) space() {
	p.at += len(p.text[p.at:]) - len(strings.TrimLeftFunc(p.text[p.at:], unicode.IsSpace))
}

func (p *queryParser) term() (Term, error) {
	var t Term
	start := p.at
	if strings.HasPrefix(p.text[p.at:], "-") {
		t.Not = true
		p.at++
	}
	if err := p.operator(&t); err != nil {
		return t, err
	}
	value := p.at
	if err := p.value(&t); err != nil {
		return t, err
	}
	if t.Value == "" && t.Operator != Words {
		return t, p.fault(start, "write the value right after it, as in speaker:Smith", "%s: has no value", t.Operator)
	}
	return t, p.check(&t, start, value)
}

// operator reads "name:" when letters and a colon stand here.
func (p *queryParser) operator(t *Term) error {
	rest := p.text[p.at:]
	n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if n <= 0 || rest[n] != ':' {
		return nil
	}
	op := Operator(strings.ToLower(rest[:n]))
	if !slices.Contains(operators, op) {
		return p.fault(p.at, "operators are "+operatorList()+"; put words with a colon in quotation marks", "there is no operator %s:", rest[:n])
	}
	t.Operator = op
	p.at += n + 1
	if op == Speaker || op == About {
		p.mark(t)
	}
	return nil
}

// mark reads what stands before a name.
func (p *queryParser) mark(t *Term) {
	switch rest := p.text[p.at:]; {
	case strings.HasPrefix(rest, "=="):
		t.Called = true
		p.at++
	case strings.HasPrefix(rest, "="):
		t.Spelled = true
	case strings.HasPrefix(rest, "~"):
		t.Suggested = true
	default:
		return
	}
	p.at++
}

func operatorList() string {
	names := make([]string, len(operators))
	for i, o := range operators {
		names[i] = string(o) + ":"
	}
	return strings.Join(names, " ")
}

// closers are the quotation marks a value may stand in.
var closers = map[rune]string{'"': `"`, '“': "”", '«': "»", '„': "“"}

func (p *queryParser) value(t *Term) error {
	rest := p.text[p.at:]
	first, size := utf8.DecodeRuneInString(rest)
	closer, quoted := closers[first]
	if !quoted {
		n := strings.IndexFunc(rest, unicode.IsSpace)
		if n < 0 {
			n = len(rest)
		}
		t.Value = rest[:n]
		p.at += n
		return nil
	}
	n := strings.Index(rest[size:], closer)
	if n < 0 {
		return p.fault(p.at, "close it with "+closer, "the quotation mark is not closed")
	}
	t.Value, t.Phrase = strings.TrimSpace(rest[size:size+n]), true
	p.at += size + n + len(closer)
	return nil
}

func (p *queryParser) check(t *Term, start, value int) error {
	switch t.Operator {
	case Before, After:
		if !isDate(t.Value) {
			return p.fault(value, "write it as 2022, 2022-03, 2022-03-06 or 2022-03-06T14:30", "%s: wants a date", t.Operator)
		}
	case KindOf, Polarity, Voice, Reviewed, Copied:
		t.Value = strings.ToLower(t.Value)
		if !slices.Contains(choices[t.Operator], t.Value) {
			return p.fault(value, "take one of "+strings.Join(choices[t.Operator], ", "), "%s: has no such value", t.Operator)
		}
	case Lang:
		t.Value = strings.ToLower(t.Value)
	case Words, Speaker, About:
		t.Prefix = !t.Phrase && len(t.Value) > 1 && strings.HasSuffix(t.Value, "*")
		t.Value = strings.TrimRight(t.Value, "*")
		if !strings.ContainsFunc(t.Value, searchable) {
			return p.fault(start, "give at least one letter or digit", "nothing to search for")
		}
	}
	return nil
}

func searchable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isDate accepts an ISO date of year, month, day, minute or second.
func isDate(v string) bool {
	switch len(v) {
	case len("2006"), len("2006-01"), len("2006-01-02"), len("2006-01-02T15:04"), len("2006-01-02T15:04:05"):
		return earliest(v) != ""
	}
	return false
}
