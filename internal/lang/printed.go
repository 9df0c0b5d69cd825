package lang

import (
	"slices"
	"strings"
	"sync"
)

// The words of this file are those a text says about itself: who wrote it, who
// publishes it.

// bylineLeads are what stands before an author's name, whole at a line's
// beginning, in lower case.
const bylineLeads = `by
written by
reported by
reporting by
posted by
prepared by
story by
text by
words by
author
authors
автор
авторы
текст
подготовил
подготовила
von
par
por
`

// BylineLeads are the leads, the longest first.
var BylineLeads = sync.OnceValue(func() []string {
	var leads []string
	for lead := range strings.Lines(bylineLeads) {
		leads = append(leads, strings.TrimSpace(lead))
	}
	slices.SortStableFunc(leads, func(a, b string) int { return len(b) - len(a) })
	return leads
})

// NameJoiners stand between the names of two authors.
var NameJoiners = map[string]bool{"and": true, "&": true, "und": true, "et": true, "y": true, "и": true, "та": true}

// AuthorWork are the words by which a note at an article's end says that a
// person wrote it.
var AuthorWork = map[string]bool{
	"journalist": true, "columnist": true, "reporter": true, "correspondent": true, "writer": true, "author": true, "editor": true,
	"contributor": true, "blogger": true, "freelance": true, "freelancer": true, "журналист": true, "журналистка": true, "корреспондент": true,
	"обозреватель": true, "колумнист": true,
}

// SelfNames are the words behind "Subscribe to NAME …" in which an outlet
// names itself.
var SelfNames = map[string]bool{
	"news": true, "newsletter": true, "newsletters": true, "channel": true, "channels": true, "updates": true, "feed": true, "on": true, "at": true, "in": true, "via": true,
	"в": true, "на": true,
}

// SubscribeTo are the words before an outlet's own name.
var SubscribeTo = []string{"subscribe to ", "sign up for ", "подписывайтесь на ", "подпишитесь на ", "abonnieren sie "}

// Platforms carry outlets and are none.
var Platforms = map[string]bool{
	"youtube": true, "telegram": true, "facebook": true, "twitter": true, "x": true, "instagram": true, "whatsapp": true, "viber": true, "tiktok": true, "google": true,
	"yandex": true, "linkedin": true, "vkontakte": true, "flipboard": true, "apple": true, "rss": true, "threads": true, "bluesky": true, "mastodon": true, "signal": true,
}

const (
	sectionWords = "home main news world politics economy economics business sport sports culture lifestyle opinion society science health travel horoscope weather video photo " +
		"contact contacts about regions local analysis interview главная новости политика экономика общество спорт культура мир контакты startseite politik wirtschaft kultur sport"
	sectionLabels = "desk topic topics section category categories tag tags rubric edition рубрика тема темы раздел теги ressort thema"
)

// SectionWords are the names of a site's sections, as its menus hold them.
var SectionWords = sync.OnceValue(func() map[string]bool { return setOf(sectionWords) })

// SectionLabels are words that, with a colon, lead the name of a section.
var SectionLabels = sync.OnceValue(func() map[string]bool { return setOf(sectionLabels) })

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
