package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// riverLog is the parts of a run, kept beside its archive a JSON line each, and
// what was answered at its end.
type riverLog struct {
	path    string
	parts   []riverPart
	answers bytes.Buffer
}

// openRiverLog reads the parts of the run to go on with. A run that is not gone
// on with must begin with an empty folder.
func openRiverLog(folder string, resume bool) (*riverLog, error) {
	l := &riverLog{path: filepath.Join(folder, "river.jsonl")}
	if !resume {
		if _, err := os.Stat(filepath.Join(folder, "river.db")); err == nil {
			return nil, news.Errorf(news.Usage, folder, "go on with it by --resume, or name an empty folder", "there is a river here already")
		}
		return l, nil
	}
	f, err := os.Open(l.path)
	if errors.Is(err, os.ErrNotExist) {
		return l, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return l, l.read(f)
}

func (l *riverLog) read(r io.Reader) error {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		var p riverPart
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return news.Errorf(news.Malformed, l.path, "begin again in an empty folder", "a part does not read: %v", err)
		}
		l.parts = append(l.parts, p)
	}
	return lines.Err()
}

func (l *riverLog) last() riverPart {
	if len(l.parts) == 0 {
		return riverPart{}
	}
	return l.parts[len(l.parts)-1]
}

func (l *riverLog) done() int   { return l.last().To }
func (l *riverLog) text() int64 { return l.last().Text }

func (l *riverLog) add(p riverPart) error {
	l.parts = append(l.parts, p)
	line, err := json.Marshal(p)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(append(line, '\n'))
	return errors.Join(err, f.Close())
}

// maxRiverRows bounds the rows of the table: of more parts, neighbours are told
// as one.
const maxRiverRows = 40

// table writes the parts as a page, when it is asked for.
func (x *riverEval) table(l *riverLog) error {
	if x.write == "" || len(l.parts) == 0 {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# The river\n\n    hearsay eval river --articles %d --family %d --every %d --seed %d\n\n", x.articles, x.shape.Family, x.every, x.seed)
	fmt.Fprintf(&b, "Generated articles of about %d bytes added to one archive. Milliseconds are of processor time, for an article. Sweeps over copies, names and claims go on beside the reading: their processor time is then told with reading, and what they take by the clock by itself.\n\n", x.shape.Bytes)
	b.WriteString("| articles | articles/s by the clock | by processor time | ms | reading, writing | of it writing | sweeps beside, by the clock | lines | copies | names | claims | read again | file / text | WAL, MiB | resident, MiB | load |\n")
	b.WriteString("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n")
	for _, p := range l.rows() {
		fmt.Fprintf(&b, "| %d | %.0f | %.0f | %.1f |", p.To, p.rate(p.Clock), p.rate(p.Processor), p.perArticle())
		fmt.Fprintf(&b, " %.1f | %.1f | %.1f |", p.each(""), p.of(p.Writing), p.of(p.Beside))
		for _, s := range riverStages[1:] {
			fmt.Fprintf(&b, " %.1f |", p.each(s))
		}
		fmt.Fprintf(&b, " %d | %.2f | %.0f | %.0f | %s |\n", p.Twice, p.share(), mebi(p.WAL), mebi(p.Resident), p.Load)
	}
	for line := range strings.Lines(l.answers.String()) {
		fmt.Fprintf(&b, "\n%s", line)
	}
	return os.WriteFile(filepath.Join(x.write, "river.md"), []byte(b.String()), 0o644)
}

func (l *riverLog) rows() []riverPart {
	step := (len(l.parts) + maxRiverRows - 1) / maxRiverRows
	var out []riverPart
	for i, p := range l.parts {
		if i%step == 0 {
			out = append(out, p)
		} else {
			out[len(out)-1] = out[len(out)-1].with(p)
		}
	}
	return out
}

// with is two parts as one.
func (p riverPart) with(next riverPart) riverPart {
	out := next
	out.From, out.Again, out.Twice = p.From, p.Again+next.Again, p.Twice+next.Twice
	out.Clock, out.Processor, out.WAL, out.Resident = p.Clock+next.Clock, p.Processor+next.Processor, max(p.WAL, next.WAL), max(p.Resident, next.Resident)
	out.Writing, out.Beside, out.Idle = p.Writing+next.Writing, p.Beside+next.Beside, p.Idle+next.Idle
	out.Stages = map[string]float64{}
	for _, s := range riverStages {
		out.Stages[s] = p.Stages[s] + next.Stages[s]
	}
	return out
}
