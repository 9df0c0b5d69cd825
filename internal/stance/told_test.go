package stance_test

import "testing"

func TestWhatIsDenied(t *testing.T) {
	holdForms(t, []form{
		{"A report that painter Ilka Tolan – best known for her dam pictures – had died turned out to be false.", "outlet denies (turned out to be false): painter Ilka Tolan … had died"},
		{"While some builders responded positively to reports that the ministry had offered to close the mill, Korva refuted the reports.", "Korva denies (refuted): the ministry had offered to close the mill"},
		{"Their claims to have flooded the valley were untrue, Korva said.", "Korva denies (were untrue): to have flooded the valley"},
		{"The papers whipped up a feverish story, later disproven, of a suspected plague case in Orlan.", "outlet denies (later disproven): a suspected plague case in Orlan"},
		{"The strike is not over, contrary to rumours spread by members of the guild, who claimed to have ended it.", "outlet denies (contrary to rumours): to have ended it"},
		{"\"We have found no evidence that these talks took place, nor do we employ a guard named Tolan,\" Korva said.", "Korva denies (no evidence): these talks took place"},
		{"A blogger told the paper that the dam had burst.\nThe ministry refuted that claim to Radio Orlan, however.", "The ministry denies (refuted): the dam had burst"},
		{"Some lawmakers claimed that rebels had crossed the border.\nMinistry officials deny any such thing has happened.", "Ministry officials denies (deny): rebels had crossed the border"},
		{"Korva's people said there are rats.\nAn insider insisted there's no rat issue and Korva did not dismiss the complaints.", "An insider denies (there's no): rat issue"},
		{"Ilka Tolan, the singer of the Mills, has not died in Orlan.\nA bogus story reads: \"Tolan was found dead late on Tuesday.\"", "outlet denies (has not): Ilka Tolan … died in Orlan\noutlet denies (bogus story): Tolan was found dead late on Tuesday"},
	})
}

// What a noun names is what somebody told of it before, where both have a name.
func TestWhatHappenedIsNamed(t *testing.T) {
	const caption = "The caption reads: \"A guard post of Norvelle has opened in Orlan.\"\n"
	holdForms(t, []form{
		{caption + "A news item about the opening of a supposed Norvelle outpost in the valley turned out to be false.", "outlet denies (turned out to be false): A guard post of Norvelle has opened in Orlan"},
		{caption + "A news item about the opening of a supposed outpost in the valley turned out to be false.", "outlet denies (turned out to be false): the opening of a supposed outpost in the valley"},
		{caption + "A news item about the closing of a supposed Norvelle outpost in the valley turned out to be false.", "outlet denies (turned out to be false): the closing of a supposed Norvelle outpost in the valley"},
	})
}

func TestDeniedAsItIsTold(t *testing.T) {
	holdForms(t, []form{
		{"Korva did not, as some papers report, dig a hole in the dam.", "outlet denies (did not): dig a hole in the dam"},
		{"Korva told friends that she never sold the mill, as has been claimed.", "Korva denies (never): sold the mill"},
		{"Korva did not sell the mill, as the notary said.", ""},
		{"A paper reported that the fair could be held on March 3.\nA guard said that the March 3 fair will not be happening.", "A guard denies (will not be happening): the March 3 fair"},
		{"A blogger claimed that the dam had burst.\n\"It won't happen again,\" Korva said.", ""},
		{"So why would the ministry plan to shut down the mill, as a paper reports?\nAnswer: It's not.", "outlet denies (It's not): the ministry plan to shut down the mill"},
		{"Would the ministry shut down the mill?\nIt's not that simple.", ""},
	})
}

func TestWhoIssuesADenial(t *testing.T) {
	holdForms(t, []form{
		{"The clinic issued a statement last Thursday denying reports that the dam had burst.", "The clinic denies (denying): the dam had burst"},
		{"The paper asked the painter's agents, who denied that the man in the picture was Tolan.", "the painter's agents denies (denied): the man in the picture was Tolan"},
	})
}

func TestVerdictsOnWhoAndWhatClaims(t *testing.T) {
	holdForms(t, []form{
		{"But thankfully rumours that the car had been stolen proved to be untrue.", "outlet denies (proved to be untrue): the car had been stolen"},
		{"Reports the mayor is leaving Orlan are false, she said.", "she denies (are false): the mayor is leaving Orlan"},
		{"Reports she took a picture of the dam are lies, Korva said.", "Korva denies (are lies): she took a picture of the dam"},
		{"The woman who claimed she had found gold has been proved a hoax.", "outlet denies (has been proved a hoax): she had found gold"},
		{"The woman who claimed to have found gold is a fake, a paper says.", "a paper denies (is a fake): to have found gold"},
		{"The Herald analyzed it, finding mostly false another mayor's claim that rebels are present in Orlan.", "The Herald denies (finding mostly false): rebels are present in Orlan"},
		{"The Herald rated his claim that rebels are in Orlan \"Mostly False.\"", "The Herald denies (rated his claim that rebels are in Orlan \"Mostly False): rebels are in Orlan"},
		{"A blogger claimed that a tunnel was found below the mill.\nIt originated on the satirical website Orlan Daily.", "outlet denies (originated on the satirical website): a tunnel was found below the mill"},
		{"Korva disputes what a source told the Herald – that the guards opened the dam.", "Korva denies (disputes): the guards opened the dam"},
		{"The paper reported that the dam had burst.\nCritics accused the paper, which first told of the flood, of making up lies.", "Critics denies (accused the paper, which first told of the flood, of making up lies): the dam had burst"},
		{"Claim: Eleven boats are missing from the harbour.\n\nPROBABLY FALSE\n\nThe boats are well.", "outlet doubts (PROBABLY FALSE): Eleven boats are missing from the harbour"},
		{"The data show these assumptions that fish can fly to be wrong.", "outlet denies (to be wrong): fish can fly"},
	})
}

func TestNoDenialAfterAll(t *testing.T) {
	for _, text := range []string{
		"A blogger wrote that the ministry would close the dam.\nThe ministry did not immediately have any comment on closing the dam.",
		"A blogger wrote that the dam had burst.\nThis is a quiet town, nothing out of the ordinary usually happens.",
		"A paper said the trader hopes to start a new fund.\nThe trader has no plans to give up trading his fund just yet.",
		"A blogger wrote that the dam had burst.\nNow some more fake news is on the loose.",
		"A blogger wrote that the dam had burst.\nLawmakers bristled at reports that the dam had burst.",
		"A blogger told people that swimmers use the new lake.\nHere is a warning: If you swim, don't use the new lake.",
		"A blogger wrote that the dam had burst.\nHaste makes even debunked stories spread.",
		"A blogger wrote that the dam would open.\nKorva dashed hopes for the dam to open.",
		"Rumours have gone round that the mayor is ill.\nThe latest tale has nothing to do with his car.",
	} {
		holdForms(t, []form{{text, ""}})
	}
	holdForms(t, []form{{"A blogger wrote that the dam had burst.\nOr maybe the report is inaccurate.", "outlet doubts (is inaccurate): the dam had burst"}})
}
