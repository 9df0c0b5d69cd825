package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hearsay": main})
}

// TestScripts runs the command line as a person types it. Each script gets an
// archive of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"filehas": fileHas},
		Setup: func(e *testscript.Env) error {
			examples, err := os.Getwd()
			if err != nil {
				return err
			}
			e.Setenv("EXAMPLES", examples+"/../../examples")
			e.Setenv("HEARSAY_ARCHIVE", e.WorkDir+"/archive.db")
			return nil
		},
	})
}

// fileHas checks that an archive's files hold words, byte for byte: what has
// been forgotten may stand nowhere in them. Of several words all must.
func fileHas(ts *testscript.TestScript, neg bool, args []string) {
	var all []byte
	for _, name := range []string{args[0], args[0] + "-wal"} {
		if b, err := os.ReadFile(ts.MkAbs(name)); err == nil {
			all = append(all, b...)
		}
	}
	for _, words := range args[1:] {
		if has := bytes.Contains(all, []byte(words)) || bytes.Contains(all, bytes.ToLower([]byte(words))); has == neg {
			ts.Fatalf("%s holds %q: %v", args[0], words, has)
		}
	}
}
