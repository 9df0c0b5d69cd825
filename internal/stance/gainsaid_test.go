package stance_test

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestClausesWithoutThat(t *testing.T) {
	holdForms(t, []form{
		{"The man also denied there was a truce.", "The man denies (denied): there was a truce"},
		{"The mayor was denying on Wednesday she was the owner of the mill.", "The mayor denies (denying): she was the owner of the mill"},
		{"But the abbess denied: \"No sister left the house.\"", "the abbess denies (denied): No sister left the house"},
		{"A blogger wrote that the dam had burst, a claim the ministry denies.", "ministry denies (denies): the dam had burst"},
		{"Two guests doubted he would ever see the dam again.", "Two guests doubts (doubted): he would ever see the dam again"},
		{"Experts raised doubts as to whether a 40m (130ft) hole in the dam was old.", "Experts doubts (raised doubts): a 40m (130ft) hole in the dam was old"},
		{"Experts questioned the credibility of the officials' claims that the dam had burst.", "Experts doubts (questioned): the dam had burst"},
		{"Engineers doubted the authenticity of a tape of the burst.", "Engineers doubts (doubted): a tape of the burst"},
	})
}

func TestVerdictsOnPlainSubjects(t *testing.T) {
	holdForms(t, []form{
		{"A blogger wrote that the painter Tolan was under arrest.\n\"The Tolan arrest is a hoax,\" an agent said.", "an agent denies (is a hoax): The Tolan arrest"},
		{"A blogger wrote that the dam had burst.\nHowever, police confirmed the story - which left the town awake - was fake.", "police denies (was fake): the dam had burst"},
		{"A blogger wrote that Korva had met the owners of the dam.\n\"That meeting never happened,\" Korva said.", "Korva denies (never happened): Korva had met the owners of the dam"},
		{"Claim: The Orlan dam burst on Monday.\nFALSE\nThe dam is old.", "outlet denies (FALSE): The Orlan dam burst on Monday"},
		{"A hoax report filed by a website claimed the dam had burst.", "outlet denies (hoax report): the dam had burst"},
		{"A paper wrote that the dam had burst.\nThe report must be taken with a pinch of salt.", "outlet doubts (must be taken with a pinch of salt): the dam had burst"},
		{"The Ilka Tolan death hoax began on Monday.", "outlet denies (hoax): Ilka Tolan death"},
		{"A blogger wrote that Guildmaster Tolan had sold the dam.\nGuildmaster Tolan does not exist.", "outlet denies (does not exist): Guildmaster Tolan"},
		{"A blogger wrote that the painter Tolan had died.\nTolan is doing just fine.", "outlet denies (is doing just fine): the painter Tolan had died"},
		{"Many people mistakenly believe that the dam is safe.", "outlet denies (mistakenly believe): the dam is safe"},
	})
}

func TestWhatWasNot(t *testing.T) {
	holdForms(t, []form{
		{"Tolan is not leaving Orlan.\nThe mayor spoke.\nThe town met.\nIt rained.\nThe bridge stood.\nA blogger wrote that Tolan was leaving Orlan for good.", "outlet denies (is not): Tolan … leaving Orlan"},
		{"The paper said that Korva would sell the dam.\nKorva will not sell the dam, her office said.", "her office denies (will not): Korva … sell the dam"},
		{"A blogger said that guards opened the dam.\nA spokesman said that no guard opened the dam.", "A spokesman denies (no): guard opened the dam"},
		{"A blogger wrote that the dam had a leak.\nA spokesman said there was no leak in the dam.", "A spokesman denies (there was no): leak in the dam"},
	})
}

func TestCorrectionsOfOnesOwn(t *testing.T) {
	holdForms(t, []form{
		{"An earlier version of this article misstated the height of the Orlan dam.", "outlet corrects (earlier version of this article misstated): the height of the Orlan dam"},
		{"An earlier version of this article identified Korva as a spokeswoman for the mill.", "outlet corrects (earlier version of this article identified): Korva as a spokeswoman for the mill"},
		{"The Orlan Times reported that forty dams had burst.\nThe actual number is four.", "outlet corrects (The actual number is): forty dams had burst"},
		{"The Orlan Times reported that forty dams had burst.\nThe paper apologised for the error.", "The paper corrects (apologised for): forty dams had burst"},
	})
}

func TestAFalseReportKeepsItsNoun(t *testing.T) {
	holdForms(t, []form{
		{"Tolan recalls the spring of 1998, when a false report that the gates were cracked emptied three villages.", "outlet denies (false report): the gates were cracked emptied three villages"},
		{"Tolan said the bogus claim that the dam had burst cost him a day.", "Tolan denies (bogus claim): the dam had burst cost him a day"},
	})
	a := read("Tolan recalls the spring of 1998, when a false report that the gates were cracked emptied three villages.")
	for _, s := range a.Statements {
		if s.Voice == news.Attributed && s.Polarity == news.Asserts && strings.HasPrefix(s.Content[0].Of(a.Text), "that the gates") {
			t.Errorf("a false report loses its noun: %q", s.Content[0].Of(a.Text))
		}
	}
}

func TestNoHoax(t *testing.T) {
	holdForms(t, []form{
		{"A blogger wrote that Korva had built a dam of glass.\n\"This is not a hoax,\" Korva told Radio Orlan.", "Korva denies (is not a hoax): This … a hoax"},
		{"Korva says the video was not staged.", "Korva denies (was not staged): the video … staged"},
		{"Korva said she is no hoaxer.", "Korva denies (is no hoaxer): she … hoaxer"},
		{"A blogger wrote that the red boat had been stolen in Orlan.\n\"The boat is safe in the harbour,\" Korva said.", "Korva denies (is safe): the red boat had been stolen in Orlan"},
		{"A site reported that the painter Tolan had died.\nBut Tolan is doing perfectly fine.", "outlet denies (is doing perfectly fine): the painter Tolan had died"},
		{"A site reported that the league would expand to Orlan.\n\"We are not ready to expand,\" Korva said.", "Korva denies (are not): ready to expand"},
		{"A site reported that the league would expand to Orlan.\nKorva said there was no formal expansion process.", "Korva denies (there was no): the league would expand to Orlan"},
		{"A blogger claimed that the dam had burst.\nIt is, of course, completely fake.", "outlet denies (is, of course, completely fake): the dam had burst"},
		{"Few believed the story of Ilka Tolan, the painter who claimed to have painted the dam in one night, but it was a hoax.", "outlet denies (was a hoax): have painted the dam in one night"},
	})
}

func TestWhatIsHeldUp(t *testing.T) {
	holdForms(t, []form{
		{"Korva insists that her dam of glass is real.", "Korva denies (insists): her dam of glass is real"},
		{"A site reported that the league would expand to Orlan.\nThe league says nothing is imminent.", "The league denies (nothing is imminent): the league would expand to Orlan"},
		{"A site claimed that the channel blurred the mayor's face.\nKorva said the channel did not blur her face.", "Korva denies (did not): the channel … blur her face"},
		{"A blogger claimed that the ministry had banned boats.\n\"There is no ban,\" Korva said.", "Korva denies (There is no): ban"},
		{"A site claimed that the painter Tolan was found dead in Orlan.\nMany believed the fake story.", "outlet denies (fake story): the painter Tolan was found dead in Orlan"},
		{"Ministers say that the guild has agents in Orlan.\nThere is no credible intelligence suggesting that the guild is in Orlan, Korva said.", "Korva denies (There is no credible intelligence): the guild is in Orlan"},
	})
}

func TestHoaxesByTheirMatter(t *testing.T) {
	holdForms(t, []form{
		{"A site reported that the painter Tolan had died.\nIt is a new death hoax.", "outlet denies (is a new death hoax): the painter Tolan had died"},
		{"Tolan was the subject of a hoax claiming that she had sold the dam.", "outlet denies (hoax): she had sold the dam"},
		{"A blogger wrote that the dam had burst, a fact the ministry vehemently denied.", "the ministry denies (denied): the dam had burst"},
		{"A blogger wrote that the guild had sold the old dam.\nA lawyer cast doubt over the sale of the old dam.", "lawyer doubts (cast doubt over): the sale of the old dam"},
	})
}

func TestNoneOfThem(t *testing.T) {
	holdForms(t, []form{
		{"A site reported that the guild had sold some of the boats.\n\"None of them were 'sold' to anyone,\" Korva said.", "Korva denies (None of them were): sold' to anyone"},
		{"A blogger wrote that the dam was built in one night.\nEngineers dismissed the possibility of it being true.", "Engineers denies (dismissed): it being true"},
	})
}

func TestNoNewForm(t *testing.T) {
	for _, text := range []string{
		"A blogger wrote that the dam had burst.\nPolice removed a sentence that was wrong.",
		"A blogger wrote that the dam had burst.\nHe knows which stories are true and which are fiction.",
		"A blogger wrote that the council would meet.\nThe council is made up of four mayors.",
		"The mayor said the dam would open in May.\nThe dam will not open until June, she said.",
		"A blogger wrote that the dam had burst.\nNo word yet on what the dam will cost.",
		"The mayor said that the workers were seen at the dam.\nThere was no sign of the mayor.",
		"The town is in need of debunking.",
		"Korva regrets the winter.",
		"A site reported that the painter Tolan had died.\nThe site told the same of the singer Ilka Morn, in a death hoax about Morn last year.",
		"A site reported that the guards took the warnings seriously.\nThe ministry acknowledged that the guards did not take the warnings seriously.",
		"A blogger wrote that the mayor would sell the dam.\nNow the mayor allegedly does not want to sell the dam.",
		"A site reported that the painter Tolan had died.\nSomeone please tell me that Tolan is okay, a friend wrote.",
		"A blogger wrote that the dam had burst.\n\"I am safe,\" said Korva, whose boat was stolen.",
		"A site reported that Korva had met the mayor.\nThis is not the first time that Korva met the mayor, a friend said.",
		"A site claimed that Tolan was the last of the name.\nThere is no one in Orlan named Tolan, a friend said.",
		"A blogger wrote that the guild had sold the dam.\nThe guild does not exist to sell dams.",
		"A blogger wrote that the dam was open on Sundays.\nThat is no longer the case.",
		"An internet hoax kept the town awake.",
		"Korva is doing well.",
		"The bridge does not exist yet.",
		"The actual price is on the door.",
		"We will go to a mill or see the fake.",
		"ALL\nFALSE\nThe dam is old.",
	} {
		holdForms(t, []form{{text, ""}})
	}
}
