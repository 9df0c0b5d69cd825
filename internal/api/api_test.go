package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hearsay-engine/hearsay/internal/intake"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

const ferry = `Ferry timetable unchanged

“The ferry will sail on Monday,” said Nina Koval, the harbour's director. Koval denied that the pier had been sold to the lamp company of Lowmoor.

The so-called “gate of sorrows” stayed shut. “We were told nothing,” fisherman Arto Venn said.
`

const pier = `The pier

Nina Koval said the pier had been sold to the lamp company of Lowmoor in the spring of the year. “The ferry will sail on Monday,” said Nina Koval, the harbour's director.
`

var texts = []news.Blob{
	{ID: "news/ferry.txt", Media: news.MediaText, Bytes: []byte(ferry), Given: news.Given{Outlet: "The Lowmoor Lamp", Published: "2031-03-05", URL: "https://lamp.example/ferry"}},
	{ID: "news/pier.txt", Media: news.MediaText, Bytes: []byte(pier), Given: news.Given{Outlet: "Harbour Gazette", Published: "2031-03-06T10:00+01:00"}},
	{ID: "copies/ferry again.txt", Media: news.MediaText, Bytes: []byte(ferry + "\nSource: The Lowmoor Lamp\n"), Given: news.Given{Outlet: "Morning Post", Published: "2031-03-07"}},
	{ID: "undated.txt", Media: news.MediaText, Bytes: []byte("The bridge\n\n“The bridge 🌉 stands,” said Nina Koval, the harbour's director.\n")},
}

// opened is an API of a new archive of these texts.
func opened(t testing.TB, blobs []news.Blob) *API {
	t.Helper()
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	_, err = keep.Add(context.Background(), a, func(yield func(news.Blob, error) bool) {
		for _, b := range blobs {
			if !yield(b, nil) {
				return
			}
		}
	}, keep.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	jobs := intake.New(t.Context(), a)
	t.Cleanup(jobs.Wait)
	return New(a, jobs, slog.New(slog.NewTextHandler(io.Discard, nil)), Options{Editor: func(context.Context) string { return "Ada" }})
}

// ask sends a request; body is sent as JSON unless it is "".
func (x *API) ask(method, address, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, Root+address, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	x.ServeHTTP(w, r)
	return w
}

// get reads an answer that is to be good.
func get[T any](t *testing.T, x *API, address string) T {
	t.Helper()
	var out T
	w := x.ask("GET", address, "")
	if w.Code != http.StatusOK {
		t.Fatalf("%s answers %d: %s", address, w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return out
}

// served compiles schemas of the document as a program reads it, with objects
// closed: a property that it does not have may not be answered.
var served = sync.OnceValue(func() *jsonschema.Compiler {
	return compiled(func(d map[string]any) { shut(d["components"].(map[string]any)["schemas"]) })
})

// compiled compiles the document, changed.
func compiled(change func(map[string]any)) *jsonschema.Compiler {
	b, err := json.Marshal(Document())
	if err != nil {
		panic(err)
	}
	d, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		panic(err)
	}
	change(d.(map[string]any))
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("mem:openapi.json", d); err != nil {
		panic(err)
	}
	return c
}

// shut lets no object have properties that the document does not name.
func shut(node any) {
	switch n := node.(type) {
	case map[string]any:
		if p, ok := n["properties"].(map[string]any); ok && n["type"] == "object" {
			n["additionalProperties"] = false
			for _, x := range p {
				shut(x)
			}
			return
		}
		for _, x := range n {
			shut(x)
		}
	case []any:
		for _, x := range n {
			shut(x)
		}
	}
}

// checkAnswer holds an answer against what the document says of it.
func checkAnswer(t testing.TB, method, address string, w *httptest.ResponseRecorder) {
	t.Helper()
	path, _, _ := strings.Cut(Root+address, "?")
	pointer := "#/paths/" + strings.ReplaceAll(path, "/", "~1") + "/" + strings.ToLower(method) + "/responses/" + strconv.Itoa(w.Code)
	media, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";")
	if w.Code == http.StatusNotModified {
		return
	}
	pointer += "/content/" + strings.ReplaceAll(media, "/", "~1") + "/schema"
	s, err := served().Compile("mem:openapi.json" + pointer)
	if err != nil {
		t.Fatalf("%s %s answers %d %s, which the document does not tell of: %v", method, address, w.Code, media, err)
	}
	v, err := jsonschema.UnmarshalJSON(w.Body)
	if err != nil {
		t.Fatalf("%s %s: %v", method, address, err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s %s answers otherwise than the document says: %v", method, address, err)
	}
}

func TestOperations(t *testing.T) {
	x := opened(t, texts)
	claims := get[ClaimList](t, x, "/claims?q=pier")
	if len(claims.Claims) == 0 {
		t.Fatal("nobody tells of the pier")
	}
	all := "q=" + url.QueryEscape("speaker:\"Nina Koval\"")
	tested := map[string]bool{}
	for _, c := range []struct {
		method, address, body string
		status                int
		holds                 []string
	}{
		{"GET", "/statements", "", 200, []string{`"index":0`, `"Nina Koval"`, `"articles":4`, `"origins":3`, `"next":null`}},
		{"GET", "/statements?limit=1", "", 200, []string{`"next":"`}},
		{"GET", "/statements?order=oldest&" + all, "", 200, []string{`"news/ferry.txt"`}},
		{"GET", "/statements?q=before:soon", "", 400, []string{`"at":8`, `wants a date`, `"fault":"usage"`, `"subject":"query"`}},
		{"GET", "/statements?q=ferry+kind:loud", "", 400, []string{`"at":12`}},
		{"GET", "/statements?order=sideways", "", 400, []string{"take newest, oldest, best"}},
		{"GET", "/statements?limit=0", "", 400, []string{"take 1 to 500"}},
		{"GET", "/statements?limit=1&limit=2", "", 400, []string{"given 2 times"}},
		{"GET", "/statements?page=2", "", 400, []string{"no such parameter"}},
		{"GET", "/statements?q=%ff", "", 400, []string{"no text"}},
		{"GET", "/statements?q=%zz", "", 400, []string{"cannot be read"}},
		{"GET", "/statements?after=x.y", "", 400, []string{"no such page"}},
		{"GET", "/statements?after=zzz", "", 400, []string{"no such page"}},
		{"GET", "/statements?q=nosuchword", "", 200, []string{`"statements":[]`}},
		{"GET", "/facets?" + all, "", 200, []string{`"found":7`, `"value":"2031-03"`, `"speaker":[{"value":"Nina Koval",`, `"speaker_left_out":0`}},
		{"GET", "/facets", "", 200, []string{`"speaker":[{"value":"Nina Koval",`, `"speaker_left_out":1`}},
		{"GET", "/facets?q=before:soon", "", 400, nil},
		{"GET", "/statement?article=news/ferry.txt&n=1", "", 200, []string{"the pier had been sold", `"polarity":"denies"`, `"sha256"`, `lamp.example/ferry#:~:text=`, "[news/ferry.txt, statement 2, text SHA-256 "}},
		{"GET", "/statement?article=news/ferry.txt&n=2&refused=true", "", 200, []string{`"refused":[{`, "gate of sorrows"}},
		{"GET", "/statement?article=news/ferry.txt&n=9", "", 404, []string{"news/ferry.txt#9"}},
		{"GET", "/statement?article=nothing&n=0", "", 404, nil},
		{"GET", "/statement?n=0", "", 400, []string{"missing"}},
		{"GET", "/articles", "", 200, []string{`"copies/ferry again.txt"`, `"undated.txt"`, `"next":null`}},
		{"GET", "/articles?after=news/ferry.txt", "", 400, []string{"no such page"}},
		{"GET", "/articles?outlet=morning+post&after=news/ferry.txt", "", 400, []string{"no further pages"}},
		{"GET", "/articles?outlet=morning+post", "", 200, []string{"ferry again"}},
		{"GET", "/article?id=undated.txt&outlet=true", "", 200, []string{`🌉`, `"published":null`, `"made_by":[{"stage":"clean"`, `"versions":1`}},
		{"GET", "/article?id=nothing", "", 404, []string{`"fault":"not-found"`}},
		{"GET", "/copies?id=news/ferry.txt", "", 200, []string{`"kind":"excerpt"`, "ferry again"}},
		{"GET", "/copies?id=nothing", "", 404, nil},
		{"POST", "/copies", `{"text":` + strconv.Quote(ferry) + `,"published":"2031-03-09"}`, 200, []string{`"kind":"excerpt"`}},
		{"POST", "/copies", `{"text":" "}`, 400, []string{"there is none"}},
		{"POST", "/copies", `{"txet":"a"}`, 400, []string{"unknown field"}},
		{"POST", "/copies", `{"text":"a","published":"soon"}`, 400, []string{"is no date"}},
		{"POST", "/copies", "", 415, []string{"Content-Type"}},
		{"GET", "/family?id=news/ferry.txt", "", 200, []string{`"articles":2`}},
		{"GET", "/claims", "", 200, nil},
		{"GET", "/claims?q=pier&limit=1", "", 200, []string{`claim:`}},
		{"GET", "/claims?after=zzzz", "", 400, nil},
		{"GET", "/claim?suggested=true&id=" + claims.Claims[0].ID, "", 200, []string{`"stations":[{`, `"denies"`}},
		{"GET", "/claim?id=claim:0000000000", "", 404, nil},
		{"GET", "/names", "", 200, []string{`"Nina Koval"`}},
		{"GET", "/names?all=true&limit=1", "", 200, []string{`"next":"`}},
		{"GET", "/names?all=perhaps", "", 400, []string{"take true or false"}},
		{"GET", "/who?name=Nina+Koval", "", 200, []string{`"denied":2`, `"said":"speaker:\"person:`}},
		{"GET", "/who?name=Nobody", "", 404, nil},
		{"GET", "/outlets", "", 200, []string{`"Harbour Gazette"`}},
		{"GET", "/outlet?name=Harbour+Gazette", "", 200, []string{"news/pier.txt"}},
		{"GET", "/outlet?name=None", "", 404, nil},
		{"GET", "/outlet?name=Morning+Post", "", 200, []string{`"group":null`, `"side":"taken","way":"credited","articles":1`, `"denials":"outlet:\"Morning Post\" polarity:denies"`, `"denies":[]`}},
		{"GET", "/spread", "", 200, []string{`"from":"The Lowmoor Lamp","to":"Morning Post","way":"credited","articles":1`, `"more":false`, `"left":0`}},
		{"GET", "/spread?q=ferry&outlet=morning+post&way=credited&confirmed=true&owners=true&after=2031-03-07&before=2031-04", "", 200, []string{`"to":"Morning Post"`}},
		{"GET", "/spread?way=uncredited&q=unheard", "", 200, []string{`"counts":[]`}},
		{"GET", "/spread?way=sideways", "", 400, []string{"take credited, uncredited, by-words"}},
		{"GET", "/spread?after=soon", "", 400, []string{"is no date"}},
		{"GET", "/spread?q=before:soon", "", 400, []string{`"at":8`}},
		{"GET", "/spread/copies?from=The+Lowmoor+Lamp&to=Morning+Post", "", 200, []string{`"id":"copies/ferry again.txt"`, `"status":"confirmed"`, `"way":"credited"`}},
		{"GET", "/spread/copies?from=Morning+Post&to=The+Lowmoor+Lamp", "", 200, []string{`"copies":[]`}},
		{"GET", "/outlet-groups", "", 200, []string{`"groups":[]`}},
		{"GET", "/review", "", 200, nil},
		{"GET", "/review?what=speakers&limit=1", "", 200, nil},
		{"POST", "/review", `{"key":"none","yes":true}`, 404, nil},
		{"POST", "/corrections", `{"decision":"confirm","of":["news/ferry.txt#0"],"try":true}`, 200, []string{`"correction":null`, "confirmed"}},
		{"GET", "/corrections", "", 200, []string{`"corrections":[]`}},
		{"POST", "/corrections", `{"decision":"confirm","of":["news/ferry.txt#0"],"reason":"heard it"}`, 200, []string{`"by":"Ada"`, `"standing":"applies"`, "heard it"}},
		{"GET", "/corrections?limit=1", "", 200, []string{`"confirm"`, `"next":null`}},
		{"GET", "/corrections?after=none", "", 400, nil},
		{"POST", "/corrections", `{"decision":"undo","of":["last"]}`, 200, []string{"taken back: "}},
		{"POST", "/cases", `{"do":"open","case":"The pier","reason":"sold or not"}`, 200, []string{`"decision":"open"`}},
		{"POST", "/cases", `{"do":"pick","case":"The pier","item":"news/ferry.txt#1"}`, 200, []string{"is in the case “The pier”"}},
		{"POST", "/cases", `{"do":"tag","case":"The pier","item":"news/ferry.txt#1","words":"denial","try":true}`, 200, []string{`"correction":null`}},
		{"POST", "/cases", `{"do":"burn","case":"The pier"}`, 400, []string{"no such change"}},
		{"POST", "/cases", `{"do":"pick","case":"None","item":"x"}`, 404, nil},
		{"GET", "/cases", "", 200, []string{`"name":"The pier"`, `"items":1`}},
		{"GET", "/case?id=The+pier", "", 200, []string{`"ref":"news/ferry.txt#1"`, "the pier had been sold"}},
		{"GET", "/case?id=none", "", 404, nil},
		{"GET", "/statements?q=case:%22The+pier%22", "", 200, []string{`"index":1`}},
		{"GET", "/review?what=", "", 400, []string{"no such value"}},
		{"POST", "/corrections", `{"decision":"praise","of":["x"]}`, 400, []string{"no such decision"}},
		{"POST", "/corrections", `{"decision":"merge","of":["x"]}`, 400, []string{"two entities"}},
		{"POST", "/corrections", `{"decision":"rename","of":["x"]}`, 400, []string{"new name"}},
		{"POST", "/corrections", `[`, 400, []string{`"subject":"body"`}},
		{"GET", "/health", "", 200, []string{`"archive":"archive.db"`, `"articles_without_date":1`}},
		{"POST", "/articles", `{"articles":[]}`, 400, []string{"1 to"}},
		{"POST", "/articles", `{"articles":[{"id":"new.txt","text":"“The mill stands,” said Nina Koval."}]}`, 202, []string{`"id":"1"`}},
		{"GET", "/job?id=1", "", 200, nil},
		{"GET", "/job?id=none", "", 404, nil},
		{"GET", "/version", "", 200, []string{`"stage":"resolve"`}},
		{"GET", "/openapi.json", "", 200, []string{`"openapi":"3.1.0"`}},
	} {
		w := x.ask(c.method, c.address, c.body)
		if w.Code != c.status {
			t.Errorf("%s %s answers %d, want %d: %s", c.method, c.address, w.Code, c.status, w.Body)
			continue
		}
		for _, want := range c.holds {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s %s lacks %s:\n%s", c.method, c.address, want, w.Body)
			}
		}
		if c.address != "/openapi.json" {
			checkAnswer(t, c.method, c.address, w)
		}
		path, _, _ := strings.Cut(c.address, "?")
		tested[c.method+" "+path] = tested[c.method+" "+path] || c.status < 300
	}
	tested["POST /review"] = true // TestAQuestionIsAnsweredOnce
	for _, o := range operations() {
		if !tested[o.method+" "+o.path] {
			t.Errorf("no good answer of %s %s is tested", o.method, o.path)
		}
	}
}

// doubtful is a text with a statement whose speaker the rules are not sure of.
const doubtful = `Tom Okker, the engineer, said that the bridge would be built this year.

A dredger lay in the harbour, adding that the ferry was late.

A gull sat on it, adding that the bridge was wet.
`

func TestAQuestionIsAnsweredOnce(t *testing.T) {
	x := opened(t, []news.Blob{{ID: "a.txt", Media: news.MediaText, Bytes: []byte(doubtful)}})
	asked := get[struct {
		Questions []struct{ Key, Effect string }
	}](t, x, "/review").Questions
	if len(asked) == 0 {
		t.Fatal("there is nothing to decide")
	}
	body := `{"key":"` + asked[0].Key + `","yes":true,"reason":"I know them"}`
	w := x.ask("POST", "/review", body)
	if w.Code != 200 || !strings.Contains(w.Body.String(), `"reason":"I know them"`) {
		t.Errorf("%s is answered %d: %s", asked[0].Effect, w.Code, w.Body)
	}
	checkAnswer(t, "POST", "/review", w)
	if again := x.ask("POST", "/review", body); again.Code != 404 {
		t.Errorf("it is asked again: %d %s", again.Code, again.Body)
	}
}

func TestCursorsYieldEveryStatementOnceInOrder(t *testing.T) {
	x := opened(t, texts)
	for _, order := range []string{"newest", "oldest", "best"} {
		for _, q := range []string{"", "ferry", "speaker:Koval"} {
			whole := walk(t, x, q, order, mostPage)
			for limit := 1; limit < len(whole)+1; limit++ {
				if got := walk(t, x, q, order, limit); !slices.Equal(got, whole) {
					t.Errorf("%q by %s, %d at a time: %v, want %v", q, order, limit, got, whole)
				}
			}
		}
	}
}

func walk(t *testing.T, x *API, q, order string, limit int) []string {
	t.Helper()
	var out []string
	v := url.Values{"q": {q}, "order": {order}, "limit": {strconv.Itoa(limit)}}
	for range 100 {
		page := get[StatementList](t, x, "/statements?"+v.Encode())
		for _, s := range page.Statements {
			ref := s.Article + "#" + strconv.Itoa(s.Index)
			if slices.Contains(out, ref) {
				t.Fatalf("%s comes twice", ref)
			}
			out = append(out, ref)
		}
		if page.Next == nil {
			return out
		}
		v.Set("after", *page.Next)
	}
	t.Fatal("the pages do not end")
	return nil
}

// What one list gives to go on with is no place in another, nor in another order.
func TestCursorsAreOfTheListThatGaveThem(t *testing.T) {
	x := opened(t, texts)
	var got []string
	for next, first := "", true; first || next != ""; first = false {
		p := get[ArticleList](t, x, "/articles?limit=1&after="+url.QueryEscape(next))
		if next = ""; p.Next != nil {
			next = *p.Next
		}
		for _, a := range p.Articles {
			got = append(got, a.ID)
		}
	}
	if want := []string{"copies/ferry again.txt", "news/ferry.txt", "news/pier.txt", "undated.txt"}; !slices.Equal(got, want) {
		t.Errorf("the articles are walked as %q", got)
	}
	cursors := map[string]string{}
	for _, list := range []string{"/articles?limit=1", "/names?limit=1&all=true", "/statements?limit=1&order=newest", "/statements?limit=1&order=oldest", "/statements?limit=1&order=best&q=ferry"} {
		if cursors[list] = get[struct{ Next string }](t, x, list).Next; cursors[list] == "" {
			t.Fatalf("%s has one page", list)
		}
	}
	for list := range cursors {
		for of, after := range cursors {
			for after, want := range map[string]int{after: map[bool]int{true: 200, false: 400}[of == list], after + "0": 400, "0" + after: 400, strings.ToUpper(after): 400} {
				if w := x.ask("GET", list+"&after="+url.QueryEscape(after), ""); w.Code != want {
					t.Errorf("%s after %q of %s answers %d: %s", list, after, of, w.Code, w.Body)
				}
			}
		}
	}
}

func TestAnAnswerThatIsKnownIsNotSentAgain(t *testing.T) {
	x := opened(t, texts[:1])
	first := x.ask("GET", "/statements", "")
	r := httptest.NewRequest("GET", Root+"/statements", nil)
	r.Header.Set("If-None-Match", `"other", `+first.Header().Get("ETag"))
	w := httptest.NewRecorder()
	x.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("it is answered %d: %s", w.Code, w.Body)
	}
	if again := x.ask("GET", "/statements", ""); again.Body.String() != first.Body.String() {
		t.Error("the same question has two answers")
	}
	if head := x.ask("HEAD", "/statements", ""); head.Code != 200 || head.Body.Len() > 0 || head.Header().Get("ETag") != first.Header().Get("ETag") {
		t.Errorf("HEAD is answered %d with %q", head.Code, head.Body)
	}
}

func TestWhatIsNotThereIsAProblem(t *testing.T) {
	x := opened(t, nil)
	for _, c := range []struct {
		method, address string
		status          int
	}{{"GET", "/nothing", 404}, {"DELETE", "/article?id=x", 405}, {"POST", "/statements", 405}} {
		w := x.ask(c.method, c.address, "")
		var p Problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != c.status || p.Status != c.status || w.Header().Get("Content-Type") != ProblemMedia {
			t.Errorf("%s %s: %d, %s", c.method, c.address, w.Code, w.Body)
		}
	}
}

func TestWhoReadsOnlyMayCompare(t *testing.T) {
	x := opened(t, texts[:1])
	x.Editor = func(context.Context) string { return "" }
	if w := x.ask("POST", "/copies", `{"text":"The ferry will sail."}`); w.Code != http.StatusOK {
		t.Errorf("a comparison keeps nothing, and is answered %d: %s", w.Code, w.Body)
	}
}

func TestWhomAPersonHidIsWithheld(t *testing.T) {
	x := opened(t, texts)
	if w := x.ask("POST", "/corrections", `{"decision":"hide","of":["Nina Koval"]}`); w.Code != 200 {
		t.Fatal(w.Code, w.Body)
	}
	for _, address := range []string{"/statements", "/facets", "/names?all=true", "/statement?article=news/ferry.txt&n=0", "/copies?id=undated.txt"} {
		if w := x.ask("GET", address, ""); w.Code != 200 || strings.Contains(w.Body.String(), `"Nina Koval"`) {
			t.Errorf("%s names whom a person hid: %d %s", address, w.Code, w.Body)
		}
	}
	a := get[ArticleShown](t, x, "/article?id=news/ferry.txt")
	if s := a.Statements[0]; s.Speaker != nil || s.SpeakerName != nil || s.Withheld == "" {
		t.Errorf("the article names the speaker: %+v", s)
	}
	for _, e := range a.Entities {
		if e.Name == "Nina Koval" {
			t.Error("the article has her among its names")
		}
	}
}

func TestSpansAreCodePoints(t *testing.T) {
	x := opened(t, texts[3:])
	a := get[ArticleShown](t, x, "/article?id=undated.txt")
	runes := []rune(a.Text)
	s := get[StatementShown](t, x, "/statement?article=undated.txt&n=0")
	for _, q := range append(s.Around, s.Content...) {
		if got := string(runes[q.Start:q.End]); got != q.Text {
			t.Errorf("%d to %d is %q, not %q", q.Start, q.End, got, q.Text)
		}
	}
}
