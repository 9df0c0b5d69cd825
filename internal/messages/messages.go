// Package messages gives the pages' words in the reader's language. Each language
// has one catalogue, a JSON file that a translator can read: a message is named by
// its English words; where a number decides the form, it has one form for each
// category of the language (one, few, many, other, by the CLDR).
//
// Two kinds of messages stand in a catalogue. Those of pages hold %d and %s, and
// are asked for by Say and Counted. Sentences that arrive whole, such as reasons,
// gaps and errors, are recognised by Told: their messages hold {words} for what is
// passed on as it is, {marked} for the same with our quotation marks around it, {n}
// and {figure} for numbers, {date} for a date and {said} for a sentence that is
// translated in its turn.
package messages

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:embed *.json
var files embed.FS

// Tag is a language that pages can be read in.
type Tag struct {
	Code string // as HTML's lang has it
	Name string // in the language itself
}

// Tags are the languages there are; the first is the one of those who ask for
// none of them.
var Tags = []Tag{{"en", "English"}, {"ru", "Русский"}}

// catalogue is one language's messages.
type catalogue struct {
	tag    language.Tag
	plain  map[string]string            // by the English words
	forms  map[string]map[string]string // of messages with a number, by its category
	shapes []shape                      // of sentences that arrive whole, the most definite first
}

var catalogues = load()

func load() map[string]*catalogue {
	out := map[string]*catalogue{}
	for _, t := range Tags {
		b, err := files.ReadFile(t.Code + ".json")
		if err != nil {
			panic(err) // it is embedded
		}
		c, err := parse(language.Make(t.Code), b)
		if err != nil {
			panic(fmt.Errorf("messages: %s.json: %w", t.Code, err))
		}
		out[t.Code] = c
	}
	return out
}

func parse(tag language.Tag, file []byte) (*catalogue, error) {
	var entries map[string]json.RawMessage
	if err := json.Unmarshal(file, &entries); err != nil {
		return nil, err
	}
	c := &catalogue{tag: tag, plain: map[string]string{}, forms: map[string]map[string]string{}}
	for message, raw := range entries {
		var words string
		if json.Unmarshal(raw, &words) == nil {
			c.plain[message] = words
			continue
		}
		var forms map[string]string
		if err := json.Unmarshal(raw, &forms); err != nil {
			return nil, fmt.Errorf("%q: %w", message, err)
		}
		c.forms[message] = forms
	}
	c.shapes = shapesOf(c)
	return c, nil
}

type languageKey struct{}

// In is ctx for a reader of a language; one that there is no catalogue of is the
// first there is.
func In(ctx context.Context, code string) context.Context {
	if _, known := catalogues[code]; !known {
		code = Tags[0].Code
	}
	return context.WithValue(ctx, languageKey{}, code)
}

// Of is the language of ctx.
func Of(ctx context.Context) string {
	if code, set := ctx.Value(languageKey{}).(string); set {
		return code
	}
	return Tags[0].Code
}

func of(ctx context.Context) *catalogue { return catalogues[Of(ctx)] }

// Choose gives the code of the language a reader chose or, where none is chosen
// or it is unknown, of the best one for an Accept-Language header.
func Choose(chosen, accepted string) string {
	if _, known := catalogues[chosen]; known {
		return chosen
	}
	wanted, _, err := language.ParseAcceptLanguage(accepted)
	if err != nil {
		return Tags[0].Code
	}
	_, i, _ := matcher.Match(wanted...)
	return Tags[i].Code
}

var matcher = func() language.Matcher {
	var tags []language.Tag
	for _, t := range Tags {
		tags = append(tags, language.Make(t.Code))
	}
	return language.NewMatcher(tags)
}()

// Say gives a message with its values; one that the catalogue lacks stays English.
func Say(ctx context.Context, message string, values ...any) string {
	if words, known := of(ctx).plain[message]; known {
		message = words
	}
	if len(values) == 0 {
		return message
	}
	return fmt.Sprintf(message, values...)
}

// Counted is a number with its noun: one and many are the English forms, which
// hold %d; many names the message.
func Counted(ctx context.Context, n int, one, many string) string {
	c := of(ctx)
	if forms, known := c.forms[many]; known {
		return fmt.Sprintf(forms[c.category(n)], n)
	}
	if n == 1 {
		return fmt.Sprintf(one, n)
	}
	return fmt.Sprintf(many, n)
}

var categories = map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}

// category is the form a language has for a whole number.
func (c *catalogue) category(n int) string {
	return categories[plural.Cardinal.MatchPlural(c.tag, n, 0, 0, 0, 0)]
}

// Month names a month, 1 to 12, as it stands behind a day: "5 марта".
func Month(ctx context.Context, month int) string {
	return Say(ctx, monthNames[month-1]+" (of a day)")
}

// Known reports whether a language has a message.
func Known(code, message string) bool {
	c := catalogues[code]
	_, plain := c.plain[message]
	_, counted := c.forms[message]
	return plain || counted
}

var monthNames = strings.Fields("January February March April May June July August September October November December")
