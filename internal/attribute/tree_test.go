package attribute

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/mention"
	cut "github.com/hearsay-engine/hearsay/internal/text"
	"pgregory.net/rapid"
)

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

// What the words near a verb settle is the subject whatever the tree would have.
func TestSubjectsThatNeedNoTree(t *testing.T) {
	const verb = "said that the bridge is closed."
	rapid.Check(t, func(t *rapid.T) {
		a := article(strings.Join(rapid.SliceOfN(words, 1, 12).Draw(t, "words"), " ") + " " + verb)
		tokens := cut.Read(a)
		p := newPage(a, tokens, mention.Find(a, tokens))
		for i := range p.paragraphs {
			for _, r := range p.paragraphs[i].sentences {
				s := p.sentenceOf(r)
				if s.hi <= s.lo {
					continue
				}
				place := rapid.IntRange(s.lo, s.hi-1)
				from := place.Draw(t, "near")
				near := phrase{from, rapid.IntRange(from+1, s.hi).Draw(t, "end of near")}
				from = place.Draw(t, "tree")
				tree := phrase{from, rapid.IntRange(from+1, s.hi).Draw(t, "end of tree")}
				if !s.outweighs(near) {
					continue
				}
				if got := s.weigh(near, true, tree); got != near {
					t.Fatalf("%v against %v gives %v in %q", near, tree, got, a.Text)
				}
			}
		}
	})
}

func TestASubjectOfWhatTellsNothing(t *testing.T) {
	for _, want := range []string{
		"{s1:The mayor} explained and {c1:said} {q1:that the bridge is closed}.",
		"{s1:The mayor} spoke, explained and {c1:said} {q1:that the bridge is closed}.",
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
