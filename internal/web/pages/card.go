package pages

import (
	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/messages"
)

// statements is a list of results: those of one article stand together under
// its head.
func statements(list []Statement) templ.Component {
	return drawnInParts(func(d *drawing, done func()) {
		for i := range list {
			s := &list[i]
			if i == 0 || list[i-1].Article != s.Article {
				d.source(s)
			}
			d.put(` `)
			d.statement(s)
			done()
		}
	})
}

func outletAndTime(s Statement) templ.Component {
	return drawn(func(d *drawing) { d.outletAndTime(&s) })
}

func tags(s Statement) templ.Component { return drawn(func(d *drawing) { d.tags(&s) }) }

// dated is a time as it is stated, with its zone; in UTC for whoever points at it,
// and for the script, which sets the reader's own clock beside.
func dated(published, instant string) templ.Component {
	return drawn(func(d *drawing) { d.dated(published, instant) })
}

// timed are words that tell a time, likewise; words alone where instant is empty.
func timed(words, instant string) templ.Component {
	return drawn(func(d *drawing) {
		if instant == "" {
			d.text(words)
			return
		}
		d.timed(words, instant)
	})
}

// source is the head of an article's statements.
func (d *drawing) source(s *Statement) {
	d.put(`<div class="source"><a href="`)
	d.link(articleAt(*s))
	d.put(`" dir="auto" lang="`)
	d.text(s.Language)
	d.put(`">`)
	d.text(headline(d.ctx, *s))
	d.put(`</a>`)
	d.outletAndTime(s)
	if s.Origins != "" {
		d.put(`<a class="quiet" href="`)
		d.link(copiesURL(s.Article))
		d.put(`">`)
		d.told(s.Origins)
		d.put(`</a>`)
	}
	d.put(`</div>`)
}

// statement is one result: who and what; where it stands is told above it.
func (d *drawing) statement(s *Statement) {
	at := statementURL(*s)
	d.put(`<article class="`)
	d.text(cardClass(*s))
	d.put(`" id="`)
	d.text(cardAt(*s))
	d.put(`" data-walk tabindex="-1" data-preview="`)
	d.text(at + "&part=1")
	d.put(`" aria-label="`)
	d.say("Statement")
	d.put(`"><div class="who">`)
	d.speaker(s)
	d.cue(s)
	d.put(`<span class="acts">`)
	d.tags(s)
	d.put(`<a data-open href="`)
	d.link(at)
	d.put(`">`)
	d.say("Open")
	d.put(`</a>`)
	d.pick(&s.Pick)
	d.put(`</span></div>`)
	if len(s.Marked) > 0 {
		d.markedQuotation(s.Marked, s.Language)
	} else {
		d.quotation(s.Content, s.Language)
	}
	d.put(`</article>`)
}

func (d *drawing) cue(s *Statement) {
	if s.Cue != "" {
		d.put(`<span class="cue" dir="auto">`)
		d.text(s.Cue)
		d.put(`</span> `)
	}
}

func (d *drawing) tags(s *Statement) {
	d.put(`<span class="tags"><span class="tag">`)
	d.say(s.Kind)
	d.put(`</span> `)
	if s.Polarity != "asserts" {
		d.put(`<span class="tag strong">`)
		d.say(s.Polarity)
		d.put(`</span> `)
	}
	if s.Translated {
		d.put(`<span class="tag" title="`)
		d.say("The text reads as a translation: these may not be the speaker’s own words")
		d.put(`">`)
		d.say("translated text")
		d.put(`</span> `)
	}
	if s.Reviewed != "" {
		d.put(`<span class="tag done">`)
		d.told(s.Reviewed)
		d.put(`</span>`)
	}
	d.put(`</span>`)
}

func (d *drawing) outletAndTime(s *Statement) {
	d.put(`<span>`)
	if s.Outlet != "" {
		d.put(`<a class="quiet" href="`)
		d.link(OutletURL(s.Outlet))
		d.put(`" dir="auto">`)
		d.text(s.Outlet)
		d.put(`</a>`)
	} else {
		d.say("outlet unknown")
	}
	d.put(`</span> <span>`)
	if s.Published != "" {
		d.dated(s.Published, s.Instant)
	} else {
		d.say("date unknown")
	}
	d.put(`</span>`)
}

func (d *drawing) dated(published, instant string) {
	d.once(&d.times, published+" "+instant, func() { d.timed(messages.Date(d.ctx, published), instant) })
}

func (d *drawing) timed(words, instant string) {
	d.put(`<time datetime="`)
	if m, is := momentOf(instant); is {
		d.text(m.UTC)
		d.put(`" data-offset="`)
		d.text(m.Offset)
		d.put(`" title="`)
		d.text(messages.Date(d.ctx, m.Words))
	} else {
		d.text(instant)
	}
	d.put(`">`)
	d.text(words)
	d.put(`</time>`)
}
