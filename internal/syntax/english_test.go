package syntax

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// parsed cuts a sentence as hearsay does and parses it with the shipped model.
func parsed(in string) *Sentence {
	s := &Sentence{}
	s.Take(in, text.Tokens(in, news.Span{Start: 0, End: len(in)}, nil))
	English().Parse(s)
	return s
}

// Each sentence stands with arcs that reading it wants: dependent < relation < head.
func TestArcsOfNews(t *testing.T) {
	for _, c := range []struct{ in, arcs string }{
		{"The minister denied on Monday that the bridge, built in 1990, had been closed.",
			"minister<nsubj<denied denied<root<ROOT Monday<obl<denied closed<ccomp<denied bridge<nsubj<closed built<acl<bridge that<mark<closed"},
		{"“We have lost the ferry,” the captain told reporters.",
			"captain<nsubj<told told<root<ROOT reporters<iobj<told We<nsubj<lost ferry<obj<lost"},
		{"According to the mayor, the dam will hold.",
			"mayor<obl<hold dam<nsubj<hold hold<root<ROOT"},
		{"Korva's spokeswoman refused to answer.",
			"spokeswoman<nsubj<refused Korva<nmod<spokeswoman answer<xcomp<refused"},
		{"She did n't say who had paid for the trip.",
			"She<nsubj<say n't<advmod<say paid<ccomp<say who<nsubj<paid trip<obl<paid"},
		{"The report was published by the committee in Orlana.",
			"report<nsubj<published committee<obl<published"},
		{"Ana Toth, the head of the union, said the talks had failed.",
			"Ana<nsubj<said head<appos<Ana union<nmod<head failed<ccomp<said talks<nsubj<failed"},
		{"He promised to rebuild the harbour and to cut taxes.",
			"He<nsubj<promised rebuild<xcomp<promised harbour<obj<rebuild cut<conj<rebuild taxes<obj<cut"},
		{"The engineer who built the bridge has left the city.",
			"engineer<nsubj<left who<nsubj<built built<acl<engineer left<root<ROOT city<obj<left"},
		{"Officials claim that the harvest was good, but farmers disagree.",
			"Officials<nsubj<claim good<ccomp<claim farmers<nsubj<disagree but<cc<disagree"},
		{"The claim that the river is poisoned is false, the institute says.",
			"institute<nsubj<says claim<nsubj<false poisoned<acl<claim"},
		{"He was told on Friday that the trial would be delayed.",
			"Friday<obl<told delayed<ccomp<told trial<nsubj<delayed He<nsubj<told"},
		{"Two soldiers were killed near the border on Friday, the army said.",
			"army<nsubj<said soldiers<nsubj<killed border<obl<killed killed<ccomp<said"},
		{"The president asked whether the treaty could be signed.",
			"president<nsubj<asked signed<ccomp<asked whether<mark<signed"},
		{"Her lawyer rejected the accusations.",
			"lawyer<nsubj<rejected Her<nmod<lawyer accusations<obj<rejected"},
	} {
		s := parsed(c.in)
		have := arcs(s)
		for _, want := range strings.Fields(c.arcs) {
			if !slices.Contains(have, want) {
				t.Errorf("%s\nwants %s, has %s", c.in, want, strings.Join(have, " "))
			}
		}
	}
}

func arcs(s *Sentence) []string {
	var out []string
	for i, w := range s.Words {
		head := "ROOT"
		if h := s.Heads[i]; h != Root {
			head = s.Words[h]
		}
		rel, _, _ := strings.Cut(English().RelName(English().Rel(s, i)), ":")
		out = append(out, w+"<"+rel+"<"+head)
	}
	return out
}

func TestSubtreeOfASpeaker(t *testing.T) {
	s := parsed("Ana Toth, the head of the union, said no.")
	from, to := s.Subtree(0)
	if got := strings.Join(s.Words[from:to], " "); got != "Ana Toth , the head of the union ," {
		t.Errorf("the speaker is %q", got)
	}
	var children []string
	for c := range s.Children(s.Top()) {
		children = append(children, s.Words[c])
	}
	if got := strings.Join(children, " "); got != "Ana no ." {
		t.Errorf("on the verb hang %q", got)
	}
}

// A word's tag, lemma and features.
func TestWords(t *testing.T) {
	m := English()
	for in, want := range map[string]string{
		"The ministers have *denied* it.":    "VERB VBN deny Past Part",
		"She *says* no.":                     "VERB VBZ say Pres Fin Sing 3",
		"He *told* reporters.":               "VERB VBD tell Past Fin",
		"They are *closing* it.":             "VERB VBG close Pres Part",
		"It will be *stopped*.":              "VERB VBN stop Past Part",
		"Two *countries* agreed.":            "NOUN NNS country Plur",
		"He met *Korva* there.":              "PROPN NNP Korva Sing",
		"*We* know.":                         "PRON PRP we Plur 1 Prs",
		"That is *their* house.":             "PRON PRP$ their Plur 3 Prs",
		"*These* women left.":                "DET DT this Plur Dem",
		"He wants to *leave* the committee.": "VERB VB leave Inf",
		"The *women* left.":                  "NOUN NNS woman Plur",
		"The man *who* said so left.":        "PRON WP who Int",
		"The *largest* dam failed.":          "ADJ JJS large",
		"She *thought* that it would rain .": "VERB VBD think Past Fin",
	} {
		word := in[strings.IndexByte(in, '*')+1 : strings.LastIndexByte(in, '*')]
		s := parsed(strings.ReplaceAll(in, "*", ""))
		i := slices.Index(s.Words, word)
		universal, penn := m.TagName(s.Tags[i])
		f := m.Morph(word, s.Tags[i])
		got := strings.Join(strings.Fields(fmt.Sprintln(universal, penn, string(m.Lemma(nil, word, s.Tags[i])), f.Tense, f.VerbForm, f.Number, f.Person, f.PronType)), " ")
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestSetsOfNames(t *testing.T) {
	m := English()
	s := parsed("The report was published by Korva.")
	report, by := 1, 5
	if subjects, passive := m.Rels("nsubj"), m.Rels("nsubj:pass"); !subjects[m.Rel(s, report)] || !passive[m.Rel(s, report)] || subjects[m.Rel(s, by)] {
		t.Error("the passive subject alone is a subject")
	}
	if nouns, names := m.Tags("NOUN", "PROPN"), m.Tags("NNP"); !nouns[s.Tags[report]] || !names[s.Tags[by]] || names[s.Tags[report]] {
		t.Error("the report is a noun, Korva a name")
	}
}

func TestMarksOfAnyShapeAreOne(t *testing.T) {
	want := arcs(parsed(`"It is closed," she said - twice.`))
	for _, in := range []string{"“It is closed,” she said – twice.", "''It is closed,'' she said — twice.", "«It is closed,» she said -- twice."} {
		got := arcs(parsed(in))
		for i := range got {
			a, b := strings.Split(got[i], "<"), strings.Split(want[i], "<")
			if a[1] != b[1] || a[2] != b[2] {
				t.Errorf("%s: %s, want %s", in, got[i], want[i])
			}
		}
	}
}

func TestParsingAllocatesNothing(t *testing.T) {
	in := "The minister denied on Monday that the bridge, built in 1990, had been closed, his “aide” said – twice."
	tokens := text.Tokens(in, news.Span{Start: 0, End: len(in)}, nil)
	m, s, lemma := forgetful(English()), &Sentence{}, make([]byte, 0, 64)
	n := testing.AllocsPerRun(50, func() {
		s.Take(in, tokens)
		m.Parse(s)
		for i := range s.Words {
			lemma = m.Lemma(lemma[:0], s.Words[i], s.Tags[i])
			m.Morph(s.Words[i], s.Tags[i])
			for c := range s.Children(i) {
				_, _ = s.Subtree(c)
			}
		}
	})
	if n > 0 {
		t.Errorf("%v allocations a sentence", n)
	}
}

func TestManyParseAtOnce(t *testing.T) {
	in := "She said that the talks had failed, but the army denied it."
	want := fmt.Sprint(arcs(parsed(in)))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				if got := fmt.Sprint(arcs(parsed(in))); got != want {
					t.Errorf("got %s\nwant %s", got, want)
					return
				}
			}
		})
	}
	all.Wait()
}
