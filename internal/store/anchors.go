package store

import (
	"context"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of what a decision on an entity is keyed to: enough mentions that it
// still applies when an article is read otherwise, or forgotten.
const (
	anchorNames    = 8  // the entity's most used names
	anchorArticles = 4  // of each
	anchorLooked   = 64 // articles of each looked at
)

// Anchors gives mentions of an entity by those of its names that wanted takes,
// the most used names first, by article id.
func (a *Archive) Anchors(ctx context.Context, id *Identity, wanted func(Alias) bool) ([]corrections.Anchor, error) {
	var out []corrections.Anchor
	var done []nameRow
	for _, l := range id.Aliases {
		n := nameRow{string(l.Kind), l.Name}
		if !wanted(l) || slices.Contains(done, n) {
			continue
		}
		if done = append(done, n); len(done) > anchorNames {
			break
		}
		found, err := a.anchorsOf(ctx, id.ID, n)
		if err != nil {
			return nil, a.fault(err)
		}
		out = append(out, found...)
	}
	return out, nil
}

func (a *Archive) anchorsOf(ctx context.Context, entity string, name nameRow) ([]corrections.Anchor, error) {
	ids, err := a.column(ctx, "SELECT DISTINCT id FROM ("+namingFiled(func(filed string) string {
		return "SELECT a.id FROM name n CROSS JOIN " + filed + " g ON g.name_id = n.name_id CROSS JOIN article a ON a.article_id = g.article_id WHERE n.kind = ?1 AND n.name = ?2"
	})+") ORDER BY id"+limitedTo(anchorLooked), name.kind, name.name)
	if err != nil {
		return nil, err
	}
	var out []corrections.Anchor
	texts := map[string]bool{}
	for _, id := range ids {
		if len(out) == anchorArticles {
			break
		}
		at, err := a.anchorIn(ctx, entity, id, func(n nameRow) bool { return n == name })
		if err != nil {
			return nil, err
		}
		if at != nil && !texts[at.SHA256] {
			texts[at.SHA256] = true
			out = append(out, *at)
		}
	}
	return out, nil
}

// AnchorIn gives the first mention of an entity in an article; nil when there is
// none.
func (a *Archive) AnchorIn(ctx context.Context, entity, article string) (*corrections.Anchor, error) {
	return a.anchorIn(ctx, entity, article, func(nameRow) bool { return true })
}

func (a *Archive) anchorIn(ctx context.Context, entity, article string, wanted func(nameRow) bool) (*corrections.Anchor, error) {
	s, err := a.Article(ctx, article)
	if err != nil {
		return nil, err
	}
	at, err := a.mentionIn(ctx, s, entity, wanted)
	if err != nil || at == nil {
		return nil, err
	}
	anchor := corrections.NewSurveyor(s.Article).Mention(*at)
	return &anchor, nil
}

// mentionIn is the first mention of an entity by an article's entities, or else
// the words that name it as a speaker.
func (a *Archive) mentionIn(ctx context.Context, s *Stored, entity string, wanted func(nameRow) bool) (*news.Span, error) {
	refs, err := a.Named(ctx, s)
	if err != nil {
		return nil, err
	}
	for i, e := range s.Entities {
		if refs[i].ID == entity && len(e.Mentions) > 0 && wanted(nameRow{string(e.Kind), e.Name}) {
			return &e.Mentions[0], nil
		}
	}
	speakers, err := a.Speakers(ctx, s)
	if err != nil {
		return nil, err
	}
	for i := range s.Statements {
		st := &s.Statements[i]
		if r := speakers[i]; r != nil && r.ID == entity && st.Speaker != nil && wanted(nameRow{"", st.SpeakerName}) {
			return st.Speaker, nil
		}
	}
	return nil, nil
}

// column gives the rows of a query that has one column.
func (a *Archive) column(ctx context.Context, query string, args ...any) ([]string, error) {
	return columnOf[string](a.read.QueryContext(ctx, query, args...))
}
