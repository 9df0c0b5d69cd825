package clean

import (
	"path/filepath"
	"testing"
)

// TestTranslationsMeasured counts texts taken for translations: English
// originals must not be, machine translations should.
func TestTranslationsMeasured(t *testing.T) {
	root := measuringData(t)
	for _, c := range []struct {
		set         string
		least, most float64
	}{
		{"polnear/train", 0, 0.01}, {"polnear/dev", 0, 0.012}, {"gum/news", 0, 0}, {"gum/interview", 0, 0}, {"mt_news/dev", 0.3, 1},
	} {
		taken, all := 0, 0
		for _, r := range sampled(records[annotated](t, filepath.Join(root, "attribution", c.set+".jsonl"))) {
			_, a := bodyMask(t, r.Text, false)
			all++
			if a.Translated.Class != "" {
				taken++
			}
			if testing.Verbose() && (a.Translated.Class != "") != (c.least > 0) {
				t.Logf("%s: %v", r.ID, a.TranslationCues)
			}
		}
		share := float64(taken) / float64(all)
		t.Logf("%s: %d of %d taken for translations", c.set, taken, all)
		if share < c.least || share > c.most {
			t.Errorf("%s: %.3f taken for translations", c.set, share)
		}
	}
	for _, r := range records[annotated](t, filepath.Join(root, "attribution/seeds/open.jsonl")) {
		if _, a := bodyMask(t, r.Text, false); (a.Translated.Class != "") != r.Meta.Translated {
			t.Errorf("%s: translated %v, cues %v", r.ID, a.Translated.Class != "", a.TranslationCues)
		}
	}
}
