package wording

// naming has the sentences of internal/name.
var naming = map[string]string{
	"name-words":      "words of the two names are the same, in any order, script and romanisation (score {figure})",
	"name-initial":    "an initial of one fits a word of the other (score {figure})",
	"name-given":      "forms of one given name (score {figure})",
	"name-case":       "the names differ in a case ending (score {figure})",
	"name-similar":    "words of the two names sound or look alike (score {figure})",
	"name-glued":      "one name writes as one word what the other writes as two (score {figure})",
	"name-longer":     "one name has words that the other lacks (score {figure})",
	"name-one-word":   "the names share one word only (score {figure})",
	"name-conflict":   "each name has words that the other lacks (score {figure})",
	"name-patronymic": "two different patronymics (score {figure})",
	"name-led":        "a word, as of a child and a father, stands before the words they share (score {figure})",
	"name-order":      "the words stand in another order (score {figure})",
	"name-generation": "father and son, or rulers of one name, by the words behind the names (score {figure})",
	"name-sex":        "a woman's full name, and the surname as a man of the family has it (score {figure})",
	"name-legal-form": "legal forms differ (score {figure})",
	"name-acronym":    "one name is made of the first letters of the other (score {figure})",
	"name-unlike":     "the names have no word in common (score {figure})",
}
