package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/corrections"
)

// doubtsKept is migration 33: statements that were kept before are told by the
// doubtful rules that had a part in them.
func doubtsKept(ctx context.Context, tx *sql.Tx) error {
	for after := int64(0); ; {
		var said []byte
		err := tx.QueryRowContext(ctx, "SELECT article_id, said FROM reading WHERE article_id > ? ORDER BY article_id LIMIT 1", after).Scan(&after, &said)
		if err == sql.ErrNoRows {
			_, err = tx.ExecContext(ctx, "INSERT INTO doubt_tally SELECT doubt, count(*) FROM statement WHERE doubt <> 0 AND corrections = '' GROUP BY doubt")
			return err
		}
		if err != nil {
			return err
		}
		all, err := unpackSaid(said)
		if err != nil {
			continue // verify tells of it
		}
		for i := range all {
			if bits := corrections.DoubtsIn(all[i].reasons); bits != 0 {
				if _, err := tx.ExecContext(ctx, "UPDATE statement SET doubt = ? WHERE article_id = ? AND number = ? AND voice = "+attributed, bits, after, i); err != nil {
					return err
				}
			}
		}
	}
}
