package clean

import (
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

func TestCuesOfTranslation(t *testing.T) {
	for _, c := range []struct{ words, rule, span string }{
		{"Translation: QR", "translated-label", "Translation"},
		{"This page was translated automatically.", "translated-label", "translated automatically"},
		{"TARNHAVEN () – The ferry is late again.\nSource link", "translated-emptied", "()"},
		{"“The ferry is late, ”he said.\n“It will be mended, ”she said.", "translated-glued", ", ”h"},
		{"He came by bus и went by ferry.", "translated-leftover", "и"},
		{"It is noted that the ferry is late. This was reported by the harbour office.", "translated-idiom", "It is noted"},
		{"“We wait”, – he said.\n“We hope”, – she said.", "translated-dashes", ", –"},
	} {
		a := ofText(t, lead+lead+tail+c.words+"\n"+tail)
		if a.Translated.Class != news.EvidenceText || !strings.EqualFold(a.Translated.Span.Of(a.Text), c.span) {
			t.Errorf("%q: evidence %q, cues %v", c.words, a.Translated.Span.Of(a.Text), a.TranslationCues)
		}
		if !slices.ContainsFunc(a.TranslationCues, func(r news.Reason) bool { return r.Rule == c.rule }) {
			t.Errorf("%q: cues %v", c.words, a.TranslationCues)
		}
	}
}

func TestOriginalsAreNotTranslations(t *testing.T) {
	for _, words := range []string{
		"",
		"He said, \"we wait,\" and \"we hope,\" and went home.",
		"“We wait,” he said. “We hope,” she said.",
		"The paper «Полярная звезда» wrote of it.",
		"The ferry – late again – is back.",
		"Nothing was lost in translation, the mayor said.",
	} {
		if a := ofText(t, lead+lead+tail+words+"\n"+tail); a.Translated.Class != "" || a.TranslationCues != nil {
			t.Errorf("%q: %v", words, a.TranslationCues)
		}
	}
}

func TestEveryCueHasASentence(t *testing.T) {
	rules := []string{"translated-emptied", "translated-glued", "translated-apart", "translated-dashes", "translated-leftover", "translated-link"}
	for _, r := range append(rules, translatedPhrases().Rules()...) {
		if !wording.Known(r) {
			t.Errorf("%s has no sentence", r)
		}
	}
}

func FuzzTranslation(f *testing.F) {
	f.Add("Translation: QR\n“We wait, ”he said. () и »”", "en")
	f.Add("”a \"b \" c, ”d, – e ,”", "")
	f.Fuzz(func(t *testing.T, text, language string) {
		text = strings.ToValidUTF8(text, "")
		a := &news.Article{Text: text, Language: language}
		e, cues := translation(a)
		if e.Span.Start < 0 || e.Span.End > len(text) || e.Span.Start > e.Span.End || (e.Class == "") != (cues == nil) {
			t.Fatalf("evidence %+v, cues %v", e, cues)
		}
		for _, r := range cues {
			if !strings.Contains(text, r.Words) || r.Words == "" {
				t.Fatalf("cue %+v", r)
			}
		}
	})
}
