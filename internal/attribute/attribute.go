// Package attribute finds who said what in one article: statements with
// speaker, cue, content, kind, voice, nesting and polarity, every part a span
// of the article's text. Its heart: reporting is not asserting; the outlet
// never becomes the speaker of what it quotes.
//
// The way of one article: newPage cuts it into quotations and sentences;
// readSentence parses what may report (tree.go), finds cue groups (cue.go), for
// each its speaker (subject.go, tree_subject.go) and what was said (frame.go,
// tree_frame.go); quotations that no cue claims are carried on from the speaker
// before (direct.go); assemble nests and orders what was found.
package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever the stage finds otherwise in the same text.
const Version = "23"

// Findings is what one article's text says.
type Findings struct {
	Statements []news.Statement // by start, the outer before the inner; voice outlet among them
	Entities   []news.Entity
	Refused    []news.Refusal
}

// Read finds the statements in the body of a cleaned article.
func Read(a *news.Article) Findings { return ReadWords(a, text.Read(a)) }

// ReadWords is Read for who has the words that text.Read gives.
func ReadWords(a *news.Article, words text.Words) Findings {
	found, _ := read(a, words)
	return found
}

// read is ReadWords, and how many looks at tokens it took.
func read(a *news.Article, words text.Words) (Findings, int) {
	index := mention.Find(a, words)
	p := newPage(a, words, index)
	defer p.tree.words.Done()
	for i := range p.paragraphs {
		p.readParagraph(i)
	}
	p.leaveOutlet(a.Outlet.Value)
	p.readTurns(index)
	if !words.Unread.Empty() {
		p.refused = append(p.refused, news.Refusal{Span: words.Unread, Reason: news.Reason{Rule: ruleTooLong}})
	}
	statements := p.assemble()
	index.Resolve(a, statements)
	return Findings{Statements: statements, Entities: index.InAllLanguages(a), Refused: p.refused}, p.looks
}
