package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// Alias is a name an entity goes by, in all or some of its uses.
type Alias struct {
	Name      string
	Kind      news.EntityKind // as articles give it, "" when none says
	Confirmed bool            // else suggested
	Articles  int             // that have the name in this sense
	Origins   int             // of those, independent ones
	Reasons   []news.Reason
	Seen      *Quotation // one place where the name stands, or words that name a speaker by it; nil when there are none
	Printed   []string   // how articles spell it besides, and shorter forms
	By        *Decider   // who confirmed it; nil when nobody did
	Parted    *Decider   // who last kept it apart from another; nil when nobody did
}

// Decider is who decided something, and on which day.
type Decider struct{ Name, Day string }

// Quotation is words of an article.
type Quotation struct {
	Article    string
	Start, End int // code points of the article's text
	Text       string
	Said       bool // what was said, where no words name who said it
}

// Identity is an entity across articles.
type Identity struct {
	ID      string
	Name    string
	Kind    news.EntityKind
	Decided bool    // somebody decided something about it
	Hidden  bool    // left out of lists and exports
	One     bool    // a person of one origin, not decided on: left out of them too
	Aliases []Alias // confirmed first, most used first
	Said    int     // attributed statements of its confirmed names
	About   int     // attributed statements that name it in their content

	SaidSuggested, AboutSuggested int // the same of names that are only suggested

	Found *Spelling // its name that was found for the one asked for; nil when it goes by that

	row    int64
	newest string // of entityTold
}

// Candidate is one of several entities a name may mean.
type Candidate struct {
	Ref
	Articles int       // that have the name asked for
	Found    *Spelling // as for Identity
	One      bool      // as for Identity
}

// Partly reports whether candidates only have some of the words asked for.
func Partly(all []Candidate) bool { return len(all) > 0 && all[0].Found != nil && all[0].Found.Part }

// Who finds the entity a name, or an id such as "person:ada-quill", stands
// for. When several go by the name, the identity is nil and the candidates are
// listed, best first. The error is news.NotFound when nobody does: Find looks
// further.
func (a *Archive) Who(ctx context.Context, name string) (*Identity, []Candidate, error) {
	return a.who(ctx, name, a.Entity)
}

// WhoIs is Who without aliases, and nothing counted.
func (a *Archive) WhoIs(ctx context.Context, name string) (*Identity, []Candidate, error) {
	return a.who(ctx, name, a.identity)
}

// byID gives an entity by its id.
type byID func(ctx context.Context, id string) (*Identity, error)

func (a *Archive) who(ctx context.Context, name string, of byID) (*Identity, []Candidate, error) {
	id, err := of(ctx, name)
	if news.FaultOf(err) != news.NotFound {
		return id, nil, err
	}
	found, err := a.candidates(ctx, name)
	if err != nil {
		return nil, nil, a.fault(err)
	}
	return oneOf(ctx, name, found, of)
}

// Find is Who and, when nobody goes by the name, finds those who go by it in
// another script or spelling; where there are none, the candidates are those that
// have some of its words, be it one.
func (a *Archive) Find(ctx context.Context, name string) (*Identity, []Candidate, error) {
	id, several, err := a.Who(ctx, name)
	if news.FaultOf(err) != news.NotFound {
		return id, several, err
	}
	names, err := Recall(ctx, a, "spelled as "+name, func() (names []likeName, large bool, err error) {
		names, err = a.spellings(ctx, name, whoBehind)
		return names, len(names) > 0, err
	})
	if err != nil {
		return nil, nil, a.fault(err)
	}
	found, err := a.entitiesOf(ctx, names)
	if err != nil {
		return nil, nil, a.fault(err)
	}
	if Partly(found) {
		return nil, found, nil
	}
	return oneOf(ctx, name, found, a.Entity)
}

// oneOf is the only candidate's identity, or the candidates when there are
// several.
func oneOf(ctx context.Context, name string, found []Candidate, of byID) (*Identity, []Candidate, error) {
	switch len(found) {
	case 0:
		return nil, nil, news.Errorf(news.NotFound, name, "try another spelling, or search for it: hearsay search speaker:NAME", "nobody in the archive goes by this name")
	case 1:
		id, err := of(ctx, found[0].ID)
		if err == nil {
			id.Found = found[0].Found
		}
		return id, nil, err
	}
	return nil, found, nil
}

// maxSameName bounds how many names that hold the words asked for are looked at.
const maxSameName = 2000

// candidates are entities that go by just this name or are shown by it or, when
// there are none, go by a name that holds it.
func (a *Archive) candidates(ctx context.Context, name string) ([]Candidate, error) {
	t := Term{Operator: Speaker, Value: name, Phrase: true}
	if storable(name, name) != nil || !slices.ContainsFunc([]rune(name), searchable) {
		return nil, nil
	}
	names, err := a.namesLike(ctx, t)
	if err != nil {
		return nil, err
	}
	exact := slices.DeleteFunc(slices.Clone(names), func(n likeName) bool { return fold.Name(n.name) != fold.Name(name) })
	found, err := a.entitiesOf(ctx, exact)
	if err != nil {
		return nil, err
	}
	if found, err = a.shownAs(ctx, name, found); err != nil || len(found) > 0 {
		return found, err
	}
	return a.entitiesOf(ctx, names)
}

// shownAs adds to found the entities that a person had shown by a name.
func (a *Archive) shownAs(ctx context.Context, name string, found []Candidate) ([]Candidate, error) {
	err := a.eachRow(ctx, "SELECT e.id, e.name, e.kind, e.uses, e.single FROM entity e WHERE e.entity_id IN ("+entityGiven+") ORDER BY e.uses DESC, e.id", []any{name}, func(rows *sql.Rows) error {
		c := Candidate{Ref: Ref{Confirmed: true}}
		err := rows.Scan(&c.ID, &c.Name, &c.Kind, &c.Articles, &c.One)
		if err == nil && !slices.ContainsFunc(found, func(o Candidate) bool { return o.ID == c.ID }) {
			found = append(found, c)
		}
		return err
	})
	return found, err
}

// likeName is a name that may be the one asked for.
type likeName struct {
	row  int64
	name string

	kind    news.EntityKind // of one found by another spelling, as what follows
	score   float64
	reasons []news.Reason
	part    bool
}

func (a *Archive) namesLike(ctx context.Context, t Term) ([]likeName, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT name_id, name FROM name WHERE name_id IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?)"+limitedTo(maxSameName), matchTerm(t))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []likeName
	for rows.Next() {
		var n likeName
		if err := rows.Scan(&n.row, &n.name); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// originsOf counts the origins of those articles: copies of one text count once.
var originsOf = `(SELECT count(DISTINCT coalesce(c.root, g.article_id)) FROM (` + namingFiled(func(filed string) string {
	return "SELECT g.article_id FROM " + filed + " g WHERE g.name_id = l.name_id AND l.sense = " + senseOf("g.name_id", "g.article_id")
}) + ") g LEFT JOIN copied c ON c.article_id = g.article_id)"

// originsOfEntity counts the origins of all articles in which an entity e has a
// name of its own, or of those that keep keeps.
func originsOfEntity(keep string) string {
	return `(SELECT count(DISTINCT coalesce(c.root, g.article_id)) FROM (` + usedBy(keep) + ") g LEFT JOIN copied c ON c.article_id = g.article_id)"
}

// usedBy are the articles that use names of an entity e in its sense, of its aliases
// l those that keep keeps.
func usedBy(keep string) string {
	return namingFiled(func(filed string) string {
		return "SELECT g.article_id FROM alias l CROSS JOIN " + filed + " g ON g.name_id = l.name_id WHERE l.entity_id = e.entity_id AND l.sense = " + senseOf("g.name_id", "g.article_id") + " AND " + keep
	})
}

// senseOf is in which sense an article, a column, uses a name, a column.
func senseOf(name, article string) string {
	return "coalesce((SELECT m.sense FROM meant m WHERE m.name_id = " + name + " AND m.article_id = " + article + "), 0)"
}

// entitiesOf gives the entities of names, which come best first: those of the
// best score, confirmed before suggested, most used first.
func (a *Archive) entitiesOf(ctx context.Context, names []likeName) ([]Candidate, error) {
	ids := make([][3]any, len(names))
	for i, n := range names {
		ids[i] = [3]any{n.row, n.score, i}
	}
	rows, err := a.read.QueryContext(ctx, `SELECT e.id, e.name, e.kind, max(l.confirmed), sum(l.uses) AS uses, min(j.value ->> 2), e.single
		FROM json_each(?) j CROSS JOIN alias l ON l.name_id = j.value ->> 0 JOIN entity e ON e.entity_id = l.entity_id
		GROUP BY e.entity_id ORDER BY max(j.value ->> 1) DESC, 4 DESC, uses DESC, e.id LIMIT 50`, list(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Candidate
	for rows.Next() {
		var c Candidate
		var best int
		if err := rows.Scan(&c.ID, &c.Name, &c.Kind, &c.Confirmed, &c.Articles, &best, &c.One); err != nil {
			return nil, err
		}
		if n := &names[best]; n.reasons != nil {
			c.Found = &Spelling{n.name, n.reasons, n.part}
		}
		out = append(out, c)
	}
	return out, rows.Err()
}

// identity is Entity without aliases, and nothing counted.
func (a *Archive) identity(ctx context.Context, id string) (*Identity, error) {
	var out Identity
	err := a.read.QueryRowContext(ctx, "SELECT e.entity_id, e.id, e.name, e.kind, e.decided, e.hidden, e.single FROM entity e WHERE e.entity_id = "+entityNow, id).
		Scan(&out.row, &out.ID, &out.Name, &out.Kind, &out.Decided, &out.Hidden, &out.One)
	if err != nil {
		return nil, a.missing(err, id, "look the name up: hearsay who NAME", "there is no such entity in the archive")
	}
	return &out, nil
}

// Entity gives an entity by its id, or by an id it had before it was merged.
func (a *Archive) Entity(ctx context.Context, id string) (*Identity, error) {
	out, err := a.identity(ctx, id)
	if err != nil {
		return nil, err
	}
	told, err := Recall(ctx, a, "entity "+out.ID, func() (told entityTold, large bool, err error) {
		var suggested string
		if told.aliases, err = a.aliases(ctx, out.row); err == nil {
			err = errors.Join(a.count(ctx, out.row, true, &told.said, &told.about, &told.newest), a.count(ctx, out.row, false, &told.saidSuggested, &told.aboutSuggested, &suggested))
		}
		return told, told.said+told.about+told.saidSuggested+told.aboutSuggested >= oftenTold, err
	})
	out.Aliases, out.Said, out.About, out.SaidSuggested, out.AboutSuggested = told.aliases, told.said, told.about, told.saidSuggested, told.aboutSuggested
	out.newest = told.newest
	return out, a.fault(err)
}

// entityTold is what is counted of an entity.
type entityTold struct {
	aliases []Alias

	said, about, saidSuggested, aboutSuggested int

	newest string // the rows of the newest about it, a JSON list
}

// oftenTold is how many statements by an entity and about it make an answer that is
// recalled: to count them takes some milliseconds.
const oftenTold = 20

// newestAbout is how many statements NewestAbout gives at most.
const newestAbout = 20

// NewestAbout gives the newest statements that name an entity in their content, by
// its confirmed names, as they were counted.
func (a *Archive) NewestAbout(ctx context.Context, of *Identity) ([]Hit, error) {
	var rows []int64
	if of.newest != "" {
		if err := json.Unmarshal([]byte(of.newest), &rows); err != nil {
			return nil, a.fault(err)
		}
	}
	hits, err := a.resultsAt(ctx, rows)
	return hits, a.fault(err)
}

// count counts the statements by an entity's confirmed or suggested names, and
// those about it, of which it lists the newest.
func (a *Archive) count(ctx context.Context, entity int64, sure bool, said, about *int, newest *string) error {
	return a.read.QueryRowContext(ctx, `WITH b AS MATERIALIZED (`+toldAbout("about", sure)+" UNION "+toldAbout(aboutPacked, sure)+`)
		SELECT (SELECT count(*) FROM statement s JOIN alias l ON l.name_id = s.named AND l.entity_id = ?1 AND `+confirmed("l", sure)+`
			WHERE s.voice = `+attributed+` AND s.hidden = 0 AND l.sense = `+senseOf("s.named", "s.article_id")+`),
		(SELECT count(*) FROM b), (SELECT json_group_array(statement_id) FROM (SELECT statement_id FROM b ORDER BY statement_id DESC`+limitedTo(newestAbout)+`))`, entity).
		Scan(said, about, newest)
}

// confirmed tests whether an alias is confirmed, or only suggested. An index is of one
// of the two: asked with an argument, a query would be planned anew each time.
func confirmed(alias string, sure bool) string {
	if sure {
		return alias + ".confirmed = 1"
	}
	return alias + ".confirmed = 0"
}

// toldAbout are the statements about an entity's names, as a table has them filed.
func toldAbout(filed string, sure bool) string {
	return "SELECT b.statement_id FROM alias l CROSS JOIN " + filed + ` b ON b.name_id = l.name_id CROSS JOIN statement s ON s.statement_id = b.statement_id AND s.voice = ` + attributed + ` AND s.hidden = 0
		WHERE l.entity_id = ?1 AND ` + confirmed("l", sure) + ` AND l.sense = ` + senseOf("b.name_id", "s.article_id")
}

// entityNow is the row of the entity that an id, the query's first argument,
// stands for: its own, or that of the use it was handed out for.
var entityNow = `coalesce((SELECT e.entity_id FROM entity e WHERE e.id = ?1), (SELECT l.entity_id FROM public_id p JOIN alias l ON l.name_id = p.name_id
	WHERE p.id = ?1 AND l.sense = ` + senseOf("p.name_id", articleOfUse("p.name_id", "p.lot")) + "))"
