package name

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

func TestMarksShowNothingOfWordsThatAreLike(t *testing.T) {
	words := rapid.OneOf(
		rapid.StringMatching(`[a-z]{1,9}`), rapid.StringMatching(`(ivan|petr|olg|an|mari|bozh|juk|nikol)(a|ov|ova|ich|y|s)?`), rapid.StringMatching(`[а-яёіўї]{1,9}`),
		rapid.StringMatching(`(иван|петр|ольг|анн|мари|жук|никол)(а|у|ов|ова|овым|ой|я|ию)?`), rapid.SampledFrom([]string{"αλέξης", "αλέξη", "محمد", "giorgi", "გიორგი", "伊万", "Яўген", "Jakov", "Yakov", "ng"}))
	var unlike int
	rapid.Check(t, func(t *rapid.T) {
		n := Parse(words.Draw(t, "first")+" "+words.Draw(t, "second"), news.Person)
		o := Parse(words.Draw(t, "third")+" "+words.Draw(t, "fourth"), news.Person)
		more := rapid.Float32Range(0, 0.4).Draw(t, "more")
		by := asked{leastLike + more, leastLikeAcross + more}
		for i := range n.parts {
			p := &n.parts[i]
			var m turned
			m.turn(markOf(spelling{p, nil}))
			for j := range o.parts {
				q := &o.parts[j]
				x := markOf(spelling{q, nil})
				if p.whole() && q.whole() && m.unlike(&x, by) {
					if unlike++; wholeLikeness(p, q) >= by.within || -wholeLikeness(p, q) >= by.across {
						t.Fatalf("%v and %v of %v and %v are like by %v, and show that they are not", i, j, n, o, wholeLikeness(p, q))
					}
				}
				if j+1 == len(o.parts) || !o.gluable(j) || m.shows&markGlues == 0 {
					continue
				}
				least := leastGluedOf(p, q)
				pair := markOf(spelling{q, &o.parts[j+1]})
				var both turned
				both.turn(pair)
				if x = m.mark; (m.unlikePair(&pair) || both.unlikePair(&x)) && gluedLikeness(p, q, &o.parts[j+1], least) >= least {
					t.Fatalf("%v of %v is like %v, and shows that it is not", i, n, o)
				}
			}
		}
	})
	if unlike == 0 {
		t.Error("no two words show that they are not like")
	}
}
