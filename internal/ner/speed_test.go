package ner

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkFind finds the names of an invented article. tokens/cpu-s counts what
// this process was given of a processor: on a machine with other work, compare
// that.
func BenchmarkFind(b *testing.B) {
	d := document(strings.Repeat("Deputy Foreign Minister Roman Oldak met Jana Orlan, an analyst of the Union of Lake Towns (ULT), in Oslo on Monday.\n"+
		"“We know that nothing of the kind was ever agreed upon,” he said, adding that the committee would see to it before long.\n", 20))
	m := English()
	tokens, before := 0, used(b)
	b.ReportAllocs()
	for b.Loop() {
		m.Find(d)
		tokens += len(d.Tokens)
	}
	b.ReportMetric(float64(tokens)/(used(b)-before).Seconds(), "tokens/cpu-s")
}

// BenchmarkDecode makes the shipped model ready.
func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(englishFile); err != nil {
			b.Fatal(err)
		}
	}
}

// used is the processor time of this process so far.
func used(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
