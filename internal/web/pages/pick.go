package pages

import "github.com/a-h/templ"

func pick(p Pick) templ.Component { return drawn(func(d *drawing) { d.pick(&p) }) }

// pick is the button that takes something into the reader's case, or leads to
// where one is chosen.
func (d *drawing) pick(p *Pick) {
	switch {
	case !p.Offered:
	case p.In:
		d.put(`<span class="tag done">`)
		d.say("in the case")
		d.put(` <span dir="auto">`)
		d.text(p.Case.Name)
		d.put(`</span></span>`)
	case p.Case.ID != "":
		d.pickForm(p)
	default:
		d.put(`<a class="quiet" data-pick href="`)
		d.link(pickURL(*p))
		d.put(`">`)
		d.say("Pick")
		d.put(` <span class="unseen">`)
		d.say("into a case")
		d.put(`</span></a>`)
	}
}

func (d *drawing) pickForm(p *Pick) {
	d.put(`<form action="/pick" method="post" class="decision pick"><input type="hidden" name="case" value="`)
	d.text(p.Case.ID)
	d.put(`"> <input type="hidden" name="what" value="`)
	d.text(p.What)
	d.put(`"> <input type="hidden" name="to" value="`)
	d.text(p.To)
	d.put(`"> <button type="submit" class="small" data-pick>`)
	d.say("Pick")
	d.put(` <span class="unseen">`)
	d.say("into the case")
	d.put(` `)
	d.text(p.Case.Name)
	d.put(`</span></button></form>`)
}
