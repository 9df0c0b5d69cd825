package eval

const openers = "“«„‟「『\""

var closersOf = map[rune]string{'“': "”\"", '«': "»", '„': "“”\"", '‟': "”\"", '「': "」", '『': "』", '"': "\"”"}

// quoteMask marks the code points that stand inside double quotation marks or
// are such a mark. A quotation left open at a paragraph's end runs to that end
// when it began the paragraph or followed a comma or colon. Two apostrophes
// and two grave accents count as a mark.
func quoteMask(text []rune) []bool {
	t := doubled(doubled(text, '\''), '`')
	mask := make([]bool, len(t))
	for s := 0; s < len(t); {
		e := s
		for e < len(t) && t[e] != '\n' {
			e++
		}
		maskParagraph(t, mask, s, e)
		s = e + 1
	}
	return mask
}

// doubled writes two straight marks for each pair of c.
func doubled(text []rune, c rune) []rune {
	out := append([]rune(nil), text...)
	for i := 0; i+1 < len(out); i++ {
		if out[i] == c && out[i+1] == c {
			out[i], out[i+1] = '"', '"'
			i++
		}
	}
	return out
}

func maskParagraph(t []rune, mask []bool, s, e int) {
	closer, start := "", 0
	lastCurly := lastIndex(t[s:e], '”') + s
	for i := s; i < e; {
		step := 1
		if t[i] == '"' && i+1 < len(t) && t[i+1] == '"' {
			step = 2
		}
		switch {
		case closer == "":
			if c := opens(t, i, s, step, lastCurly); c != "" {
				closer, start = c, i
			}
		case closes(t, i, e, closer):
			fill(mask, start, i+step)
			closer = ""
		}
		i += step
	}
	if closer != "" && (start == s || runsOn(t, s, start)) {
		fill(mask, start, e)
	}
}

// opens gives the marks that end a quotation beginning at i, "" when none does.
func opens(t []rune, i, s, step, lastCurly int) string {
	c := t[i]
	if holds(openers, c) {
		inches := c == '"' && step == 1 && i > s && isDigit(t[i-1])
		if !inches {
			return closersOf[c]
		}
	}
	if c == '”' && lastCurly > i && (i == s || holds(" (—-", t[i-1])) {
		return "”"
	}
	return ""
}

func closes(t []rune, i, e int, closer string) bool {
	if holds(closer, t[i]) {
		return true
	}
	return t[i] == '“' && closer == "”\"" && !isSpace(t[i-1]) && (i+1 == e || !isAlnum(t[i+1]))
}

// runsOn reports whether an unclosed mark at start follows a comma, a colon or
// nothing but space.
func runsOn(t []rune, s, start int) bool {
	for i := start - 1; i >= max(s, start-2); i-- {
		if !isSpace(t[i]) {
			return t[i] == ',' || t[i] == ':'
		}
	}
	return true
}

// derivedType tells direct, mixed or indirect by how many of the contents'
// words begin inside quotation marks.
func derivedType(text []rune, mask []bool, content []Extent) string {
	quoted, total := 0, 0
	for _, c := range content {
		start, end := clamp(c.Start, len(text)), clamp(c.End, len(text))
		for i := start; i < end; i++ {
			if isWord(text[i]) && (i == start || !isWord(text[i-1])) {
				total++
				if mask[i] {
					quoted++
				}
			}
		}
	}
	switch {
	case quoted == 0:
		return "indirect"
	case float64(quoted) >= 0.9*float64(total):
		return "direct"
	}
	return "mixed"
}

func holds(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

func lastIndex(t []rune, r rune) int {
	for i := len(t) - 1; i >= 0; i-- {
		if t[i] == r {
			return i
		}
	}
	return -1
}

func fill(mask []bool, from, to int) {
	for i := from; i < to; i++ {
		mask[i] = true
	}
}

func clamp(n, most int) int { return max(0, min(n, most)) }
