package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"github.com/hearsay-engine/hearsay/news"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID is "hear" in SQLite's header; the first migration writes it.
const applicationID = 0x68656172

// migrate brings the tables up to date. It refuses a file that is no archive
// and an archive that a later hearsay has written. Migrations that an archive
// missed are made up for: their numbers are given before they are done. Of an archive
// that has tables, renewing is told before.
func (a *Archive) migrate(ctx context.Context, renewing func()) (renewed bool, err error) {
	if err := a.recognise(ctx); err != nil {
		return false, err
	}
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return false, err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, a.pool, folder, goose.WithDisableGlobalRegistry(true), goose.WithAllowOutofOrder(true),
		goose.WithGoMigrations(goose.NewGoMigration(15, &goose.GoFunc{RunTx: toldTogether}, nil), goose.NewGoMigration(33, &goose.GoFunc{RunTx: doubtsKept}, nil),
			goose.NewGoMigration(52, &goose.GoFunc{RunTx: statementsClose}, nil), goose.NewGoMigration(53, &goose.GoFunc{RunTx: aboutRuns.packAll}, nil), goose.NewGoMigration(56, &goose.GoFunc{RunTx: namingRuns.packAll}, nil)))
	if err != nil {
		return false, fmt.Errorf("migrations: %w", err)
	}
	have, want, err := p.GetVersions(ctx)
	if err != nil {
		return false, fmt.Errorf("migrations: %w", err)
	}
	if have > want {
		return false, news.Errorf(news.Usage, a.path, "install a later hearsay, or name another file with --archive",
			"the archive was written by a later hearsay (its tables are at version %d, this program knows %d)", have, want)
	}
	pending, err := p.HasPending(ctx)
	if err != nil || !pending {
		return false, err
	}
	if have > 0 && renewing != nil {
		renewing()
	}
	if _, err := p.Up(ctx); err != nil {
		return false, fmt.Errorf("migrations: %w", err)
	}
	return true, nil
}

// countAll counts what migrations left to be counted.
func (a *Archive) countAll(ctx context.Context) error {
	if err := a.change(ctx, func(*batch) error { return nil }); err != nil {
		return err
	}
	return a.countClaims(ctx)
}

// recognise refuses an SQLite file that other programs' tables fill.
func (a *Archive) recognise(ctx context.Context) error {
	var id, tables int
	if err := a.pool.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	const foreign = "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%'"
	if err := a.pool.QueryRowContext(ctx, foreign).Scan(&tables); err != nil {
		return err
	}
	if id == applicationID || id == 0 && tables == 0 {
		return nil
	}
	return news.Errorf(news.Malformed, a.path, "name another file with --archive", "this SQLite file is not a hearsay archive")
}
