package web

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/messages"
)

// How many statements a decision moves is told before it is made, in the reader's
// language.
func TestWhatADecisionMovesIsTold(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry, "later.txt": strings.ReplaceAll(ferry, "Arto Venn", "Nora Falk"), "a.txt": reported, "b.txt": denied})
	for _, c := range []struct{ asked, en, ru string }{
		{"decision-of=merge&entity=Nina+Koval&other=Arto+Venn", "1 statement of 1 article would be said by Nina Koval; 0 claims", "Будет отнесено к «Nina Koval»: 1 высказывание (1 статья); 0 утверждений"},
		{"decision-of=merge&entity=Arto+Venn&other=Nina+Koval", "4 statements of 2 articles would be said by Arto Venn; 0 claims", "Будет отнесено к «Arto Venn»: 4 высказывания (2 статьи); 0 утверждений"},
		{"decision-of=rename&entity=Nina+Koval&name=N.+Koval", "4 statements of 2 articles would be shown as said by N. Koval; 0 claims", "Под именем «N. Koval» будет показано: 4 высказывания (2 статьи); 0 утверждений"},
		{"decision-of=hide&what=Arto+Venn", "1 statement of 1 article would no longer be shown as said by Arto Venn; 0 claims", "Больше не будет показано под именем «Arto Venn»: 1 высказывание (1 статья); 0 утверждений"},
		{"decision-of=merge&entity=Bo+Lindgren&other=Ada+Quill", "2 statements of 1 article would be said by Bo Lindgren; 1 claim", "Будет отнесено к «Bo Lindgren»: 2 высказывания (1 статья); 1 утверждение"},
	} {
		_, page := s.get(t, "/decide?to=%2Fnames&"+c.asked)
		holds(t, page, `<p id="moves">`+c.en+"</p>")
		page = s.asIn(t, "ru", httptest.NewRequest("GET", "/decide?to=%2Fnames&"+c.asked, nil)).Body.String()
		holds(t, page, `<p id="moves">`+c.ru+"</p>")
	}
}

// A question tells how many statements a yes moves.
func TestAQuestionTellsWhatItMoves(t *testing.T) {
	s := exemplary(t)
	for _, c := range []struct{ what, en, ru string }{
		{"names", "no statement would change its speaker", "ни у одного высказывания не сменится автор"},
		{"claims", "1 statement of 1 article would be of this claim", "К этому утверждению будет отнесено: 1 высказывание (1 статья)"},
	} {
		_, page := s.get(t, "/review?what="+c.what)
		holds(t, page, `<p id="moves">`+c.en+"</p>")
		page = s.asIn(t, "ru", httptest.NewRequest("GET", "/review?what="+c.what, nil)).Body.String()
		holds(t, page, `<p id="moves">`+c.ru+"</p>")
	}
}

func TestWhatMovesIsToldInRussian(t *testing.T) {
	for _, c := range []struct{ said, want string }{
		{"12 statements of 5 articles would no longer be said by Bo Marsh; 3 claims", "Больше не будет относиться к «Bo Marsh»: 12 высказываний (5 статей); 3 утверждения"},
		{"at least 500 statements of at least 21 articles would be said by Bo Marsh; at least 1 claim", "Будет отнесено к «Bo Marsh»: не менее 500 высказываний (не менее 21 статьи); не менее 1 утверждения"},
		{"2 statements of 2 articles would be of this claim", "К этому утверждению будет отнесено: 2 высказывания (2 статьи)"},
		{"no statement would change its speaker", "ни у одного высказывания не сменится автор"},
	} {
		if got := messages.Told(messages.In(t.Context(), "ru"), c.said); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.said, got, c.want)
		}
	}
}
