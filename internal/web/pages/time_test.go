package pages

import "testing"

func TestMomentOf(t *testing.T) {
	for _, c := range []struct {
		instant, utc, offset string
		is                   bool
	}{
		{"2031-03-05T12:05+05:00", "2031-03-05T07:05:00Z", "-300", true},
		{"2031-03-05T23:30:10-03:30", "2031-03-06T03:00:10Z", "210", true},
		{"2031-03-05T12:05Z", "2031-03-05T12:05:00Z", "0", true},
		{"2031-03-05T12:05", "", "", false},
		{"2031-03-05", "", "", false},
		{"", "", "", false},
	} {
		m, is := momentOf(c.instant)
		if is != c.is || m.UTC != c.utc || m.Offset != c.offset {
			t.Errorf("%s is %v, %t", c.instant, m, is)
		}
	}
}
