package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// pageTime is what a page of these tests takes.
const pageTime = time.Second

// asked has n pages asked for, one a millisecond, and gives how each was answered.
func (t *turns) asked(n int, next http.Handler) []*httptest.ResponseRecorder {
	out := make([]*httptest.ResponseRecorder, n)
	served := t.inTurn(next)
	for i := range out {
		out[i] = httptest.NewRecorder()
		go served.ServeHTTP(out[i], httptest.NewRequest("GET", "/?q="+strconv.Itoa(i), nil))
		time.Sleep(time.Millisecond)
		synctest.Wait()
	}
	time.Sleep(time.Minute)
	synctest.Wait()
	return out
}

func TestPagesAreMadeInTheirTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(2)
		var mu sync.Mutex
		var begun []string
		now, most := 0, 0
		all := turns.asked(9, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			mu.Lock()
			begun = append(begun, r.FormValue("q"))
			now++
			most = max(most, now)
			mu.Unlock()
			time.Sleep(pageTime)
			mu.Lock()
			now--
			mu.Unlock()
			w.Header().Set("Made", "yes")
			w.WriteHeader(http.StatusTeapot)
			w.Write([]byte(r.FormValue("q")))
		}))
		if most != 2 {
			t.Errorf("%d pages were made at once, not 2", most)
		}
		if !slices.IsSorted(begun) || len(begun) != len(all) {
			t.Errorf("begun in the order %v", begun)
		}
		for i, w := range all {
			if w.Code != http.StatusTeapot || w.Body.String() != strconv.Itoa(i) || w.Header().Get("Made") != "yes" {
				t.Errorf("page %d was answered %d %q", i, w.Code, w.Body)
			}
		}
	})
}

func TestWhoWaitsInVainIsToldSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(1)
		all := turns.asked(mostWaiting+3, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { time.Sleep(pageTime) }))
		made := 0
		for i, w := range all {
			switch {
			case w.Code == http.StatusOK:
				made++
			case w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "":
				t.Errorf("page %d was answered %d, Retry-After %q", i, w.Code, w.Header().Get("Retry-After"))
			}
		}
		if least := int(waitTime / pageTime); made < least || made > least+2 {
			t.Errorf("%d pages were made, not about %d", made, least)
		}
		if n := len(turns.waiting); n != 0 {
			t.Errorf("%d wait still", n)
		}
	})
}

func TestWhoLeavesWaitsNoLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(1)
		made := 0
		served := turns.inTurn(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { made++; time.Sleep(pageTime) }))
		go served.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
		synctest.Wait()
		ctx, leave := context.WithCancel(t.Context())
		go served.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, "GET", "/", nil))
		synctest.Wait()
		leave()
		time.Sleep(time.Minute)
		if made != 1 {
			t.Errorf("%d pages were made, one for nobody", made)
		}
	})
}

const slowRead = time.Hour

// slowly is a connection whose reader takes its time.
type slowly struct{ *httptest.ResponseRecorder }

func (w slowly) Write(b []byte) (int, error) {
	time.Sleep(slowRead)
	return w.ResponseRecorder.Write(b)
}

func TestWhoReadsSlowlyKeepsNobodyFromATurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		served := newTurns(1).inTurn(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("a page")) }))
		go served.ServeHTTP(slowly{httptest.NewRecorder()}, httptest.NewRequest("GET", "/", nil))
		synctest.Wait()
		w := httptest.NewRecorder()
		served.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		if w.Code != http.StatusOK || w.Body.String() != "a page" {
			t.Errorf("the next was answered %d %q", w.Code, w.Body)
		}
		time.Sleep(2 * slowRead)
	})
}

func TestWhatIsNoPageTakesNoTurn(t *testing.T) {
	for _, c := range []struct {
		method, address string
		want            bool
	}{{"GET", "/", true}, {"HEAD", "/article?id=x", true}, {"GET", "/api/v1/statements", true}, {"GET", "/static/hearsay.js", false}, {"GET", "/add/events?job=1", false}, {"POST", "/correct", false}} {
		if got := takesTurns(httptest.NewRequest(c.method, c.address, nil)); got != c.want {
			t.Errorf("%s %s takes turns: %t", c.method, c.address, got)
		}
	}
}

func TestWhatIsAddedGivesWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(2)
		rests := func() time.Duration {
			begin := time.Now()
			turns.giveWay(t.Context())
			return time.Since(begin)
		}
		if got := rests(); got != 0 {
			t.Errorf("it rests %s though no page is made", got)
		}
		for _, page := range []time.Duration{10*restStep - 1, time.Hour} {
			want := min(page+1, longestRest)
			served := turns.inTurn(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { time.Sleep(page) }))
			go served.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
			synctest.Wait()
			if got := rests(); got != want {
				t.Errorf("beside a page of %s it rests %s, not %s", page, got, want)
			}
		}
		time.Sleep(2 * time.Hour)
	})
}

func TestDearPagesAreBegunEarlier(t *testing.T) {
	const dear = 20 * time.Millisecond
	for _, c := range []struct {
		behind time.Duration // that the dear page is asked for after the cheap one
		first  string
	}{{timesAhead*dear - time.Millisecond, "/dear"}, {timesAhead*dear + time.Millisecond, "/cheap"}} {
		synctest.Test(t, func(t *testing.T) {
			turns := newTurns(1)
			var begun []string
			served := turns.inTurn(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				begun = append(begun, r.URL.Path)
				time.Sleep(map[string]time.Duration{"/dear": dear, "/cheap": 0, "/long": time.Second}[r.URL.Path])
			}))
			ask := func(address string) {
				go served.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", address, nil))
				synctest.Wait()
			}
			ask("/dear") // so that it is known what it takes
			time.Sleep(time.Second)
			ask("/long")
			ask("/cheap")
			time.Sleep(c.behind)
			ask("/dear")
			time.Sleep(time.Minute)
			synctest.Wait()
			if len(begun) != 4 || begun[2] != c.first {
				t.Errorf("asked for %s later, begun in the order %v", c.behind, begun)
			}
		})
	}
}

func TestNobodyIsOvertakenForLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(1)
		turns.give("/dear", time.Hour)
		turns.free = 0
		cheap, dear := make(chan time.Time, 1), make(chan bool, 1)
		begin := time.Now()
		go func() { turns.take(t.Context(), "/cheap"); cheap <- time.Now() }()
		time.Sleep(mostAhead + 1)
		go func() { dear <- turns.take(t.Context(), "/dear") }()
		synctest.Wait()
		turns.give("/long", time.Since(begin))
		if got := <-cheap; got.Sub(begin) != mostAhead+1 {
			t.Errorf("the cheap page waited %s", got.Sub(begin))
		}
		turns.give("/cheap", 0)
		if !<-dear {
			t.Error("the dear page came never")
		}
	})
}

func TestPagesOfAKindAreAskedForAlike(t *testing.T) {
	of := func(address string) string { return kindOf(httptest.NewRequest("GET", address, nil).URL) }
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"/who?name=ada", "/who?name=quill", true},
		{"/?q=bread", "/?q=salt+water", true},
		{"/?q=bread", "/?order=best&q=bread", false},
		{"/?q=speaker:ada", "/?q=speaker:%22ada+quill%22", true},
		{"/?q=speaker:ada", "/?q=about:ada", false},
		{"/feed.json?who=ada", "/feed.json?q=ada", false},
	} {
		if got := of(c.a) == of(c.b); got != c.same {
			t.Errorf("%s and %s are of one kind: %t", c.a, c.b, got)
		}
	}
}
