package gen

import "strings"

// CopyKind names how a copy was made of its origin.
type CopyKind string

const (
	Republished CopyKind = "republished" // whole, under another outlet's boilerplate
	Edited10    CopyKind = "edited-10"   // a tenth of the words replaced
	Edited20    CopyKind = "edited-20"
	Edited30    CopyKind = "edited-30"
	Truncated50 CopyKind = "truncated-50" // the first half
	Truncated25 CopyKind = "truncated-25"
	Shuffled    CopyKind = "shuffled" // a fifth of the sentences cut, the others in another order
	NewLede     CopyKind = "new-lede" // another beginning, the last three tenths cut
	Half        CopyKind = "half"     // half own, half the origin's
	Lifted1     CopyKind = "lifted-1" // an own article with one sentence of the origin
	Lifted2     CopyKind = "lifted-2"
	Lifted3     CopyKind = "lifted-3"
	Quotation   CopyKind = "quotation" // an own article that shares a quotation only
	Reworded    CopyKind = "reworded"  // the same meanings in other words, as a re-translation
)

// CopyKinds lists every kind. Whole republication is the commonest in news.
var CopyKinds = []CopyKind{Republished, Edited10, Edited20, Edited30, Truncated50, Truncated25,
	Shuffled, NewLede, Half, Lifted1, Lifted2, Lifted3, Quotation, Reworded}

// tries bounds the search for an origin that is no copy itself.
const tries = 8

// copied tells whether article n is a copy, how made and of which.
func (a *Archive) copied(n int) (CopyKind, int, bool) {
	if kind, origin, ok := a.carried(n); ok {
		return kind, origin, true
	}
	if n == 0 || a.original(n) {
		return "", 0, false
	}
	d := throw(a.seed, ofCopy, uint64(n), 2)
	kind := Republished
	if d.chance(.75) {
		kind = CopyKinds[d.n(len(CopyKinds))]
	}
	for range tries {
		m := n - 1 - d.few(min(n, a.Window))
		if a.original(m) {
			return kind, m, true
		}
	}
	return "", 0, false
}

// familyStretch is how many times as many articles as its most members a
// family's stretch has.
const familyStretch = 4

// familyKinds are how a family's members carry its origin: what an agency
// sends out is printed whole, cut, or with another beginning.
var familyKinds = []CopyKind{Republished, Republished, Republished, Republished, Truncated50, NewLede, Edited10, Shuffled}

// carried tells whether article n carries the origin of its stretch's family:
// the first article there.
func (a *Archive) carried(n int) (CopyKind, int, bool) {
	if a.Family == 0 {
		return "", 0, false
	}
	stretch := familyStretch * a.Family
	origin := n - n%stretch
	size := throw(a.seed, ofFamily, uint64(origin))
	d := throw(a.seed, ofFamily, uint64(n), 1)
	if n == origin || !d.chance(float64(size.between(2, a.Family))/float64(stretch)) {
		return "", 0, false
	}
	return familyKinds[d.n(len(familyKinds))], origin, true
}

// original reports whether article n is drawn to be no copy.
func (a *Archive) original(n int) bool {
	if _, _, ok := a.carried(n); ok {
		return false
	}
	if a.Family > 0 && n%(familyStretch*a.Family) == 0 {
		return true
	}
	d := throw(a.seed, ofCopy, uint64(n), 1)
	return d.chance(a.Originals) || n%a.ClaimEvery == 0
}

// copy makes article n of article m in the way of kind.
func (a *Archive) copy(n int, o outlet, kind CopyKind, m int) story {
	d := throw(a.seed, ofCopy, uint64(n), 3)
	od := throw(a.seed, ofArticle, uint64(m), 1)
	origin := a.own(m, a.outlet(od.few(a.Outlets)), nil)
	var s story
	switch kind {
	case Lifted1, Lifted2, Lifted3, Quotation, Half, NewLede:
		s = a.own(n, o, nil)
		s.blend(&d, kind, origin)
	case Reworded:
		s = a.own(m, o, &n)
		s.share = sameWords(s.sentences, origin.sentences)
		s.attributeAll(Repeats)
	default:
		s = origin
		s.reduce(a, &d, kind)
		s.attributeAll(Repeats)
	}
	s.copyOf, s.kind = ArticleID(m), kind
	a.leaveTrace(n, m, &s)
	return s
}

// attributeAll says of claims made in the origin that they are repeated here.
func (s *story) attributeAll(rel Relation) {
	for i := range s.sentences {
		if s.sentences[i].relates == Makes {
			s.sentences[i].relates = rel
		}
	}
}

// reduce turns the origin into a copy that holds nothing else.
func (s *story) reduce(a *Archive, d *dice, kind CopyKind) {
	s.share = 1
	switch kind {
	case Edited10:
		s.edit(a, d, .1)
	case Edited20:
		s.edit(a, d, .2)
	case Edited30:
		s.edit(a, d, .3)
	case Truncated50:
		s.sentences = leading(s.sentences, .5)
	case Truncated25:
		s.sentences = leading(s.sentences, .25)
	case Shuffled:
		s.sentences = shuffled(d, s.sentences)
	}
}

// blend puts parts of the origin into an article of one's own.
func (s *story) blend(d *dice, kind CopyKind, origin story) {
	own := s.sentences
	switch kind {
	case NewLede:
		own = own[:min(2, len(own))]
		s.join(own, leading(origin.sentences, .7)[min(1, len(origin.sentences)-1):])
	case Half:
		s.join(leading(own, .5), leading(origin.sentences, .5))
	case Quotation:
		s.quote(d, origin.sentences)
	default:
		s.lift(d, map[CopyKind]int{Lifted1: 1, Lifted2: 2, Lifted3: 3}[kind], origin.sentences)
	}
}

// join is one's own sentences followed by taken ones.
func (s *story) join(own, taken []sentence) {
	s.sentences = append(own[:len(own):len(own)], taken...)
	s.share = float64(wordCount(taken)) / float64(wordCount(s.sentences))
	for i := range s.sentences[len(own):] {
		if t := &s.sentences[len(own)+i]; t.relates == Makes {
			t.relates = Repeats
		}
	}
}

// liftedBytes is the least a lifted sentence has, the first of several: a shorter one
// may be anybody's.
const liftedBytes = 60

// lift puts n neighbouring sentences of the origin into the middle.
func (s *story) lift(d *dice, n int, origin []sentence) {
	n = min(n, len(origin))
	at := d.n(len(origin) - n + 1)
	for range len(origin) {
		if len(origin[at].text) >= liftedBytes {
			break
		}
		at = (at + 1) % (len(origin) - n + 1)
	}
	s.insert(origin[at : at+n])
}

// quote takes over one quotation with its speaker, framed anew.
func (s *story) quote(d *dice, origin []sentence) {
	var quoted []sentence
	for _, o := range origin {
		if strings.Count(o.quote, " ") > 5 {
			quoted = append(quoted, o)
		}
	}
	if len(quoted) == 0 {
		return
	}
	q := quoted[d.n(len(quoted))]
	q.text = "Asked by this newspaper, " + q.speaker + " put it thus: “" + q.quote + ".”"
	s.insert([]sentence{q})
	words := strings.Count(q.quote, " ") + 1
	s.share = float64(words) / float64(wordCount(s.sentences))
}

func (s *story) insert(taken []sentence) {
	middle := len(s.sentences) / 2
	tail := s.sentences[middle:]
	s.join(s.sentences[:middle], taken)
	s.sentences = append(s.sentences, tail...)
	s.share = float64(wordCount(taken)) / float64(wordCount(s.sentences))
}

// edit replaces a share of all words by others.
func (s *story) edit(a *Archive, d *dice, share float64) {
	edited := append([]sentence(nil), s.sentences...)
	replaced := 0
	for i := range edited {
		words := strings.Split(edited[i].text, " ")
		for k := range words {
			if d.chance(share) {
				words[k] = otherWord(a, d, words[k])
				replaced++
			}
		}
		edited[i].text = strings.Join(words, " ")
		edited[i].quote = ""
	}
	s.share = 1 - float64(replaced)/float64(wordCount(edited))
	s.sentences = edited
}

// otherWord keeps the marks that stand at the word's ends.
func otherWord(a *Archive, d *dice, word string) string {
	list := a.words["adjective"]
	m := list[d.n(len(list))]
	w := strings.ReplaceAll(m[d.n(len(m))][0], " ", "-")
	core := strings.Trim(word, "“”.,:")
	if w == core {
		w = "so-called-" + w
	}
	if core == "" {
		return word
	}
	return strings.Replace(word, core, w, 1)
}

// leading is the first sentences that make up a share of all bytes.
func leading(list []sentence, share float64) []sentence {
	total := 0
	for _, s := range list {
		total += len(s.text)
	}
	n, sum := 0, 0
	for n < len(list) && float64(sum) < share*float64(total) {
		sum += len(list[n].text)
		n++
	}
	return list[:n]
}

// shuffled cuts a fifth and mixes the rest (Fisher, Yates 1938).
func shuffled(d *dice, list []sentence) []sentence {
	out := append([]sentence(nil), list...)
	for i := len(out) - 1; i > 0; i-- {
		j := d.n(i + 1)
		out[i], out[j] = out[j], out[i]
	}
	return out[:max(1, len(out)*4/5)]
}

func wordCount(list []sentence) int {
	n := 0
	for _, s := range list {
		n += strings.Count(s.text, " ") + 1
	}
	return n
}

// sameWords is the share of a's words that stand in the same sentence of b.
func sameWords(a, b []sentence) float64 {
	same := 0
	for i := range min(len(a), len(b)) {
		other := strings.Split(b[i].text, " ")
		for _, w := range strings.Split(a[i].text, " ") {
			for k, o := range other {
				if o == w {
					same++
					other[k] = "\x00"
					break
				}
			}
		}
	}
	return float64(same) / float64(wordCount(a))
}
