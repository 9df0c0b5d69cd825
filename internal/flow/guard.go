package flow

import (
	"fmt"
	"runtime/debug"

	"github.com/hearsay-engine/hearsay/news"
)

// River takes one capture to an article.
type River func(news.Blob) (*news.Article, error)

// Guarded is river with a fault of ours made to cost the one article and not
// the run.
func Guarded(river River) River {
	return func(b news.Blob) (a *news.Article, err error) {
		defer func() {
			if p := recover(); p != nil {
				a, err = nil, &news.Error{Fault: news.Internal, ID: b.ID, Words: "hearsay failed on this article",
					Mend: "report it with the file", Err: fmt.Errorf("panic: %v\n%s", p, debug.Stack())}
			}
		}()
		return river(b)
	}
}
