package pages

import (
	"context"
	"io"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/messages"
)

// drawing is HTML written by hand: of cards, which a page may hold hundreds of.
// Generated code takes four times as long over them. What it says it looks up once.
type drawing struct {
	ctx  context.Context
	html []byte

	words, sentences, times map[string]string // as HTML
}

// markup is HTML that stands in this package. A constant becomes one by itself;
// words of an archive do not, and go through text.
type markup string

// drawn is a component that is drawn by hand.
func drawn(draw func(*drawing)) templ.Component {
	return drawnInParts(func(d *drawing, _ func()) { draw(d) })
}

// drawnInParts is the same of much: done hands on what is drawn so far.
func drawnInParts(draw func(d *drawing, done func())) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) (err error) {
		if err := ctx.Err(); err != nil {
			return err
		}
		d := &drawing{ctx: ctx}
		done := func() {
			if err == nil {
				_, err = w.Write(d.html)
			}
			d.html = d.html[:0]
		}
		draw(d, done)
		done()
		return err
	})
}

func (d *drawing) put(parts ...markup) {
	for _, p := range parts {
		d.html = append(d.html, p...)
	}
}

func (d *drawing) text(s string) { d.html = appendText(d.html, s) }

// appendText writes words as html.EscapeString does, with no copy of them between.
func appendText(to []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		as := escapes[s[i]]
		if as == "" {
			continue
		}
		to = append(append(to, s[from:i]...), as...)
		from = i + 1
	}
	return append(to, s[from:]...)
}

var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;"}

// link is the value of an attribute that leads somewhere.
func (d *drawing) link(address string) { d.text(string(templ.URL(address))) }

// say is a message in the reader's language.
func (d *drawing) say(message string) {
	d.once(&d.words, message, func() { d.text(messages.Say(d.ctx, message)) })
}

// told is the same for a sentence that came whole.
func (d *drawing) told(sentence string) {
	d.once(&d.sentences, sentence, func() { d.text(messages.Told(d.ctx, sentence)) })
}

// once draws what was drawn before as it was then.
func (d *drawing) once(of *map[string]string, key string, draw func()) {
	if was, known := (*of)[key]; known {
		d.html = append(d.html, was...)
		return
	}
	from := len(d.html)
	draw()
	if *of == nil {
		*of = map[string]string{}
	}
	(*of)[key] = string(d.html[from:])
}
