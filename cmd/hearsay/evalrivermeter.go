package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/keep"
)

// riverPart is what adding articles From to To took. Times are seconds, sizes
// bytes.
type riverPart struct {
	From, To  int
	Again     int // of them, known from a run that was stopped: the part's times are of the rest
	Twice     int // of all that are there, read again for a line that turned out to be repeated
	Clock     float64
	Processor float64
	Stages    map[string]float64 // processor time by sweep, "" for reading, writing and sweeps beside them
	Writing   float64            // processor time of the writer that is no sweep's, of that
	Beside    float64            // by the clock, of sweeps beside the reading
	Idle      float64            // by the clock, for which the writer waited for what is read
	Text      int64              // of all articles to To
	File      int64
	WAL       int64 // at most
	Resident  int64
	Load      string
}

// riverStages are the sweeps in the order they are told in.
var riverStages = []string{"", "lines", "copies", "names", "claims"}

func (p riverPart) line() string {
	var stages []string
	for _, s := range riverStages[1:] {
		stages = append(stages, fmt.Sprintf("%s %.1f", s, p.each(s)))
	}
	return fmt.Sprintf("%8d: %.0f articles/s by the clock, %.0f by processor time: %.1f ms each, reading and writing %.1f (writing %.1f; by the clock, sweeps beside the reading %.1f, the writer waits %.1f), %s; %d read again; file %.2f of the text, WAL %.0f MiB, resident %.0f MiB; load %s",
		p.To, p.rate(p.Clock), p.rate(p.Processor), p.perArticle(), p.each(""), p.of(p.Writing), p.of(p.Beside), p.of(p.Idle), strings.Join(stages, ", "), p.Twice, p.share(), mebi(p.WAL), mebi(p.Resident), p.Load)
}

func (p riverPart) articles() int { return max(p.To-p.From-p.Again, 1) }

func (p riverPart) rate(seconds float64) float64 { return float64(p.articles()) / max(seconds, 1e-9) }

// perArticle is processor time in milliseconds, each that of one sweep.
func (p riverPart) perArticle() float64       { return p.of(p.Processor) }
func (p riverPart) each(stage string) float64 { return p.of(p.Stages[stage]) }
func (p riverPart) of(seconds float64) float64 {
	return 1000 * seconds / float64(p.articles())
}
func (p riverPart) share() float64 { return float64(p.File) / float64(max(p.Text, 1)) }

// meter takes the time of one part, stage by stage.
type meter struct {
	path      string
	clock     time.Time
	processor time.Duration
	stage     string
	since     time.Duration
	stages    map[string]time.Duration // processor time
	wal       int64
	took      time.Duration
	writer    turns
}

// turns is what a thread of its own turned to: processor time of that thread, what
// it has others do not in it, and time by the clock.
type turns struct {
	thread    string
	at        string
	processor time.Duration
	clock     time.Time
	took      map[string]time.Duration // processor time
	clocked   map[string]time.Duration // by the clock
}

// turn is called by the goroutine that writes, and holds it to its thread.
func (t *turns) turn(what string) {
	if t.took == nil {
		t.took, t.clocked = map[string]time.Duration{}, map[string]time.Duration{}
	}
	if thread, _ := os.Readlink("/proc/thread-self"); thread != t.thread { // what was flagged is read again by another
		runtime.LockOSThread()
		t.thread, _ = os.Readlink("/proc/thread-self")
		t.at, t.processor, t.clock = what, writerTime(), time.Now()
		return
	}
	now, clock := writerTime(), time.Now()
	t.took[t.at] += now - t.processor
	t.clocked[t.at] += clock.Sub(t.clock)
	t.at, t.processor, t.clock = what, now, clock
}

func newMeter(path string) *meter {
	now := processorTime()
	return &meter{path: path, clock: time.Now(), processor: now, since: now, stages: map[string]time.Duration{}}
}

// see is told of progress: the stage now at work has the time since the last word.
func (m *meter) see(p keep.Progress) {
	now := processorTime()
	m.stages[m.stage] += now - m.since
	m.since, m.stage = now, p.Sweep
	m.wal = max(m.wal, fileSize(m.path+"-wal"))
}

func (m *meter) stop() {
	m.see(keep.Progress{})
	m.took = time.Since(m.clock)
}

func (m *meter) part(from, to int, p keep.Progress) riverPart {
	out := riverPart{From: from, To: to, Again: p.Skipped, Twice: p.Again, Clock: m.took.Seconds(), Processor: (m.since - m.processor).Seconds(), Stages: map[string]float64{},
		Text: p.Bytes, File: fileSize(m.path), WAL: m.wal, Resident: residentNow(), Load: load()}
	for stage, d := range m.stages {
		out.Stages[stage] = d.Seconds()
	}
	for _, stage := range riverStages[1:] { // beside the reading
		out.Stages[stage] += m.writer.took[stage].Seconds()
		out.Stages[""] -= m.writer.took[stage].Seconds()
	}
	out.Writing, out.Beside, out.Idle = m.writer.took[""].Seconds(), m.writer.clocked[keep.Beside].Seconds(), m.writer.clocked[keep.Waiting].Seconds()
	return out
}

func mebi(n int64) float64 { return float64(n) / (1 << 20) }

func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// writerTime is the processor time given to this thread, the writer's, by Linux's count.
func writerTime() time.Duration {
	b, _ := os.ReadFile("/proc/thread-self/schedstat")
	first, _, _ := strings.Cut(string(b), " ")
	n, _ := strconv.ParseInt(first, 10, 64)
	return time.Duration(n)
}

// residentNow is what the process holds in bytes, by Linux's count; 0 when not
// known.
func residentNow() int64 {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if words, found := strings.CutPrefix(line, "VmRSS:"); found {
			n, _ := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(words), "kB")), 10, 64)
			return n << 10
		}
	}
	return 0
}

// load is the machine's load over 1, 5 and 15 minutes, by Linux's count.
func load() string {
	b, err := os.ReadFile("/proc/loadavg")
	fields := strings.Fields(string(b))
	if err != nil || len(fields) < 3 {
		return "unknown"
	}
	return strings.Join(fields[:3], " ")
}
