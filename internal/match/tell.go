package match

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Telling is words by which an article tells something. Spans are bytes of its text.
type Telling struct {
	Statement int         // that takes it up; Outermost for the outlet where no statement is
	Content   []news.Span // the words that tell it
	Relation  news.Relation
	Cue       news.Span // the words that take it up elsewhere than in Content; empty where none do
	Told      int       // the statement whose words Content are
	Gist      Gist
}

// Founds reports whether it may be a claim by itself: what an outlet says in its
// own voice is one only when somebody else says it.
func (t *Telling) Founds(a *news.Article) bool {
	return t.Statement != news.Outermost && a.Statements[t.Statement].Voice == news.Attributed
}

// leastTold is the fewest words that tell something: "the NATO centre opened".
const leastTold = 5

// maxTellings bounds the tellings of one article: ten times those of a long page.
const maxTellings = 2000

// Tell finds what an article tells that can be compared: sentences of
// statements, and what its stances are about, in order. What interviewers ask,
// what is left unsaid, what a person hid, and tellings of fewer than leastWords
// words are none.
func Tell(a *news.Article, stances []news.Stance) []Telling {
	t := &teller{article: a, stances: stances, takes: map[int][]*news.Stance{}}
	t.mention()
	for i := range stances {
		s := &stances[i]
		t.takes[s.Statement] = append(t.takes[s.Statement], s)
	}
	for i := range a.Statements {
		if t.tells(i) {
			t.statement(i)
		}
	}
	for i := range stances {
		t.stance(&stances[i])
	}
	return t.out[:min(maxTellings, len(t.out))]
}

// teller goes through one article.
type teller struct {
	article *news.Article
	names   []named // by start
	stances []news.Stance
	takes   map[int][]*news.Stance
	tokens  []text.Token
	out     []Telling
}

// named is a mention of a person or a place.
type named struct {
	news.Span
	key uint16 // 0 for what is neither
}

func (t *teller) mention() {
	for _, e := range t.article.Entities {
		key := uint16(0)
		if e.Kind == news.Person || e.Kind == news.Place {
			key = nameKey(e.Name)
		}
		for _, m := range e.Mentions {
			t.names = append(t.names, named{m, key})
		}
	}
	slices.SortFunc(t.names, func(a, b named) int { return a.Start - b.Start })
}

// nameKey is of the first consonants of a name's last word that has a capital:
// "Tokayev" is "Tokaev", and "Norvellian" has what "Norvelle" has.
func nameKey(name string) uint16 {
	words := strings.Fields(name)
	for i := len(words) - 1; i >= 0; i-- {
		if r, _ := utf8.DecodeRuneInString(words[i]); i == 0 || unicode.IsUpper(r) {
			return wordKey(words[i])
		}
	}
	return 0
}

// keyConsonants is how many consonants tell a name.
const keyConsonants = 4

func wordKey(word string) uint16 {
	var buf [keyConsonants]byte
	h := termOf(string(consonants(word, buf[:0])))
	return uint16(h>>48^h) | 1
}

// consonants appends the first of a word, or all of one that has hardly any.
func consonants(word string, bones []byte) []byte {
	folded := fold.Name(word)
	last := byte(0)
	for i := 0; i < len(folded) && len(bones) < keyConsonants; i++ {
		c := folded[i]
		if c != last && !strings.ContainsRune("aeiouy'-.", rune(c)) {
			bones = append(bones, c)
		}
		last = c
	}
	if len(bones) < 2 {
		return append(bones[:0], folded...)
	}
	return bones
}

// tells reports whether statement i tells something of its own.
func (t *teller) tells(i int) bool {
	s := &t.article.Statements[i]
	return !s.Hidden && s.Polarity != news.Declines && (s.Kind != news.Turn || s.Polarity != news.Asks)
}

// retold reports whether words of statement i are little more than what a
// statement within it tells.
func (t *teller) retold(i int, parts []news.Span) bool {
	end := parts[len(parts)-1].End
	for k := i + 1; k < len(t.article.Statements) && t.article.Statements[k].Start() < end; k++ {
		s := &t.article.Statements[k]
		if s.Voice == news.Attributed && t.tells(k) && 2*shared(parts, s.Content) > length(parts) {
			return true
		}
	}
	return false
}

// shared counts the bytes that two lists of spans have in common.
func shared(a, b []news.Span) (n int) {
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

func length(spans []news.Span) (n int) {
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

var relationOf = map[news.Polarity]news.Relation{news.Asserts: news.RelRepeats, news.Hedges: news.RelRepeats, news.Denies: news.RelDenies, news.Asks: news.RelAsks}

// statement tells the sentences of a statement. A sentence that is torn apart by
// ", he said" is put together again.
func (t *teller) statement(i int) {
	s := &t.article.Statements[i]
	for _, parts := range t.sentences(s.Content) {
		if t.retold(i, parts) || t.toldApart(parts) || s.Voice == news.OutletOwn && t.judged(parts) {
			continue
		}
		if g, enough := t.gist(parts, s); enough && (s.Voice == news.Attributed || len(g.Names)+len(g.Numbers) > 0) {
			relation, cue := t.relation(i, parts)
			if t.unsaid(&g, parts) {
				relation = news.RelDenies
			}
			t.out = append(t.out, Telling{Statement: i, Content: parts, Relation: relation, Cue: cue, Told: i, Gist: g})
		}
	}
}

// unsaid takes out of a gist what a stance in its very words makes of them, which
// the relation says: "reports of soldiers are false" denies that of soldiers,
// and so does who answers to them. It reports whether there is such a stance.
func (t *teller) unsaid(g *Gist, parts []news.Span) bool {
	for i := range t.stances {
		x := &t.stances[i]
		if x.Relation == news.RelDenies && slices.ContainsFunc(parts, x.Cue.Overlaps) && slices.ContainsFunc(parts, x.Of[0].Overlaps) {
			g.Negated = nil
			return true
		}
	}
	return false
}

// judged reports whether the outlet takes up, in these very words, what it tells
// in them: that is told by its stance.
func (t *teller) judged(parts []news.Span) bool {
	return slices.ContainsFunc(t.takes[news.Outermost], func(x *news.Stance) bool {
		return slices.ContainsFunc(parts, x.Cue.Overlaps) && slices.ContainsFunc(parts, x.Of[0].Overlaps)
	})
}

// relation is what statement i makes of its own words, by a stance to most of
// them or by its polarity, and the cue where it stands elsewhere than the
// statement's.
func (t *teller) relation(i int, parts []news.Span) (news.Relation, news.Span) {
	s := &t.article.Statements[i]
	for _, x := range t.takes[i] {
		if x.Told != i || 2*shared(parts, x.Of) < length(parts) {
			continue
		}
		if s.Cue != nil && x.Cue == *s.Cue {
			return x.Relation, news.Span{}
		}
		return x.Relation, x.Cue
	}
	return relationOf[s.Polarity], news.Span{}
}

// stance tells what somebody takes up: the words of another statement, or of
// the outlet.
func (t *teller) stance(s *news.Stance) {
	told, taker := s.Told, s.Statement
	if told == news.Outermost {
		told = t.tellerOf(s.Of[0])
	}
	if taker == news.Outermost {
		taker = t.outletAt(s.Cue)
	}
	if told == taker && s.Told != news.Outermost {
		return // the statement's own telling says it
	}
	outlet := told == news.Outermost || t.article.Statements[told].Voice == news.OutletOwn
	var by *news.Statement
	content := s.Of
	if told != news.Outermost {
		if by = &t.article.Statements[told]; 2*length(s.Of) >= length(by.Content) {
			content = by.Content
		}
	}
	for _, parts := range t.sentences(content) {
		g, enough := t.gist(parts, by)
		if !enough {
			continue
		}
		t.unsaid(&g, parts)
		t.out = append(t.out, Telling{Statement: taker, Content: parts, Relation: s.Relation, Cue: s.Cue, Told: told, Gist: g})
		if outlet && told != taker && !t.judged(parts) && !t.told(g.ID()) {
			t.out = append(t.out, Telling{Statement: told, Content: parts, Relation: news.RelRepeats, Told: told, Gist: g})
		}
	}
}

// toldApart reports whether a sentence holds the words that a stance is about, as
// a smaller part of it: those are told, the rest says what is made of them.
func (t *teller) toldApart(parts []news.Span) bool {
	return slices.ContainsFunc(t.stances, func(s news.Stance) bool {
		return (s.Told != s.Statement || s.Told == news.Outermost) && 2*shared(parts, s.Of) < length(parts) && shared(parts, s.Of) == length(s.Of) && len(strings.Fields(s.Of[0].Of(t.article.Text))) >= leastTold
	})
}

// tellerOf is the statement that tells words: somebody's, the shortest, or else
// the outlet's own; Outermost for none.
func (t *teller) tellerOf(at news.Span) int {
	best, least := news.Outermost, 0
	for i := range t.article.Statements {
		s := &t.article.Statements[i]
		if n := length(s.Content); s.Voice == news.Attributed && slices.ContainsFunc(s.Content, func(c news.Span) bool { return c.Holds(at) }) && (best == news.Outermost || n < least) {
			best, least = i, n
		}
	}
	if best != news.Outermost {
		return best
	}
	return t.outletAt(at)
}

// outletAt is the outlet's own statement that words stand in, Outermost for none.
func (t *teller) outletAt(at news.Span) int {
	for i := range t.article.Statements {
		if s := &t.article.Statements[i]; s.Voice == news.OutletOwn && slices.ContainsFunc(s.Content, at.Overlaps) {
			return i
		}
	}
	return news.Outermost
}

// told reports whether the article itself tells this already.
func (t *teller) told(id int64) bool {
	return slices.ContainsFunc(t.out, func(x Telling) bool { return x.Statement == x.Told && x.Gist.ID() == id })
}

// sentences cuts contents into sentences, each its spans.
func (t *teller) sentences(content []news.Span) [][]news.Span {
	var out [][]news.Span
	open := false // the last sentence goes on
	for _, c := range content {
		t.tokens = text.Tokens(t.article.Text, c, t.tokens[:0])
		ranges := text.Sentences(t.article.Text, t.tokens, nil)
		for _, r := range ranges {
			from, to := r.From, r.To
			s := news.Span{Start: t.tokens[from].Start, End: t.tokens[to-1].End}
			if open {
				out[len(out)-1] = append(out[len(out)-1], s)
			} else {
				out = append(out, []news.Span{s})
			}
			open = !stops(t.tokens[from:to])
		}
	}
	return out
}

// stops reports whether a sentence ends with a stop, before marks that close.
func stops(tokens []text.Token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		switch k := tokens[i].Kind; {
		case k == text.Stop:
			return true
		case k != text.DoubleQuote && k != text.SingleQuote && k != text.CloseBracket:
			return false
		}
	}
	return false
}

// gist reads what is compared of words; by is the statement they are of, nil
// for an outlet's. enough is false where they are too few.
func (t *teller) gist(parts []news.Span, by *news.Statement) (g Gist, enough bool) {
	g.Language = languageOf(t.article, parts[0].Start)
	if by != nil && by.Voice == news.Attributed {
		g.Speaker = uint32(nameKey(by.SpeakerName))
	}
	seen := t.read(&g, parts)
	vague := g.weight() < leastWeight
	if g.Words < leastTold || vague && g.Words < leastWords {
		return g, false
	}
	switch {
	case seen&firstPerson != 0:
		g.Deictic = FirstPerson
	case seen&thirdPerson != 0 && len(g.Names) == 0:
		g.Deictic = ThirdPerson
	}
	g.Sides = uint16(seen >> opposites)
	if vague {
		g.Deictic = FirstPerson // "the situation is under control": whose?
	}
	if vague || seen&relativeTime != 0 {
		g.Week = weekOf(t.article.Published)
	}
	return g, true
}

// read goes over the words and gives the marks among them.
func (t *teller) read(g *Gist, parts []news.Span) (seen mark) {
	v := vocabularyOf(g.Language)
	exact := uint64(hashBasis)
	var before mark
	denied := false // a negation waits for its word
	for _, p := range parts {
		names := t.within(p)
		for _, n := range names {
			if n.key != 0 && p.Holds(n.Span) {
				g.Names = append(g.Names, n.key)
			}
		}
		t.tokens = text.Tokens(t.article.Text, p, t.tokens[:0])
		for i := range t.tokens {
			k := &t.tokens[i]
			if !k.IsWordy() || g.Words >= maxWords {
				continue
			}
			exact = (exact ^ uint64(k.Key)) * hashPrime
			exact ^= exact >> 31
			m := marked()[markedWord{g.Language, k.Key}]
			if m&(untruth|no) != 0 && before&formOfBe != 0 || m&no != 0 && g.Words == 0 {
				m |= negation
			}
			seen, before = seen|m, m
			switch {
			case m&untruth != 0 && m&negation != 0, denied && m&truth != 0:
				g.Negated, denied = append(g.Negated, Whole), false
			case m&negation != 0:
				denied = true
			}
			if k.Kind == text.Clitic {
				continue
			}
			g.Words++
			lower := func() string { return strings.ToLower(k.Of(t.article.Text)) }
			if v := t.value(g.Language, i); v != "" {
				g.number(v)
				continue
			}
			if m&(thousand|million|billion) != 0 && i > 0 && t.value(g.Language, i-1) != "" {
				continue
			}
			if k.Capital() {
				g.Capitals = append(g.Capitals, wordKey(k.Of(t.article.Text)))
			}
			named := slices.ContainsFunc(names, func(n named) bool { return n.Holds(k.Span) })
			stem, listed := v.of(k.Key, lower)
			if !listed && k.Capital() && (named || i > 0) {
				stem.Hash = uint32(termOf(string(consonants(k.Of(t.article.Text), nil))))
			}
			if stem.Bits > 0 {
				stem.Named = named
				g.Stems = append(g.Stems, stem)
				if denied && stem.Bits >= negatedBits {
					g.Negated, denied = append(g.Negated, stem.Hash), false
				}
			}
		}
	}
	g.Exact = exact
	slices.SortFunc(g.Stems, func(a, b Stem) int { return cmp.Compare(a.Hash, b.Hash) })
	g.Stems = slices.CompactFunc(g.Stems, func(a, b Stem) bool { return a.Hash == b.Hash })
	g.Negated, g.Numbers, g.Names, g.Capitals = set(g.Negated), set(g.Numbers), set(g.Names), set(g.Capitals)
	return seen
}

func set[N cmp.Ordered](list []N) []N {
	slices.Sort(list)
	return slices.Compact(list)
}

// value is the number of token i, "35 thousand" as "35,000", without marks; ""
// for a token that is none.
func (t *teller) value(language uint8, i int) string {
	s := t.tokens[i].Of(t.article.Text)
	if t.tokens[i].Kind != text.Number {
		if s = wordValue(language, &t.tokens[i], s); s == "" {
			return ""
		}
	}
	scale := ""
	if i+1 < len(t.tokens) {
		scale = zeros[marked()[markedWord{language, t.tokens[i+1].Key}]]
	}
	var out []byte
	part := 0 // digits behind the last mark
	for k := 0; k < len(s); k++ {
		if '0' <= s[k] && s[k] <= '9' {
			out, part = append(out, s[k]), part+1
		} else {
			part = 0
		}
	}
	if part == len(out) || part == digitsAGroup {
		part = 0 // whole
	}
	return string(out) + scale[min(part, len(scale)):]
}

// wordValue is the value of a word for a number: "three", "twenty-three".
func wordValue(language uint8, k *text.Token, word string) string {
	words := numberWords()
	if v, known := words[markedWord{language, k.Key}]; known {
		return v
	}
	tens, ones, hyphen := strings.Cut(word, "-")
	if !hyphen {
		return ""
	}
	t, o := words[markedWord{language, text.KeyOf(tens)}], words[markedWord{language, text.KeyOf(ones)}]
	if len(t) == 2 && len(o) == 1 && t[1] == '0' {
		return t[:1] + o
	}
	return ""
}

// digitsAGroup is how many digits stand behind a mark that parts thousands.
const digitsAGroup = 3

// number notes a number: by it tellings agree or differ.
func (g *Gist) number(value string) {
	h := uint32(termOf(value))
	g.Numbers = append(g.Numbers, h)
	g.Stems = append(g.Stems, Stem{Hash: h, Bits: uint8(min(bitsADigit*(len(value)+1), unlistedBits))})
}

// negatedBits is what a word tells at least that a negation is of: "not been
// publicly named" is of the last words.
const negatedBits = 4

// bitsADigit is what a number tells, and that it is one.
const bitsADigit = 3

// within are the names that overlap a span.
func (t *teller) within(p news.Span) []named {
	from, _ := slices.BinarySearchFunc(t.names, p.Start, func(n named, at int) int { return n.Start - at })
	to := from
	for to < len(t.names) && t.names[to].Start < p.End {
		to++
	}
	return t.names[from:to]
}

// weekOf counts the weeks until a date, from 1; 0 for one that is unknown or
// names no day.
func weekOf(d news.Date) int32 {
	if len(d.Value) < len(time.DateOnly) {
		return 0
	}
	day, err := time.Parse(time.DateOnly, d.Value[:len(time.DateOnly)])
	if err != nil {
		return 0
	}
	return int32(max(day.Unix()/(7*24*60*60), 0)) + 1
}
