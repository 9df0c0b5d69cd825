package store

import (
	"database/sql"
	"fmt"
)

// sharing checks that names stand in buckets of their layer, and that links lead
// to names of one layer, there and back.
func (v *verifier) sharing() error {
	layers, err := v.layers()
	if err != nil {
		return err
	}
	err = v.list("names", "SELECT bucket_id, names FROM bucket ORDER BY 1", func(rows *sql.Rows) (string, error) {
		var row int64
		var packed sql.RawBytes
		if err := rows.Scan(&row, &packed); err != nil {
			return "", err
		}
		names, err := unpackNames(nil, packed)
		if err != nil {
			return fmt.Sprintf("bucket %d: %v", row, err), nil
		}
		layer := bucketKey(row >> partBits).layer()
		if layer != shortNames {
			layer = full
		}
		for _, id := range names {
			if layers[id] != layer {
				return fmt.Sprintf("bucket %d holds a name that does not stand there", row), nil
			}
		}
		return "", nil
	})
	if err != nil {
		return err
	}
	if err := v.links(layers); err != nil {
		return err
	}
	return v.shortLinks(layers)
}

func (v *verifier) layers() (map[int64]int, error) {
	out := map[int64]int{}
	err := v.list("names", "SELECT name_id, layer FROM name", func(rows *sql.Rows) (string, error) {
		var id int64
		var layer int
		err := rows.Scan(&id, &layer)
		out[id] = layer
		return "", err
	})
	return out, err
}

func (v *verifier) links(layers map[int64]int) error {
	type link struct {
		pair
		level int8
	}
	oneWay := map[link]bool{}
	err := v.list("names", "SELECT name_id, others FROM link", func(rows *sql.Rows) (string, error) {
		var id int64
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed); err != nil {
			return "", err
		}
		links, err := unpackLinks(packed)
		if err != nil {
			return fmt.Sprintf("links of name %d: %v", id, err), nil
		}
		for _, h := range links {
			if layers[id] == uncompared || layers[h.other] != layers[id] {
				return fmt.Sprintf("name %d is linked to one of another layer", id), nil
			}
			l := link{pair{min(id, h.other), max(id, h.other)}, h.level}
			if oneWay[l] {
				delete(oneWay, l)
			} else {
				oneWay[l] = true
			}
		}
		return "", nil
	})
	if err == nil && len(oneWay) > 0 {
		v.problem("names", "%d links lead one way", len(oneWay))
	}
	return err
}

// shortLinks checks that what short names are like knows of it.
func (v *verifier) shortLinks(layers map[int64]int) error {
	oneWay := map[pair]bool{}
	err := v.list("names", "SELECT name_id, others FROM short_link", func(rows *sql.Rows) (string, error) {
		var id int64
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed); err != nil {
			return "", err
		}
		others, err := unpackNames(nil, packed)
		if err != nil {
			return fmt.Sprintf("short names like name %d: %v", id, err), nil
		}
		for _, o := range others {
			if layers[id]+layers[o] != full+shortNames {
				return fmt.Sprintf("name %d is like one that is not of the other layer", id), nil
			}
			if p := (pair{min(id, o), max(id, o)}); oneWay[p] {
				delete(oneWay, p)
			} else {
				oneWay[p] = true
			}
		}
		return "", nil
	})
	if err == nil && len(oneWay) > 0 {
		v.problem("names", "%d names are like short ones one way", len(oneWay))
	}
	return err
}
