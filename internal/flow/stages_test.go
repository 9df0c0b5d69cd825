package flow

import (
	"testing"
	"testing/fstest"
)

func TestAChangedListChangesTheDigest(t *testing.T) {
	list := func(words string) fstest.MapFS { return fstest.MapFS{"cues.txt": {Data: []byte(words)}} }
	if digest(list("said")) == digest(list("said\nsays")) {
		t.Error("another list has the same digest")
	}
	if a, b := list("said"), list("said"); digest(a) != digest(b) {
		t.Error("the same list has another digest")
	}
	if digest(list("a"), list("b")) == digest(list("b"), list("a")) {
		t.Error("lists that changed places have the same digest")
	}
}

func TestStagesStandInTheOrderOfTheRiver(t *testing.T) {
	want := []string{"clean", "attribute", "stance"}
	for i, s := range Stages() {
		if s.Name != want[i] || len(s.Version) < len("1-00000000") {
			t.Errorf("stage %d is %q at version %q", i, s.Name, s.Version)
		}
	}
}
