package store

import (
	"maps"
	"slices"
)

// fullText gathers a batch's changes of the full-text indexes. FTS5 flushes
// what it holds to disk whenever a statement opens a savepoint, which one that
// writes several rows does, and whenever row numbers do not ascend: so all changes
// are made at the end of the batch, by row, a statement each. What is flushed is a
// segment, and many small ones are merged over and over.
type fullText struct {
	statements map[int64]indexing
	names      []indexedName // ids ascend as they are handed out
}

// indexing is what a row's index entry was before the batch and is after it.
type indexing struct{ before, after *indexed }

type indexed struct{ words, speaker string }

type indexedName struct {
	row  int64
	name string
}

func (f *fullText) add(row int64, x indexed) {
	f.statements[row] = indexing{f.statements[row].before, &x}
}

// remove takes out an entry with the words it was made of: FTS5 wants to be told.
func (f *fullText) remove(row int64, x indexed) {
	i, changed := f.statements[row]
	if !changed {
		i.before = &x
	}
	f.statements[row] = indexing{before: i.before}
}

func (b *batch) writeIndex() error {
	for _, row := range slices.Sorted(maps.Keys(b.index.statements)) {
		i := b.index.statements[row]
		if x := i.before; x != nil {
			if err := b.exec("INSERT INTO statement_fts (statement_fts, rowid, words, speaker) VALUES ('delete', ?, ?, ?)", row, x.words, x.speaker); err != nil {
				return err
			}
		}
		if x := i.after; x != nil {
			if err := b.exec("INSERT INTO statement_fts (rowid, words, speaker) VALUES (?, ?, ?)", row, x.words, x.speaker); err != nil {
				return err
			}
		}
	}
	for _, n := range b.index.names {
		if err := b.exec("INSERT INTO name_fts (rowid, name) VALUES (?, ?)", n.row, n.name); err != nil {
			return err
		}
	}
	return nil
}
