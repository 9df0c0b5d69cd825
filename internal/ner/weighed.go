package ner

// Most of what speaks for a name is what one word says, and news has few words that it
// says often: what those weigh that were met last is remembered. It follows from what
// the word says and the model alone.

// weighings are the words met last by a reading. A word has one place and takes it over
// from whatever was there.
type weighings struct {
	places [weighedWords]weighedWord
}

// weighedWords is how many are remembered: as many as lie near the processor.
const weighedWords = 1 << 11

// weighedWord is what a word weighs in each part, beside a word in small letters and
// beside one with a capital, as far as it was asked.
type weighedWord struct {
	saying
	asked uint32 // a bit each of sums
	sums  [2 * len(parts)]sum
}

// among is the place of what says the same as a word.
func (s *saying) among() uint64 {
	return mix(98, s.key, s.shape, s.flags|s.seen<<8|s.class<<16) % weighedWords
}

// of is the place of a word, its own.
func (x *weighings) of(w *word) *weighedWord {
	e := &x.places[w.place%weighedWords]
	if e.saying != w.saying {
		e.saying, e.asked = w.saying, 0
	}
	return e
}

// weigh scores word i.
func (r *reading) weigh(i int, out *scores) {
	big := r.words[i].flags & capital
	r.feats = r.together(i, r.feats[:0])
	var all sum
	all.add(&r.model.weights, r.feats, &r.probes)
	for k := range parts {
		all.join(r.part(k, r.at(i+parts[k].at), big))
	}
	all.scores(out)
}

// part is what a word weighs in a part.
func (r *reading) part(k int, w *word, big uint64) *sum {
	e, at := r.weighed.of(w), k
	if big != 0 {
		at += len(parts)
	}
	s := &e.sums[at]
	if e.asked>>at&1 == 0 {
		e.asked |= 1 << at
		*s = sum{}
		r.feats = parts[k].features(&e.saying, big, r.feats[:0])
		s.add(&r.model.weights, r.feats, &r.probes)
	}
	return s
}
