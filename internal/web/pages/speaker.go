package pages

import "github.com/a-h/templ"

func speaker(s Statement) templ.Component { return drawn(func(d *drawing) { d.speaker(&s) }) }

// speaker names who is reported as speaking; a name the article resolves leads
// to its page and stands beside the words as printed.
func (d *drawing) speaker(s *Statement) {
	switch {
	case s.Own, s.Withheld != "", s.Name == "":
		d.noName(s)
	case s.Printed == "":
		d.speakerLink(s)
		d.put(` <span class="note">`)
		d.say("resolved; not named here")
		d.put(`</span> `)
	case !s.Resolved:
		d.speakerLink(s)
	default:
		d.speakerLink(s)
		d.put(` <span class="note"><span class="unseen resolved">`)
		d.say("resolved from")
		d.put(`</span> `)
		d.say("“")
		d.put(`<span dir="auto" title="`)
		d.say("the words that name the speaker, as printed")
		d.put(`">`)
		d.text(s.Printed)
		d.put(`</span>`)
		d.say("”")
		d.put(`</span> `)
	}
	if s.Across != "" {
		d.across(s)
	}
}

// noName is said of a speaker with no name to look up.
func (d *drawing) noName(s *Statement) {
	switch {
	case s.Own:
		d.put(`<b>`)
		d.say("The outlet’s own words")
	case s.Withheld != "":
		d.put(`<b>`)
		d.told(s.Withheld)
	case s.Printed == "":
		d.put(`<b>`)
		d.say("Nobody named")
	default:
		d.put(`<b dir="auto">`)
		d.text(s.Printed)
	}
	d.put(`</b> `)
}

func (d *drawing) speakerLink(s *Statement) {
	d.put(`<b><a href="`)
	d.link(SpeakerURL(*s))
	d.put(`" dir="auto">`)
	d.text(s.Name)
	d.put(`</a></b>`)
}

// across tells who a speaker is suggested to be.
func (d *drawing) across(s *Statement) {
	d.put(`<span class="note whole">`)
	d.say("suggested to be")
	d.put(` <a href="`)
	d.link(whoURL(s.AcrossID))
	d.put(`" dir="auto">`)
	d.text(s.Across)
	d.put(`</a>, `)
	d.say("not reviewed; resolved by:")
	d.put(` `)
	d.told(s.AcrossBy)
	d.put(`</span>`)
}
