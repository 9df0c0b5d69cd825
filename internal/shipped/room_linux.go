package shipped

import (
	"reflect"
	"syscall"
)

// largePage is what most processors map at once where they are asked to.
const largePage = 2 << 20

// room is an empty slice with room for n bytes, in large pages if the system has
// them and n is worth one. A model is read here and there, many times a word: in
// small pages most reads wait twice, for where a page lies and for what it holds.
func room(n int) []byte {
	if n < largePage/2 {
		return make([]byte, 0, n)
	}
	whole := (n + largePage - 1) / largePage * largePage
	all := make([]byte, whole+largePage)
	from := int(-reflect.ValueOf(all).Pointer() % largePage)
	out := all[from:][:whole]
	_ = syscall.Madvise(out, syscall.MADV_HUGEPAGE) // a system without them has small ones
	return out[:0:whole]
}
