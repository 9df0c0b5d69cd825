// Package russian finds the names in the Russian lines of an article: people,
// organisations and places, each with its mentions in all cases.
//
// Cut prepares the words for the tagger (internal/ner): sentences, in which the
// stops of initials and shortened words end none, stems, and the lists that hold
// a word in whatever case. mend adds by rules what the tagger misses. merge makes
// one entity of what is one name in several cases, of a surname and the full name,
// of an acronym and what it stands for. The name an entity goes by is the form
// nearest the nominative that the text has.
package russian

import (
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Find gives what the words of an article name, by first mention.
func Find(a *news.Article, words text.Words) []news.Entity {
	if len(words.Tokens) == 0 {
		return nil
	}
	r := newReader(a.Text)
	d := r.cut(words)
	tagged, _ := ner.Russian().Find(d)
	return r.merge(r.names(d, r.mend(d, tagged)))
}

// Cut prepares words for the tagger, as Find does.
func Cut(in string, words text.Words) ner.Document { return newReader(in).cut(words) }

// reader reads one article.
type reader struct {
	text  string
	met   map[text.Key]word
	lists *lists
}

func newReader(in string) *reader {
	return &reader{text: in, met: map[text.Key]word{}, lists: shippedLists()}
}

// word is what is known of a word, whatever its case.
type word struct {
	form  ner.Form
	class class
}

func (r *reader) cut(words text.Words) ner.Document {
	d := ner.Document{Text: r.text, Tokens: words.Tokens, Classes: make([]uint32, len(words.Tokens)), Forms: make([]ner.Form, len(words.Tokens))}
	for _, l := range words.Lines {
		d.Sentences = r.sentences(words.Tokens, l.Range, d.Sentences)
	}
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Kind == text.Word {
			w := r.look(t)
			d.Classes[i], d.Forms[i] = uint32(w.class), w.form
		}
	}
	for _, s := range d.Sentences {
		r.lists.markPlaces(d.Forms[s.From:s.To], d.Classes[s.From:s.To])
	}
	return d
}

func (r *reader) look(t *text.Token) word {
	w, known := r.met[t.Key]
	if !known {
		w = r.lists.of(t.Of(r.text))
		r.met[t.Key] = w
	}
	return w
}
