package charset

import "unicode/utf8"

// origins tells for a byte of the text the byte of the capture it came from.
// The zero value says: the same byte.
type origins struct {
	begin int   // bytes before the text: its byte-order mark
	unit  int   // bytes of a code unit in the capture; 0: text and capture stand byte for byte
	marks []int // code units before every stride-th byte of the text
	at    []int // of a charset with units of several lengths: each code point's byte in the capture, then the end
	text  string
}

// stride is the bytes of text between marks: a look-up counts at most as many.
const stride = 256

// Offset is the byte of the capture at which the code point at byte i of Text
// begins; i may be len(Text), which gives the end of the capture. Where one
// code of the capture gives two code points, both begin at it.
func (o *origins) Offset(i int) int {
	if o.marks == nil {
		return o.begin + i
	}
	n := o.marks[i/stride]
	for j := i - i%stride; j < i; j++ {
		n += o.unitsAt(j)
	}
	if o.at != nil {
		return o.at[n]
	}
	return o.begin + n*o.unit
}

// measured lays the marks over the decoded text.
func measured(text string, begin, unit int, at []int) origins {
	o := origins{begin: begin, unit: unit, at: at, text: text, marks: make([]int, 0, len(text)/stride+1)}
	n := 0
	for i := range len(text) {
		if i%stride == 0 {
			o.marks = append(o.marks, n)
		}
		n += o.unitsAt(i)
	}
	if len(text)%stride == 0 {
		o.marks = append(o.marks, n)
	}
	return o
}

// unitsAt is the number of code units of the code point whose first byte is
// byte i of the text, and 0 at its other bytes. Only UTF-16 has two, for the
// code points that take four bytes of UTF-8.
func (o *origins) unitsAt(i int) int {
	switch c := o.text[i]; {
	case !utf8.RuneStart(c):
		return 0
	case o.unit == 2 && c >= 0xF0:
		return 2
	}
	return 1
}
