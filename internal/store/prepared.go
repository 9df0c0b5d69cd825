package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// preparedStatements are the writer's, ready on its one connection: to prepare
// what a step of the sweep runs takes longer than many a step.
type preparedStatements struct {
	asked map[string]int // in how many transactions
	ready map[string]*sql.Stmt
}

// often is in how many transactions a query is asked before it is kept ready: a
// program that adds one article and ends has no use for it.
const often = 3

// keep makes the queries of a transaction that has ended ready for the next.
// Without one, the next prepares it.
func (p *preparedStatements) keep(ctx context.Context, db *sql.DB, queries map[string]*sql.Stmt) {
	for q := range queries {
		if p.asked[q]++; p.asked[q] != often {
			continue
		}
		if s, err := db.PrepareContext(ctx, q); err == nil {
			p.ready[q] = s
		}
	}
}

// in gives a statement for a transaction, nil when it is not ready.
func (p *preparedStatements) in(ctx context.Context, tx *sql.Tx, query string) *sql.Stmt {
	if s := p.ready[query]; s != nil {
		return tx.StmtContext(ctx, s)
	}
	return nil
}

func (p *preparedStatements) close() error {
	var errs []error
	for _, s := range p.ready {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}

// askedOften are the readers' statements that are asked many times for one
// answer: the few queries that ready is called with.
type askedOften struct{ of sync.Map }

// ready gives a query's statement; it is closed with the connections.
func (p *askedOften) ready(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	if s, known := p.of.Load(query); known {
		return s.(*sql.Stmt), nil
	}
	s, err := db.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	have, met := p.of.LoadOrStore(query, s)
	if met {
		err = s.Close()
	}
	return have.(*sql.Stmt), err
}
