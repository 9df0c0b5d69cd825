package mention

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
	"pgregory.net/rapid"
)

// In the tested text a speaker stands in brackets with the wanted name behind a
// bar, "[he|Jana Orlan]", and its content in braces behind it or before it. A
// content without a speaker of its own carries the wanted name: "{“No”|Jana Orlan}".
func reported(marked string) (text string, statements []news.Statement, want []string) {
	var b strings.Builder
	var speaker *news.Span
	var who string
	open := -1 // a statement that waits for its speaker
	for i := 0; i < len(marked); {
		c := marked[i]
		if c != '[' && c != '{' {
			b.WriteByte(c)
			i++
			continue
		}
		end := i + strings.IndexByte(marked[i:], map[byte]byte{'[': ']', '{': '}'}[c])
		words, name, named := strings.Cut(marked[i+1:end], "|")
		span := news.Span{Start: b.Len(), End: b.Len() + len(words)}
		b.WriteString(words)
		i = end + 1
		switch {
		case c == '[' && open >= 0:
			statements[open].Speaker, want[open], open = &span, name, -1
		case c == '[':
			speaker, who = &span, name
		default:
			kind := news.Indirect
			if strings.ContainsAny(words, "“\"") {
				kind = news.Direct
			}
			statements = append(statements, news.Statement{Content: []news.Span{span}, Kind: kind, Voice: news.Attributed, Within: news.Outermost})
			want = append(want, name)
			switch last := len(statements) - 1; {
			case named:
			case speaker != nil:
				statements[last].Speaker, want[last], speaker = speaker, who, nil
			default:
				open = last
			}
		}
	}
	return b.String(), statements, want
}

func TestResolve(t *testing.T) {
	for name, marked := range map[string]string{
		"surname":              "Jana Orlan came. [Orlan|Jana Orlan] said {it rained}.",
		"letters in brackets":  "[The Union of Lake Towns (ULT)|Union of Lake Towns] said {it rained}.",
		"words in brackets":    "[The head of the Union of Lake Towns (ULT)|head of the Union of Lake Towns] said {it rained}. [A witness (a fisherman)|witness] said {it snowed}.",
		"torn between two":     "Jana A. Orlan met Jana B. Orlan. [Jana Orlan|Jana Orlan] said {it rained}. [Orlan|Jana Orlan] said {it snowed}.",
		"torn, printed first":  "[Jana Orlan|Jana Orlan] said {it rained}. Jana A. Orlan met Jana B. Orlan.",
		"of two, one in full":  "Jana A. Orlan met Jane B. Orlan. [Jana Orlan|Jana A. Orlan] said {it rained}.",
		"fathers of two":       "Ivan Petrovich Orlan met Ivan Markovich Orlan. [Ivan Petrovich Orlan|Ivan Petrovich Orlan] said {it rained}.",
		"pronoun":              "Jana Orlan came to Oslo. {“It rains,”} [she|Jana Orlan] said.",
		"gender":               "Jana Orlan met Karl Brandt. [He|Karl Brandt] said {it rained}.",
		"he added":             "[Karl Brandt|Karl Brandt] said {it rained}. {“We saw Tomas Verin,”} [he|Karl Brandt] added.",
		"new subject":          "[Karl Brandt|Karl Brandt] said {it rained}.\n\nTomas Verin, a farmer, seems glad of it.\n\n{“At last,”} [he|Tomas Verin] said.",
		"according to him":     "Tomas Verin came. According to [him|Tomas Verin], {it rained}.",
		"apposition":           "[Karl Brandt, a doctor|Karl Brandt], said {it rained}.",
		"apposition first":     "[the head of the ward, Karl Brandt|Karl Brandt], said {it rained}.",
		"post":                 "Minister Jana Orlan met the actor Karl Brandt. [The minister|Jana Orlan] said {it rained}. [The actor|Karl Brandt] said {it snowed}.",
		"post after":           "Karl Brandt, a political analyst, came. As [the analyst|Karl Brandt] recalls, {it rained}.",
		"kin":                  "One of the experts is the president of Lake Works, Karl Brandt. As [the expert|Karl Brandt] recalls, {it rained}.",
		"spokesman for":        "[A spokesman for President Jana Orlan|spokesman for President Jana Orlan] said {it rained}.",
		"lawyer of":            "[Orlan's lawyer, Karl Brandt|Karl Brandt], said {it rained}.",
		"adviser to":           "According to [an old adviser to Nikolai Sedov Pavel Marin|Pavel Marin], {it rained}.",
		"agency":               "[The Norwegian news agency NorTel|NorTel] reported {rain}. It cites [its source|NorTel's source], who said {“It rains.”} [The interlocutor|NorTel's source] explained {why}.",
		"as printed":           "[the official website of the Ministry of Trade of Norway|official website of the Ministry of Trade of Norway] reports {rain}.",
		"who":                  "They cite an old fisherman, [who|old fisherman] said {it rained}.",
		"who, a person":        "They cite Karl Brandt, [who|Karl Brandt] said {it rained}.",
		"who, of our own":      "They cite my brother, [who|brother] said {it rained}.",
		"acronym":              "The Union of Lake Towns (ULT) met. [The ULT|Union of Lake Towns] said {it rained}.",
		"it":                   "The Ministry of Trade met. [It|Ministry of Trade] said {it rained}.",
		"the ministry":         "The Ministry of Trade met. [The ministry|Ministry of Trade] said {it rained}.",
		"they":                 "[Residents|Residents] said {it rained}. {“It snowed,”} [they|Residents] added.",
		"goes on":              "{“It rains,”} [Karl Brandt|Karl Brandt] said. {“It snows.”|Karl Brandt}\n\n{“And we are glad.”|Karl Brandt}",
		"colon before":         "Thus Karl Brandt wrote on his page:\n\n{“It rains.”|Karl Brandt}",
		"demonym":              "American Karl Brandt came. [The American|Karl Brandt] said {it rained}.",
		"WHO is no who":        "[The WHO|WHO] said {it rained}.",
		"spokeswoman":          "Spokeswoman Jana Orlan and spokesman Karl Brandt met. [The spokesman|Karl Brandt] said {it rained}.",
		"apposed behind":       "[the team's coach|Karl Brandt], Karl Brandt, said {it rained}.",
		"apposed before":       "Karl Brandt, [curator of the museum|Karl Brandt], said {it rained}.",
		"relative clause":      "Actor Karl Brandt came. [The actor, who played a king|Karl Brandt], said {it rained}.",
		"two":                  "[Jana Orlan and Karl Brandt|Jana Orlan and Karl Brandt] said {it rained}. [They|Jana Orlan and Karl Brandt] added {it snowed}.",
		"one of":               "One of the leading experts is the president of Lake Works, Karl Brandt. Former President Tomas Verin left. [The expert|Karl Brandt] said {it rained}.",
		"captions":             "The paper had photos of the bridge, and people of the Council saw them. [Their captions|photos' captions] read {“Closed”}.",
		"introduced last":      "[The miller Karl Brandt|Karl Brandt] said {it rained}.\n\nThe paper turned to Tomas Verin, a professor of law.\n\n{“It snows,”} [the expert|Tomas Verin] said. [The interlocutor of the newspaper|Tomas Verin] added {it hailed}.",
		"experts":              "Tomas Verin and Karl Brandt wrote a letter. [Experts|Tomas Verin and Karl Brandt] said {it rained}.",
		"deputy of a party":    "Then Deputy Jana Orlan rose. [The Union of Towns deputy|Jana Orlan] said {it rained}.",
		"other state":          "French President Karl Brandt left. [The Russian president|Russian president] said {it rained}.",
		"professor of":         "Professor Alma Sedova of the Lake Law Academy thinks not. [She|Alma Sedova] said {it rained}.",
		"police":               "Police came to Oslo. [They|Police] said {it rained}.",
		"a citizen":            "A Norwegian citizen wrote, and [she|Norwegian citizen] said {it rained}.",
		"the publication":      "The news agency NorTel wrote it. The Union of Lake Towns met. [The publication|NorTel] cites {rain}.",
		"who, after a verb":    "Several drivers were fined, [who|Several drivers] said {it rained}.",
		"state unlisted":       "President Tomas Verin of Norvelle met the president of Tarvania, Karl Brandt. [The Norvellian president|Tomas Verin] said {it rained}. [The president of Tarvania|Karl Brandt] said {it snowed}.",
		"of the republic":      "Norway is small and Norway is cold. French President Karl Brandt came. [The president of the republic|president of the republic] said {it rained}.",
		"the same word":        "{“It rains,”} [Karl Brandt|Karl Brandt] said. The mayor kept silent until Monday.\n\n{“It snows,”} [the mayor|mayor] said.",
		"aside in small words": "[The Troika, in a letter this morning|Troika], said {it rained}.",
		"only one named":       "[Karl Brandt|Karl Brandt] said {it rained}. {“It snows,”} [the opposition leader|Karl Brandt] said.",
		"two named":            "Jana Orlan met Karl Brandt. {“It snows,”} [the opposition leader|opposition leader] said.",
		"what is another":      "The doctor [Karl Brandt|Karl Brandt] said {it rained}. {“It snows,”} [the opposition leader|opposition leader] said.",
		"quoted outlet":        "Karl Brandt spoke to the publication “Lake Bell”. [The newspaper|Lake Bell] said {it rained}.",
		"whose police":         "Two men were held by Norwegian police. [The police|Norwegian police] said {it rained}.",
		"whose army":           "A Norwegian army plane landed. [The military|Norwegian army] said {it rained}.",
		"company":              "Lake Steel closed its mill. [The company|Lake Steel] said {it rained}.",
		"behind a headline":    "[Experts|Jana Orlan and Karl Brandt] warn of {floods}.\n\nThe experts Jana Orlan and Karl Brandt said {it rained|}.",
		"statement to":         "In a letter to the Union of Lake Towns, the Church of Rivers kept silent. [They|Church of Rivers] said {it rained}.",
		"other officials":      "Jana Orlan and Karl Brandt left. [Norwegian officials|Norwegian officials] said {it rained}.",
		"list":                 "[Police and residents|Police and residents] said {it rained}.",
	} {
		text, statements, want := reported(marked)
		a := article(text)
		find(a).Resolve(a, statements)
		for i := range statements {
			if got := statements[i].SpeakerName; got != want[i] {
				t.Errorf("%s: statement %d of %q is by %q, want %q (%v)", name, i, text, got, want[i], statements[i].Reasons)
			}
		}
	}
}

func TestResolveInsideQuotation(t *testing.T) {
	text := "“Glad, I said it rained,” Karl Brandt said."
	at := func(words string) news.Span {
		i := strings.Index(text, words)
		return news.Span{Start: i, End: i + len(words)}
	}
	outer, inner := at("Karl Brandt"), at("I")
	statements := []news.Statement{
		{Speaker: &outer, Content: []news.Span{at("“Glad, I said it rained,”")}, Kind: news.Direct, Voice: news.Attributed, Within: news.Outermost},
		{Speaker: &inner, Content: []news.Span{at("it rained")}, Kind: news.Indirect, Voice: news.Attributed, Within: 0},
	}
	a := article(text)
	find(a).Resolve(a, statements)
	if got := statements[1].SpeakerName; got != "Karl Brandt" {
		t.Errorf("“I” inside Brandt's quotation is %q", got)
	}
}

func TestAuthorSpeaks(t *testing.T) {
	text, statements, want := reported("[I|Jana Orlan] think {it rains}.")
	a := article(text)
	a.Byline.Value = "By Jana Orlan"
	find(a).Resolve(a, statements)
	if statements[0].SpeakerName != want[0] {
		t.Errorf("the author is %q", statements[0].SpeakerName)
	}
}

func TestEveryRuleHasASentence(t *testing.T) {
	for _, rule := range Rules() {
		if !wording.Known(rule) {
			t.Errorf("rule %q has no sentence", rule)
		}
	}
}

// Resolve is the same twice over, leaves the statements' spans alone and gives
// a known rule for every name.
func TestResolveInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkResolve(t, invented(t), rapid.SliceOfN(rapid.IntRange(0, 400), 0, 24).Draw(t, "cuts"))
	})
}

func checkResolve(t interface{ Fatalf(string, ...any) }, s string, cuts []int) {
	make1 := func() []news.Statement {
		var sts []news.Statement
		for i := 0; i+2 < len(cuts); i += 3 {
			at := func(k int) int { return min(cuts[i+k], len(s)) }
			st := news.Statement{Content: []news.Span{{Start: at(0), End: at(0)}}, Kind: news.Direct, Voice: news.Attributed, Within: i/3 - 1}
			if at(1) < at(2) {
				st.Speaker = &news.Span{Start: at(1), End: at(2)}
			}
			sts = append(sts, st)
		}
		return sts
	}
	x := find(article(s))
	one, two := make1(), make1()
	x.Resolve(article(s), one)
	x.Resolve(article(s), two)
	for i := range one {
		if one[i].SpeakerName != two[i].SpeakerName {
			t.Fatalf("statement %d of %q: %q, then %q", i, s, one[i].SpeakerName, two[i].SpeakerName)
		}
		for _, r := range one[i].Reasons {
			if !wording.Known(r.Rule) {
				t.Fatalf("rule %q", r.Rule)
			}
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("Jana Orlan said it rained. He, who is the minister, added: “its source”", 0, 5, 10)
	f.Fuzz(func(t *testing.T, s string, a, b, c int) {
		if a < 0 || b < 0 || c < 0 {
			return
		}
		checkResolve(t, s, []int{a, b, c, c, a, b})
	})
}
