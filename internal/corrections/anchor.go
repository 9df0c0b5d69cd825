package corrections

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Surveyor makes anchors in one article.
type Surveyor struct {
	article *news.Article
	ruler   *news.Ruler
	digest  string
}

// NewSurveyor measures an article's text once.
func NewSurveyor(a *news.Article) *Surveyor {
	return &Surveyor{a, news.NewRuler(a.Text), a.SHA256.String()}
}

// Mention anchors words of the text, such as a mention of an entity.
func (s *Surveyor) Mention(words news.Span) Anchor {
	return Anchor{SHA256: s.digest, Start: s.ruler.CodePoints(words.Start), End: s.ruler.CodePoints(words.End),
		Words: FirstWords(words.Of(s.article.Text)), Article: s.article.ID}
}

// Statement anchors statement i by its first content.
func (s *Surveyor) Statement(i int) Anchor {
	first := s.article.Statements[i].Content[0]
	a := s.Mention(first)
	for k := range i {
		if st := &s.article.Statements[k]; st.Voice != news.OutletOwn && st.Content[0] == first {
			a.Nth++
		}
	}
	return a
}

// Line anchors the whole article by the first line of its text that has words;
// false when it has none.
func (s *Surveyor) Line() (Anchor, bool) {
	start := 0
	for line := range strings.SplitSeq(s.article.Text, "\n") {
		words := strings.TrimSpace(line)
		if words != "" {
			at := start + strings.Index(line, words)
			return s.Mention(news.Span{Start: at, End: at + len(words)}), true
		}
		start += len(line) + 1
	}
	return Anchor{}, false
}
