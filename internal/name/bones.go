package name

// Bones appends the consonants of a word, as they sound and without its case
// ending, by which it can be known in a text of another script: "Хабаровска"
// and "Khabarovsk" have the same. Vowels are left out; sounds that one
// romanisation writes for another are one sign. The word is in lower case.
func Bones(word string, out []byte) []byte {
	_, spoken, in := spell(word[:min(len(word), maxBytes)])
	var buf [maxSkeleton]uint8
	sounds := collapse(spoken, buf[:0])
	for _, s := range sounds[:root(word, in, sounds)] {
		if b := bone[s-1]; b != ' ' && (len(out) == 0 || out[len(out)-1] != b) {
			out = append(out, b)
		}
	}
	return out
}

// bone is the sign of each sound of the alphabet, a space for none.
const bone = "     bpvvfkgdtlmnrszhhszkszz kkzv0123456789"
