package store

import (
	"database/sql/driver"
	"encoding/json"

	"modernc.org/sqlite"

	"github.com/hearsay-engine/hearsay/news"
)

// jsonEdge is an edge as it was kept before migration 54.
type jsonEdge struct {
	Directed  bool           `json:"d"`
	Share     float64        `json:"s"`
	Certainty news.Certainty `json:"c"`
	Passages  [][6]int       `json:"p"` // From's bytes, To's bytes, words, quoted
	Reasons   string         `json:"r"`
}

// hearsay_edge makes packEdge of a jsonEdge; what does not read stays, and verify
// tells of it.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_edge", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		kept, _ := args[0].(string)
		var e jsonEdge
		if json.Unmarshal([]byte(kept), &e) != nil {
			return args[0], nil
		}
		c := news.Copy{Directed: e.Directed, Share: e.Share, Certainty: e.Certainty}
		for _, p := range e.Passages {
			c.Passages = append(c.Passages, news.CopyPassage{From: news.Span{Start: p[0], End: p[1]}, To: news.Span{Start: p[2], End: p[3]}, Words: p[4], Quoted: p[5]})
		}
		var err error
		if c.Reasons, err = unpackReasons(e.Reasons); err != nil {
			return args[0], nil
		}
		return packEdge(&c), nil
	})
}
