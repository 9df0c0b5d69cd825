package main

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// sights are what readers ask for, as the archive holds it: of outlets large and
// small, of people who are often named and of those who are not.
type sights struct {
	words, speakers, people, outlets, articles, claims, pages []string
	statements                                                []statementAt
}

type statementAt struct {
	article string
	index   int
}

// Bounds of what is looked at for a plan.
const (
	sightedOutlets  = 40
	sightedOf       = 20 // statements of each
	sightedFrequent = 60 // names that most articles have
	sightedClaims   = 60
	longWord        = 5 // letters from which a word is searched for
)

func sightsOf(ctx context.Context, a *store.Archive) (*sights, error) {
	out := &sights{}
	outlets, err := a.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	for i := range min(sightedOutlets, len(outlets)) {
		if err := out.lookAt(ctx, a, outlets[i*len(outlets)/min(sightedOutlets, len(outlets))].Name); err != nil {
			return nil, err
		}
	}
	names, _, err := a.Entities(ctx, "", "", sightedFrequent, true)
	for _, n := range names {
		out.people = append(out.people, n.ID)
	}
	for _, list := range []*[]string{&out.words, &out.speakers, &out.people, &out.articles, &out.claims} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return out, err
}

// lookAt takes up what an outlet's newest statements hold.
func (s *sights) lookAt(ctx context.Context, a *store.Archive, outlet string) error {
	s.outlets = append(s.outlets, outlet)
	q := store.Query{}.With(store.Term{Operator: store.Outlet, Value: outlet, Phrase: true})
	found, err := a.Search(ctx, q, store.Page{Limit: sightedOf})
	if err != nil {
		return err
	}
	if found.Next != "" {
		s.pages = append(s.pages, url.Values{"q": {q.String()}, "after": {found.Next}}.Encode())
	}
	for i := range found.Hits {
		s.take(&found.Hits[i])
	}
	if len(found.Hits) == 0 || len(s.claims) >= sightedClaims {
		return nil
	}
	claims, err := a.ClaimsOf(ctx, found.Hits[0].Article.ID)
	for _, list := range claims {
		for _, c := range list {
			s.claims = append(s.claims, c.ID)
		}
	}
	return err
}

func (s *sights) take(h *store.Hit) {
	s.articles = append(s.articles, h.Article.ID)
	s.statements = append(s.statements, statementAt{h.Article.ID, h.Index})
	if h.Statement.SpeakerName != "" {
		s.speakers = append(s.speakers, h.Statement.SpeakerName)
	}
	if h.Identity != nil {
		s.people = append(s.people, h.Identity.ID)
	}
	for _, c := range h.Content {
		for word := range strings.FieldsFuncSeq(c, func(r rune) bool { return !asciiLetter(r) }) {
			if utf8.RuneCountInString(word) >= longWord {
				s.words = append(s.words, word)
			}
		}
	}
}

func asciiLetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// visit is a kind of page and where a reader finds one; "" where the archive has
// none.
type visit struct {
	kind    string
	address func(*sights, *rand.Rand) string
}

// some is any of a list, "" of an empty one.
func some(list []string, dice *rand.Rand) string {
	if len(list) == 0 {
		return ""
	}
	return list[dice.IntN(len(list))]
}

// searched is a page found by a query; each %s of its form is any of a list.
func searched(path, form string, lists ...func(*sights) []string) func(*sights, *rand.Rand) string {
	return func(s *sights, dice *rand.Rand) string {
		var args []any
		for _, list := range lists {
			x := some(list(s), dice)
			if x == "" {
				return ""
			}
			args = append(args, strings.ReplaceAll(x, `"`, " "))
		}
		return path + url.QueryEscape(fmt.Sprintf(form, args...))
	}
}

func fixed(address string) func(*sights, *rand.Rand) string {
	return func(*sights, *rand.Rand) string { return address }
}

func words(s *sights) []string    { return s.words }
func speakers(s *sights) []string { return s.speakers }
func outlets(s *sights) []string  { return s.outlets }
func people(s *sights) []string   { return s.people }
func articles(s *sights) []string { return s.articles }
func claims(s *sights) []string   { return s.claims }

func nextPage(s *sights, dice *rand.Rand) string {
	if x := some(s.pages, dice); x != "" {
		return "/?" + x
	}
	return ""
}

// statementVisit is the page of a statement, with more parameters behind; its number
// counts from first.
func statementVisit(path, number string, first int, more string) func(*sights, *rand.Rand) string {
	return func(s *sights, dice *rand.Rand) string {
		if len(s.statements) == 0 {
			return ""
		}
		x := s.statements[dice.IntN(len(s.statements))]
		return fmt.Sprintf("%s?article=%s&%s=%d%s", path, url.QueryEscape(x.article), number, x.index+first, more)
	}
}

// visits are the kinds of pages, each asked for as often.
var visits = []visit{
	{"all statements", fixed("/")},
	{"search: a word", searched("/?q=", "%s", words)},
	{"search: two words", searched("/?q=", "%s %s", words, words)},
	{"search: a word, best", searched("/?order=best&q=", "%s", words)},
	{"search: a word, oldest", searched("/?order=oldest&q=", "%s", words)},
	{"search: a speaker", searched("/?q=", `speaker:"%s"`, speakers)},
	{"search: an entity speaks", searched("/?q=", `speaker:"%s"`, people)},
	{"search: about an entity", searched("/?q=", `about:"%s"`, people)},
	{"search: a word of an outlet", searched("/?q=", `%s outlet:"%s"`, words, outlets)},
	{"search: an outlet", searched("/?q=", `outlet:"%s"`, outlets)},
	{"search: an outlet, next page", nextPage},
	{"search: denials", fixed("/?q=polarity:denies")},
	{"search: direct, of a month", fixed("/?q=kind:direct+after:2024-01+before:2024-02")},
	{"search: nobody", fixed("/?q=speaker:nosuchname")},
	{"statement", statementVisit("/statement", "number", 1, "")},
	{"statement beside a list", statementVisit("/statement", "number", 1, "&part=1")},
	{"article", searched("/article?id=", "%s", articles)},
	{"article: copies", searched("/article?tab=copies&id=", "%s", articles)},
	{"article: provenance", searched("/article?tab=provenance&id=", "%s", articles)},
	{"article: as captured", searched("/original?id=", "%s", articles)},
	{"names", fixed("/names")},
	{"who: an entity", searched("/who?name=", "%s", people)},
	{"who: a name", searched("/who?name=", "%s", speakers)},
	{"outlets", fixed("/outlets")},
	{"outlet", searched("/outlet?name=", "%s", outlets)},
	{"claims", fixed("/claims")},
	{"claims: a word", searched("/claims?q=", "%s", words)},
	{"claim", searched("/claim?id=", "%s", claims)},
	{"review: names", fixed("/review?what=names")},
	{"review: claims", fixed("/review?what=claims")},
	{"review: speakers", fixed("/review?what=speakers")},
	{"cases", fixed("/cases")},
	{"add", fixed("/add")},
	{"feed: a word", searched("/feed.atom?q=", "%s", words)},
	{"feed: an entity", searched("/feed.json?who=", "%s", people)},
	{"feed: a claim", searched("/feed.atom?claim=", "%s", claims)},
	{"api: statements", searched("/api/v1/statements?q=", "%s", words)},
	{"api: facets", searched("/api/v1/facets?q=", "%s", words)},
	{"api: statement", statementVisit("/api/v1/statement", "n", 0, "")},
	{"api: article", searched("/api/v1/article?id=", "%s", articles)},
	{"api: copies", searched("/api/v1/copies?id=", "%s", articles)},
	{"api: claim", searched("/api/v1/claim?id=", "%s", claims)},
	{"api: who", searched("/api/v1/who?name=", "%s", people)},
	{"api: names", fixed("/api/v1/names")},
	{"api: outlets", fixed("/api/v1/outlets")},
	{"api: document", fixed("/api/v1/openapi.json")},
}

// byKind is the order of visits.
func byKind(a, b string) int {
	at := func(kind string) int {
		return slices.IndexFunc(visits, func(v visit) bool { return v.kind == kind })
	}
	return cmp.Compare(at(a), at(b))
}
