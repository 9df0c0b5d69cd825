package clean

// pageFields adds what the page says about itself to the draft.
func pageFields(d *draft, t *tree) {
	a := readLinked(t.about.linked)
	d.language = first(a.language, t.about.language)
	t.state(first(a.headline, t.about.stated("og:title"), t.about.title))
}
