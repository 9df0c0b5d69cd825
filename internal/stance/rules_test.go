package stance

import (
	"testing"

	"github.com/hearsay-engine/hearsay/internal/wording"
)

func TestEveryRuleHasASentence(t *testing.T) {
	for _, rule := range rules {
		if !wording.Known(rule) {
			t.Errorf("rule %q has no sentence in internal/wording", rule)
		}
	}
}
