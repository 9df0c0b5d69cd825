package store

import (
	"database/sql/driver"

	"modernc.org/sqlite"

	"github.com/hearsay-engine/hearsay/internal/match"
)

// hearsay_gist packs a gist that was kept spelled out before migration 55; what does
// not read stays, and verify tells of it.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_gist", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		spelled, _ := args[0].([]byte)
		if packed, err := match.Respelled(spelled); err == nil {
			return packed, nil
		}
		return args[0], nil
	})
}
