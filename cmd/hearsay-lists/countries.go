package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/known"
)

// readCountriesList enters the states by their plain English names, which are
// the canonical ones, with former and short names.
func readCountriesList(w *world) error {
	return countriesList.each(w.data, "countries.min.json", func(_ string, r io.Reader) error {
		var all map[string]struct {
			Name, Native string
			Alias        []string
		}
		if err := json.NewDecoder(r).Decode(&all); err != nil {
			return err
		}
		for code, c := range all {
			t := w.at("iso:"+code, known.Country)
			t.name(c.Name, true)
			for _, a := range c.Alias {
				t.name(a, true)
			}
			t.name(c.Native, false)
		}
		return nil
	})
}

// readISOCountries adds the states' names of i18n-iso-countries.
func readISOCountries(w *world) error {
	return isoCountries.each(w.data, "langs/*.json", func(_ string, r io.Reader) error {
		var l struct {
			Locale    string
			Countries map[string]names
		}
		if err := json.NewDecoder(r).Decode(&l); err != nil {
			return err
		}
		for code, ns := range l.Countries {
			for _, n := range ns {
				w.at("iso:"+code, known.Country).name(n, l.Locale == "en")
			}
		}
		return nil
	})
}

// names are one name or several, as JSON has them.
type names []string

func (n *names) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*n = names{one}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(n))
}

// readTerritories adds the names of states and parts of the world in CLDR.
func readTerritories(w *world) error {
	return cldrNames.each(w.data, "main/*/territories.json", func(file string, r io.Reader) error {
		var doc struct {
			Main map[string]struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
		if err := json.NewDecoder(r).Decode(&doc); err != nil {
			return err
		}
		locale := path.Base(path.Dir(file))
		territories := doc.Main[locale].LocaleDisplayNames.Territories
		for _, key := range sortedKeys(territories) {
			code, _, _ := strings.Cut(key, "-alt-")
			name := territories[key]
			if t := w.territory(code); t != nil && name != code {
				t.name(name, isEnglish(locale))
			}
		}
		return nil
	})
}

// isEnglish tells locales of English in its own letters.
func isEnglish(locale string) bool {
	return locale == "en" || strings.HasPrefix(locale, "en-") && locale != "en-Dsrt" && locale != "en-Shaw"
}

// territory is the thing of a CLDR code: a state, a part of the world, or one
// of the two organisations it lists; nil for codes that are neither.
func (w *world) territory(code string) *thing {
	switch code {
	case "001", "QO", "XA", "XB", "ZZ":
		return nil
	case "EU", "UN":
		return w.at("org:"+strings.ToLower(code), known.Organisation)
	case "EZ":
		return w.at("area:eurozone", known.Area)
	}
	if _, err := strconv.Atoi(code); err == nil {
		return w.at("m49:"+code, known.Area)
	}
	return w.at("iso:"+code, known.Country)
}

// readPopulations adds the states' inhabitants.
func readPopulations(w *world) error {
	return cldrCore.each(w.data, "usr/share/unicode/cldr/common/supplemental/supplementalData.xml", func(_ string, r io.Reader) error {
		var doc struct {
			Territories []struct {
				Type       string `xml:"type,attr"`
				Population string `xml:"population,attr"`
			} `xml:"territoryInfo>territory"`
		}
		if err := xml.NewDecoder(r).Decode(&doc); err != nil {
			return err
		}
		for _, t := range doc.Territories {
			n, err := strconv.ParseFloat(t.Population, 64)
			if err != nil {
				return fmt.Errorf("territory %s: %w", t.Type, err)
			}
			if c := w.of["iso:"+t.Type]; c != nil {
				c.population = int(n)
			}
		}
		return nil
	})
}
