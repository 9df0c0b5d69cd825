package ner

import (
	"encoding/binary"
	"errors"
)

// A model's file is its first line, the tables of weights, clusters and plain
// words, each as its number of places and its entries behind their length as
// uvarints, and the weights of labels behind labels and the margin as varints. Tables are
// stored as they are used: the model points into the file.
const signature = "hearsay name model 1\n"

// Encode writes a model's file.
func (m *Model) Encode() []byte {
	out := []byte(signature)
	out = appendTable(out, m.weights.places, m.weights.entries)
	for _, t := range []*words{&m.groups, &m.plain} {
		out = appendTable(out, t.places, t.entries)
	}
	for a := range m.turns {
		for b := range m.turns[a] {
			out = binary.AppendVarint(out, int64(m.turns[a][b]))
		}
	}
	return binary.AppendVarint(out, int64(m.margin))
}

func appendTable(out []byte, places uint64, entries []byte) []byte {
	out = binary.AppendUvarint(out, places)
	out = binary.AppendUvarint(out, uint64(len(entries)))
	return append(out, entries...)
}

var errModel = errors.New("no model of hearsay's names, or a damaged one; build it anew with hearsay-train names")

// Decode reads a model's file. The model points into file, which must not change.
func Decode(file []byte) (*Model, error) {
	if len(file) < len(signature) || string(file[:len(signature)]) != signature {
		return nil, errModel
	}
	in := &source{rest: file[len(signature):]}
	m := &Model{}
	m.weights.places, m.weights.entries = in.table(rowBytes, markBytes, 0)
	for _, t := range []*words{&m.groups, &m.plain} {
		t.places, t.entries = in.table(wordBytes, wordBytes/2, wordBytes/2)
	}
	for a := range m.turns {
		for b := range m.turns[a] {
			m.turns[a][b] = in.weight()
		}
	}
	m.margin = in.weight()
	if in.bad || len(in.rest) > 0 || m.margin < 1 {
		return nil, errModel
	}
	return m, nil
}

// source reads a file and remembers whether it was too short or unsound.
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

// heaviest bounds the weight of a label behind another: no sum of them reaches
// what keeps a word out of names.
const heaviest = 1 << 16

func (s *source) weight() int32 {
	n, size := binary.Varint(s.rest)
	if size <= 0 || n > heaviest || n < -heaviest {
		s.bad, s.rest = true, nil
		return 0
	}
	s.rest = s.rest[size:]
	return int32(n)
}

// table reads a table in which every search ends: its last entry has no mark, and
// every place lies in it. The mark is bytes [from, from+size) of an entry.
func (s *source) table(width, size, from int) (places uint64, entries []byte) {
	places = s.number()
	n := s.number()
	if n > uint64(len(s.rest)) || n == 0 || n%uint64(width) != 0 || places == 0 || places > n/uint64(width) {
		s.bad, s.rest = true, nil
		return 1, nil
	}
	entries, s.rest = s.rest[:n], s.rest[n:]
	last := entries[int(n)-width:]
	for _, b := range last[from : from+size] {
		s.bad = s.bad || b != 0
	}
	return places, entries
}
