package store

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// String is the query as a person types it; ParseQuery reads it back.
func (q Query) String() string {
	parts := make([]string, len(q.Terms))
	for i, t := range q.Terms {
		parts[i] = t.String()
	}
	return strings.Join(parts, " ")
}

// With is the query narrowed by one more term, which takes the place of those it
// would be an alternative to; a term of the same operator and value is not doubled.
func (q Query) With(t Term) Query {
	if slices.ContainsFunc(q.Terms, t.same) {
		return q
	}
	return Query{append(slices.DeleteFunc(slices.Clone(q.Terms), t.alternative), t)}
}

// alternative reports whether two terms ask for one or the other.
func (t Term) alternative(u Term) bool {
	switch t.Operator {
	case Words, About, Before, After:
		return false
	}
	return t.Operator == u.Operator && t.Called == u.Called && !t.Not && !u.Not
}

// Without is the query less its i-th term.
func (q Query) Without(i int) Query { return Query{slices.Delete(slices.Clone(q.Terms), i, i+1)} }

// worded reports whether a query asks for words.
func (q Query) worded() bool {
	return slices.ContainsFunc(q.Terms, func(t Term) bool { return t.Operator == Words && !t.Not })
}

// Less is the query less the terms that ask for the same as one of those given.
func (q Query) Less(terms ...Term) Query {
	return Query{slices.DeleteFunc(slices.Clone(q.Terms), func(t Term) bool { return slices.ContainsFunc(terms, t.same) })}
}

// same reports whether two terms ask for the same, wherever they were typed.
func (t Term) same(u Term) bool {
	t.at, t.typed, u.at, u.typed = 0, "", 0, ""
	return t == u
}

// AsksOutlets reports whether a query asks for the outlets' own sentences.
func (q Query) AsksOutlets() bool {
	return slices.ContainsFunc(q.Terms, func(t Term) bool {
		return t.Operator == Voice && (t.Value == string(news.OutletOwn)) != t.Not
	})
}

// String is the term as a person types it.
func (t Term) String() string {
	s := t.Value
	if t.Phrase {
		s = quoted(s)
	}
	if t.Prefix {
		s += "*"
	}
	if t.Suggested {
		s = "~" + s
	}
	if t.Spelled {
		s = "=" + s
	}
	if t.Called {
		s = "==" + s
	}
	if t.Operator != Words {
		s = string(t.Operator) + ":" + s
	}
	if t.Not {
		s = "-" + s
	}
	return s
}

// quoted puts a value in marks it does not hold itself.
func quoted(s string) string {
	switch {
	case !strings.Contains(s, `"`):
		return `"` + s + `"`
	case !strings.Contains(s, "”"):
		return "“" + s + "”"
	}
	return "«" + strings.ReplaceAll(s, "»", " ") + "»"
}
