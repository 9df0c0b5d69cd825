package messages

import (
	"context"
	"strings"
)

// languageNames are the languages that texts are told to be in, by their codes; a
// table of all there are would add two megabytes to the program.
var languageNames = map[string]string{
	"ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
	"en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
	"hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean",
	"ky": "Kyrgyz", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish",
	"tg": "Tajik", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "uz": "Uzbek", "zh": "Chinese",
}

// Language names the language of a tag as BCP 47 writes it; what else the tag tells
// stands behind, and one without a name here stays.
func Language(ctx context.Context, tag string) string {
	code, rest, more := strings.Cut(tag, "-")
	name, known := languageNames[strings.ToLower(code)]
	switch {
	case !known:
		return tag
	case more:
		return Say(ctx, name+" (language)") + " (" + rest + ")"
	}
	return Say(ctx, name+" (language)")
}
