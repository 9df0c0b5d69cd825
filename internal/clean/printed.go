package clean

import "github.com/hearsay-engine/hearsay/news"

// printed adds what a text without markup says about itself at its head and
// foot. A given title is looked up there.
func printed(d *draft) {
	head := headOf(d.text)
	printedOutlet(d)
	if len(d.titles) > 0 {
		placeTitle(d, head)
	} else {
		printedTitle(d, head)
	}
	printedByline(d, head)
	state(&d.outlets, news.EvidenceURL, hostOf(best(d.urls).Value))
}
