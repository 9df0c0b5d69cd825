package web

import (
	"slices"
	"testing"
)

func TestNamesStandByScript(t *testing.T) {
	for name, want := range map[string]string{"Ada Grell": "Latin", "“Žana”": "Latin", "Ада Грелль": "Cyrillic", "آدا": "Arabic", "アダ": "Japanese", "007": "", "": ""} {
		if got := scriptOf(name); got != want {
			t.Errorf("%q is written in %q", name, got)
		}
	}
	list := []string{"Ада", "Ada", "Грелль", "Grell", "7"}
	inScripts(list, scriptOf)
	if want := []string{"Ада", "Грелль", "Ada", "Grell", "7"}; !slices.Equal(list, want) {
		t.Errorf("%q", list)
	}
}
