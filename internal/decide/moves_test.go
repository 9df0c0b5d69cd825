package decide

import (
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
)

func TestMovesWords(t *testing.T) {
	for _, c := range []struct {
		w    store.Weight
		want string
	}{
		{store.Weight{Statements: 12, Articles: 5, Claims: 3}, "12 statements of 5 articles would be said by Ada Quill; 3 claims"},
		{store.Weight{Statements: 1, Articles: 1, Claims: 1}, "1 statement of 1 article would be said by Ada Quill; 1 claim"},
		{store.Weight{Statements: 200, Articles: 1, Claims: 40, Least: true}, "at least 200 statements of at least 1 article would be said by Ada Quill; at least 40 claims"},
		{store.Weight{}, "no statement would change its speaker"},
	} {
		if got := movesWords(c.w, "would be said by", "Ada Quill"); got != c.want {
			t.Errorf("%+v: %q", c.w, got)
		}
	}
}
