package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// preparedStatements are those of connections that are asked often: to prepare a
// query takes longer than many an answer.
type preparedStatements struct {
	sync.Mutex
	asked map[string]int
	ready map[string]*sql.Stmt
}

const (
	// often is how many times a query is asked before it is kept ready: a program
	// that adds one article and ends has no use for it.
	often = 3
	// mostReady bounds the queries kept ready, of some hundred that are always the
	// same; of words and filters new ones are made without end.
	mostReady = 256
)

// preparer is a connection, or a pool of them.
type preparer interface {
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

func newPrepared() preparedStatements {
	return preparedStatements{asked: map[string]int{}, ready: map[string]*sql.Stmt{}}
}

// of gives a query's statement, nil when it is not ready.
func (p *preparedStatements) of(query string) *sql.Stmt {
	p.Lock()
	defer p.Unlock()
	return p.ready[query]
}

// keep counts that a query is asked and makes it ready when that is often. It
// gives nil while it is not, and the query is asked as it is.
func (p *preparedStatements) keep(ctx context.Context, db preparer, query string) *sql.Stmt {
	p.Lock()
	s, times := p.ready[query], p.asked[query]
	if s == nil && len(p.ready) < mostReady {
		if len(p.asked) > 10*mostReady {
			clear(p.asked)
		}
		p.asked[query] = times + 1
	}
	p.Unlock()
	if s != nil || times+1 != often {
		return s
	}
	s, err := db.PrepareContext(ctx, query)
	p.Lock()
	defer p.Unlock()
	delete(p.asked, query)
	if err != nil {
		return nil
	}
	p.ready[query] = s
	return s
}

func (p *preparedStatements) close() error {
	p.Lock()
	defer p.Unlock()
	var errs []error
	for _, s := range p.ready {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}

// reader asks the connections that only read.
type reader struct {
	*sql.DB
	prepared preparedStatements
}

func (r *reader) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if s := r.prepared.keep(ctx, r.DB, query); s != nil {
		return s.QueryContext(ctx, args...)
	}
	return r.DB.QueryContext(ctx, query, args...)
}

func (r *reader) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if s := r.prepared.keep(ctx, r.DB, query); s != nil {
		return s.QueryRowContext(ctx, args...)
	}
	return r.DB.QueryRowContext(ctx, query, args...)
}

// look is an archive as it is at one moment, for several queries.
type look struct {
	*reader
	tx    *sql.Tx
	asked []string
}

func (r *reader) look(ctx context.Context) (*look, error) {
	tx, err := r.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	return &look{reader: r, tx: tx}, err
}

func (l *look) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if s := l.prepared.of(query); s != nil {
		return l.tx.StmtContext(ctx, s).QueryContext(ctx, args...)
	}
	l.asked = append(l.asked, query)
	return l.tx.QueryContext(ctx, query, args...)
}

// end lets go of the moment, and only then makes queries ready, which takes another
// connection: where all are held by who waits for one, nobody would get it.
func (l *look) end(ctx context.Context) {
	l.tx.Rollback()
	for _, query := range l.asked {
		l.prepared.keep(ctx, l.DB, query)
	}
}

// Close ends the connections and what is ready on them.
func (r *reader) Close() error {
	return errors.Join(r.prepared.close(), r.DB.Close())
}
