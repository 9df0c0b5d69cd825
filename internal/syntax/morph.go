package syntax

// Morph is the features of a word that follow from its Penn tag and, for pronouns
// and determiners, from the word. Empty is unknown or none; the values are those of
// Universal Dependencies.
type Morph struct {
	Tense    string // Past, Pres
	VerbForm string // Fin, Inf, Part, Ger
	Number   string // Sing, Plur
	Person   string // 1, 2, 3
	PronType string // Prs, Dem, Int, Art
}

var morphOfTag = map[string]Morph{
	"VB":   {VerbForm: "Inf"},
	"VBD":  {Tense: "Past", VerbForm: "Fin"},
	"VBG":  {Tense: "Pres", VerbForm: "Part"},
	"VBN":  {Tense: "Past", VerbForm: "Part"},
	"VBP":  {Tense: "Pres", VerbForm: "Fin"},
	"VBZ":  {Tense: "Pres", VerbForm: "Fin", Number: "Sing", Person: "3"},
	"MD":   {VerbForm: "Fin"},
	"NN":   {Number: "Sing"},
	"NNP":  {Number: "Sing"},
	"NNS":  {Number: "Plur"},
	"NNPS": {Number: "Plur"},
	"PRP":  {PronType: "Prs"},
	"PRP$": {PronType: "Prs"},
	"WP":   {PronType: "Int"},
	"WP$":  {PronType: "Int"},
	"WDT":  {PronType: "Int"},
}

// morphOfWord is for words under the tags PRP, PRP$ and DT, in small letters.
var morphOfWord = map[string]Morph{
	"i": personal("Sing", "1"), "me": personal("Sing", "1"), "my": personal("Sing", "1"), "mine": personal("Sing", "1"), "myself": personal("Sing", "1"),
	"we": personal("Plur", "1"), "us": personal("Plur", "1"), "our": personal("Plur", "1"), "ours": personal("Plur", "1"), "ourselves": personal("Plur", "1"),
	"you": personal("", "2"), "your": personal("", "2"), "yours": personal("", "2"), "yourself": personal("Sing", "2"), "yourselves": personal("Plur", "2"),
	"he": personal("Sing", "3"), "him": personal("Sing", "3"), "his": personal("Sing", "3"), "himself": personal("Sing", "3"),
	"she": personal("Sing", "3"), "her": personal("Sing", "3"), "hers": personal("Sing", "3"), "herself": personal("Sing", "3"),
	"it": personal("Sing", "3"), "its": personal("Sing", "3"), "itself": personal("Sing", "3"),
	"they": personal("Plur", "3"), "them": personal("Plur", "3"), "their": personal("Plur", "3"), "theirs": personal("Plur", "3"), "themselves": personal("Plur", "3"),
	"the": {PronType: "Art"}, "a": {Number: "Sing", PronType: "Art"}, "an": {Number: "Sing", PronType: "Art"},
	"this": {Number: "Sing", PronType: "Dem"}, "that": {Number: "Sing", PronType: "Dem"},
	"these": {Number: "Plur", PronType: "Dem"}, "those": {Number: "Plur", PronType: "Dem"},
}

func personal(number, person string) Morph {
	return Morph{Number: number, Person: person, PronType: "Prs"}
}

// Morph is the features of a word under a tag.
func (m *Model) Morph(word string, t Tag) Morph {
	_, penn := m.TagName(t)
	switch penn {
	case "PRP", "PRP$", "DT":
		var buf [16]byte
		if f, ok := morphOfWord[string(lowered(buf[:0], word))]; ok {
			return f
		}
	}
	return morphOfTag[penn]
}

// lowered appends a short word in small letters; of a longer one its beginning.
func lowered(dst []byte, word string) []byte {
	for i := 0; i < len(word) && len(dst) < cap(dst); i++ {
		dst = append(dst, byte(small(rune(word[i]))))
	}
	return dst
}
