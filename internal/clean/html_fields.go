package clean

import (
	"net/url"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// pageFacts gathers what a page says about itself into candidates.
type pageFacts struct {
	*draft
	about  *about
	linked linkedArticle
}

// pageFields adds to the draft what the page says about itself.
func pageFields(d *draft, a *about) {
	f := &pageFacts{draft: d, about: a, linked: readLinked(a.linked)}
	f.language = first(f.linked.language, a.language, a.stated("og:locale", "language"))
	f.addURLs()
	f.addOutlets()
	f.addTitles()
	f.addPrintedOutlet()
	f.addBylines()
	f.addDates()
}

// state adds a candidate that stands in the markup only.
func state(to *[]candidate, class news.EvidenceClass, value string) {
	if value != "" && len(value) <= maxStated {
		*to = append(*to, candidate{Value: value, Evidence: news.Evidence{Class: class}})
	}
}

func (f *pageFacts) addURLs() {
	for _, u := range [...]struct {
		class news.EvidenceClass
		value string
	}{
		{news.EvidenceJSONLD, f.linked.url},
		{news.EvidenceMeta, f.about.stated("og:url")},
		{news.EvidenceMarkup, f.about.canonical},
	} {
		if isAddress(u.value) {
			state(&f.urls, u.class, u.value)
		}
	}
}

// isAddress reports whether s is a whole address of the web, not a path.
func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// addOutlets takes the site's own name; the publisher JSON-LD states only when
// there is none, for on a reprint it is often the agency.
func (f *pageFacts) addOutlets() {
	site, _, _ := strings.Cut(f.about.stated("og:site_name", "application-name", "publisher", "dc.publisher"), " | ")
	if site = strings.TrimPrefix(site, "@"); site != "" {
		state(&f.outlets, news.EvidenceMeta, site)
	} else {
		state(&f.outlets, news.EvidenceJSONLD, f.linked.publisher)
	}
}

// addPrintedOutlet takes, where the page states no name of the site, the name
// the title element ends with behind the headline, then who prints that the
// page is theirs, then the host.
func (f *pageFacts) addPrintedOutlet() {
	if len(f.outlets) == 0 {
		state(&f.outlets, news.EvidenceMarkup, f.behindHeadline())
	}
	if len(f.outlets) == 0 {
		printedOutlet(f.draft)
	}
	state(&f.outlets, news.EvidenceURL, hostOf(best(f.urls).Value))
}

// behindHeadline is what the title element has behind the title that a heading
// shows.
func (f *pageFacts) behindHeadline() string {
	title := best(f.titles)
	for _, m := range titleMarks {
		i := strings.LastIndex(f.about.title, m)
		if i > 0 && !title.Span.Empty() && sameTitle(f.about.title[:i], title.Value) {
			return f.about.title[i+len(m):]
		}
	}
	return ""
}

// hostOf is the host of an address without "www.".
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
