package store

import (
	"fmt"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// filed checks that what search and lists go by is what the article says.
func (v *verifier) filed(where string, row int64, a *news.Article) error {
	columns := []struct{ name, want, have string }{
		{name: "title", want: a.Title.Value}, {name: "outlet", want: a.Outlet.Value}, {name: "outlet_folded", want: foldOutlet(a.Outlet.Value)},
		{name: "language", want: a.Language}, {name: "url", want: a.URL}, {name: "published", want: a.Published.Value},
		{name: "zone", want: a.Published.Zone}, {name: "day", want: earliest(a.Published.Value)},
	}
	var targets []any
	for i := range columns {
		targets = append(targets, &columns[i].have)
	}
	err := v.archive.read.QueryRowContext(v.ctx, "SELECT title, outlet, outlet_folded, language, url, published, zone, day FROM reading WHERE article_id = ?", row).
		Scan(targets...)
	if err != nil {
		return err
	}
	for _, c := range columns {
		if c.have != c.want {
			v.problem(where, "is filed with the %s %q, not %q", c.name, c.have, c.want)
		}
	}
	return nil
}

// valuesFaults reports the kinds, voices and polarities there are none such of.
func valuesFaults(statements []news.Statement, report func(words string)) {
	for i := range statements {
		s := &statements[i]
		for _, x := range []struct {
			what     string
			operator Operator
			value    string
		}{{"kind", KindOf, string(s.Kind)}, {"voice", Voice, string(s.Voice)}, {"polarity", Polarity, string(s.Polarity)}} {
			if !slices.Contains(choices[x.operator], x.value) {
				report(fmt.Sprintf("statement %d is of no known %s: %q", i, x.what, x.value))
			}
		}
	}
}
