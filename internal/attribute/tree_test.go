package attribute

import "testing"

func TestSubjectsByTheTree(t *testing.T) {
	for _, want := range []string{
		"{s1:Builders who repair the old ferry} {c1:say} {q1:that the bridge is closed}.",
		"{s1:Two members of the council} {c1:told} the Courier {q1:{s2:they} {c2:believed} {q2:that the ferry would stop}}.",
		"{s1:The mayor} last week {c1:said} {q1:the ferry would stop}.",
		"{s1:Korva and Lend} both {c1:argue} {q1:that the ferry should stop}.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestSharedSubjects(t *testing.T) {
	for _, want := range []string{
		"{s1:{s2:Korva}} {c1:said} {q1:the ferry had cost the town too much}, {c2:arguing} {q2:that the bridge would pay for itself}.",
		"{s1:The council} {c1:urged} {q1:{s2:Lend} {c2:to say} {q2:that the steel was old}}.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestNounsWithTheirHolder(t *testing.T) {
	for _, want := range []string{
		"Nobody heard {s1:Korva}'s {c1:call} for {q1:a new bridge}.",
		"The town waits for the mayor to keep {s1:her} {c1:promise} {q1:to build a bridge}.",
		"The town liked its call for a new bridge.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestVerbsOfNoList(t *testing.T) {
	for _, want := range []string{
		"{s1:Korva} {c1:grumbled} {q1:that the ferry was late}.",
		"The flood meant that the ferry was late.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}

func TestObjectsByTheTree(t *testing.T) {
	for _, want := range []string{
		"{s1:Korva} {c1:explained} {q1:the delay}.",
		"{s1:The mayor} {c1:opposed} {q1:the new ferry}.",
		"{s1:Voters} {c1:endorsed} {q1:the new bridge}.",
		"Voters support the new bridge.",
		"The support of the bridge is weak.",
		"Some builders stayed away and thus expressed their protest.",
		"The citizens who support the bridge left.",
		"The storm attacked the bridge.",
	} {
		t.Run(want, func(t *testing.T) { checkMarked(t, want) })
	}
}
