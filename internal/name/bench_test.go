package name

import (
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// invented names, many of one surname or near it, as a block of a resolver has
// them.
var block = []string{
	"Bohdan Zhukovets", "Богдан Жуковець", "B. Zhukovets", "Zhukovets", "Bogdan Petrovich Zhukovets", "Olena Zhukovets", "Жуковец Олег Иванович",
	"Jukovec, Bogdan", "Anna Maria Zhukova", "Dr Otto Brenko", "Otto von Brenko Jr", "Abdul Karim al-Brenki", "Karim Brenki", "Quillfeather, Ada",
	"Ada Quilfeather", "A. K. Quillfeather", "Adela Quillfeather-Moss", "Ким Сон Ун", "Kim Song-un", "محمد بوتن",
}

func parsed(names []string) []Name {
	out := make([]Name, len(names))
	for i, s := range names {
		out[i] = Parse(s, news.Person)
	}
	return out
}

func BenchmarkCompareAll(b *testing.B) {
	ns := parsed(block)
	b.ReportAllocs()
	for b.Loop() {
		for i := range ns {
			for j := range i {
				Compare(&ns[i], &ns[j])
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(ns)*(len(ns)-1)/2), "ns/pair")
}

// BenchmarkCompareBlocked compares only names that share a key.
func BenchmarkCompareBlocked(b *testing.B) {
	ns := parsed(block)
	var pairs [][2]*Name
	for i := range ns {
		for j := range i {
			if shareKey(ns[i].keys, ns[j].keys) {
				pairs = append(pairs, [2]*Name{&ns[i], &ns[j]})
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pairs {
			Compare(p[0], p[1])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(pairs)), "ns/pair")
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range block {
			Parse(s, news.Person)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(block)), "ns/name")
}
