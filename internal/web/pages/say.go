package pages

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/messages"
)

// say gives a message in the reader's language. Messages are named by their
// English words; a language that lacks one shows those.
func say(ctx context.Context, message string, args ...any) string {
	return messages.Say(ctx, message, args...)
}

// told is the same for a sentence that came whole: a reason, a gap, an error.
func told(ctx context.Context, sentence string) string { return messages.Told(ctx, sentence) }

// counted is a number with its noun: one and many are the English forms, which
// hold %d.
func counted(ctx context.Context, n int, one, many string) string {
	return messages.Counted(ctx, n, one, many)
}

func language(ctx context.Context) string { return messages.Of(ctx) }

// facetLabel names a value of a facet: those of few values are messages, others
// are words of the archive.
func facetLabel(ctx context.Context, facet, value string) string {
	switch facet {
	case "Kind", "Polarity", "Reviewed", "Origin or copy":
		return say(ctx, value)
	case "Month", "Day":
		return messages.Date(ctx, value)
	case "Language":
		return messages.Language(ctx, value)
	}
	return value
}

// ourWords are the fields whose values we word; others are words of a page or of
// a person, and stay.
var ourWords = map[string]bool{"Published": true, "Other date": true, "Fetched": true, "Translation": true, "Version": true, "Kind": true, "Said": true, "Reviewed": true,
	"Reported as saying": true, "Named in what others said": true, "Copies": true, "Note": true}

func fieldValue(ctx context.Context, f Field) string {
	if f.Label == "Language" {
		return languageWords(ctx, f.Value)
	}
	if ourWords[f.Label] || f.Value == "unknown" || f.Value == "not compared yet" {
		return told(ctx, f.Value)
	}
	return f.Value
}

// languageWords name a language, with the code by which it is searched for.
func languageWords(ctx context.Context, code string) string {
	name := messages.Language(ctx, code)
	if name == code {
		return say(ctx, code) // also "unknown"
	}
	return name + " (" + code + ")"
}
