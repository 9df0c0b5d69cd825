package web

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
)

const sold = "Ferry sold\n\nThe old harbour ferry had been sold to a museum upstream for one coin, clerk Mila Tarn said.\n"

// A list of claims leaves out what was told once, unless it is asked for.
func TestClaimsAreListedByWhatIsAskedFor(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": denied, "c.txt": sold})
	for _, c := range []struct {
		of, order     string
		bridge, ferry bool // which of the two it holds
	}{
		{"", "", true, false}, {"told", "oldest", true, false}, {"denied", "denied", true, false}, {"all", "origins", true, true}, {"corrected", "", false, false},
	} {
		status, page := s.get(t, "/claims?"+url.Values{"of": {c.of}, "order": {c.order}}.Encode())
		_, page, _ = strings.Cut(page, `class="found"`)
		told, once := strings.Contains(page, "northern bridge"), strings.Contains(page, "old harbour ferry")
		if status != 200 || told != c.bridge || once != c.ferry {
			t.Errorf("of %q in order %q: status %d, the bridge %v, the ferry %v", c.of, c.order, status, told, once)
		}
	}
	for _, wrong := range []string{"/claims?order=wildest", "/claims?of=mine"} {
		if status, page := s.get(t, wrong); status != 400 || !strings.Contains(page, "take ") {
			t.Errorf("%s answers %d", wrong, status)
		}
	}
}

// Copies are told from what they carry: in the list, as a facet, in a search.
func TestTheOrderOfClaimsIsTold(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": denied, "c.txt": sold})
	for address, want := range map[string]string{"/claims?of=all": "told, denied or taken up last comes first", "/claims?of=all&order=denied": "denied most often comes first", "/claims?of=all&order=oldest": "the earliest date here comes first", "/claims?of=all&order=origins": "most independent origins tell"} {
		_, page := s.get(t, address)
		holds(t, page, want)
	}
}

func TestACopyIsToldFromItsOrigin(t *testing.T) {
	body := "The council of the lower harbour met for six hours on Tuesday and heard the dredging company, three skippers and a surveyor before it adjourned until the spring tide.\n\n" +
		"“We shall dredge the basin before the winter storms come in,” harbour master Ilse Brandt said. She said that the quay wall on the northern side was safe for two more years.\n"
	s := opened(t, map[string]string{"a.txt": "Dredging\n\n" + body, "b.txt": "Dredging planned\n\n" + body})
	_, page := s.get(t, "/")
	for _, want := range []string{"1 origin, 1 copy", "a copy: 1 origin, 1 copy", "tab=copies", "is%3Acopy"} {
		if !strings.Contains(page, want) {
			t.Errorf("the list lacks %q:\n%s", want, page)
		}
	}
	_, all := s.get(t, "/?q=dredge")
	_, one := s.get(t, "/?q="+url.QueryEscape("dredge is:origin"))
	if !strings.Contains(all, "2 statements") || !strings.Contains(one, "1 statement<") {
		t.Errorf("of two with the same words an origin is not found alone:\n%s", one)
	}
}

// What tells the claim with a negation counts as a denial on its card: the lists of
// the denied and of the most denied go by the same.
func TestAListOfDeniedClaimsHoldsWhatItsCardsCount(t *testing.T) {
	const negated = "Bridge stays open\n\nMayor Bo Lindgren said that the northern bridge over the Tamel would not be closed to all traffic for ninety days.\n"
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": negated, "c.txt": sold})
	for _, asked := range []string{"of=told&order=denied", "of=denied"} {
		_, page := s.get(t, "/claims?"+asked)
		if _, page, _ = strings.Cut(page, `class="found"`); !strings.Contains(page, "#denied") {
			t.Errorf("%s shows none:\n%s", asked, page)
		}
	}
	_, page := s.get(t, "/claims?of=all&order=denied")
	if bridge, ferry := strings.Index(page, "#denied"), strings.Index(page, "old harbour ferry"); bridge < 0 || ferry < bridge {
		t.Errorf("what was denied stands at %d, behind what was not at %d", bridge, ferry)
	}
}

// Whoever only denies what a claim is worded by is not shown as saying it.
func TestAListOfClaimsSaysWhoOnlyDeniesThem(t *testing.T) {
	const denial = "Bridge\n\nMayor Bo Lindgren denied that the northern bridge over the Tamel would be closed to all traffic for ninety days.\n"
	s := opened(t, map[string]string{"a.txt": denial, "b.txt": sold})
	_, page := s.get(t, "/claims?of=all")
	for words, want := range map[string]bool{"northern bridge": true, "old harbour ferry": false} {
		_, card, found := strings.Cut(page, words)
		if !found {
			t.Fatalf("no claim of %q:\n%s", words, page)
		}
		before := strings.TrimSuffix(page, card)
		before = before[strings.LastIndex(before, "<article"):]
		if got := strings.Contains(before, `<span class="tag strong">denied</span>`); got != want {
			t.Errorf("%s: said to be denied: %t, want %t\n%s", words, got, want, before)
		}
	}
}

// A list of claims goes on where it ended, for programs as on the page.
func TestAListOfClaimsGoesOn(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": denied, "c.txt": sold})
	list := func(after string, limit int) (ids []string, next string) {
		var got struct {
			Claims []struct{ ID string }
			Next   string
		}
		status, body := s.get(t, fmt.Sprintf("/api/v1/claims?order=newest&of=all&limit=%d&after=%s", limit, url.QueryEscape(after)))
		if err := json.Unmarshal([]byte(body), &got); err != nil || status != 200 {
			t.Fatal(status, err, body)
		}
		for _, c := range got.Claims {
			ids = append(ids, c.ID)
		}
		return ids, got.Next
	}
	whole, last := list("", 20)
	if len(whole) < 2 || last != "" {
		t.Fatalf("%v, then %q", whole, last)
	}
	var got []string
	for after := ""; len(got) < len(whole); {
		ids, next := list(after, 1)
		got = append(got, ids...)
		if after = next; after == "" {
			break
		}
	}
	if !slices.Equal(got, whole) {
		t.Errorf("one by one %v, at once %v", got, whole)
	}
	_, first := list("", 1)
	_, page := s.get(t, "/claims?of=all&after="+first)
	if strings.Contains(page, url.QueryEscape(whole[0])) || !strings.Contains(page, url.QueryEscape(whole[1])) {
		t.Errorf("the page behind %s holds it, or not the next", whole[0])
	}
	if status, _ := s.get(t, "/claims?after=nowhere"); status != 400 {
		t.Errorf("a page that is none is answered %d", status)
	}
	status, feed := s.get(t, "/feed.json?claims=")
	if status != 200 || !strings.Contains(feed, "/claim?id=") {
		t.Errorf("the feed of claims is answered %d: %s", status, feed)
	}
}

// A statement that is told elsewhere too leads to its claim, from its article and by
// itself.
func TestAStatementLeadsToItsClaim(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": denied, "c.txt": ferry})
	for address, has := range map[string]bool{"/article?id=a.txt": true, "/statement?article=a.txt&n=0": true, "/statement?article=a.txt&n=0&part=1": true, "/article?id=c.txt": false} {
		if _, page := s.get(t, address); strings.Contains(page, `href="/claim?id=claim`) != has {
			t.Errorf("%s leads to a claim: %v", address, !has)
		}
	}
}
