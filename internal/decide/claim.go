package decide

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// IsClaim reports whether a person means a claim by id.
func IsClaim(id string) bool { return strings.HasPrefix(id, "claim:") }

// Claimed is a claim that a person means.
type Claimed struct {
	*store.Claim
	archive *store.Archive
}

// readTellings bounds the tellings of a claim that a decision looks through.
const readTellings = 2000

// NameClaim finds the claim that goes by an id.
func NameClaim(ctx context.Context, a *store.Archive, id string) (*Claimed, error) {
	c, err := a.Claim(ctx, id, readTellings)
	return &Claimed{c, a}, err
}

// Line names the claim in a line: by its words.
func (c *Claimed) Line() string { return Marked(c.Words) }

// pointAtTelling finds the telling that a person names as ARTICLE#N, or as
// ARTICLE#sN counting the outlet's own sentences too: of several the one of the
// claim, or that may be.
func pointAtTelling(ctx context.Context, a *store.Archive, ref string, of *Claimed) (*store.Telling, error) {
	article, number, err := tellingNumber(ctx, a, ref)
	if err != nil {
		return nil, err
	}
	found, err := a.TellingsAt(ctx, article, number)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, news.Errorf(news.NotFound, ref, "choose one of eight words or more, or of fewer that tell much", "the statement tells nothing that can be compared")
	}
	for i := range found {
		for _, list := range [][]store.Telling{of.Tellings, of.Suggested} {
			for k := range list {
				if found[i].SameUtterance(&list[k]) {
					return &found[i], nil
				}
			}
		}
	}
	return &found[0], nil
}

func tellingNumber(ctx context.Context, a *store.Archive, ref string) (article string, number int, err error) {
	if id, n, ok := strings.Cut(ref, "#s"); ok {
		if number, err := strconv.Atoi(n); err == nil && number >= 0 {
			return id, number, nil
		}
	}
	p, err := PointAt(ctx, a, ref)
	if err != nil {
		return "", 0, err
	}
	return p.ID, p.number, nil
}

// tellingRef is how a person names a telling.
func tellingRef(t *store.Telling) string {
	if t.Statement.Voice == news.OutletOwn {
		return fmt.Sprintf("%s#s%d", t.Article.ID, t.Number)
	}
	return fmt.Sprintf("%s#%d", t.Article.ID, t.Index)
}

// tellingEntry is a decision on tellings of a claim: the anchors are of the
// claim's other wordings.
func (c *Claimed) tellingEntry(ctx context.Context, d corrections.Decision, on []*store.Telling) (corrections.Entry, error) {
	e := corrections.Entry{Decision: d, Target: corrections.Claim}
	in := func(t *store.Telling) bool {
		for _, o := range on {
			if t.SameUtterance(o) {
				return true
			}
		}
		return false
	}
	var rules []news.Reason
	for _, t := range on {
		at, err := c.archive.TellingAnchor(ctx, t)
		if err != nil {
			return e, err
		}
		e.Others = append(e.Others, at)
		rules = append(rules, c.reasonsOf(t)...)
	}
	e.Rules = rulesOf(rules)
	var err error
	e.Anchors, err = c.archive.ClaimAnchors(ctx, c.Claim, in)
	if err == nil && len(e.Anchors) == 0 {
		err = news.Errorf(news.Usage, c.ID, "see it: hearsay trace "+c.ID, "%s has no other wording", c.Line())
	}
	return e, err
}

// reasonsOf are why a telling was given to the claim, or suggested.
func (c *Claimed) reasonsOf(t *store.Telling) []news.Reason {
	for _, list := range [][]store.Telling{c.Tellings, c.Suggested} {
		for i := range list {
			if list[i].SameUtterance(t) {
				return list[i].Reasons
			}
		}
	}
	return t.Reasons
}

// tellings makes a decision on tellings of a claim, named as ARTICLE#N; verb says
// what it does with them.
func tellings(ctx context.Context, a *store.Archive, d corrections.Decision, claim string, refs []string, verb string) (corrections.Entry, string, error) {
	c, err := NameClaim(ctx, a, claim)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	var on []*store.Telling
	for _, ref := range refs {
		t, err := pointAtTelling(ctx, a, ref, c)
		if err != nil {
			return corrections.Entry{}, "", err
		}
		on = append(on, t)
	}
	e, err := c.tellingEntry(ctx, d, on)
	return e, tellingWords(on) + " " + verb + " " + c.Line() + ", wherever it stands in these words", err
}

// tellingWords name tellings by what they tell.
func tellingWords(on []*store.Telling) string {
	words := make([]string, len(on))
	for i, t := range on {
		words[i] = t.Words[0]
	}
	return list(words)
}

// mergeClaims makes two claims one.
func mergeClaims(ctx context.Context, a *store.Archive, ids []string) (corrections.Entry, string, error) {
	e := corrections.Entry{Decision: corrections.Merge, Target: corrections.Claim}
	one, err := NameClaim(ctx, a, ids[0])
	if err != nil {
		return e, "", err
	}
	other, err := NameClaim(ctx, a, ids[1])
	if err != nil {
		return e, "", err
	}
	if one.ID == other.ID {
		return e, "", news.Errorf(news.Usage, one.ID, "see it: hearsay trace "+one.ID, "they are one claim already")
	}
	all := func(*store.Telling) bool { return false }
	if e.Anchors, err = a.ClaimAnchors(ctx, one.Claim, all); err != nil {
		return e, "", err
	}
	e.Others, err = a.ClaimAnchors(ctx, other.Claim, all)
	return e, one.Line() + " and " + other.Line() + " are one", err
}
