package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// apartShare is how much of what was voted for an element set apart may hold
// and still be set apart: a class such as "social" on the element around the
// whole article says nothing. Tuned on the Zyte pages.
const apartShare = 0.3

// dropUnvoted leaves out what the library does not take for body.
func (j *jury) dropUnvoted() {
	for i, b := range j.blocks {
		if b.voted {
			continue
		}
		j.drop(i, "page-apart")
		if b.apart != notApart {
			j.why[i] = j.aparts[b.apart].reason
		}
	}
}

// dropApart leaves out voted blocks in elements whose markup sets them apart.
func (j *jury) dropApart() {
	held := make([]int, len(j.aparts)) // bytes of body in each
	total := 0
	for i, b := range j.blocks {
		if !j.in(i) {
			continue
		}
		total += b.Len()
		if b.apart != notApart {
			held[b.apart] += b.Len()
		}
	}
	for k := len(j.aparts) - 1; k >= 0; k-- { // the outer stand before the inner
		if o := j.aparts[k].outer; o != notApart {
			held[o] += held[k]
		}
	}
	small := func(k int) bool { return float64(held[k]) < apartShare*float64(total) }
	for i, b := range j.blocks {
		for k := b.apart; k != notApart && j.in(i); k = j.aparts[k].outer {
			if small(k) {
				j.why[i] = j.aparts[k].reason
			}
		}
	}
}

// longBytes is the length from which a block is too long to be judged by the
// words of a boilerplate line.
const longBytes = 300

// dropByWords leaves out what its own words or links give away.
func (j *jury) dropByWords() {
	for i, b := range j.blocks {
		if !j.in(i) {
			continue
		}
		words := j.words(i)
		if !strings.ContainsFunc(words, unicode.IsLetter) {
			j.drop(i, "no-words")
		} else if 2*b.linked > b.Len() && !prose(words) {
			j.drop(i, "page-links")
		} else if why, yes := dropLine(words); yes && len(words) < longBytes {
			j.why[i] = why
		}
	}
}

// trimEnds leaves out what is no prose before the first prose and after the
// last: crumbs, dates, names above an article, headings and links below it.
func (j *jury) trimEnds() {
	if !j.any(j.holds) {
		return // all of it is short: a brief, a list
	}
	for i := 0; i < len(j.blocks) && !j.holds(i); i++ {
		if j.in(i) {
			j.drop(i, "page-before")
		}
	}
	for i := len(j.blocks) - 1; i >= 0 && !j.holds(i); i-- {
		if j.in(i) {
			j.drop(i, "page-after")
		}
	}
}

// holds reports whether the article cannot begin or end short of block i.
func (j *jury) holds(i int) bool {
	k := j.blocks[i].kind
	return j.in(i) && (len(j.words(i)) >= proseBytes || ended(j.words(i)) || k == item || k == cell)
}

// proseBytes is the least length of a block that counts as prose.
const proseBytes = 60

// prose reports whether words read as running text: long enough, and ended as a
// sentence is.
func prose(words string) bool {
	if len(words) < proseBytes {
		return false
	}
	return ended(words)
}

// ended reports whether words end as a sentence does.
func ended(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, "\"'”’»“)] "))
	return strings.ContainsRune(".!?…:。！？", last)
}
