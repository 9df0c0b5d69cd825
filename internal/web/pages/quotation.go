package pages

import "github.com/a-h/templ"

// quotation is what was said, verbatim.
func quotation(content []string, language string) templ.Component {
	return drawn(func(d *drawing) { d.quotation(content, language) })
}

// markedQuotation is the same words with those marked that were sought.
func markedQuotation(content [][]Run, language string) templ.Component {
	return drawn(func(d *drawing) { d.markedQuotation(content, language) })
}

func (d *drawing) quotation(content []string, language string) {
	d.blockquote(language)
	for i, c := range content {
		if i > 0 {
			d.gap()
		}
		d.put(` `)
		d.text(c)
	}
	d.put(`</blockquote>`)
}

func (d *drawing) markedQuotation(content [][]Run, language string) {
	d.blockquote(language)
	for i, c := range content {
		if i > 0 {
			d.gap()
			d.put(` `)
		}
		for _, r := range c {
			if r.Found {
				d.put(`<mark>`)
				d.text(r.Text)
				d.put(`</mark>`)
			} else {
				d.text(r.Text)
			}
		}
	}
	d.put(`</blockquote>`)
}

func (d *drawing) blockquote(language string) {
	d.put(`<blockquote dir="auto" lang="`)
	d.text(language)
	d.put(`">`)
}

// gap stands between two parts of what was said.
func (d *drawing) gap() {
	d.put(`<span class="gap" title="`)
	d.say("words between, left out")
	d.put(`"> […] </span>`)
}
