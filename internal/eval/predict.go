package eval

import (
	"runtime"
	"sync"

	"github.com/hearsay-engine/hearsay/news"
)

// Predict reads each gold document's text and gives what was found in it, and
// why a document could not be read. Such a one is left out; so is one whose
// text the engine changed, as its offsets would not hold.
func Predict(gold []Document, read Reader) (found []Document, refused []error) {
	docs, errs := make([]Document, len(gold)), make([]error, len(gold))
	inParallel(len(gold), func(i int) {
		docs[i], errs[i] = predict(gold[i], read)
	})
	for i, err := range errs {
		if err != nil {
			refused = append(refused, err)
			continue
		}
		found = append(found, docs[i])
	}
	return found, refused
}

func predict(gold Document, read Reader) (Document, error) {
	a, err := read(news.Blob{ID: gold.ID, Media: news.MediaText, Charset: "utf-8", Bytes: []byte(gold.Text)})
	if err != nil {
		return Document{}, err
	}
	if a.Text != gold.Text {
		return Document{}, news.Errorf(news.Internal, gold.ID, "report this text", "the text was changed in reading, so offsets cannot be compared")
	}
	return prediction(a), nil
}

// prediction is an article's statements in code points.
func prediction(a *news.Article) Document {
	ruler := news.NewRuler(a.Text)
	d := Document{ID: a.ID, Text: a.Text, Statements: make([]Statement, len(a.Statements))}
	for i := range a.Statements {
		d.Statements[i] = statement(a.Text, ruler, &a.Statements[i])
	}
	return d
}

func statement(text string, ruler *news.Ruler, s *news.Statement) Statement {
	extent := func(sp news.Span) Extent {
		return Extent{Start: ruler.CodePoints(sp.Start), End: ruler.CodePoints(sp.End), Text: sp.Of(text)}
	}
	out := Statement{SpeakerName: s.SpeakerName, Type: string(s.Kind), Voice: string(s.Voice)}
	for _, c := range s.Content {
		out.Content = append(out.Content, extent(c))
	}
	if s.Speaker != nil {
		x := extent(*s.Speaker)
		out.Speaker = &Speaker{Start: &x.Start, End: x.End, Text: x.Text, Name: s.SpeakerName}
	}
	if s.Cue != nil {
		x := extent(*s.Cue)
		out.Cue = &x
	}
	if s.Within != news.Outermost {
		out.Within = &s.Within
	}
	return out
}

// inParallel runs do(0) … do(n-1) on every processor.
func inParallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
