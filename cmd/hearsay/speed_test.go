//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// shortText is an article of a few sentences.
const shortText = `Harbour closed for a week

The harbour of Dolna will stay closed for a week, the port authority said on Monday.
“The fog does not lift,” Ilse Varn, its head, told reporters. She denied that a ship had run aground.
`

// BenchmarkProcess is one whole run of extract on a short text: start, read,
// print, end. cpu-ms is the processor time of the run, MiB the most it held.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	program, text := filepath.Join(dir, "hearsay"), filepath.Join(dir, "short.txt")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatal(err, string(out))
	}
	if err := os.WriteFile(text, []byte(shortText), 0o600); err != nil {
		b.Fatal(err)
	}
	var cpu, peak float64
	for b.Loop() {
		run := exec.Command(program, "extract", text, "--format", "jsonl")
		if out, err := run.CombinedOutput(); err != nil {
			b.Fatal(err, string(out))
		}
		s := run.ProcessState
		cpu += (s.UserTime() + s.SystemTime()).Seconds()
		peak = max(peak, float64(s.SysUsage().(*syscall.Rusage).Maxrss)/1024)
	}
	b.ReportMetric(1000*cpu/float64(b.N), "cpu-ms")
	b.ReportMetric(peak, "MiB")
}
