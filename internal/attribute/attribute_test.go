package attribute

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"testing"

	cut "github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// A case is the tested text with the wanted findings marked in it: {s1:…} the
// speaker of the first statement, {c1:…} its cue, {q1:…} a part of what was
// said; {c1-denies:…} a cue whose statement does other than assert. Statements
// are numbered in the order of the product.
func checkMarked(t *testing.T, want string) {
	t.Helper()
	text := marks.ReplaceAllString(want, "")
	a := article(text)
	if got := marked(a.Text, Read(a).Statements); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

var marks = regexp.MustCompile(`\{[scq]\d+(-[a-z]+)?:|\}`)

// marked writes the attributed statements into their text.
func marked(text string, statements []news.Statement) string {
	type bracket struct {
		span news.Span
		head string
	}
	var brackets []bracket
	n := 0
	for _, s := range statements {
		if s.Voice != news.Attributed {
			continue
		}
		n++
		for _, c := range s.Content {
			brackets = append(brackets, bracket{c, fmt.Sprintf("{q%d:", n)})
		}
		if s.Speaker != nil {
			brackets = append(brackets, bracket{*s.Speaker, fmt.Sprintf("{s%d:", n)})
		}
		if s.Cue != nil {
			head := fmt.Sprintf("{c%d:", n)
			if s.Polarity != news.Asserts {
				head = fmt.Sprintf("{c%d-%s:", n, s.Polarity)
			}
			brackets = append(brackets, bracket{*s.Cue, head})
		}
	}
	sort.SliceStable(brackets, func(i, j int) bool {
		a, b := brackets[i].span, brackets[j].span
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	var out strings.Builder
	var open []int
	next := 0
	for at := 0; at <= len(text); at++ {
		for len(open) > 0 && open[len(open)-1] == at {
			out.WriteByte('}')
			open = open[:len(open)-1]
		}
		for ; next < len(brackets) && brackets[next].span.Start == at; next++ {
			out.WriteString(brackets[next].head)
			open = append(open, brackets[next].span.End)
		}
		if at < len(text) {
			out.WriteByte(text[at])
		}
	}
	return out.String()
}

func TestIndirect(t *testing.T) {
	for _, want := range []string{
		"{s1:Ana Korva} {c1:said} {q1:that the bridge is closed}.",
		"{s1:Mr. Korva} {c1:said} {q1:the bridge is closed}.",
		"The ship left France and {s1:Spain} {c1:said} {q1:it would not be let in}.",
		"The trains stopped in Orlan and {s1:Korva} {c1:said} {q1:that they would run again on Monday}.",
		"{s1:France and Spain} {c1:said} {q1:they would not let the ship in}.",
		"{s1:Korva Belen, who heads the water board}, {c1-asks:questioned} {q1:whether the dam had burst}.",
		"Korva, {c1-asks:asked} {q1:whether the bridge is closed}, laughed.",
		"{q1:The bridge is closed}, {s1:Ana Korva} {c1:said}.",
		"{q1:The bridge is closed}, {c1:said} {s1:Ana Korva, head of the council}.",
		"{q1:The bridge is closed}, {c1:according to} {s1:the ministry}.",
		"{c1:According to} {s1:the ministry}, {q1:the bridge is closed}.",
		"{q1:The bridge}, {s1:she} {c1:said}, {q1:was closed in May}.",
		"{s1:Ivo Lend, a former engineer}, {c1:said} {q1:that he had warned them}.",
		"{s1:Ivo Lend, who built the bridge}, {c1:said} {q1:it was safe}.",
		"{s1:The minister} {c1:told} reporters on Tuesday {q1:that the bridge is closed}.",
		"{s1:The minister} {c1:told} us {q1:the bridge would stay closed}.",
		"{s1:Korva} {c1:said} in an interview with the Orlan Press on Tuesday {q1:that nobody was hurt}.",
		"As {s1:the mayor} {c1:told} the council, {q1:the ferry is full}.",
		"{q1:The ferry is full}, as {s1:the mayor} {c1:noted}.",
		"{q1:The ferry is full}, {c1:as stated by} {s1:the mayor}.",
		"{s1:The mayor} {c1:said}, {q1:that the ferry was full}.",
		"{s1:The agency} published {c1:information} {q1:that the ferry would stop}.",
		"It {c1:was reported} {q1:that the ferry would stop}.",
		"The ferry carries {q1:what} {s1:she} {c1:said} {q1:were too many cars}.",
		"The council heard {s1:the company}'s {c1:claim} {q1:that the steel was new}.",
		"{s1:The agency} published {c1:information} last Friday {q1:that the ferry would stop}.",
		"{s1:Korva} reassured the council but made a direct {c1-hedges:hint} {q1:that the ferry would stop}.",
		"{s1:Korva} {c1:made it clear} to the council {q1:that the ferry would stop}.",
		"{q1:The bridge}, {c1:explains} {s1:Korva}, {q1:is closed in winter}.",
		"{q1:According to this article, he was fined ten crowns}, {s1:the city police} {c1:clarified}.",
		"{q1:The council will explain the bridge}, the mayor {c1:said} {s1:Ana Korva}.",
		"Korva spoke for the builders, {s1:who}, after the flood, {c1:feared} {q1:that the steel was old}.",
		"Be patient: {c1:in {s1:her} opinion}, {q1:the bridge will open}.",
		"The watchman pointed north: {c1:according to} {s1:him}, {q1:the thief went home}.",
		"{q1:The bridge may be closed}, {s1:a source in the Ministry of Roads and Water} {c1:told} the Orlan Press on Tuesday.",
		"{s1:A guard who answered the door} {c1-denies:denied} {q1:that anyone had left}.",
		"{s1:Korva} {c1:said} afterwards, in the corridor, {q1:that an aide had posted it}.",
		"{s1:The Orlan Press} {c1:quoted} {q1:{s2:a builder, Ivo Lend}, as {c2:saying} {q2:that the steel was old}}.",
		"{s1:Lend} was quoted as {c1:saying} {q1:that the steel was old}.",
		"{s1:Korva}, referring to the flood of last year, {c1:said} {q1:that the ferry would stop}.",
		"{c1:According to} {s1:his lawyer, the advocate Ivo Lend}, {q1:the builder was late}.",
		"{q1:A hundred people came home}. This {c1:was reported by} {s1:the press service of the embassy}.",
		"{q1:A hundred people came home}. This {c1:was reported in} {s1:the press service of the embassy} on Sunday.",
		"Lend was calmed after the {c1:statement} by {s1:the deputy Ana Korva} about {q1:the need for a new ferry}.",
		"{q1:The ferry}, {s1:Korva} {c1:believes}, {q1:will not be repaired}.",
		"{s1:Korva} {c1:told} the Orlan sailing guild {q1:that the ferry would stop}.",
		"{s1:The mayors of Orlan and Korva} {c1:said} {q1:that the ferry would stop}.",
		"{s1:Papers in Orlan and neighbouring Korvania} {c1:had reported} {q1:that the ferry would stop}.",
		"The ferry reached Orlan, and {s1:Korva} {c1:said} {q1:that it would stop there}.",
		"{c1:According to} {s1:the Orlan Trade Ministry} {q1:over 60 boats have been lost}.",
		"The ferry was full and {c1:in the words of} {s1:the mayor}, {q1:“it was a floating sieve.”}",
		"They run a ferry which, {c1:according to} {s1:the Orlan Press}, {q1:the council has criticised}.",
		"{c1:According to} {s1:the Orlan Press}, quoting the mayor's office, {q1:the ferry has been sold}.",
		"{s1:Minister}{c1::} {q1:no base will open}",
		"EXCLUSIVE – {s1:Ana Korva}{c1::} {q1:Do Not Trust the Ferry}",
		"{s1:Ana Korva}, for example, {c1:said} {q1:that the ferry would stop}.",
		"{q1:The ferry would stop}, {c1:said} {s1:Ana Korva, communications director for the council}.",
		"{s1:The mayor} smirked and left, {c1:saying} {q1:that the ferry would stop}.",
		"{s1:Korva} left early, {c1:saying} {q1:that she had a train to catch}.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestDirect(t *testing.T) {
	for _, want := range []string{
		"{q1:“The bridge is closed,”} {s1:Korva} {c1:said}.",
		"{q1:\"The bridge is closed,\"} {c1:said} {s1:Korva}.",
		"{q1:“The bridge is closed,”} {s1:a senior official} {c1:told} Orlandia.",
		"{q1:“The bridge is closed,”} {s1:the source} {c1:told} The Orlan Post. {q1:“Nobody can pass.”}",
		"{q1:Nobody asked him to leave}, {s1:{s2:he}} {c1:said}. {q2:“I counted every car.”}",
		"{s1:{s2:He}} read a statement first, standing.\n\n{q1:“I want to say three things.}\n\n{q2:“The second is to the town.”}",
		"{q1:''The bridge is closed,''} {s1:Korva} {c1:said}. {q1:''It will stay closed.''}",
		"{q1:``The bridge is closed,''} {s1:Korva} {c1:said}.",
		"{q1:«The bridge is closed»}, {s1:Korva} {c1:said}.",
		"{q1:„The bridge is closed“}, {s1:Korva} {c1:said}.",
		"{q1:‘The bridge isn’t open,’} {s1:Korva} {c1:said}.",
		"{q1:“Because it is closed,”} {s1:the engineer Ana Korva} {c1:is convinced}.",
		"{q1:“He broke a window and paid for it,”} {s1:the mayor} {c1:remembers}.",
		"{q1:The town waits}, {s1:{s2:Korva}} {c1:said}. It has an old ferry and {q2:“means to go on waiting for a bridge.”}",
		"{q1:“We are glad to report it,”} the Orlan Press quoted {s1:the embassy} as {c1:saying}.",
		"{q1:“The bridge is closed,”} {s1:the engineer Ana Korva}.",
		"{q1:“The bridge is closed,”} {c1:rightly noted} {s1:“Our River” columnist Ana Korva}.",
		"{q1:“We looked,”} {s1:she} {c1:said}, {q1:“and we saw nothing.”}",
		"{s1:Korva} {c1:said}, {q1:“The bridge is closed.”}",
		"{s1:Korva} {c1:said}: {q1:“The bridge is closed. It will stay closed.”}",
		"{s1:Ana Korva}{c1::} {q1:“The bridge is closed.”}",
		"{s1:{s2:Their captions}} {c1:{c2:read}}: {q1:‘The bridge is open’}, {q2:‘The ferry has gone’}, and the like.",
		"She was, as {s1:the Orlan press} {c1:claims}, delighted {q1:that the old ferry sank}.",
		"{q1:“Why is it closed?”} {s1:Ivo Lend} {c1-asks:asked}.",
		"{q1:“The bridge is closed,”} {c1:said} {s1:Korva}, looking at the river, {q1:“and we wait.”}",
		"{q1:“The bridge is closed.”} {c1:–} {s1:Ana Korva}",
		"{q1:\"The bridge is closed, \"}{s1:he} {c1:said}.",
		"{q1:\"There is nothing to say about the matter, ”}{s1:he} {c1:said}.",
		"{q1:“The bridge is closed,”} {s1:he} {c1:told} the council. {q1:“It will stay closed.”}",
		"{q1:“The bridge is closed,”} {s1:Ana Korva, who lives beside it}, {c1:told} the Orlan Press.",
		"{q1:“The bridge is closed,”} {s1:Lend, a builder}, {c1:said} Tuesday morning. {q1:“I saw it.”}",
		"{q1:“The bridge is closed,”} {c1:said} {s1:the ruling}.",
		"{q1:“The bridge is closed,”} {c1:said} {s1:Rep. Ana Korva (D-O.R.), head of the council}. {q1:“It will stay closed.”}",
		"{q1:“You know I swim,”} {s1:she} {c1:said}, {q1:but “when it rains I take the ferry.”}",
		"{s1:She} {c1:calls} {q1:the ferry a “floating sieve.”} {s2:She} {c2:adds}, {q2:“Who would board it?”}",
		"{s1:Lend} {c1:scolded} {q1:him}: {q2:“You sold us old steel,”} {s2:he} {c2:said}.",
		"{q1:“Who would board it?”} {s1:the mayor's cousin, the builder Jan \"Ferry\" Korva}, {c1:shouted} across the harbour. {q1:“Who?”}",
		"{q1:“Who would board it?”} {s1:Korva} {c1-asks:questioned}.",
		"{q1:“Who would board it?”} {s1:Korva} {c1:told} the Orlan Press in an interview on Tuesday.",
		"{q1:“We looked at every pier,} {c1:said} {s1:Korva, who leads the council}.",
		"{s1:Korva} {c1:said} {q1:the ferry was late}. Then {s2:she} waited for hours and {q2:“went on waiting in the rain for a bridge.”}",
		"{q1:“The ferry is late,”} {c1:said} {s1:Jan A. Korva, head of the council}.",
		"In one tweet, {s1:Korva} {c1:said}: {q1:“Who would board it?”}",
		"In 2016 {s1:Korva} {c1:said} {q1:the ferry was new}.",
		"In a radio interview {s1:Korva} {c1:said} {q1:the ferry was new}.",
		"Sunday on the “River Hour,” {s1:the mayor} {c1:said} {q1:the ferry was new}.",
		"On an episode of “Good Morning, Orlan,” {s1:the mayor} {c1:said} {q1:the ferry was new}.",
		"{q1:“The bridge is closed,”} {s1:Korva} {c1:said}.\n\n'No Ferry This Winter.'\n\nThe town waits.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestMixed(t *testing.T) {
	for _, want := range []string{
		"{s1:Korva} {c1:said} {q1:the bridge was “a danger to all of us”}.",
		"{s1:Korva} {c1:called} {q1:the report “a fairy tale”}.",
		"{s1:The builder} {c1:described} {q1:the cracks as “harmless”}.",
		"{q1:“You may call me slow,”} {s1:he} {c1:told} the council, {q1:but not that his men were late}.",
		"{q1:{q2:“We wait,”} {s2:Korva} {c2:said}}, {c1:according to} {s1:the Orlan Press}. {q1:{q2:“It is late.”}}",
		"{q1:The minister “looked ashen,”} {s1:he} {c1:said}, {q1:from the “direct blow.”}",
		"{q1:Two of them}, {s1:he} {c1:replied}, {q1:“asked my cook for the soup”}.",
		"{q1:Riding it “makes me smart,”} {s1:Ivo J. Lend} {c1:said}.",
		"{q1:The ferry is “as old as hell,”} {s1:Ivo Lend} {c1:wrote} to the council, {q1:and “full of holes.”}",
		"{s1:{s2:The mayor}} {c1:defines} {q1:the ferry as a “floating sieve”} and {c2:accuses} {q2:it of “contempt for swimmers”}.",
		"{s1:The minister} {c1:told} reporters {q1:the builder was told “at once and in writing”}.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestPolarity(t *testing.T) {
	for _, want := range []string{
		"{s1:The builder} {c1-denies:denied} {q1:that it had hidden the cracks}.",
		"{s1:A spokesman} {c1-denies:has denied} {q1:rumours that the bridge, a wooden one from 1904, is about to fall}.",
		"{s1:A spokesman} {c1-denies:denied} {q1:reports that the bridge was falling}, a day after the flood.",
		"{s1:The minister} {c1-declines:declined} {q1:to comment on the cracks}.",
		"{s1:Korva} {c1-declines:would not say} {q1:whether the ferry would run}.",
		"{s1:Korva} {c1-asks:asked} {q1:whether the ferry would run at night}.",
		"{s1:Lend} {c1-hedges:hinted} {q1:that the steel was old}.",
		"{s1:Korva} {c1-declines:refused} {q1:to say whether the ferry would run}.",
		"{s1:Korva} {c1-declines:would not comment} on {q1:whether the ferry would run}.",
		"{s1:Korva} {c1-denies:rejected} {q1:the suggestion that the ferry is old}.",
		"{s1:The union} {c1-denies:denies} {q1:claims of theft}.",
		"{s1:The clinic} {c1:rejected} {q1:claims it hid the report}.",
		"{c1-asks:Asked} {q1:whether the ferry would run}, she left.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestNested(t *testing.T) {
	for _, want := range []string{
		"{s1:Korva} {c1:said} {q1:{s2:the builder} {c2:claimed} {q2:that the steel was new}}.",
		"{s1:Korva} {c1:said}: {q1:“We waited for them. {s2:The builder} {c2:claimed} {q2:that the steel was new}.”}",
		"{s1:The agency} {c1:cites} {q1:its source, {s2:who} {c2:said} {q2:that the steel was new}}.",
		"{q1:{s2:The builder} {c2:insists} {q2:that the steel was new}}, {s1:Korva} {c1:said}.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestTwoInOneSentence(t *testing.T) {
	for _, want := range []string{
		"{s1:Korva} {c1:said} {q1:the bridge is closed}, but {s2:the mayor} {c2:said} {q2:it was open}.",
		"{q1:The bridge is closed}, {s1:{s2:Korva}} {c1:said}, {c2:adding} {q2:that the ferry is full}.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestOverParagraphs(t *testing.T) {
	for _, want := range []string{
		"{q1:“We looked at every pier.}\n\n{q2:“We looked again.}\n\n{q3:“We found nothing,”} {s1:{s2:{s3:Korva}}} {c3:said}.",
		"{q1:“We looked at every pier,} {s1:Korva} {c1:said}. The bridge stays closed.",
		"{q1:\"We looked at every pier,} {c1:said} {s1:Korva}. {q1:\"We found nothing.\"}",
		"{s1:Korva} {c1:said}: {q1:\"We looked. {q2:\"Nothing,\"} {s2:the builder} {c2:told} us. We left.\"} Then she went home.",
		"Korva called it \"the best bridge. She left. {s1:The mayor} {c1:said} {q1:\"no\"} to her.",
		"{q1:\"The ferry is late,\"}{s1:Korva} {c1:said}.{q1:\"It is old.\"}",
		"{q1:\"We wait\"} , {s1:he} {c1:said} ; {q2:\" we wait \"} , {s2:she} {c2:said} .",
		"{s1:{s2:Korva}} {c1:said}: {q1:“We looked at every pier.}\n\n{q2:“We found nothing.”}",
		"{s1:Korva} {c1:wrote} in her letter to the council:\n\n{q1:“We looked at every pier.”}",
		"{q1:\"We looked at every pier.\nWe found nothing,\"} {s1:Korva} {c1:said}.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestNothingSaid(t *testing.T) {
	for _, want := range []string{
		"Rumours that the bridge is closed are old.",
		"The ferry is his. Rumours that the bridge is closed are old.",
		"The bridge is closed.",
		"It is assumed that the ferry will run again.",
		"This, by the way, shows that the ferry is old.",
		"Orlan will not proclaim the “liberation” of the bridge.",
		"But as the example of Orlan shows, old bridges can fall.",
		"The ferry was built according to the principle “one crown, one cow”.",
		"The builders proved themselves worthy of the river, which had been high.",
		"The ferry was late, and the trade will continue.",
		"The treaty obliges them to warn each other about floods.",
		"The minister showed the press a valve and a crank.",
		"It should be noted that the ferry is old.",
		"Korva discussed the bridge and the mayor.",
		"She recorded a song and posted it on the wall, where it would be seen.",
		"The “iron lady” of Orlan opened the bridge.",
		"He walked to the river and looked at it for an hour.",
		"The state of the bridge is bad.",
		"Orlan under Toth: a year of closed bridges",
		"The builder's alleged “friends in the council” left.",
		"In your opinion, the bridge will be closed.",
		"IN PICTURES: the flood in Orlan has closed the bridge",
		"Analysis: The bridge will be closed",
		"Video: mayor has closed the bridge",
		"Norway: the bridge will be closed",
		"Ana Korva: An Evening with the Ferry",
		"Ana Korva: a saint or a fool?",
		"Keep your eyes on the river: floods will come",
		"Rowing Cup 2031 round four: Orlan, Toth take two medals",
		"The steel was made according to plan.",
		"In a statement of accounts the company lists three debts.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestHeadline(t *testing.T) {
	checkMarked(t, "{s1:Minister}{c1::} {q1:no bridge will open}")
	checkMarked(t, "Minister: what will Orlan do when the bridge is closed?")
}

func TestOutletKeepsWhatNobodyIsNamedFor(t *testing.T) {
	a := article("The bridge is closed. Korva said it would open in May. Shops near it lost half of their customers.")
	var got []string
	for _, s := range Read(a).Statements {
		if s.Voice == news.OutletOwn {
			if s.Speaker != nil || s.Cue != nil {
				t.Errorf("the outlet's own words have a speaker or cue: %+v", s)
			}
			got = append(got, s.Content[0].Of(a.Text))
		}
	}
	if g := strings.Join(got, "|"); g != "The bridge is closed|Shops near it lost half of their customers" {
		t.Errorf("got %s", g)
	}
}

func TestOutletIsNoSpeakerOfItsOwn(t *testing.T) {
	a := article("The bridge is closed, the Orlan Press reports. The ferry is full, the Lake Times reports.")
	a.Outlet.Value = "Orlan Press"
	var speakers []string
	for _, s := range Read(a).Statements {
		if s.Voice == news.Attributed {
			speakers = append(speakers, s.SpeakerName)
		}
	}
	if len(speakers) != 1 || speakers[0] != "Lake Times" {
		t.Errorf("got %q", speakers)
	}
}

func TestOutletByItsHost(t *testing.T) {
	for _, name := range []string{"orlanpress.example", "www.orlanpress.example", "The Orlan Press", "“Orlan Press”"} {
		if got := plainName(name); got != "orlanpress" {
			t.Errorf("%q is %q", name, got)
		}
	}
}

func TestScareQuotesAreRefused(t *testing.T) {
	a := article("The “iron lady” of Orlan opened the bridge.")
	refused := Read(a).Refused
	if len(refused) != 1 || refused[0].Of(a.Text) != "“iron lady”" {
		t.Errorf("got %+v", refused)
	}
}

func TestOtherLanguagesAreLeftAlone(t *testing.T) {
	a := article("Der Minister said, “Nein, das ist falsch.”")
	a.Language = "de"
	if s := Read(a).Statements; len(s) != 0 {
		t.Errorf("got %+v", s)
	}
}

func TestEveryRuleHasASentence(t *testing.T) {
	for _, rule := range rules {
		if !wording.Known(rule) {
			t.Errorf("rule %q has no sentence", rule)
		}
	}
}

func TestReadIsBounded(t *testing.T) {
	line := "Ada Quill said the bridge is closed.\n"
	long := strings.Repeat(line, cut.MaxRead/len(line)+10_000)
	a := &news.Article{Text: long, Body: []news.Span{{Start: 0, End: len(long)}}, Language: "en"}
	f := Read(a)
	last := f.Refused[len(f.Refused)-1]
	if last.Reason.Rule != ruleTooLong || last.Start > cut.MaxRead+cut.MaxRead/10 || last.Start < cut.MaxRead {
		t.Errorf("what is not read is refused from %d on with %q, want from about %d", last.Start, last.Reason.Rule, cut.MaxRead)
	}
	for _, s := range f.Statements {
		if s.Start() >= last.Start {
			t.Fatalf("a statement at %d, behind what is read", s.Start())
		}
	}
}

func TestHeadlineAboveTheBodyIsNoOwnSentence(t *testing.T) {
	const title, body = "Pumps reach the dam", "The pumps reached the dam on Sunday."
	a := &news.Article{Text: title + "\n\n" + body, Body: []news.Span{{Start: len(title) + 2, End: len(title) + 2 + len(body)}}, Language: "en"}
	a.Title = news.Field{Value: title, Evidence: news.Evidence{Class: news.EvidenceByline, Span: news.Span{Start: 0, End: len(title)}}}
	got := Read(a).Statements
	if len(got) != 1 || got[0].Content[0].Of(a.Text) != strings.TrimSuffix(body, ".") && got[0].Content[0].Of(a.Text) != body {
		t.Errorf("statements %v, want the body's one sentence", got)
	}
}
