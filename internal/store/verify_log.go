package store

import (
	"database/sql"
	"fmt"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// log checks the decisions: that each is what its id was made of, is found by
// its texts, and that those that do not hold are those that were taken back.
func (v *verifier) log() error {
	all, err := v.archive.Log(v.ctx)
	if err != nil {
		return v.damage("log", err)
	}
	entries := make([]corrections.Entry, len(all))
	for i := range all {
		l := &all[i]
		entries[i] = l.Entry
		if fault := l.Check(); fault != "" && !l.Forgotten {
			v.problem("decision "+l.ID, "%s", fault)
		}
		if err := v.decisionTexts(l); err != nil {
			return err
		}
	}
	gone := corrections.Revoked(entries)
	for i := range all {
		if all[i].Revoked != gone[all[i].ID] {
			v.problem("decision "+all[i].ID, "counts as taken back: %v, by the log: %v", all[i].Revoked, gone[all[i].ID])
		}
	}
	return nil
}

// graves checks that what was forgotten is not there.
func (v *verifier) graves() error {
	return v.list("forgotten", `SELECT 'a capture' FROM capture c JOIN tombstone t ON t.of = 'capture' AND t.sha256 = c.sha256
		UNION ALL SELECT 'a text' FROM reading r JOIN tombstone t ON t.of = 'text' AND t.sha256 = r.sha256
		UNION ALL SELECT 'a decision on a text' FROM decision_text d JOIN tombstone t ON t.of = 'text' AND t.sha256 = d.sha256`, func(rows *sql.Rows) (string, error) {
		var what string
		err := rows.Scan(&what)
		return what + " that was forgotten is there", err
	})
}

func (v *verifier) decisionTexts(l *Logged) error {
	want := l.Texts()
	slices.Sort(want)
	have, err := v.archive.column(v.ctx, "SELECT lower(hex(t.sha256)) FROM decision_text t JOIN decision d ON d.decision_id = t.decision_id WHERE d.id = ? ORDER BY 1", l.ID)
	if err == nil && !slices.Equal(have, want) {
		v.problem("decision "+l.ID, "is filed under %d texts of %d", len(have), len(want))
	}
	return err
}

// decided checks that an article shows the decisions that hold on its text, and
// none else, and that their anchors are kept as what they are found to be. One
// that waits to be derived again may be behind the log.
func (v *verifier) decided(where string, row int64, s *Stored) error {
	if s.Stale {
		return nil
	}
	decisions, err := v.archive.DecisionsOn(v.ctx, s.SHA256)
	if err != nil {
		return err
	}
	want := uncorrected(s.Article)
	bound := corrections.Apply(want, decisions)
	for i := range s.Statements {
		have, want := &s.Statements[i], &want.Statements[i]
		if !slices.Equal(have.Corrections, want.Corrections) || have.Hidden != want.Hidden || have.SpeakerName != want.SpeakerName {
			v.problem(where, "statement %d does not show what was decided of it", i)
		}
	}
	return v.bound(where, row, bound)
}

// uncorrected is an article with nothing decided of its statements; what a
// decision replaced is replaced again by applying it.
func uncorrected(a *news.Article) *news.Article {
	out := *a
	out.Statements, out.Entities = slices.Clone(a.Statements), slices.Clone(a.Entities)
	for i := range out.Statements {
		out.Statements[i].Corrections, out.Statements[i].Hidden = nil, false
	}
	return &out
}

func (v *verifier) bound(where string, row int64, bound []corrections.Bound) error {
	var want []string
	for _, b := range bound {
		want = append(want, fmt.Sprintf("%s %v %d %d %s %s %s", b.Decision, b.Other, b.Part, b.Statement, b.Kind, b.Name, b.Now))
	}
	slices.Sort(want)
	have, err := v.archive.column(v.ctx, `SELECT printf('%s %s %d %d %s %s %s', d.id, iif(b.other, 'true', 'false'), b.part, coalesce(b.number, -1), coalesce(n.kind, ''), coalesce(n.name, ''), b.found)
		FROM bound b JOIN decision d ON d.decision_id = b.decision_id LEFT JOIN name n ON n.name_id = b.name_id WHERE b.article_id = ?`, row)
	slices.Sort(have)
	if err == nil && !slices.Equal(have, want) {
		v.problem(where, "keeps %d places of decisions of %d", len(have), len(want))
	}
	return err
}
