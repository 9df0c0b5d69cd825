package eval

import "io"

// Measured lists the figures that floors may name.
func (c *Copies) Measured() []Measured {
	var out []Measured
	add := func(name string, share float64) { out = append(out, Measured{"copies/" + name, 100 * share}) }
	for _, f := range c.Folders {
		if f.Pairs != nil {
			add("republished/f1", f.Pairs.F1)
		}
		if f.Stories != nil {
			add("stories/left-of-one-in-40000", 1-f.Stories.Rate)
		}
	}
	for _, v := range c.Versions {
		add("re-translated/"+v.Set, v.Recall)
	}
	for _, x := range c.Across {
		add("across/"+x.Set, x.First)
	}
	told, right := 0, 0
	for _, d := range c.Directed {
		told, right = told+d.Told, right+d.Right
	}
	if told > 0 {
		add("directions/precision", ratio(float64(right), float64(told)))
	}
	for _, e := range c.Edits {
		for _, k := range e.Kinds {
			add("edits-"+e.Pool+"/"+k.Kind, k.Recall)
		}
		if e.Different > 0 {
			add("edits-"+e.Pool+"/left-of-one-in-40000", 1-e.Rate)
		}
	}
	return out
}

// Markdown writes the page of copies.
func (c *Copies) Markdown(w io.Writer) error {
	p := &sheet{w: w}
	p.line("# Copies\n")
	p.line("Made by `hearsay eval copies --data DIR --write eval/`. Floors that must hold: `floors.json`, those that begin with `copies/`.\n")
	p.line("| set | figure | value |\n|---|---|---:|")
	for _, f := range c.Folders {
		if f.Pairs != nil {
			p.line("| %s, %d labelled pairs | republication against the rest, F1 | %.3f |", f.Folder, f.Pairs.Pairs, f.Pairs.F1)
		}
		if f.Stories != nil {
			p.line("| %s, %d pairs of different stories | taken for copies, in 40,000 | %.2f |", f.Folder, f.Stories.Pairs, f.Stories.Rate)
		}
	}
	for _, v := range c.Versions {
		p.line("| %s, %d pairs of versions in one language | recall at precision .99 | %.4f |", v.Set, v.Pairs, v.Recall)
	}
	for _, x := range c.Across {
		p.line("| %s, %d articles, each among %d texts of the other language, one version of each at a time, %d versions | its translation is the likest: mean; worst version | %.4f; %.4f |", x.Set, x.Queries, x.Pool, x.Versions, x.First, x.Least)
		p.line("| | suggested: precision; recall | %.3f; %.3f |", x.P, x.R)
	}
	c.markEdits(p)
	c.markDirections(p)
	return p.err
}

func (c *Copies) markDirections(p *sheet) {
	if len(c.Directed) == 0 {
		return
	}
	p.line("\n## Directions\n")
	p.line("Generated copies and their origins, by the trace that the copy leaves: the origin's outlet named, a link that lost its name, a last sentence")
	p.line("that breaks off, or none. Told: one of the two is said to carry the other's words; the rest stays unknown.\n")
	p.line("| dates | trace | pairs | told | rightly |\n|---|---|---:|---:|---:|")
	for _, d := range c.Directed {
		p.line("| %s | %s | %d | %d | %d |", d.dates(), d.Trace, d.Pairs, d.Told, d.Right)
	}
}

func (c *Copies) markEdits(p *sheet) {
	if len(c.Edits) == 0 {
		return
	}
	p.line("\n## Edited copies\n")
	p.line("Copies that `internal/gen` makes of articles, each in a way that is known, are looked for among all articles and all other copies.")
	p.line("Found: candidate by fingerprints or keys, then verified by alignment. A lifted sentence has 60 letters or more. An edit of a word")
	p.line("replaces it (6 in 10) by another article's, leaves it out (2) or puts one before it (2). Beside: how many of those found are called a")
	p.line("shared quotation, because what was lifted stands in quotation marks. Generated articles are made of few phrases, so that false pairs")
	p.line("are counted among those of people only.\n")
	p.line("| pool | articles | kind | copies | found | recall | as quotation |\n|---|---:|---|---:|---:|---:|---:|")
	for _, e := range c.Edits {
		for _, k := range e.Kinds {
			p.line("| %s | %d | %s | %d | %d | %.4f | %d |", e.Pool, e.Articles, k.Kind, k.Copies, k.Found, k.Recall, k.Quoted)
		}
		if e.Different > 0 {
			p.line("| %s | %d | pairs of different articles: %d; taken for copies %d, in 40,000: | | | %.2f | |", e.Pool, e.Articles, e.Different, e.False, e.Rate)
		}
	}
}
