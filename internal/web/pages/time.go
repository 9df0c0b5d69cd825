package pages

import (
	"strconv"
	"time"
)

// moment is an instant as a time element has it: in UTC, with the minutes by which
// UTC's clock is ahead of the stated one.
type moment struct{ UTC, Offset, Words string }

// momentOf reads an instant that is stated with its zone; others are no moment.
func momentOf(instant string) (moment, bool) {
	for _, form := range []string{"2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z07:00"} {
		t, err := time.Parse(form, instant)
		if err != nil {
			continue
		}
		_, east := t.Zone()
		t = t.UTC()
		return moment{t.Format("2006-01-02T15:04:05Z"), strconv.Itoa(-east / 60), t.Format("2006-01-02 15:04 Z")}, true
	}
	return moment{}, false
}
