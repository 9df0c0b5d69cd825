package spread

import "testing"

func TestSidesOfAnOutlet(t *testing.T) {
	counts := []Count{
		{From: "lamp", To: "tarn", Way: Credited, Articles: 3, Suggested: 1},
		{From: "lamp", To: "gazette", Way: Credited, Articles: 2},
		{From: "gazette", To: "lamp", Way: Uncredited, Suggested: 4},
		{From: "lamp", To: "tarn", Way: ByWords, Articles: 5},
		{From: "tarn", To: "lamp", Way: ByWords, Articles: 6},
		{From: "lamp", To: "lamp", Way: Uncredited, Articles: 7},
		{From: "tarn", To: "gazette", Way: Uncredited, Articles: 8},
	}
	got := SidesOf(counts, "lamp")
	want := Sides{Alike: Tally{Articles: 11}}
	want.Given[Credited] = Tally{Articles: 5, Suggested: 1}
	want.Taken[Uncredited] = Tally{Suggested: 4}
	if got != want {
		t.Errorf("%+v, not %+v", got, want)
	}
}
