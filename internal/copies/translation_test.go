package copies_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/internal/wording"
)

const (
	bridgeEnglish = `Mayor Gleb Tarnovsky closed the old bridge over the river Selva to lorries on Monday.
Engineers counted 47 cracks in it, he told the Orlan Herald. Buses of route 112 will go by way of Lowmoor until September.
Doctor Rimma Zelenko of the hospital on the other side said ambulances needed 25 minutes more.`
	bridgeRussian = `Мэр Глеб Тарновский закрыл в понедельник старый мост через реку Сельву для грузовиков.
Инженеры насчитали в нём 47 трещин, сказал он газете «Орлан Геральд». Автобусы маршрута 112 до сентября поедут через Лоумур.
Врач больницы на другом берегу Римма Зеленко сообщила, что скорой нужно на 25 минут больше.`
	floodRussian = `Паводок на реке Ирмень затопил 30 домов в деревне Заречная, сообщил губернатор Павел Костылев.
Спасатели вывезли 84 жителя на лодках. Школа закрыта до пятницы, воду привозит армия.`
)

func TestTranslationIsSuggested(t *testing.T) {
	for _, c := range []struct {
		russian string
		want    copies.Kind
	}{{bridgeRussian, copies.Retranslated}, {floodRussian, copies.Apart}, {"", copies.Apart}} {
		v := copies.JudgeAcross(copies.Cross(textOf(bridgeEnglish).Anchors(nil), textOf(c.russian).Anchors(nil)))
		if v.Kind != c.want {
			t.Errorf("%.30q: got %q, score %.2f, want %q", c.russian, v.Kind, v.Score, c.want)
		}
		for _, r := range v.Reasons {
			if !wording.Known(r.Rule) {
				t.Errorf("rule %q has no sentence", r.Rule)
			}
		}
	}
}

// Two texts in different languages, each known only by its keys.
func ExampleKeys() {
	english := copies.Keys(textOf(bridgeEnglish).Anchors(nil), nil)
	for _, russian := range []string{bridgeRussian, floodRussian} {
		shared := 0
		for _, k := range copies.Keys(textOf(russian).Anchors(nil), nil) {
			if slices.Contains(english, k) {
				shared++
			}
		}
		fmt.Println(len(english), "buckets; also in one of them:", shared > 0)
	}
	// Output:
	// 66 buckets; also in one of them: true
	// 66 buckets; also in one of them: false
}

func TestCrossIsSymmetric(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"Tarnovsky", "Тарновского", "47", "собака", "dogs", "мост", "Lowmoor", "a", "ъ"}), 0, 30)
	rapid.Check(t, func(rt *rapid.T) {
		a, b := textOf(fmt.Sprint(words.Draw(rt, "a"))).Anchors(nil), textOf(fmt.Sprint(words.Draw(rt, "b"))).Anchors(nil)
		x := copies.Cross(a, b)
		if y := copies.Cross(b, a); x != y {
			rt.Errorf("got %v and %v", x, y)
		}
		if x.Score < 0 || x.Score > 1.000001 || len(a) > 0 && copies.Cross(a, a).Score < .999999 {
			rt.Errorf("score %v, with itself %v", x.Score, copies.Cross(a, a).Score)
		}
		if len(a) >= 2 && !slices.IsSorted(copies.Keys(a, nil)) {
			rt.Error("keys are not in order")
		}
	})
}

func FuzzAnchors(f *testing.F) {
	f.Add(bridgeEnglish)
	f.Add(bridgeRussian)
	f.Add("ЁЛКА 1,250.7 Ünal's 한국 北京 \xff'’ß")
	f.Fuzz(func(t *testing.T, s string) {
		anchors := textOf(s).Anchors(nil)
		for i, a := range anchors {
			if a.Weight <= 0 || i > 0 && anchors[i-1].Key >= a.Key {
				t.Errorf("anchor %d: %+v after %+v", i, a, anchors[max(i-1, 0)])
			}
		}
		if n := len(copies.Keys(anchors, nil)); n > 66 {
			t.Errorf("%d keys", n)
		}
	})
}

func BenchmarkAnchors(b *testing.B) {
	text := textOf(harbour + market + bridgeEnglish)
	b.SetBytes(int64(len(harbour + market + bridgeEnglish)))
	var anchors []copies.Anchor
	for b.Loop() {
		anchors = text.Anchors(anchors[:0])
	}
}
