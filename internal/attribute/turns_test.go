package attribute

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
	"pgregory.net/rapid"
)

// In the tested text a wanted turn stands in braces with its speaker behind a
// bar: "Orlan: {It rained.|Jana Orlan}". Other paragraphs are no turns.
func wantedTurns(marked string) (plain string, want []string) {
	var b strings.Builder
	for {
		before, rest, more := strings.Cut(marked, "{")
		b.WriteString(before)
		if !more {
			return b.String(), want
		}
		inner, after, _ := strings.Cut(rest, "}")
		words, who, _ := strings.Cut(inner, "|")
		want = append(want, fmt.Sprintf("%d %s: %s", b.Len(), who, words))
		b.WriteString(words)
		marked = after
	}
}

func turnsIn(s string) []string {
	var got []string
	for _, st := range Read(&news.Article{Text: s, Body: []news.Span{{Start: 0, End: len(s)}}}).Statements {
		if st.Kind == news.Turn {
			for _, c := range st.Content {
				got = append(got, fmt.Sprintf("%d %s: %s", c.Start, st.SpeakerName, c.Of(s)))
			}
		}
	}
	return got
}

// Whoever answers, does so where a longer turn ends in a question put for show.
func TestQuestionForShow(t *testing.T) {
	a := article("Lake Times spoke with Jana Orlan, a biologist.\n\nLake Times: Why eels?\n\nOrlan: I like them.\n\nLake Times: All of them?\n\nOrlan: Nearly all.\n\n" +
		"Lake Times: Why eels at all?\n\nOrlan: I like them.\n\nLake Times: All of them?\n\nOrlan: They are old. They are slow. Who would not like them?\n\nAnd if they left, who would miss them?")
	statements := Read(a).Statements
	for _, s := range statements[len(statements)-2:] {
		if s.Kind != news.Turn || s.Polarity != news.Asserts {
			t.Errorf("%q is a %s that %s", s.Content[0].Of(a.Text), s.Kind, s.Polarity)
		}
	}
}

// In a transcript that news quotes, the label is the speaker as printed.
func TestTranscript(t *testing.T) {
	for _, want := range []string{
		"The transcript of their talk:\n\n{s1:VERIN}{c1-asks::} {q1:Is it closed?}\n\n{s2:BRANDT}{c2::} {q2:It is.}\n\n(CROSSTALK.)\n\n{s3:VERIN}{c3-asks::} {q3:For how long?}\n\n{s4:BRANDT}{c4::} {q4:A week.}",
		"They met on the air.\n\n\"{s1:Karl Verin}{c1-asks::} {q1:Is it closed?}\n\n\"{s2:Brandt}{c2::} {q2:It is.}\n\n\"{s3:Karl Verin}{c3-asks::} {q3:For how long?}\n\n\"{s4:Brandt}{c4::} {q4:A week.}\n\nThe bridge is old.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestTurns(t *testing.T) {
	for name, marked := range map[string]string{
		"labels": "Lake Times spoke with Jana Orlan, a biologist, about eels.\n\n" +
			"Lake Times: {Why eels?|Lake Times}\n\nOrlan: {I like them.|Jana Orlan}\n\nLake Times: {All of them?|Lake Times}\n\nOrlan: {Nearly all.|Jana Orlan}\n\n{We counted them twice.|Jana Orlan}",
		"initials": "Jana Orlan, a biologist, answered Lake Times (LT).\n\n" +
			"LT: {Why eels?|Lake Times}\n\nJO: {I like them.|Jana Orlan}\n\nLT: {All of them?|Lake Times}\n\nJO: {Nearly all.|Jana Orlan}",
		"run together": "Jana Orlan studies eels.\n\nWikipaper: {Why eels?|Wikipaper}\n\nJanaOrlan: {I like them.|Jana Orlan}\n\nWikipaper: {All?|Wikipaper}\n\nJanaOrlan: {Nearly.|Jana Orlan}",
		"heading and caption": "Jana Orlan studies eels.\n\nWikipaper: {Why eels?|Wikipaper}\n\nOrlan: {I like them.|Jana Orlan}\n\nOn the lake\n\n" +
			"An eel in its pool. Image: Karl Brandt.\n\nWikipaper: {All?|Wikipaper}\n\nOrlan: {Nearly.|Jana Orlan}\n\nOrlan now lives in Oslo.",
		"transcript in capitals":         "Tomas Verin met Karl Brandt.\n\nVERIN: {Is it closed?|Tomas Verin}\n\nBRANDT: {It is.|Karl Brandt}\n\nVERIN: {For how long?|Tomas Verin}\n\nBRANDT: {A week.|Karl Brandt}",
		"question and answer":            "Our paper talked to Jana Orlan.\n\nQ: {Why eels?|Q}\n\nA: {I like them.|Jana Orlan}\n\nQ: {All of them?|Q}\n\nA: {Nearly all.|Jana Orlan}",
		"question and answer with stops": "Our paper talked to Jana Orlan.\n\nQ. {Why eels?|Q}\n\nA. {I like them.|Jana Orlan}\n\nQ. {All of them?|Q}\n\nA. {Nearly all.|Jana Orlan}",
		"double brackets":                "Jana Orlan studies eels.\n\n((WP)) {Why eels?|WP}\n\n((Jana Orlan)) {I like them.|Jana Orlan}\n\n((WP)) {All?|WP}\n\n((Jana Orlan)) {Nearly.|Jana Orlan}",
		"quoted label and dashes": "The lake is closed.\n\n– {Nobody will open it before spring|Igor Stavin}, – I am sure Head of the Lake Council Igor Stavin\n\n" +
			"– {It takes time.|Igor Stavin}\n\n“LT”: – {Is there no other way?|LT}\n\n– {There is none.|Igor Stavin}\n\n{We all know it.|Igor Stavin}\n\n“LT”: – {What does the village say?|LT}\n\n– {Nothing yet.|Igor Stavin}\n\n" +
			"– {The village will speak up|Pavel Marin}, – explains Professor of the University of Lakes Pavel Marin\n\n– {Wait and see.|Pavel Marin}\n\nArticle Categories:\n\nLeave a Reply",
		"named behind, unnamed, name first": "The harbour works without pilots.\n\n– {Not one was trained|Pavel Marin}, – says the director of the Institute of Ports Pavel Marin. – {None at all.|Pavel Marin}\n\n" +
			"“Free Wave”: – {Why did they leave?|Free Wave}\n\n– {They were ill.|Pavel Marin}\n\n“FW”: – {What does the Union say?|FW}\n\n– {It is silent.|Pavel Marin}\n\n" +
			"– {We do not comment|source in the Union}, – a source in the Union noted in a conversation with us.\n\n– {It is normal|Jana Orlan}, – political analyst Jana Orlan is convinced. – {It ends well.|Jana Orlan}\n\n“FW”: – {When?|FW}\n\n– {Soon.|Jana Orlan}",
		"dashes alone":            "We spoke with the biologist Jana Orlan.\n\n– {Why eels of all fish?|}\n\n– {I like them.|Jana Orlan}\n\n– {And all of them?|}\n\n– {Nearly all, as I said.|Jana Orlan}",
		"questions as paragraphs": "In an interview the biologist Jana Orlan talks about eels.\n\n{Why eels?|}\n\n{I like them very much.|Jana Orlan}\n\n{Are there many?|}\n\n{We counted a thousand.|Jana Orlan}\n\n{And now?|}\n\n{I go on.|Jana Orlan}",
		"handed over": "We spoke with Professor Jana Orlan.\n\n“LT”: – {Why eels?|LT}\n\n– {I like them very much.|Jana Orlan}\n\n“LT”: – {All of them?|LT}\n\n– {Nearly all, as I said.|Jana Orlan}\n\n" +
			"Another view has the angler Karl Brandt.\n\n– {Eels are eels|Karl Brandt}, – Brandt notes. – {There is no more to it.|Karl Brandt}\n\n“LT”: – {No more at all?|LT}\n\n– {None, I think.|Karl Brandt}",
		"the reporter's name":     "She spoke with senior writer Tomas Verin. Orlan, that is Jana Orlan, is a biologist.\n\nQ: {Why eels?|Q}\n\nA: {I like them.|Jana Orlan}\n\nQ: {All of them?|Q}\n\nA: {Nearly all.|Jana Orlan}",
		"a full label first":      "On the bridge\n\nJANA ORLAN: {Is it closed?|Jana Orlan}\n\nBRANDT: {It is.|Karl Brandt}\n\nORLAN: {For how long?|Jana Orlan}\n\nBRANDT: {A week.|Karl Brandt}\n\nORLAN: {Thanks.|Jana Orlan}\n\nJana Orlan met Karl Brandt.",
		"a headline with a label": "Minister: the bridge stays closed\n\nThe minister, Jana Orlan, said on Monday that the bridge stays closed.\n\nDriver: nobody told us\n\nIt will open in May.",
		"a list":                  "What we know:\n\n- the bridge is closed\n\n- the road is open\n\n- nobody is hurt\n\nThe mayor, Karl Brandt, will speak later.",
		"facts with labels":       "Price: 5 crowns\n\nSize: 3 metres\n\nPrice: 6 crowns\n\nSize: 4 metres\n\nThe bridge is new.",
		"rhetorical questions":    "Why is the bridge closed?\n\nThe mayor says it is old.\n\nWho will pay for it?\n\nThe council says nobody.\n\nAnd what then?\n\nThe town waits.",
	} {
		plain, want := wantedTurns(marked)
		got := turnsIn(plain)
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			t.Errorf("%s: %s\n got %s\nwant %s", name, plain, g, w)
		}
	}
}

func TestTurnPolarity(t *testing.T) {
	s := "Jana Orlan studies eels.\n\nWP: Why eels?\n\nOrlan: I like them.\n\nWP: All of them? I wonder …\n\nOrlan: Nearly."
	for _, st := range Read(&news.Article{Text: s, Body: []news.Span{{Start: 0, End: len(s)}}}).Statements {
		if st.Kind != news.Turn {
			continue
		}
		want := map[string]news.Polarity{"WP": news.Asks, "Jana Orlan": news.Asserts}[st.SpeakerName]
		if st.Polarity != want || st.Speaker != nil || st.Cue == nil {
			t.Errorf("%q: polarity %s, want %s; speaker %v, cue %v", st.Content[0].Of(s), st.Polarity, want, st.Speaker, st.Cue)
		}
	}
}

func TestWhatIsSaidInATurnIsNested(t *testing.T) {
	s := "Jana Orlan studies eels.\n\nWP: Why eels?\n\nOrlan: Karl Brandt said that they are fine.\n\nWP: All?\n\nOrlan: Nearly."
	statements := Read(&news.Article{Text: s, Body: []news.Span{{Start: 0, End: len(s)}}}).Statements
	for _, st := range statements {
		if st.Kind != news.Turn && st.Voice == news.Attributed {
			if st.SpeakerName != "Karl Brandt" || st.Within == news.Outermost || statements[st.Within].SpeakerName != "Jana Orlan" {
				t.Errorf("%q by %s within %d", st.Content[0].Of(s), st.SpeakerName, st.Within)
			}
			return
		}
	}
	t.Errorf("what Brandt said is not found: %+v", statements)
}

func TestATurnIsItsOwnActOfSaying(t *testing.T) {
	s := "Jana Orlan studies eels.\n\nWP: Do you think that eels are fine?\n\nOrlan: I think that they are fine.\n\nWP: All?\n\nOrlan: Nearly."
	for _, st := range Read(&news.Article{Text: s, Body: []news.Span{{Start: 0, End: len(s)}}}).Statements {
		if st.Kind != news.Turn && st.Voice == news.Attributed {
			t.Errorf("%q by %q", st.Content[0].Of(s), st.SpeakerName)
		}
	}
}

func TestEveryTurnRuleHasASentence(t *testing.T) {
	for _, rule := range turnRules {
		if !wording.Known(rule) {
			t.Errorf("rule %q has no sentence", rule)
		}
	}
}

var talkScraps = rapid.SampledFrom([]string{"Orlan: ", "Jana Orlan", "Q: ", "A. ", "“LT”: – ", "– ", "((WP)) ", "Why?", "It rained.", " – said Jana Orlan", "\n\n", "\n", " ", ",", "?", ":", "“", "”",
	"interview with", "Image: ", "VERIN — ", "I think that", "\xff", "(laughs)"})

// Turns lie in the text, do not overlap, and stand in order.
func TestTurnInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkTurns(t, strings.Join(rapid.SliceOfN(talkScraps, 0, 80).Draw(t, "scraps"), ""))
	})
}

func checkTurns(t interface{ Fatalf(string, ...any) }, s string) {
	last := 0
	for _, st := range Read(&news.Article{Text: s, Body: []news.Span{{Start: 0, End: len(s)}}}).Statements {
		if st.Kind != news.Turn {
			continue
		}
		for _, c := range st.Content {
			if c.Start < last || c.Empty() || c.End > len(s) || strings.ContainsRune(c.Of(s), '\n') {
				t.Fatalf("turn %q at %v after byte %d of %q", c.Of(s), c, last, s)
			}
			last = c.End
		}
	}
}

func FuzzTurns(f *testing.F) {
	f.Add("Jana Orlan.\n\nQ: Why?\n\nA: So.\n\nQ: Why?\n\nA: So, – said Karl Brandt, – and so.")
	f.Fuzz(func(t *testing.T, s string) { checkTurns(t, s) })
}
