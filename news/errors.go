package news

import (
	"errors"
	"fmt"
)

// Fault is the kind of an Error, for the program to decide by.
type Fault string

const (
	Empty     Fault = "empty"     // nothing in it
	Binary    Fault = "binary"    // no text
	TooLarge  Fault = "too-large" // over a named bound
	TooDeep   Fault = "too-deep"  // nested over a named bound
	Encoding  Fault = "encoding"  // bytes that are no text in the charset
	Malformed Fault = "malformed" // not in the form it claims
	NotFound  Fault = "not-found" // no such thing
	Denied    Fault = "denied"    // the system refused access
	Usage     Fault = "usage"     // asked for wrongly
	Busy      Fault = "busy"      // another writer is at work
	Damaged   Fault = "damaged"   // an archive that does not verify
	Internal  Fault = "internal"  // a fault of ours
)

// Error is a failure that names the thing it befell and the mend.
type Error struct {
	Fault Fault
	ID    string // the article, file or query it befell
	Words string // what is wrong, for a person
	Mend  string // what to do about it
	At    int    // character of what was asked where the fault stands, counted from 1; 0 for nowhere
	Err   error  // the detail, for the log; may be nil
}

func (e *Error) Error() string {
	s := e.Words
	if e.ID != "" {
		s = e.ID + ": " + s
	}
	if e.Mend != "" {
		s += " (" + e.Mend + ")"
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// FaultOf is the kind of err: Internal for one that states none, "" for nil.
func FaultOf(err error) Fault {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Fault
	}
	return Internal
}

// Errorf makes an Error with its words formatted.
func Errorf(f Fault, id, mend, format string, args ...any) *Error {
	return &Error{Fault: f, ID: id, Mend: mend, Words: fmt.Sprintf(format, args...)}
}
