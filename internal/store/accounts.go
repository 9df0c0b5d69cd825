package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/accounts"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// SetAccount adds an account, or gives one another role and password: its tokens
// end with the old one.
func (a *Archive) SetAccount(ctx context.Context, n accounts.Account) error {
	return a.change(ctx, func(b *batch) error {
		if err := b.exec("DELETE FROM token WHERE account = ?", fold.Name(n.Name)); err != nil {
			return err
		}
		return b.exec(`INSERT INTO account (folded, name, role, hash) VALUES (?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET name = excluded.name, role = excluded.role, hash = excluded.hash`, fold.Name(n.Name), n.Name, string(n.Role), n.Hash)
	})
}

// RemoveAccount removes one. The error is news.NotFound when there is none.
func (a *Archive) RemoveAccount(ctx context.Context, name string) error {
	if _, err := a.Account(ctx, name); err != nil {
		return err
	}
	return a.change(ctx, func(b *batch) error {
		if err := b.exec("DELETE FROM token WHERE account = ?", fold.Name(name)); err != nil {
			return err
		}
		return b.exec("DELETE FROM account WHERE folded = ?", fold.Name(name))
	})
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

// maxTokens bounds the tokens of one account.
const maxTokens = 100

// AddToken lets programs in as an account that send a token of this hash; label
// says what it is for. The error is news.NotFound when there is no such account.
func (a *Archive) AddToken(ctx context.Context, account, label string, hash []byte) error {
	if _, err := a.Account(ctx, account); err != nil {
		return err
	}
	return a.change(ctx, func(b *batch) error {
		var n int
		if _, err := b.find("SELECT count(*) FROM token WHERE account = ?", []any{fold.Name(account)}, &n); err != nil {
			return err
		}
		if n >= maxTokens {
			return news.Errorf(news.TooLarge, account, "end them: hearsay account token NAME --end", "the account has %d tokens", n)
		}
		return b.exec("INSERT INTO token (hash, account, label) VALUES (?, ?, ?)", hash, fold.Name(account), label)
	})
}

// EndTokens ends all tokens of an account and tells how many there were.
func (a *Archive) EndTokens(ctx context.Context, account string) (n int, err error) {
	if _, err := a.Account(ctx, account); err != nil {
		return 0, err
	}
	err = a.change(ctx, func(b *batch) error {
		if _, err := b.find("SELECT count(*) FROM token WHERE account = ?", []any{fold.Name(account)}, &n); err != nil {
			return err
		}
		return b.exec("DELETE FROM token WHERE account = ?", fold.Name(account))
	})
	return n, err
}

// TokenAccount gives the account that a token is of. The error is news.NotFound
// when it is none's.
func (a *Archive) TokenAccount(ctx context.Context, hash []byte) (accounts.Account, error) {
	var n accounts.Account
	err := a.read.QueryRowContext(ctx, "SELECT a.name, a.role, a.hash FROM token t JOIN account a ON a.folded = t.account WHERE t.hash = ?", hash).Scan(&n.Name, &n.Role, &n.Hash)
	if err == sql.ErrNoRows {
		return n, news.Errorf(news.NotFound, "the token", "make one: hearsay account token NAME", "it is of no account")
	}
	return n, a.fault(err)
}
