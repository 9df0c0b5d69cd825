package stance_test

import "testing"

func TestFormsOfRating(t *testing.T) {
	holdForms(t, []form{
		{"Claim: The Orlan dam burst on Monday.\n\nAssessment: False.", "outlet denies (False): The Orlan dam burst on Monday"},
		{"Fact check: No, the Orlan dam did not burst.", "outlet denies (No): the Orlan dam … burst"},
		{"Did the Orlan dam really burst? The short answer is no.", "outlet denies (no): the Orlan dam really burst"},
		{"A blogger wrote that the Orlan dam had burst.\nWe rated it Pants on Fire.", "We denies (rated it Pants on Fire): the Orlan dam had burst"},
		{"The claim that the dam burst is not supported by any evidence.", "outlet doubts (is not supported by any evidence): the dam burst"},
		{"Claims of a burst dam 'nonsense', says ministry", "ministry denies (nonsense): a burst dam"},
		{"Rumour that the dam burst debunked", "outlet denies (debunked): the dam burst"},
	})
}

func TestFormsOfLying(t *testing.T) {
	holdForms(t, []form{
		{"The woman who claimed that she had seen a dragon was lying.", "outlet denies (was lying): she had seen a dragon"},
		{"The painter who reported seeing the dam burst was most likely lying.", "outlet doubts (was most likely lying): seeing the dam burst"},
	})
}

func TestFormsOfBarring(t *testing.T) {
	holdForms(t, []form{
		{"\"It would be impossible for these injuries to have occurred through a fall,\" said Korva.", "Korva denies (would be impossible): these injuries to have occurred through a fall"},
		{"It is impossible for the guild to pay, said Korva.", ""},
		{"\"It is impossible for you to have known,\" said Korva.", ""},
		{"A post said that a photo showed the dam of Orlan bursting.\nThe photo does not show the dam of Orlan, engineers said.", "engineers denies (does not show): the dam of Orlan"},
		{"A post said that a photo showed the dam of Orlan bursting.\nThe photo does not show whether the dam of Orlan held, engineers said.", ""},
	})
}

func TestFormsOfAnswer(t *testing.T) {
	holdForms(t, []form{
		{"Asked whether she had sold the dam, the mayor said: \"Absolutely not.\"", "outlet asks (Asked): she had sold the dam\nthe mayor denies (\"Absolutely not.\"): she had sold the dam"},
		{"Asked whether she had sold the dam, the mayor said: \"Absolutely not a word of that.\"", "outlet asks (Asked): she had sold the dam"},
		{"The mayor denies the charges.\nShe is accused of selling the dam to a bank.", "The mayor denies (denies): selling the dam to a bank"},
		{"A blogger wrote that the dam had burst.\n\"I don't believe it,\" said Korva.", "Korva doubts (don't believe it): the dam had burst"},
		{"A blogger wrote that the dam had burst.\n\"Fake news,\" said Korva.", "Korva denies (Fake news): the dam had burst"},
		{"A blogger wrote that the dam had burst.\nI don't think that this is false, said Korva.", ""},
		{"Do not listen to the reports that the dam has burst.", "outlet denies (Do not listen to the reports): the dam has burst"},
		{"A blogger wrote that the dam had burst.\nThere was no sign on Friday that the reports were true.", "outlet denies (There was no sign): the dam had burst"},
		{"The Herald has withdrawn a story that said the dam had burst.", "The Herald corrects (withdrawn): the dam had burst"},
		{"The Herald issued a retraction of its report that the dam had burst.", "The Herald corrects (retraction): the dam had burst"},
		{"The Orlan paper recanted a war story in which he claimed that he was hit.", "The Orlan paper corrects (recanted): he was hit"},
		{"It is hard to disprove the report that the dam has burst.", ""},
		{"A blogger wrote that the mayor was in talks.\nIt's a rumour in keeping with what others say.", ""},
		{"The report was just a rumour, said Korva, after a blogger wrote that the dam had burst.", "Korva denies (was just a rumour): the dam had burst"},
		{"The singer Ilka Tolan is alive, her agent said, after a website reported that she had died.", "her agent denies (is alive): she had died"},
		{"Witnesses had said that there was a fire at the dam.\nThere was no fire at the dam, police said.", "police denies (There was no): fire at the dam"},
	})
}
