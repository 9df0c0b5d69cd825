package name

import "testing"

func TestBones(t *testing.T) {
	for _, same := range [][]string{{"тарновского", "tarnovsky", "tarnowski"}, {"жуков", "zhukov", "žukov"}, {"шевченко", "shevchenko", "schewtschenko"}} {
		want := string(Bones(same[0], nil))
		for _, w := range same[1:] {
			if got := string(Bones(w, nil)); got != want {
				t.Errorf("%s: got %s, want %s as of %s", w, got, want, same[0])
			}
		}
	}
	if got := Bones("aeio", nil); len(got) != 0 {
		t.Errorf("vowels: got %s", got)
	}
}
