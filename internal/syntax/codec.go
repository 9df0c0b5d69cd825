package syntax

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A model's file is its first line, the names of the tags, the relations and the
// edits of lemmas, the lead of the search, the tables (see tables) and the rows of the choices, each behind
// its length or number as a uvarint. Tables and rows are stored as they are used:
// the model points into the file.
const signature = "hearsay syntax model 2\n"

// Encode writes a model's file.
func (m *Model) Encode() []byte {
	out := []byte(signature)
	for _, names := range [][]string{m.tags, m.rels, m.edits} {
		out = binary.AppendUvarint(out, uint64(len(names)))
		for _, n := range names {
			out = appendBlock(out, []byte(n))
		}
	}
	out = binary.AppendUvarint(out, uint64(m.lead))
	for _, t := range m.tables() {
		out = binary.AppendUvarint(out, t.places)
		out = appendBlock(appendBlock(out, t.shifts), t.entries)
	}
	for _, c := range m.choices() {
		out = appendBlock(out, c.rows)
	}
	return out
}

// tables is the model's tables in the order of the file.
func (m *Model) tables() []*table {
	return []*table{&m.tagger.table, &m.sketch.table, &m.label.table, &m.action.table, &m.clusters, &m.known, &m.endings}
}

// choices is how many of the tables come first and have rows.
const choices = 3

func (m *Model) choices() [choices]*choice { return [choices]*choice{&m.tagger, &m.sketch, &m.label} }

func appendBlock(out, block []byte) []byte {
	out = binary.AppendUvarint(out, uint64(len(block)))
	return append(out, block...)
}

var errModel = errors.New("no model of hearsay's tagger and parser, or a damaged one; build it anew with hearsay-train syntax")

// Decode reads a model's file. The model points into file, which must not change.
func Decode(file []byte) (*Model, error) {
	in := &source{rest: file}
	m := &Model{}
	if len(file) < len(signature) || string(in.take(uint64(len(signature)))) != signature {
		return nil, errModel
	}
	m.tags, m.rels, m.edits = in.names(), in.names(), in.names()
	m.lead = int64(in.number() & maxLead)
	for i, t := range m.tables() {
		t.width = 4
		if i <= choices {
			t.width = 5
		}
		t.places = in.number()
		t.shifts, t.entries = in.block(), in.block()
	}
	for _, c := range m.choices() {
		c.rows = in.block()
	}
	if in.bad || len(in.rest) > 0 {
		return nil, errModel
	}
	m.tagger.classes, m.sketch.classes, m.label.classes = len(m.tags), len(m.rels), len(m.rels)
	m.derive()
	if err := m.check(); err != nil {
		return nil, err
	}
	return m, nil
}

// derive fills what follows from the rest of the model.
func (m *Model) derive() {
	m.kinds = make([]int8, len(m.tags))
	for i, t := range m.tags {
		m.kinds[i] = kindOf(t)
	}
}

// check tells whether every number in the model points at something.
func (m *Model) check() error {
	if n := len(m.tags); n == 0 || n > maxClasses || len(m.rels) == 0 || len(m.rels) > maxClasses {
		return fmt.Errorf("%w: %d tags, %d relations", errModel, n, len(m.rels))
	}
	for _, e := range m.edits {
		if e == "" || e[0] < '0' || e[0] > '9' {
			return fmt.Errorf("%w: edit %q", errModel, e)
		}
	}
	for _, c := range m.choices() {
		if !c.hasRow(0) {
			return fmt.Errorf("%w: no rows", errModel)
		}
	}
	limits := []func(uint32) bool{m.tagger.hasRow, m.sketch.hasRow, m.label.hasRow, nil, nil,
		func(p uint32) bool { return int(p) <= len(m.tags) },
		func(p uint32) bool { return int(p) <= len(m.edits) }}
	for i, t := range m.tables() {
		if !t.sound(limits[i]) {
			return fmt.Errorf("%w: table %d", errModel, i+1)
		}
	}
	return nil
}

// sound tells whether searches stay in the table and payloads are good ones.
func (t *table) sound(good func(payload uint32) bool) bool {
	size := uint64(len(t.entries))
	if len(t.shifts) == 0 || t.places == 0 || t.places > size || t.places*t.width+8-t.width > size {
		return false
	}
	for i := uint64(0); good != nil && i < t.places; i++ {
		if !good(uint32(t.entry(i) >> markBits)) {
			return false
		}
	}
	return true
}

// hasRow tells whether a row may begin at byte at.
func (c *choice) hasRow(at uint32) bool { return int(at)+longestRow < len(c.rows) }

// source reads a file and remembers whether it was too short.
type source struct {
	rest []byte
	bad  bool
}

func (s *source) number() uint64 {
	n, size := binary.Uvarint(s.rest)
	if size <= 0 {
		s.bad, s.rest = true, nil
		return 0
	}
	s.rest = s.rest[size:]
	return n
}

func (s *source) take(n uint64) []byte {
	if n > uint64(len(s.rest)) {
		s.bad, s.rest = true, nil
		return nil
	}
	out := s.rest[:n]
	s.rest = s.rest[n:]
	return out
}

func (s *source) block() []byte { return s.take(s.number()) }

func (s *source) names() []string {
	n := s.number()
	if n > uint64(len(s.rest)) {
		s.bad = true
		return nil
	}
	out := make([]string, 0, n)
	for range n {
		out = append(out, string(s.block()))
	}
	return out
}
