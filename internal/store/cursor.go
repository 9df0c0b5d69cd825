package store

import (
	"hash/crc32"
	"strconv"
	"strings"
)

// sealed is a place of a walk with a check of it, so that words which no page gave,
// or another walk's, are not taken for a place: every word is one in the order of
// ids, and every short one in that of rows. It keeps nobody from making one.
func sealed(walk, place string) string {
	return place + "." + strconv.FormatUint(uint64(crc32.ChecksumIEEE([]byte(walk+"\x00"+place))), 36)
}

// unsealed is the place of a cursor of a walk.
func unsealed(walk, cursor string) (string, error) {
	i := strings.LastIndexByte(cursor, '.')
	if i < 0 || cursor != sealed(walk, cursor[:i]) {
		return "", noSuchPage()
	}
	return cursor[:i], nil
}
