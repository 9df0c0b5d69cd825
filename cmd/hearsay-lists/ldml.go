package main

import (
	"cmp"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/known"
)

// readZoneCities adds the names that CLDR's languages have for the cities by
// which time zones go.
func readZoneCities(w *world) error {
	zones, err := w.zones()
	if err != nil {
		return err
	}
	return cldrCore.each(w.data, "usr/share/unicode/cldr/common/main/*.xml", func(file string, r io.Reader) error {
		english := isEnglish(localeOf(file))
		return eachElement(r, "zone", func(d *xml.Decoder, e xml.StartElement) error {
			var z struct {
				City []string `xml:"exemplarCity"`
			}
			if err := d.DecodeElement(&z, &e); err != nil {
				return err
			}
			for _, name := range z.City {
				if t := zones[attribute(e, "type")]; t != nil && name != "∅∅∅" && name != "↑↑↑" {
					t.name(name, english)
				}
			}
			return nil
		})
	})
}

// zones finds the city of every time zone: its short id begins with the code of
// its state, its long id ends with the city's name.
func (w *world) zones() (map[string]*thing, error) {
	out := map[string]*thing{}
	err := cldrCore.each(w.data, "usr/share/unicode/cldr/common/bcp47/timezone.xml", func(_ string, r io.Reader) error {
		return eachElement(r, "type", func(_ *xml.Decoder, e xml.StartElement) error {
			name := attribute(e, "name")
			if len(name) < 5 {
				return nil // no place: gmt, utc, unk
			}
			country := "iso:" + cmp.Or(zoneStates[name], strings.ToUpper(name[:2]))
			ids := strings.Fields(attribute(e, "alias"))
			var t *thing
			for _, id := range ids {
				t = cmpOr(t, w.findCity(country, strings.ReplaceAll(path.Base(id), "_", " ")))
			}
			if town, _, found := strings.Cut(attribute(e, "description"), ","); found {
				t = cmpOr(t, w.findCity(country, town))
			}
			for _, id := range ids {
				out[id] = t
			}
			return nil
		})
	})
	return out, err
}

// zoneStates are the states of zones whose short ids do not begin with their codes.
var zoneStates = map[string]string{"jeruslm": "IL", "gazastrp": "PS", "hebron": "PS"}

func cmpOr(a, b *thing) *thing {
	if a != nil {
		return a
	}
	return b
}

// regionLanguages are the languages regions are named in besides English: the
// ones hearsay reads or is about to. All of CLDR's would treble the base.
var regionLanguages = []string{"be", "de", "es", "fr", "kk", "ky", "ru", "uk", "uz"}

// readRegions enters the parts of states.
func readRegions(w *world) error {
	err := w.regions("en")
	for _, l := range regionLanguages {
		if err == nil {
			err = w.regions(l)
		}
	}
	return err
}

func (w *world) regions(language string) error {
	return cldrCore.each(w.data, "usr/share/unicode/cldr/common/subdivisions/"+language+".xml", func(_ string, r io.Reader) error {
		return eachElement(r, "subdivision", func(d *xml.Decoder, e xml.StartElement) error {
			var name string
			if err := d.DecodeElement(&name, &e); err != nil {
				return err
			}
			code := strings.ToUpper(attribute(e, "type"))
			id := "iso:" + code[:2] + "-" + code[2:]
			if language != "en" && w.of[id] == nil {
				return nil // English has every one in use
			}
			t := w.at(id, known.Region)
			t.in = "iso:" + code[:2]
			t.name(name, language == "en")
			if letters := code[2:]; language == "en" && (t.in == "iso:US" || t.in == "iso:CA") {
				t.name(letters, true) // as addresses have them: TX, ON
			}
			return nil
		})
	})
}

// eachElement calls read at the beginning of every element of a name.
func eachElement(r io.Reader, name string, read func(*xml.Decoder, xml.StartElement) error) error {
	d := xml.NewDecoder(r)
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		if ok && e.Name.Local == name {
			if err := read(d, e.Copy()); err != nil {
				return err
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	i := slices.IndexFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
	if i < 0 {
		return ""
	}
	return e.Attr[i].Value
}

// localeOf is "en-GB" of ".../en_GB.xml".
func localeOf(file string) string {
	return strings.ReplaceAll(strings.TrimSuffix(path.Base(file), ".xml"), "_", "-")
}
