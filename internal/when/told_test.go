package when

import (
	"syscall"
	"time"

	"fmt"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"maps"
	"pgregory.net/rapid"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// article is a text with its body and the day it was published.
func article(language, published, text string) *news.Article {
	a := &news.Article{Text: text, Language: language, Body: []news.Span{{Start: 0, End: len(text)}}}
	if m, ok := Parse(published, NoOrder); ok {
		a.Dates = []news.Date{m.Date(news.Evidence{Class: news.EvidenceMeta})}
	}
	return a
}

// shown sets ⟦ ⟧ around what a text tells of time, and behind it what it means.
func shown(a *news.Article) string {
	var s strings.Builder
	at := 0
	for _, t := range InText(a) {
		fmt.Fprintf(&s, "%s⟦%s⟧", a.Text[at:t.Start], t.Of(a.Text))
		if t.From == t.To {
			s.WriteString("{" + t.From)
		} else {
			s.WriteString("{" + t.From + "…" + t.To)
		}
		if t.Zone != "" {
			s.WriteString(" " + t.Zone)
		}
		if r := strings.TrimPrefix(t.Reason.Rule, "time-"); r != "stated" {
			s.WriteString(" " + r)
		}
		s.WriteString("}")
		at = t.End
	}
	return s.String() + a.Text[at:]
}

// bare is a case's text without its marks.
func bare(marked string) string {
	var s strings.Builder
	for {
		before, rest, found := strings.Cut(marked, "⟦")
		s.WriteString(before)
		if !found {
			return s.String()
		}
		words, rest, _ := strings.Cut(rest, "⟧{")
		s.WriteString(words)
		_, marked, _ = strings.Cut(rest, "}")
	}
}

// The cases are texts published on Wednesday, 5 March 2031, in which what they
// tell of time stands in ⟦ ⟧, with what it means and the rule in { }.
var toldCases = map[string][]string{
	"en": {
		"The dam was closed on ⟦March 2⟧{2031-03-02 nearest}.",
		"It was signed on ⟦March 2, 2029⟧{2029-03-02}, the mayor said.",
		"It was signed on ⟦2 March 2029⟧{2029-03-02} in Korva.",
		"It was signed on ⟦2 March⟧{2031-03-02 nearest} in Korva.",
		"On ⟦Jan 10, 2029⟧{2029-01-10} the bridge fell.",
		"On ⟦Jan. 10⟧{2031-01-10 nearest} the bridge fell.",
		"On the ⟦2nd of March⟧{2031-03-02 nearest}, it rained.",
		"Signed on ⟦March 2nd, 2029⟧{2029-03-02}.",
		"The order of ⟦December 25⟧{2030-12-25 nearest} stands.",
		"The court will rule on ⟦December 25⟧{2031-12-25 ahead}.",
		"The fair is on ⟦March 20⟧{2031-03-20 nearest}.",
		"He spoke on ⟦2029-03-02⟧{2029-03-02}.",
		"The log says ⟦2029-03-02T04:05⟧{2029-03-02T04:05}.",
		"The post of ⟦06.03.2029 02:45 (Moscow time)⟧{2029-03-06T02:45 Moscow time} is gone.",
		"The post of ⟦13/04/2029⟧{2029-04-13} is gone.",
		"The post of ⟦03/04/2029⟧{2029-03-04…2029-04-03 either-order} is gone.",
		"⟦Last Friday⟧{2031-02-28 counted} the gates opened.",
		"The gates opened ⟦last Wednesday⟧{2031-02-26 counted}.",
		"The gates opened on ⟦Friday⟧{2031-02-28 nearest}.",
		"The gates opened on ⟦Wednesday⟧{2031-03-05 nearest}.",
		"The gates will open on ⟦Friday⟧{2031-03-07 ahead}.",
		"The mayor said on ⟦Monday⟧{2031-03-03 nearest} that the gates would open.",
		"On ⟦Friday⟧{2031-03-07 ahead} the court will rule.",
		"On ⟦Monday⟧{2031-03-03 nearest} the court said it will rule.",
		"The gates open ⟦next Friday⟧{2031-03-07 counted}.",
		"The gates open ⟦this Friday⟧{2031-03-07 counted}.",
		"The mayor said ⟦Tuesday⟧{2031-03-04 nearest}.",
		"⟦Tuesday⟧{2031-03-04 nearest}'s vote was close.",
		"They met on ⟦Monday night⟧{2031-03-03…2031-03-04 nearest}.",
		"They met on ⟦Monday morning⟧{2031-03-03 nearest}.",
		"On ⟦Tuesday, March 4⟧{2031-03-04 nearest}, they met.",
		"On ⟦Monday, March 4⟧{2030-03-04 nearest}, they met.",
		"On ⟦Sunday, March 4⟧{2031-03-04 nearest}, they met.",
		"On ⟦Tuesday (4 March)⟧{2031-03-04 nearest} they met.",
		"It rained ⟦yesterday⟧{2031-03-04 counted}.",
		"It rained ⟦yesterday evening⟧{2031-03-04 counted}.",
		"⟦Today⟧{2031-03-05 counted} it rains.",
		"It rains ⟦tomorrow⟧{2031-03-06 counted}.",
		"It rained ⟦last night⟧{2031-03-04…2031-03-05 counted}.",
		"It rained ⟦this morning⟧{2031-03-05 counted}.",
		"It rained ⟦two days ago⟧{2031-03-03 counted}.",
		"It rained ⟦3 days ago⟧{2031-03-02 counted}.",
		"It rained ⟦a week ago⟧{2031-02-24…2031-03-02 counted}.",
		"It was built ⟦two months ago⟧{2031-01-01…2031-01-31 counted}.",
		"It was built ⟦ten years ago⟧{2021-01-01…2021-12-31 counted}.",
		"It was built ⟦a few days ago⟧{2031-02-24…2031-03-03 roughly}.",
		"It fell ⟦several hours ago⟧{2031-03-04…2031-03-05 counted}.",
		"It rained ⟦this week⟧{2031-03-03…2031-03-09 counted}.",
		"It rained ⟦last week⟧{2031-02-24…2031-03-02 counted}.",
		"It rains ⟦next week⟧{2031-03-10…2031-03-16 counted}.",
		"It rained ⟦last month⟧{2031-02-01…2031-02-28 counted}.",
		"It rained ⟦last year⟧{2030-01-01…2030-12-31 counted}.",
		"It rained ⟦this year⟧{2031-01-01…2031-12-31 counted}.",
		"It rained in the ⟦past week⟧{2031-02-26…2031-03-05 counted}.",
		"It rained over the ⟦last two weeks⟧{2031-02-19…2031-03-05 counted}.",
		"It rains for the ⟦next three days⟧{2031-03-05…2031-03-08 counted}.",
		"It rained ⟦early this week⟧{2031-03-03…2031-03-04 counted}.",
		"It rained ⟦late last year⟧{2030-09-01…2030-12-31 counted}.",
		"It rained ⟦last weekend⟧{2031-03-01…2031-03-02 counted}.",
		"It rained over the ⟦weekend⟧{2031-03-01…2031-03-02 counted}.",
		"It rained in ⟦January⟧{2031-01-01…2031-01-31 nearest}.",
		"It rained ⟦last March⟧{2030-03-01…2030-03-31 counted}.",
		"It rained in ⟦January 2029⟧{2029-01-01…2029-01-31}.",
		"It rained in ⟦January of last year⟧{2030-01-01…2030-01-31}.",
		"It rained in ⟦early March⟧{2031-03-01…2031-03-10 nearest}.",
		"It rained in ⟦mid-January⟧{2031-01-11…2031-01-20 nearest}.",
		"It rained at the ⟦end of January⟧{2031-01-21…2031-01-31 nearest}.",
		"It rained in ⟦2029⟧{2029-01-01…2029-12-31}.",
		"It rained in ⟦2028⟧{2028-01-01…2028-12-31} and ⟦2029⟧{2029-01-01…2029-12-31}.",
		"The ⟦2029⟧{2029-01-01…2029-12-31} election was close.",
		"The treaty (⟦1996⟧{1996-01-01…1996-12-31}) stands.",
		"It rained in the ⟦1990s⟧{1990-01-01…1999-12-31}.",
		"It rained in the ⟦summer of 2029⟧{2029-06-01…2029-08-31}.",
		"It rained ⟦last summer⟧{2030-06-01…2030-08-31 counted}.",
		"It fell on the ⟦night of 5 January⟧{2031-01-05…2031-01-06 nearest}.",
		"It has rained ⟦since 2 March⟧{2031-03-02…2031-03-05 nearest}.",
		"It has rained ⟦since 2029⟧{2029-01-01…2031-03-05}.",
		"It has rained ⟦since Monday⟧{2031-03-03…2031-03-05 nearest}.",
		"The road is shut ⟦until 9 March⟧{…2031-03-09 ahead}.",
		"The fair ran ⟦from 3 to 5 May 2029⟧{2029-05-03…2029-05-05}.",
		"The fair ran ⟦between 3 and 5 January⟧{2031-01-03…2031-01-05 nearest}.",
		"The fair ran ⟦January 3-5⟧{2031-01-03…2031-01-05 nearest}.",
		"The fair ran ⟦3–5 January 2029⟧{2029-01-03…2029-01-05}.",
		"The fair ran ⟦from Monday to Wednesday⟧{2031-03-03…2031-03-05 nearest}.",
		"He ruled ⟦from 2022 to 2029⟧{2022-01-01…2029-12-31}.",
		"He ruled in ⟦2022-2029⟧{2022-01-01…2029-12-31}.",
		"He ruled ⟦from November 2028 to March 2029⟧{2028-11-01…2029-03-31}.",
		"It fell at ⟦18:20 on Monday⟧{2031-03-03T18:20 nearest}.",
		"It fell on ⟦Monday at 6.20 p.m.⟧{2031-03-03T18:20 nearest} in Korva.",
		"It fell on ⟦3 March, 18:20 GMT⟧{2031-03-03T18:20 Z nearest}.",
		"It fell at ⟦3 p.m. on Monday⟧{2031-03-03T15:00 nearest}.",
		"It fell at ⟦0600 GMT⟧{ Z clock-alone} or so.",
		"It fell at ⟦18:20⟧{ clock-alone}.",
		"It was due on ⟦31 February⟧{ impossible}.",
		"It was due on ⟦February 30, 2029⟧{ impossible}.",
		"It was due at ⟦25:00⟧{ impossible}.",
		"The town flooded in ⟦2058⟧{ future}.",
		"The lake will be dry in ⟦2058⟧{2058-01-01…2058-12-31}.",
		"He said the loan runs ⟦until 2058⟧{…2058-12-31}.",
		"It will be dry by ⟦2058⟧{2058-01-01…2058-12-31}, and is dry by ⟦2059⟧{2059-01-01…2059-12-31}.",
		"It was not given ⟦until January 20⟧{…2031-01-20 nearest}.",
		"It rained ⟦seventeen years ago⟧{2014-01-01…2014-12-31 counted}.",
		"He told Korva News ⟦Tuesday night⟧{2031-03-04…2031-03-05 nearest} that it would rain, and Radio Bell ⟦Monday⟧{2031-03-03 nearest}.",
		"It will be ready by the ⟦end of the year⟧{2031-09-01…2031-12-31 counted}.",
		"It was built ⟦a decade ago⟧{2021-01-01…2021-12-31 counted}.",
		"It rained in the ⟦past few days⟧{2031-02-24…2031-03-05 roughly} in Korva, and ⟦this year⟧{2031-01-01…2031-12-31 counted} the lake rose.",
		"It rained over ⟦2020 - 2029⟧{2020-01-01…2029-12-31} in all.",
		"It rained in ⟦2029⟧{2029-01-01…2029-12-31}, and in ⟦May of that year⟧{2029-05-01…2029-05-31} it snowed.",
		"It rained on ⟦Monday night, March 3⟧{2031-03-03 nearest}.",
		"They skied it in 1:15:40. It is on at ⟦3:30 p.m. TODAY⟧{2031-03-05T15:30 counted}.",
		"It rained in ⟦June⟧{2030-06-01…2030-06-30 nearest}, they said.",
		"The lease is for ⟦June 30⟧{2031-06-30 nearest}.",
		"The lease ends in ⟦June⟧{2031-06-01…2031-06-30 ahead}.",
		// What is no date.
		"A 2000 year old bridge. They met every Friday and Saturday, and the next Tuesday night. Years ago.",
		"May said she would resign.",
		"She wrote the March of the Volunteers. The Second came third.",
		"It rained in 1500 houses and in 2000 rooms.",
		"It cost $2029, or 2029 euros, and is open 24/7.",
		"Call 555-2029 or +44 20 7946 0958 or 03-04-20-29.",
		"The score was 3:2, then 3-2, on page 12.",
		"Version 1.2.2029.4 came with 10.0.0.1 in it.",
		"He reads the Sunday Herald on Black Friday Street.",
		"The last year of his life and the next day of theirs.",
		"They may march in May Street with June Orwen and April Tosk.",
		"A second later, a minute of it was lost.",
		"A vote of 61 to 48, 12 March-built boats, 5 may stay.",
		"He reads Norvelle Today every day.",
		"They paid 1,990 tul for 20,190 hats.",
	},
	"ru": {
		"Договор подписан ⟦2 марта⟧{2031-03-02 nearest}.",
		"Договор подписан ⟦2 марта 2029 года⟧{2029-03-02} в Корве.",
		"Договор подписан ⟦2 марта 2029 г⟧{2029-03-02}. Его прочли.",
		"Сообщение от ⟦6 марта 2029 года в 02:45 мск⟧{2029-03-06T02:45 +03:00} удалено.",
		"Сообщение от ⟦06.03.2029, 02:45⟧{2029-03-06T02:45} удалено.",
		"Шлюзы открыли в ⟦пятницу⟧{2031-02-28 nearest}.",
		"Шлюзы откроют в ⟦пятницу⟧{2031-02-28 nearest}.",
		"Суд состоится в ⟦пятницу⟧{2031-03-07 ahead}.",
		"Шлюзы открыли в ⟦минувшую пятницу⟧{2031-02-28 counted}.",
		"Шлюзы открыли во ⟦вторник, 4 марта⟧{2031-03-04 nearest}.",
		"⟦Вчера⟧{2031-03-04 counted} шёл дождь.",
		"⟦Вчера вечером⟧{2031-03-04 counted} шёл дождь.",
		"Шёл дождь ⟦сегодня утром⟧{2031-03-05 counted}.",
		"Дождь пойдёт ⟦завтра⟧{2031-03-06 counted}, ⟦послезавтра⟧{2031-03-07 counted} его не будет.",
		"Шлюзы откроют, как обещали, в ⟦понедельник днём, 3 марта⟧{2031-03-03 nearest}.",
		"Шёл дождь в ⟦2029-м⟧{2029-01-01…2029-12-31}, в ⟦мае того же года⟧{2029-05-01…2029-05-31} шёл снег.",
		"Шёл дождь ⟦два дня назад⟧{2031-03-03 counted}.",
		"Шёл дождь ⟦5 дней назад⟧{2031-02-28 counted}.",
		"Шёл дождь ⟦неделю назад⟧{2031-02-24…2031-03-02 counted}.",
		"Её построили ⟦год назад⟧{2030-01-01…2030-12-31 counted}.",
		"Её построили ⟦несколько лет назад⟧{2022-03-05…2029-03-05 roughly}.",
		"На ⟦прошлой неделе⟧{2031-02-24…2031-03-02 counted} шёл дождь.",
		"На ⟦этой неделе⟧{2031-03-03…2031-03-09 counted} идёт дождь.",
		"В ⟦прошлом месяце⟧{2031-02-01…2031-02-28 counted} шёл дождь.",
		"В ⟦следующем году⟧{2032-01-01…2032-12-31 counted} ждут дождя.",
		"За ⟦последние два года⟧{2029-03-05…2031-03-05 counted} их стало больше.",
		"За ⟦последнюю неделю⟧{2031-02-26…2031-03-05 counted} их стало больше.",
		"В ⟦январе⟧{2031-01-01…2031-01-31 nearest} шёл дождь.",
		"В ⟦январе 2029 года⟧{2029-01-01…2029-01-31} шёл дождь.",
		"В ⟦январе прошлого года⟧{2030-01-01…2030-01-31} шёл дождь.",
		"В ⟦начале марта⟧{2031-03-01…2031-03-10 nearest} шёл дождь.",
		"В ⟦конце 2029 года⟧{2029-09-01…2029-12-31} шёл дождь.",
		"В ⟦2029 году⟧{2029-01-01…2029-12-31} шёл дождь.",
		"В ⟦2022–2029 годах⟧{2022-01-01…2029-12-31} шёл дождь.",
		"В ⟦1990-х⟧{1990-01-01…1999-12-31} шёл дождь.",
		"⟦Летом 2029 года⟧{2029-06-01…2029-08-31} шёл дождь.",
		"Мост упал в ⟦ночь на 5 января⟧{2031-01-04…2031-01-05 nearest}.",
		"Мост упал ⟦вечером 2 марта⟧{2031-03-02 nearest}.",
		"Мост упал ⟦утром в пятницу⟧{2031-02-28 nearest}.",
		"Дождь идёт ⟦с 2 марта⟧{2031-03-02…2031-03-05 nearest}.",
		"Дождь идёт ⟦с 2029 года⟧{2029-01-01…2031-03-05}.",
		"Дорога закрыта ⟦до 9 марта⟧{…2031-03-09 ahead}.",
		"Ярмарка шла ⟦с 3 по 5 мая 2029 года⟧{2029-05-03…2029-05-05}.",
		"Ярмарка шла ⟦3–5 января⟧{2031-01-03…2031-01-05 nearest}.",
		"Мост упал ⟦31 февраля⟧{ impossible}.",
		// What is no date.
		"Охрана среды стоила 2029 рублей, а среда победила.",
		"Мая Тоск купила 12 мартовских котов и 5 майских жуков.",
		"Счёт 3:2, номер 03-04-20, цена 1990 тул.",
		"В 2000 домах погас свет.",
	},
	"de": {
		"Der Vertrag wurde am ⟦2. März⟧{2031-03-02 nearest} unterschrieben.",
		"Der Vertrag wurde am ⟦2. März 2029⟧{2029-03-02} unterschrieben.",
		"Der Beitrag vom ⟦06.03.2029 um 02:45 Uhr⟧{2029-03-06T02:45} ist weg.",
		"Der Beitrag vom ⟦6. März 2029, 14.45 Uhr⟧{2029-03-06T14:45} ist weg.",
		"Die Tore öffneten am ⟦Freitag⟧{2031-02-28 nearest}.",
		"Das Gericht wird am ⟦Freitag⟧{2031-03-07 ahead} entscheiden.",
		"Die Tore öffneten ⟦vergangenen Freitag⟧{2031-02-28 counted}.",
		"Die Tore öffneten am ⟦Freitagabend⟧{2031-02-28 nearest}.",
		"Die Tore öffneten am ⟦Dienstag, dem 4. März⟧{2031-03-04 nearest}.",
		"Die Tore öffneten am ⟦Dienstag (4. März)⟧{2031-03-04 nearest}.",
		"⟦Gestern⟧{2031-03-04 counted} regnete es.",
		"Es regnete ⟦gestern Abend⟧{2031-03-04 counted}.",
		"Es regnete ⟦heute Morgen⟧{2031-03-05 counted}.",
		"Es wird ⟦morgen⟧{2031-03-06 counted} regnen, für ⟦morgen⟧{2031-03-06 counted} ist es geplant, am Morgen.",
		"Es regnete am ⟦heutigen Mittwoch⟧{2031-03-05 counted} und in der Nacht ⟦von Montag auf Dienstag⟧{2031-03-03…2031-03-04 nearest}.",
		"Es regnet ⟦seit dem Jahr 2029⟧{2029-01-01…2031-03-05}, auch am Vortag (⟦Dienstag⟧{2031-03-04 nearest}).",
		"Es regnete am ⟦Dienstag (04.03.)⟧{2031-03-04 nearest} sehr, und 3.4. Plätze waren frei.",
		"Es regnete ⟦vor zwei Tagen⟧{2031-03-03 counted}.",
		"Es regnete ⟦vor einem Jahr⟧{2030-01-01…2030-12-31 counted}.",
		"Es regnete ⟦vor einigen Wochen⟧{2031-01-01…2031-02-19 roughly}.",
		"Es regnete ⟦vergangene Woche⟧{2031-02-24…2031-03-02 counted}.",
		"Es regnete ⟦diese Woche⟧{2031-03-03…2031-03-09 counted}.",
		"Es regnete im ⟦vergangenen Jahr⟧{2030-01-01…2030-12-31 counted}.",
		"Es regnete in den ⟦letzten zwei Wochen⟧{2031-02-19…2031-03-05 counted}.",
		"Es regnete in den letzten Wochen.",
		"Es regnete im ⟦Januar⟧{2031-01-01…2031-01-31 nearest}.",
		"Es regnete im ⟦Januar 2029⟧{2029-01-01…2029-01-31}.",
		"Es regnete ⟦Anfang März⟧{2031-03-01…2031-03-10 nearest}.",
		"Es regnete ⟦Ende 2029⟧{2029-09-01…2029-12-31}.",
		"⟦2029⟧{2029-01-01…2029-12-31} regnete es viel.",
		"Im Jahr ⟦2029⟧{2029-01-01…2029-12-31} regnete es viel.",
		"Im ⟦Sommer 2029⟧{2029-06-01…2029-08-31} regnete es.",
		"In der ⟦Nacht zum 6. März⟧{2031-03-05…2031-03-06 ahead} wird es kalt.",
		"In der ⟦Nacht auf Dienstag⟧{2031-03-03…2031-03-04 nearest} fiel Schnee.",
		"Es regnet ⟦seit 2. März⟧{2031-03-02…2031-03-05 nearest}.",
		"Die Straße ist ⟦bis zum 9. März⟧{…2031-03-09 ahead} gesperrt.",
		"Das Fest lief ⟦vom 3. bis 5. Mai 2029⟧{2029-05-03…2029-05-05}.",
		"Das Fest lief ⟦vom 3. bis zum 5. Januar⟧{2031-01-03…2031-01-05 nearest}.",
		"Er regierte ⟦von 2022 bis 2029⟧{2022-01-01…2029-12-31}.",
		"Es begann um ⟦9 Uhr⟧{ clock-alone}.",
		"Der Termin war der ⟦30. Februar⟧{ impossible}.",
		// What is no date.
		"Es kamen 2029 Menschen für 2029 Euro.",
		"Jan Mai traf August Sommer im Haus.",
		"Das Ergebnis war 3:2 und kostete 19,90.",
	},
	"fr": {
		"Le pont est tombé le ⟦2029-03-02⟧{2029-03-02}, puis le ⟦06/03/2029⟧{2029-03-06} et le ⟦6 mars 2029⟧{2029-03-06}.",
	},
}

func TestInText(t *testing.T) {
	for language, cases := range toldCases {
		for _, c := range cases {
			if got := shown(article(language, "2031-03-05", bare(c))); got != c {
				t.Errorf("%s\n got %s\nwant %s", language, got, c)
			}
		}
	}
}

func TestNothingToCountFrom(t *testing.T) {
	for _, c := range []string{
		"It rained ⟦yesterday⟧{ no-anchor} and on ⟦2 March 2029⟧{2029-03-02}.",
		"It rained on ⟦Friday⟧{ no-anchor}, on ⟦2 March⟧{ no-anchor}, in ⟦January⟧{ no-anchor} and ⟦since 2029⟧{2029-01-01…}.",
		"It will be dry in ⟦2058⟧{2058-01-01…2058-12-31}. It is dry in ⟦2058⟧{2058-01-01…2058-12-31}.",
		"It was due on ⟦31 April⟧{ impossible}.",
	} {
		if got := shown(article("en", "", bare(c))); got != c {
			t.Errorf("\n got %s\nwant %s", got, c)
		}
	}
}

func TestCountedFromAMonth(t *testing.T) {
	c := "It rained ⟦yesterday⟧{2031-02-28…2031-03-30 counted}, ⟦last month⟧{2031-02-01…2031-02-28 counted} and on ⟦2 March⟧{2031-03-02 nearest}."
	if got := shown(article("en", "2031-03", bare(c))); got != c {
		t.Errorf("\n got %s\nwant %s", got, c)
	}
}

func TestTimeKeepsItsZone(t *testing.T) {
	a := article("en", "2031-03-05T10:00+05:00", "Stones flew on 4 March at 02:45 (Moscow time), yesterday, and at 3 p.m. GMT on Monday.")
	var got []string
	for _, told := range InText(a) {
		got = append(got, fmt.Sprintf("%s %s %s", told.Zone, bound(told.Window.From), bound(told.Window.Until)))
	}
	want := []string{"Moscow time 03-03T22:45 03-03T23:46", "assumed +05:00 03-03T19:00 03-04T19:00", "Z 03-03T15:00 03-03T15:01"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEveryRuleHasASentence(t *testing.T) {
	for _, rule := range []string{RuleStated, RuleNearest, RuleAhead, RuleCounted, RuleRoughly, RuleEither, RuleNoAnchor, RuleImpossible, RuleFuture, RuleClockAlone} {
		if !wording.Known(rule) {
			t.Errorf("%s has no sentence", rule)
		}
	}
}

// FuzzInText holds what is found in any words to what is promised of it.
func FuzzInText(f *testing.F) {
	for language, cases := range toldCases {
		for _, c := range cases {
			f.Add(language, "2031-03-05T10:00", bare(c))
		}
	}
	f.Fuzz(func(t *testing.T, language, published, text string) {
		a := article(language, published, text)
		end := 0
		for _, told := range InText(a) {
			if told.Start < end || told.End <= told.Start || told.End > len(text) {
				t.Fatalf("%v behind %d in %q", told.Span, end, text)
			}
			end = told.End
			if told.Precision == "" || told.Reason.Rule == "" {
				t.Fatalf("%q: precision %q, rule %q", told.Of(text), told.Precision, told.Reason.Rule)
			}
			if told.From != "" && told.To != "" && (told.From > told.To || !told.Window.From.Before(told.Window.Until)) {
				t.Fatalf("%q is from %s to %s", told.Of(text), told.From, told.To)
			}
			if (told.From == "") != told.Window.From.IsZero() || (told.To == "") != told.Window.Until.IsZero() {
				t.Fatalf("%q is from %q to %q, in %v", told.Of(text), told.From, told.To, told.Window)
			}
		}
	})
}

// TestDayIsFoundAgain writes days near the article's in several ways and finds
// them again.
func TestDayIsFoundAgain(t *testing.T) {
	forms := map[string]string{"On 2 January 2006 it rained.": "en", "It rained on January 2, 2006.": "en", "It rained on 2006-01-02, they say.": "en",
		"It rained on Monday, January 2.": "en", "Es regnete am 2.1.2006 stark.": "de", "Дождь шёл 02.01.2006 весь день.": "ru"}
	layouts := slices.Sorted(maps.Keys(forms))
	rapid.Check(t, func(t *rapid.T) {
		published := day(rapid.IntRange(0, 40000).Draw(t, "published"))
		told := published - day(rapid.IntRange(0, 250).Draw(t, "before"))
		layout := rapid.SampledFrom(layouts).Draw(t, "layout")
		text := told.time().Format(layout)
		found := InText(article(forms[layout], format(published), text))
		if len(found) != 1 || found[0].From != format(told) || found[0].To != format(told) {
			t.Fatalf("%q on %s: %v", text, format(published), found)
		}
	})
}

// BenchmarkInText reads a text with a date in about every 500 bytes, as news has
// them. MB/cpu-s counts the processor time of this process: on a machine with
// other work, compare that.
func BenchmarkInText(b *testing.B) {
	filler := strings.Repeat("The mayor of Korva walked along the river and spoke at length about bridges, boats and the price of bread. ", 4)
	var text strings.Builder
	for _, c := range toldCases["en"] {
		text.WriteString(bare(c) + " " + filler + "\n\n")
	}
	a := article("en", "2031-03-05", text.String())
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	read, before := 0, used(b)
	for b.Loop() {
		InText(a)
		read += len(a.Text)
	}
	b.ReportMetric(float64(read)/1e6/(used(b)-before).Seconds(), "MB/cpu-s")
}

// used is the processor time of this process so far.
func used(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
