package store

import (
	"context"

	"github.com/hearsay-engine/hearsay/news"
)

// Use is a name in an article and the entity it stands for there.
type Use struct {
	Article string
	Kind    news.EntityKind
	Name    string
	Entity  string // "" for nobody
	Known   bool   // confirmed, else suggested
}

// EachUse calls do for every use of a name, in no order.
func (a *Archive) EachUse(ctx context.Context, do func(Use)) error {
	rows, err := a.read.QueryContext(ctx, namingFiled(func(filed string) string {
		return "SELECT a.id, n.kind, n.name, coalesce(e.id, ''), coalesce(l.confirmed, 0) FROM " + filed + ` g CROSS JOIN name n ON n.name_id = g.name_id
			CROSS JOIN article a ON a.article_id = g.article_id LEFT JOIN alias l ON l.name_id = g.name_id AND l.sense = ` + senseOf("g.name_id", "g.article_id") + `
			LEFT JOIN entity e ON e.entity_id = l.entity_id`
	}))
	if err != nil {
		return a.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		var u Use
		if err := rows.Scan(&u.Article, &u.Kind, &u.Name, &u.Entity, &u.Known); err != nil {
			return a.fault(err)
		}
		do(u)
	}
	return a.fault(rows.Err())
}
