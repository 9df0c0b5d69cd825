package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/accounts"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// SetAccount adds an account, or gives one another role and password.
func (a *Archive) SetAccount(ctx context.Context, n accounts.Account) error {
	return a.change(ctx, func(b *batch) error {
		return b.exec("INSERT OR REPLACE INTO account (folded, name, role, hash) VALUES (?, ?, ?, ?)", fold.Name(n.Name), n.Name, string(n.Role), n.Hash)
	})
}

// RemoveAccount removes one. The error is news.NotFound when there is none.
func (a *Archive) RemoveAccount(ctx context.Context, name string) error {
	if _, err := a.Account(ctx, name); err != nil {
		return err
	}
	return a.change(ctx, func(b *batch) error { return b.exec("DELETE FROM account WHERE folded = ?", fold.Name(name)) })
}

// Account gives one by its name. The error is news.NotFound when there is none.
func (a *Archive) Account(ctx context.Context, name string) (accounts.Account, error) {
	var n accounts.Account
	err := a.read.QueryRowContext(ctx, "SELECT name, role, hash FROM account WHERE folded = ?", fold.Name(name)).Scan(&n.Name, &n.Role, &n.Hash)
	if err == sql.ErrNoRows {
		return n, news.Errorf(news.NotFound, name, "see hearsay account list", "there is no such account")
	}
	return n, a.fault(err)
}

// Accounts lists all by name, without hashes.
func (a *Archive) Accounts(ctx context.Context) ([]accounts.Account, error) {
	var out []accounts.Account
	err := a.eachRow(ctx, "SELECT name, role FROM account ORDER BY folded", nil, func(rows *sql.Rows) error {
		var n accounts.Account
		err := rows.Scan(&n.Name, &n.Role)
		out = append(out, n)
		return err
	})
	return out, a.fault(err)
}
