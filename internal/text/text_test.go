package text

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/news"
	"pgregory.net/rapid"
)

func whole(s string) news.Span { return news.Span{Start: 0, End: len(s)} }

func TestTokens(t *testing.T) {
	for in, want := range map[string]string{
		"The bridge is closed.":                 "The bridge is closed .",
		"Mr. Korva didn't come, he said.":       "Mr. Korva did n't come , he said .",
		"Korva's aide and Ana’s aides' words":   "Korva 's aide and Ana ’s aides ' words",
		"1,400.50$, or 3% at 10:30 a.m. today":  "1,400.50 $ , or 3 % at 10:30 a.m. today",
		"Toth (D-N.Y.) left":                    "Toth ( D-N.Y. ) left",
		"The U.S.-led force of the U.S.A. left": "The U.S.-led force of the U.S.A. left",
		"''We know,'' she said":                 "'' We know , '' she said",
		"``We know'' she said":                  "`` We know '' she said",
		"“He said ‘no’” and":                    "“ He said ‘ no ’ ” and",
		"''He said 'no''' and":                  "'' He said ' no ' '' and",
		"„Nein“ und «oui»":                      "„ Nein “ und « oui »",
		"O'Hara – we—they--you - he well-known": "O'Hara – we — they -- you - he well-known",
		"No. 5 said no.":                        "No. 5 said no .",
		"See example.org or ana@example.org.":   "See example.org or ana@example.org .",
		"end.The next":                          "end . The next",
		"J. K. Orlan, A.B. Toth":                "J. K. Orlan , A.B. Toth",
		"what... and why?! Or…":                 "what ... and why ?! Or …",
		"AT&T said (in part)":                   "AT&T said ( in part )",
		"can't, we'll, THEY'RE":                 "ca n't , we 'll , THEY 'RE",
		"Korva 's aide":                         "Korva 's aide",
	} {
		var got []string
		for _, tok := range Tokens(in, whole(in), nil) {
			got = append(got, tok.Of(in))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("tokens of %q\n got %s\nwant %s", in, g, want)
		}
	}
}

// The tested text stands with a ¶ where a sentence ends and another begins.
func TestSentences(t *testing.T) {
	for _, want := range []string{
		"The bridge is closed. ¶It will open.",
		"Mr. J. K. Orlan met Sen. Toth of the U.S. Senate. ¶He left.",
		"He came from the U.S. ¶The trip was long.",
		"At 10 a.m. ¶Korva left.",
		"\"It is closed.\" ¶He left.",
		"“It is closed.” ¶“It is,” he said.",
		"''It is closed,'' he said. ¶''We know.''",
		"\"Why?\" he asked. ¶\"Because!\"",
		"It grew 3.5 percent... and fell. ¶Then it grew.",
		"The end.¶The next.",
		"He shouts at Yahoo! and leaves. ¶(It is late.) ¶Then he comes.",
		"She said no. ¶Then yes.",
		"It is so… ¶We know.",
		"Well – yes. ¶– No, he said.",
	} {
		in := strings.ReplaceAll(want, "¶", "")
		tokens := Tokens(in, whole(in), nil)
		got := ""
		at := 0
		for i, r := range Sentences(in, tokens, nil) {
			if i > 0 {
				start := tokens[r.From].Start
				got += in[at:start] + "¶"
				at = start
			}
		}
		if got += in[at:]; got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	in := "one\n\n two \r\nthree\u00a0\n \nfour"
	var got []string
	for _, p := range Paragraphs(in, []news.Span{{Start: 0, End: 4}, {Start: 4, End: len(in)}}, nil) {
		got = append(got, p.Of(in))
	}
	if g := strings.Join(got, "|"); g != "one|two|three|four" {
		t.Errorf("got %q", g)
	}
}

func TestKeysOfListedWords(t *testing.T) {
	seen := map[Key]string{}
	for _, list := range [][]string{en.Titles, en.Abbreviations, en.SmallAbbreviations, en.Numbered, en.Openers} {
		for _, w := range list {
			if other, ok := seen[KeyOf(w)]; ok && other != w {
				t.Errorf("%q and %q have one key", w, other)
			}
			seen[KeyOf(w)] = w
		}
	}
}

func TestKeyFoldsCaseAndApostrophe(t *testing.T) {
	for a, b := range map[string]string{"Said": "said", "N’T": "n't", "ÄRZTE": "ärzte", "СКАЗАЛ": "сказал"} {
		if KeyOf(a) != KeyOf(b) {
			t.Errorf("%q and %q have two keys", a, b)
		}
	}
}

var pieces = rapid.SampledFrom([]string{"Korva", "said", ".", ",", "\"", "''", "'", "’", " ", "\n", "U.S.", "Mr.", "J", "5", "3.5", "–", "-", "(", ")",
	"«", "é", "…", "?", "'s", "n't", "\xff", "\x00", "东京", "@", "://"})

// Tokens cover everything but white space, in order, and sentences cover the tokens.
func TestTokensAndSentencesCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkCover(t, strings.Join(rapid.SliceOf(pieces).Draw(t, "pieces"), ""))
	})
}

func checkCover(t interface{ Fatalf(string, ...any) }, in string) {
	tokens := Tokens(in, whole(in), nil)
	at := 0
	for _, tok := range tokens {
		if tok.Empty() || tok.Start < at || strings.TrimFunc(in[at:tok.Start], isSpace) != "" {
			t.Fatalf("token %v after byte %d in %q", tok.Span, at, in)
		}
		if tok.Spaced != (at == 0 || tok.Start > at) && at > 0 {
			t.Fatalf("token %q says spaced %v in %q", tok.Of(in), tok.Spaced, in)
		}
		at = tok.End
	}
	if strings.TrimFunc(in[at:], isSpace) != "" {
		t.Fatalf("%q left over", in[at:])
	}
	next := 0
	for _, r := range Sentences(in, tokens, nil) {
		if r.From != next || r.To <= r.From {
			t.Fatalf("sentence %v after token %d of %q", r, next, in)
		}
		next = r.To
	}
	if next != len(tokens) {
		t.Fatalf("sentences end at token %d of %d", next, len(tokens))
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("Mr. Korva said, ''We didn't.'' “No…”")
	f.Fuzz(func(t *testing.T, in string) { checkCover(t, in) })
}

func BenchmarkTokens(b *testing.B) {
	in := strings.Repeat("Mr. Korva, a member of the council, said on Tuesday that the bridge wouldn't open before 10 a.m. “We can’t,” he added. ", 500)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	var tokens []Token
	var sentences []Range
	for b.Loop() {
		tokens = Tokens(in, whole(in), tokens[:0])
		sentences = Sentences(in, tokens, sentences[:0])
	}
}
