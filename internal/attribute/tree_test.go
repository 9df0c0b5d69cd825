package attribute

import "testing"

func TestSubjectsByTheTree(t *testing.T) {
	for _, want := range []string{
		"{s1:Builders who favour the old ferry} {c1:say} {q1:that the bridge is closed}.",
		"{s1:The mayor} last week {c1:said} {q1:the ferry would stop}.",
		"{s1:Korva and Lend} both {c1:argue} {q1:that the ferry should stop}.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}
