package api

import (
	"net/http"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/doctor"
	"github.com/hearsay-engine/hearsay/internal/intake"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

// Bounds of pages.
const (
	usualPage = store.DefaultLimit
	mostPage  = 500 // statements or names of one page
	mostFound = 100 // claims, copies, questions: each is worked for
	mostSteps = 1000
)

// Parameters that several operations take.
var (
	query  = param{name: "q", kind: "string", says: "what to search for, as on the pages and the command line: words, \"phrases\", speaker:NAME, about:NAME, outlet:NAME, lang:, before:, after:, kind:, polarity:, voice:, is:, reviewed:, case:, claim:", example: "polarity:denies"}
	after  = param{name: "after", kind: "string", says: "next of the page before; the first page where it is left out"}
	limit  = param{name: "limit", kind: "integer", says: "at most this many", usual: usualPage, least: 1, most: mostPage}
	few    = param{name: "limit", kind: "integer", says: "at most this many", usual: 20, least: 1, most: mostFound}
	ofID   = param{name: "id", kind: "string", says: "its id", required: true, example: "news/a.txt"}
	outlet = param{name: "outlet", kind: "boolean", says: "the outlet's own sentences too", usual: false}
)

// spreadParams say of which copies who carried whose words is asked.
func spreadParams() []param {
	return []param{
		{name: "q", kind: "string", says: "only articles with a statement that this search finds", example: "dam"},
		{name: "outlet", kind: "string", says: "only what leads to this outlet or from it; a group's name where owners is true"},
		{name: "after", kind: "string", says: "only articles of this date or later: 2022, 2022-03, 2022-03-06"},
		{name: "before", kind: "string", says: "only articles of an earlier date"},
		{name: "way", kind: "string", says: "only what is known so", choices: wayNames()},
		{name: "owners", kind: "boolean", says: "outlets of one owner as one", usual: false},
		{name: "confirmed", kind: "boolean", says: "without what is only machine-suggested", usual: false},
	}
}

// operations is all that is answered, in the order it is documented.
func operations() []operation {
	return []operation{
		{id: "listStatements", method: http.MethodGet, path: "/statements", tag: "statements", says: "Find statements", more: "Walk them with after, given the next of the page before; every statement comes once, in order.",
			params: []param{query, {name: "order", kind: "string", says: "newest, oldest, or best: by how well the words fit", choices: []string{"newest", "oldest", "best"}, usual: "newest"}, after, limit},
			result: StatementList{}, answer: statements},
		{id: "countStatements", method: http.MethodGet, path: "/facets", tag: "statements", says: "Count what a search finds, by speaker, outlet, month and more", params: []param{query}, result: Facets{}, answer: facets},
		{id: "getStatement", method: http.MethodGet, path: "/statement", tag: "statements", says: "One statement: its place, why it is one, how to cite it, the claims it is of",
			params: []param{{name: "article", kind: "string", says: "the article's id", required: true, example: "news/a.txt"}, {name: "n", kind: "integer", says: "its index in the article", required: true, least: 0, most: 1 << 30, example: "0"},
				{name: "refused", kind: "boolean", says: "what near it looked like a statement and was not taken, too: the article is read again for it", usual: false}},
			result: StatementShown{}, answer: statement},
		{id: "listArticles", method: http.MethodGet, path: "/articles", tag: "articles", says: "All articles by id, or the newest of one outlet",
			params: []param{{name: "outlet", kind: "string", says: "those of this outlet only, the newest first, without further pages", example: "Tarvan Observer"}, after, limit}, result: ArticleList{}, answer: articles},
		{id: "getArticle", method: http.MethodGet, path: "/article", tag: "articles", says: "One article: its text, its statements, and where every field was read", params: []param{ofID, outlet}, result: ArticleShown{}, answer: article},
		{id: "addArticles", method: http.MethodPost, path: "/articles", tag: "articles", says: "Add texts or saved pages", more: "The answer names a job; ask for it until it has ended. A form of files is taken as the page takes it.",
			body: intake.Batch{}, sample: map[string]any{"articles": []any{map[string]any{"id": "news/bridge.txt", "text": "The bridge\n\n“The bridge is safe,” said Ilse Brandt, the mayor."}}}, files: true, edits: true, status: http.StatusAccepted, result: Job{}, answer: add},
		{id: "getJob", method: http.MethodGet, path: "/job", tag: "articles", says: "How far an addition has come", params: []param{{name: "id", kind: "string", says: "of the job", required: true, example: "1"}}, result: Job{}, answer: job},
		{id: "getCopies", method: http.MethodGet, path: "/copies", tag: "copies", says: "What an article shares words with, passage by passage", params: []param{ofID, few}, result: wire.Compared{}, answer: copiesOf},
		{id: "compareText", method: http.MethodPost, path: "/copies", tag: "copies", says: "What a text that is not in the archive shares words with; it is not kept", params: []param{few}, body: intake.Text{}, sample: map[string]any{"text": "“The bridge is safe,” said Ilse Brandt, the mayor."}, result: wire.Compared{}, answer: compare},
		{id: "getFamily", method: http.MethodGet, path: "/family", tag: "copies", says: "The articles that are one origin with an article, the earliest first", params: []param{ofID, limit}, result: Family{}, answer: family},
		{id: "listClaims", method: http.MethodGet, path: "/claims", tag: "claims", says: "The claims whose tellings fit a search", more: "Best first they are those of the 400 statements that fit best; in another order, without a search, all there are. Walk them with after, given the next of the page before.",
			params: []param{query, {name: "order", kind: "string", says: "best: by how well the words fit; or as the page of claims has them", choices: []string{"best", "newest", "oldest", "denied", "origins"}, usual: "best"},
				{name: "of", kind: "string", says: "which claims, where the order is not best", choices: []string{"told", "denied", "corrected", "all"}, usual: "told"}, after, few}, result: ClaimList{}, answer: claims},
		{id: "getClaim", method: http.MethodGet, path: "/claim", tag: "claims", says: "A claim's course: who told it first, who carried it, who denied it; counts with origins, drift, what is not known",
			params: []param{{name: "id", kind: "string", says: "of the claim, or one it had", required: true, example: "claim:z2f9v59cn0"}, {name: "after", kind: "integer", says: "begin with this station: next of the part before", usual: 0, least: 0, most: 1 << 30},
				{name: "limit", kind: "integer", says: "at most this many stations", usual: 200, least: 1, most: mostSteps}, {name: "suggested", kind: "boolean", says: "what is machine-suggested and not reviewed, too", usual: false}},
			result: wire.Course{}, answer: claim},
		{id: "listNames", method: http.MethodGet, path: "/names", tag: "names", says: "People, organisations and places, those first that most articles name",
			params: []param{{name: "kind", kind: "string", says: "those of this kind only", choices: kindNames()}, after, limit, {name: "all", kind: "boolean", says: "people whom one text only names, too", usual: false}}, result: NameList{}, answer: names},
		{id: "getWho", method: http.MethodGet, path: "/who", tag: "names", says: "One person, organisation or place, or several that go by a name", more: "Names with their reasons; what it said, what is said about it and what it denied are counted, with the searches that find them.",
			params: []param{{name: "name", kind: "string", says: "a name, or an id such as person:ada-quill", required: true, example: "Henrike Solvaag"}}, result: Person{}, either: wire.Candidates{}, answer: who},
		{id: "listOutlets", method: http.MethodGet, path: "/outlets", tag: "outlets", says: "The outlets with most articles", result: OutletList{}, answer: outlets},
		{id: "getOutlet", method: http.MethodGet, path: "/outlet", tag: "outlets", says: "One outlet with its newest articles", params: []param{{name: "name", kind: "string", says: "its name", required: true, example: "Tarvan Observer"}, few}, result: OutletShown{}, answer: outletOf},
		{id: "listOutletGroups", method: http.MethodGet, path: "/outlet-groups", tag: "outlets", says: "The outlets of one owner, whose copies count as one origin", result: GroupList{}, answer: groups},
		{id: "getSpread", method: http.MethodGet, path: "/spread", tag: "outlets", says: "Who carried whose words, outlet by outlet, and whether they name their source", more: "By words only it is not known which had them first, or both quote a third.",
			params: append(spreadParams(), param{name: "limit", kind: "integer", says: "at most this many counts, the most frequent", usual: 200, least: 1, most: mostSteps}), result: wire.Spread{}, answer: spreadOf},
		{id: "listCarried", method: http.MethodGet, path: "/spread/copies", tag: "outlets", says: "The articles behind a count of who carried whose words, the newest first",
			params: append([]param{{name: "from", kind: "string", says: "the outlet, or group, whose words they carry; an empty one is not known", example: "Meridian Wire"}, {name: "to", kind: "string", says: "the outlet, or group, that carries them", example: "Northern Frontier"}}, spreadParams()...),
			result: CarriedList{}, answer: carried},
		{id: "listQuestions", method: http.MethodGet, path: "/review", tag: "review", says: "What the rules are not sure of, best first, with what a yes would do", params: []param{{name: "what", kind: "string", says: "questions of this kind", choices: decide.Kinds, usual: decide.Kinds[0]}, few}, result: QuestionList{}, answer: questions},
		{id: "answerQuestion", method: http.MethodPost, path: "/review", tag: "review", says: "Answer a question", body: Answer{}, sample: Answer{Key: "0123456789abcdef", Yes: true}, edits: true, result: Decided{}, answer: answerQuestion},
		{id: "listCorrections", method: http.MethodGet, path: "/corrections", tag: "review", says: "What people decided, in order, and whether it applies",
			params: []param{{name: "not-applying", kind: "boolean", says: "those only that do not apply and were not taken back", usual: false}, after, limit}, result: CorrectionList{}, answer: correctionList},
		{id: "correct", method: http.MethodPost, path: "/corrections", tag: "review", says: "Decide: who said it, which names are one, what is the same claim, what is left out; or take a decision back", more: "With try it is told what the decision would do, and nothing is changed.",
			body: decide.Wanted{}, sample: decide.Wanted{Decision: corrections.Confirm, Of: []string{"news/a.txt#0"}, Try: true}, edits: true, result: Decided{}, answer: correct},
		{id: "listCases", method: http.MethodGet, path: "/cases", tag: "cases", says: "The cases: selections of what the archive holds, with notes and tags", result: CaseList{}, answer: caseList},
		{id: "getCase", method: http.MethodGet, path: "/case", tag: "cases", says: "One case with its items as they stand now", params: []param{{name: "id", kind: "string", says: "its id or its name", required: true, example: "The dam"}}, result: wire.CaseView{}, answer: caseOf},
		{id: "changeCase", method: http.MethodPost, path: "/cases", tag: "cases", says: "Open a case, pick an item into it, put a note or a tag on it, take any of it back", more: "With try it is told what the change would do, and nothing is changed.",
			body: decide.CaseWanted{}, sample: decide.CaseWanted{Do: "pick", Case: "The dam", Item: "news/a.txt#0"}, edits: true, result: Decided{}, answer: changeCase},
		{id: "getHealth", method: http.MethodGet, path: "/health", tag: "archive", says: "What the archive lacks, what waits, which rules people found wrong", result: doctor.Checkup{}, answer: health},
		{id: "getVersion", method: http.MethodGet, path: "/version", tag: "archive", says: "The version of the program and of each stage", result: doctor.Version{}, answer: version},
		{id: "getDocument", method: http.MethodGet, path: "/openapi.json", tag: "archive", says: "This document", result: map[string]any{}, answer: func(c *call) (any, error) { return c.document() }},
	}
}
