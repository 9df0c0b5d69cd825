package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// inputFlags is what a person may state about all inputs of a command.
type inputFlags struct {
	given   news.Given
	charset string
}

func (f *inputFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.given.URL, "given-url", "", "the address these inputs were saved from")
	flags.StringVar(&f.given.Outlet, "given-outlet", "", "the outlet of these inputs")
	flags.Var((*publishedFlag)(&f.given.Published), "given-published", "when these inputs were published, ISO 8601")
	flags.StringVar(&f.given.Language, "given-language", "", "the language of these inputs, such as en")
	flags.StringVar(&f.charset, "charset", "", "the charset of these inputs, whatever they state themselves")
}

// publishedFlag is a date as given, refused when it is none: it would be left
// out of every article without a word.
type publishedFlag string

func (p *publishedFlag) Set(words string) error {
	if _, ok := when.Parse(words, when.NoOrder); !ok && words != "" {
		return errors.New("no date: write it as 2031-03-06 or 2031-03-06T14:45+03:00")
	}
	*p = publishedFlag(words)
	return nil
}

func (p *publishedFlag) String() string { return string(*p) }

func (p *publishedFlag) Type() string { return "date" }

// failures lists inputs that could not be read: for the person on standard
// error, for programs as JSON lines in a file.
type failures struct {
	errs  io.Writer
	file  *os.File
	lines *json.Encoder
	count int

	unwritten error // why the file lacks lines
}

// failure is one line of the --failures file.
type failure struct {
	ID    string `json:"id"`
	Fault string `json:"fault"`
	Words string `json:"words"`
	Mend  string `json:"mend,omitempty"`
}

func newFailures(errs io.Writer, path string) (*failures, error) {
	f := &failures{errs: errs}
	if path == "" {
		return f, nil
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, news.Errorf(news.Usage, path, "name a file that can be written", "cannot write the list of failures: %v", err)
	}
	f.file, f.lines = file, wire.NewEncoder(file)
	return f, nil
}

// newFailure says of an error what a program wants to know.
func newFailure(id string, err error) failure {
	out := failure{ID: id, Fault: string(news.FaultOf(err)), Words: err.Error()}
	var e *news.Error
	if errors.As(err, &e) {
		out.Words, out.Mend = e.Words, e.Mend
	}
	return out
}

func (f *failures) add(id string, err error) {
	f.count++
	fail := newFailure(id, err)
	line := fmt.Sprintf("%s: %s", id, fail.Words)
	if fail.Mend != "" {
		line += " (" + fail.Mend + ")"
	}
	fmt.Fprintln(f.errs, "hearsay:", wire.Printable(line))
	if f.lines == nil || f.unwritten != nil {
		return
	}
	if f.unwritten = f.lines.Encode(fail); f.unwritten != nil {
		fmt.Fprintln(f.errs, "hearsay: the list of failures is not whole:", f.unwritten)
	}
}

func (f *failures) outcome() error {
	if f.count == 0 {
		return nil
	}
	return errSomeFailed
}

func (f *failures) close() error {
	if f.file == nil {
		return nil
	}
	return errors.Join(f.unwritten, f.file.Close())
}
