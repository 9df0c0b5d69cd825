package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/doctor"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/paper"
	"github.com/hearsay-engine/hearsay/internal/report"
	"github.com/hearsay-engine/hearsay/internal/web"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type caseReport struct {
	archive archiveFlag
	out     string
	format  string
	pdf     bool
}

func newCaseReport() *cobra.Command {
	var x caseReport
	cmd := &cobra.Command{
		Use:   "report CASE -o FILE",
		Short: "A case as one file to hand on: HTML that needs nothing else, Markdown, JSON, or PDF",
		Long: `report writes each picked item in the words of its page, with who is reported as
saying it, where it stands, by which evidence it is dated, who else tells or denies
it, and the SHA-256 of every page. The form is that of FILE's name (.html, .md,
.json, .pdf), or --format. --pdf prints it as PDF beside the HTML, by an installed
Chromium that is kept from the network, and on Unix from more than 3 GiB a process;
HEARSAY_BROWSER names another.`,
		Args: oneArg("case report", "a case by its name or id"),
		RunE: func(cmd *cobra.Command, args []string) error { return x.run(cmd, args[0]) },
	}
	cmd.Flags().StringVarP(&x.out, "output", "o", "", "write to `FILE`; standard output without")
	cmd.Flags().StringVar(&x.format, "format", "", "html, md, json or pdf; else as FILE is named, else html")
	cmd.Flags().BoolVar(&x.pdf, "pdf", false, "print a PDF too")
	x.archive.register(cmd)
	return cmd
}

// reportForms are the forms of a report but for PDF, which is printed HTML.
var reportForms = map[string]func(context.Context, io.Writer, *report.Report) error{
	"html": web.WriteReport,
	"md":   func(_ context.Context, w io.Writer, r *report.Report) error { return report.Markdown(w, r, nil) },
	"json": func(_ context.Context, w io.Writer, r *report.Report) error { return wire.NewEncoder(w).Encode(r) },
}

// check settles the form and finds the browser before anything is read.
func (x *caseReport) check() (browser string, err error) {
	if x.format == "" {
		x.format = strings.TrimPrefix(filepath.Ext(x.out), ".")
	}
	if x.format == "" || x.format == "htm" {
		x.format = "html"
	}
	printed := x.pdf || x.format == "pdf"
	switch {
	case x.format != "pdf" && reportForms[x.format] == nil:
		return "", news.Errorf(news.Usage, "case report", "take html, md, json or pdf", "no such form: %s", x.format)
	case printed && (x.out == "" || x.out == "-"):
		return "", news.Errorf(news.Usage, "--pdf", "name a file: -o FILE", "it is not said where the PDF goes")
	case x.pdf && x.format != "html" && x.format != "pdf":
		return "", news.Errorf(news.Usage, "--pdf", "take -o FILE.html", "a PDF is printed of HTML")
	case printed:
		return paper.Find()
	}
	return "", nil
}

func (x *caseReport) run(cmd *cobra.Command, name string) (err error) {
	browser, err := x.check()
	if err != nil {
		return err
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	r, err := keep.Report(cmd.Context(), a, name, time.Now(), "hearsay "+doctor.ProgramVersion().Version)
	if err != nil {
		return err
	}
	form := x.format
	if form == "pdf" {
		form = "html"
	}
	var b bytes.Buffer
	if err := reportForms[form](cmd.Context(), &b, r); err != nil {
		return err
	}
	if x.format != "pdf" {
		if err := x.write(cmd, b.Bytes()); err != nil {
			return err
		}
	}
	if browser == "" {
		return nil
	}
	return paper.PDF(cmd.Context(), browser, b.Bytes(), strings.TrimSuffix(x.out, filepath.Ext(x.out))+".pdf")
}

func (x *caseReport) write(cmd *cobra.Command, b []byte) error {
	if x.out == "" || x.out == "-" {
		_, err := cmd.OutOrStdout().Write(b)
		return err
	}
	return os.WriteFile(x.out, b, 0o600)
}
