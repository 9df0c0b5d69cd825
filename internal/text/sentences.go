package text

// Range is a stretch of tokens, [From, To).
type Range struct{ From, To int }

// Sentences appends to dst the sentences of one paragraph's tokens. A sentence
// takes in its final stop and the marks that close after it. Sentences inside a
// quotation are sentences of their own.
func Sentences(text string, tokens []Token, dst []Range) []Range {
	from := 0
	for i := 0; i < len(tokens); i++ {
		end, ok := sentenceEnd(text, tokens, i)
		if !ok {
			continue
		}
		dst = append(dst, Range{from, end})
		from, i = end, end-1
	}
	if from < len(tokens) {
		dst = append(dst, Range{from, len(tokens)})
	}
	return dst
}

// sentenceEnd tells whether a sentence ends at token i, and behind which token.
func sentenceEnd(text string, tokens []Token, i int) (int, bool) {
	t := &tokens[i]
	if t.Kind == Word && text[t.End-1] == '.' {
		return i + 1, i+1 == len(tokens) || endsAtAbbreviation(text, tokens, i)
	}
	if t.Kind != Stop {
		return 0, false
	}
	end := i + 1
	for end < len(tokens) && end-i <= closingMarks && closes(text, tokens, end) {
		end++
	}
	if end == len(tokens) {
		return end, true
	}
	return end, begins(text, tokens, end, i)
}

// closingMarks bounds the marks that close behind one stop: quotation within
// quotation, brackets and a stop of their own are seldom five.
const closingMarks = 32

// closes tells whether the mark at i belongs to the sentence that stopped
// before it: it clings to it, or has a closing shape and does not cling to what
// comes next.
func closes(text string, tokens []Token, i int) bool {
	t := &tokens[i]
	if t.Kind == CloseBracket || t.Kind == Stop {
		return !t.Spaced
	}
	if !t.IsQuote() {
		return false
	}
	side := SideOf(t.Of(text))
	if !t.Spaced {
		return side != Opening
	}
	return side == Closing && (i+1 == len(tokens) || tokens[i+1].Spaced)
}

// begins tells whether a sentence may begin at token i after the stop at stop.
func begins(text string, tokens []Token, i, stop int) bool {
	t := &tokens[i]
	plain := tokens[stop].Len() == 1 && text[tokens[stop].Start] == '.'
	switch {
	case t.Capital():
		return true
	case t.Kind == Number:
		return t.Spaced
	case t.IsQuote(), t.Kind == OpenBracket, t.Kind == Dash:
		return i+1 < len(tokens) && (plain || tokens[i+1].Capital()) && !(t.Kind == Dash && tokens[i+1].Case == LowerCase)
	case t.Case == LowerCase:
		return false
	}
	return t.Spaced && t.Kind != Comma && t.Kind != Semicolon && t.Kind != Colon
}

// endsAtAbbreviation tells whether a sentence ends at the abbreviation i.
func endsAtAbbreviation(text string, tokens []Token, i int) bool {
	next := &tokens[i+1]
	if next.IsQuote() && !next.Spaced && i+2 < len(tokens) {
		return false
	}
	if !next.Spaced || !next.Capital() && !next.IsQuote() {
		return false
	}
	if titles[tokens[i].Key] {
		return false
	}
	return openers[next.Key] && next.Len() > 1 || smallAbbreviations[tokens[i].Key]
}
