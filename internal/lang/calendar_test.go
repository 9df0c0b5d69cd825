package lang

import (
	"strings"
	"testing"
)

func TestNoMonthNameMeansTwo(t *testing.T) {
	seen := map[string]int{}
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			if m, twice := seen[name]; twice && m != i+1 {
				t.Errorf("%q names the months %d and %d", name, m, i+1)
			}
			seen[name] = i + 1
			if Month(name) != i+1 {
				t.Errorf("Month(%q) is %d, want %d", name, Month(name), i+1)
			}
			if name != strings.ToLower(name) {
				t.Errorf("%q is not in lower case", name)
			}
			if IsWeekday(name) {
				t.Errorf("%q names a month and a weekday", name)
			}
		}
	}
}

func TestNoLabelMeansTwo(t *testing.T) {
	for label, words := range dateLabels {
		for w := range strings.FieldsSeq(words) {
			if LabelOf(w) != label || InProse[w] || Month(w) > 0 {
				t.Errorf("%q is a label and something else", w)
			}
		}
	}
}

func TestDayFirst(t *testing.T) {
	for _, c := range []struct {
		tag            string
		first, decided bool
	}{
		{"de", true, true}, {"ru-RU", true, true}, {"en", false, false}, {"en-US", false, true}, {"en_GB", true, true}, {"en-AU", true, true},
		{"en-CA", false, false}, {"es-US", false, true}, {"", false, false}, {"zh", false, false},
	} {
		first, decided := DayFirst(c.tag)
		if decided != c.decided || decided && first != c.first {
			t.Errorf("DayFirst(%q) is %v, %v; want %v, %v", c.tag, first, decided, c.first, c.decided)
		}
	}
}

func TestBylineLeadsLongestFirst(t *testing.T) {
	leads := BylineLeads()
	for i := 1; i < len(leads); i++ {
		if len(leads[i]) > len(leads[i-1]) {
			t.Errorf("%q stands behind the shorter %q", leads[i], leads[i-1])
		}
	}
}
