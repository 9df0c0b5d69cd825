//go:build !linux

package shipped

// room is an empty slice with room for n bytes.
func room(n int) []byte { return make([]byte, 0, n) }
