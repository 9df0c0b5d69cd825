package russian

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// BenchmarkFind finds the names of an invented report.
func BenchmarkFind(b *testing.B) {
	in := strings.Repeat("Министр транспорта Анна Корвина заявила во вторник, что мост через Орлану не откроют до осени. По словам Корвиной, в опоре нашли трещины.\n"+
		"Организация Северного договора о взаимопомощи (ОСДВ) прислала в Кормоград наблюдателей, сообщил её представитель И. П. Лендов, отказавшись назвать срок.\n", 40)
	a := &news.Article{Text: in, Language: "ru", Body: []news.Span{{End: len(in)}}}
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		Find(a, text.ReadIn(a, "ru"))
	}
}

// BenchmarkLists makes the lists ready.
func BenchmarkLists(b *testing.B) {
	for b.Loop() {
		newLists()
	}
}
