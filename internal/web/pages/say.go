package pages

import (
	"context"
	"fmt"
)

type languageKey struct{}

// InLanguage is ctx for pages in a language of the catalogue, such as "ru"; any
// other is English.
func InLanguage(ctx context.Context, language string) context.Context {
	if _, known := catalogues[language]; !known {
		language = "en"
	}
	return context.WithValue(ctx, languageKey{}, language)
}

func language(ctx context.Context) string {
	l, _ := ctx.Value(languageKey{}).(string)
	if l == "" {
		return "en"
	}
	return l
}

// say gives a message in the reader's language. Messages are named by their
// English words; a language that lacks one shows those.
func say(ctx context.Context, message string, args ...any) string {
	if m, known := catalogues[language(ctx)][message]; known {
		message = m
	}
	if len(args) == 0 {
		return message
	}
	return fmt.Sprintf(message, args...)
}

// count is a number with its noun: one, few and many are messages that hold %d.
// English has no few.
func counted(ctx context.Context, n int, one, many string) string {
	message := many
	if n == 1 {
		message = one
	}
	forms, known := plurals[language(ctx)][many]
	if !known {
		return fmt.Sprintf(message, n)
	}
	return fmt.Sprintf(forms[slavicForm(n)], n)
}

// slavicForm is 0 for 1, 21, 31 …; 1 for 2 to 4, 22 to 24 …; 2 for others.
func slavicForm(n int) int {
	switch ten, hundred := n%10, n%100; {
	case ten == 1 && hundred != 11:
		return 0
	case ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14):
		return 1
	}
	return 2
}

// catalogues are the messages of each language but English, by their English
// words; plurals the forms of counts, by the English one of many.
var (
	catalogues = map[string]map[string]string{"en": nil}
	plurals    = map[string]map[string][3]string{}
)
