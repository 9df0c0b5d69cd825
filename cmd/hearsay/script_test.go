package main

import (
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
		Dir: "testdata/script",
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
