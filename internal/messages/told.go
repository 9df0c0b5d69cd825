package messages

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
)

// mostDeep bounds sentences within sentences, mostTries the places where one may
// end, mostLong what is recognised at all, in bytes: no sentence of ours comes near.
const (
	mostDeep  = 4
	mostTries = 8
	mostLong  = 16 << 10
)

// shape is a message with holes, cut at them.
type shape struct {
	message string
	fixed   []string // one more than holes
	holes   []string // their names
	weight  int      // bytes that are fixed
}

// shapesOf are the messages of a catalogue that have holes and whose translation
// differs, the most definite first.
func shapesOf(c *catalogue) []shape {
	var out []shape
	add := func(message string) {
		if s, holed := shapeOf(message); holed {
			out = append(out, s)
		}
	}
	for message, words := range c.plain {
		if words != message || strings.Contains(message, "{said") {
			add(message)
		}
	}
	for message := range c.forms {
		add(message)
	}
	slices.SortFunc(out, func(a, b shape) int {
		return cmp.Or(b.weight-a.weight, strings.Compare(a.message, b.message))
	})
	return out
}

func shapeOf(message string) (shape, bool) {
	s := shape{message: message}
	rest := message
	for {
		before, behind, open := strings.Cut(rest, "{")
		name, after, closed := strings.Cut(behind, "}")
		if !open || !closed {
			break
		}
		s.fixed, s.holes, rest = append(s.fixed, before), append(s.holes, name), after
	}
	s.fixed = append(s.fixed, rest)
	for _, f := range s.fixed {
		s.weight += len(f)
	}
	return s, len(s.holes) > 0
}

// filling puts together one message's translation from a sentence.
type filling struct {
	*catalogue
	shape *shape
	deep  int
	pairs []string // holes and their values, as strings.NewReplacer takes them
	n     int      // the first number, which decides the form
	had   bool     // there is one
}

// fill translates a sentence that has a message's shape.
func (c *catalogue) fill(ctx context.Context, s *shape, sentence string, deep int) (string, bool) {
	last := s.fixed[len(s.holes)]
	if len(sentence) < s.weight || !strings.HasPrefix(sentence, s.fixed[0]) || !strings.HasSuffix(sentence, last) {
		return "", false
	}
	f := filling{catalogue: c, shape: s, deep: deep, pairs: make([]string, 0, 2*len(s.holes))}
	rest := sentence[len(s.fixed[0]) : len(sentence)-len(last)]
	for i := range s.holes {
		var is bool
		if rest, is = f.hole(ctx, i, rest); !is {
			return "", false
		}
	}
	words, plain := c.plain[s.message]
	if !plain {
		words = c.forms[s.message][c.category(f.n)]
	}
	return strings.NewReplacer(f.pairs...).Replace(words), true
}

// hole takes what stands in a hole off the front of rest: up to the first place
// at which the message goes on or, of a sentence, the last at which it is known.
func (f *filling) hole(ctx context.Context, i int, rest string) (string, bool) {
	if i == len(f.shape.holes)-1 {
		return "", f.take(ctx, i, rest)
	}
	next := f.shape.fixed[i+1]
	switch kindOf(f.shape.holes[i]) {
	case "said":
	case "marked":
		if strings.HasPrefix(rest, openMark) { // the message may go on in words of others too
			next = closeMark + next
			value, rest, found := strings.Cut(rest, next)
			return rest, found && f.take(ctx, i, value+closeMark)
		}
		fallthrough
	default:
		value, rest, found := strings.Cut(rest, next)
		return rest, found && f.take(ctx, i, value)
	}
	for at, tries := strings.LastIndex(rest, next), 0; at >= 0 && tries < mostTries; at, tries = strings.LastIndex(rest[:at], next), tries+1 {
		if f.take(ctx, i, rest[:at]) {
			return rest[at+len(next):], true
		}
	}
	return "", false
}

// take keeps the value of a hole that it fits: a number is one, a date begins as
// one, a sentence is known.
func (f *filling) take(ctx context.Context, i int, value string) bool {
	hole, is := f.shape.holes[i], true
	switch kindOf(hole) {
	case "n":
		var n int
		if n, is = whole(value); is && !f.had {
			f.n, f.had = n, true
		}
	case "figure":
		_, err := strconv.ParseFloat(value, 64)
		is = err == nil
	case "date":
		_, is = cutDate(value)
		value = Date(ctx, value)
	case "marked": // what leads up to such words is another sentence's
		is = !strings.Contains(value, ": "+openMark)
		value = f.marked(value)
	case "said":
		value, is = f.told(ctx, value, f.deep+1)
	}
	if is {
		f.pairs = append(f.pairs, "{"+hole+"}", value)
	}
	return is
}

// Quotation marks around words, as sentences arrive with them.
const (
	openMark  = "“"
	closeMark = "”"
)

// marked sets words, or a list of them, in the language's own quotation marks; what
// has none at its ends stays.
func (c *catalogue) marked(value string) string {
	inner, opened := strings.CutPrefix(value, openMark)
	inner, more := strings.CutSuffix(inner, ", …")
	inner, closed := strings.CutSuffix(inner, closeMark)
	if !opened || !closed {
		return value
	}
	before, after := c.plain[openMark], c.plain[closeMark]
	inner = before + strings.ReplaceAll(inner, closeMark+", "+openMark, after+", "+before) + after
	if more {
		inner += ", …"
	}
	return inner
}

func whole(value string) (int, bool) {
	n, err := strconv.Atoi(value)
	return n, err == nil
}

// kindOf is a hole's name without the number that tells it from others of its kind.
func kindOf(hole string) string { return strings.TrimRight(hole, "0123456789") }

// Told gives a sentence that arrives whole in the reader's language; one that no
// message fits stays as it is. Sentences arrive in English, dates in them as ISO
// 8601 writes them.
func Told(ctx context.Context, sentence string) string {
	if Of(ctx) == Tags[0].Code {
		return dated(ctx, sentence)
	}
	words, _ := of(ctx).told(ctx, sentence, 0)
	return words
}

// told tries the whole sentence, then its parts between semicolons and commas,
// which all have to be known.
func (c *catalogue) told(ctx context.Context, sentence string, deep int) (string, bool) {
	if words, known := c.plain[sentence]; known {
		return words, true
	}
	if deep == mostDeep || len(sentence) > mostLong {
		return sentence, false
	}
	for i := range c.shapes {
		if words, is := c.fill(ctx, &c.shapes[i], sentence, deep); is {
			return words, true
		}
	}
	if _, is := cutDate(sentence); is && !strings.Contains(sentence, ",") {
		return Date(ctx, sentence), true
	}
	for _, between := range []string{"; ", ", "} {
		if words, is := c.parts(ctx, sentence, between, deep); is {
			return words, true
		}
	}
	return sentence, false
}

func (c *catalogue) parts(ctx context.Context, sentence, between string, deep int) (string, bool) {
	parts := strings.Split(sentence, between)
	if len(parts) < 2 {
		return sentence, false
	}
	for i := range parts {
		var is bool
		if parts[i], is = c.told(ctx, parts[i], deep+1); !is {
			return sentence, false
		}
	}
	return strings.Join(parts, between), true
}
