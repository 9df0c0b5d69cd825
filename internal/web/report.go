package web

import (
	"bytes"
	"context"
	"io"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/doctor"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/paper"
	"github.com/hearsay-engine/hearsay/internal/report"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// report is a case as it is handed on, to be read or printed.
func (s *Server) report(r *http.Request, f pages.Frame) (templ.Component, error) {
	rep, err := s.reportOf(r)
	if err != nil {
		return nil, err
	}
	f.Title, f.Paper = rep.Case, s.paper.address
	_, none := paper.Find()
	return pages.ReportPage(f, rep, none == nil), nil
}

func (s *Server) reportOf(r *http.Request) (*report.Report, error) {
	return keep.Report(r.Context(), s.archive, r.PathValue("id"), time.Now(), "hearsay "+doctor.ProgramVersion().Version)
}

// reportForms write a report in one form each.
var reportForms = map[string]struct {
	media string
	write func(context.Context, io.Writer, *report.Report) error
}{
	"report.html": {"text/html; charset=utf-8", WriteReport},
	"report.md": {"text/markdown; charset=utf-8", func(ctx context.Context, w io.Writer, r *report.Report) error {
		return report.Markdown(w, r, func(sentence string) string { return messages.Told(ctx, sentence) })
	}},
	"report.json": {"application/json", func(_ context.Context, w io.Writer, r *report.Report) error { return wire.NewEncoder(w).Encode(r) }},
}

// reportFile is the report as a file to save.
func (s *Server) reportFile(w http.ResponseWriter, r *http.Request) error {
	if r.PathValue("file") == printedReport {
		return s.reportPrinted(w, r)
	}
	form, known := reportForms[r.PathValue("file")]
	if !known {
		return news.Errorf(news.NotFound, r.URL.Path, "take report, report.html, report.pdf, report.md or report.json", "a case has no such page")
	}
	rep, err := s.reportOf(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := form.write(r.Context(), &b, rep); err != nil {
		return err
	}
	return sendFile(w, r, rep, form.media, b.Bytes())
}

// sendFile has a reader save a report.
func sendFile(w http.ResponseWriter, r *http.Request, rep *report.Report, media string, b []byte) error {
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": rep.Case + " " + r.PathValue("file")}))
	_, err := w.Write(b)
	return err
}

// printedReport is the report as a PDF; printing takes as long as a browser takes to
// start and draw.
const (
	printedReport = "report.pdf"
	printingTime  = 2 * time.Minute
)

// reportPrinted prints the report by an installed browser, one at a time: for who may
// decide, and not because a page of another site holds its address.
func (s *Server) reportPrinted(w http.ResponseWriter, r *http.Request) error {
	if from := r.Header.Get("Sec-Fetch-Site"); editor(r.Context()) == "" || from != "" && from != "same-origin" && from != "none" {
		return news.Errorf(news.NotFound, r.URL.Path, "save the report as one HTML file and print that", "an editor has it printed, from its page")
	}
	browser, err := paper.Find()
	if err != nil {
		return err
	}
	if !s.printing.TryLock() {
		return news.Errorf(news.Busy, r.URL.Path, "try again in some seconds", "another report is being printed")
	}
	defer s.printing.Unlock()
	rep, err := s.reportOf(r)
	if err != nil {
		return err
	}
	if err := http.NewResponseController(w).SetWriteDeadline(time.Now().Add(printingTime)); err != nil {
		return err
	}
	var page bytes.Buffer
	if err := WriteReport(r.Context(), &page, rep); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "hearsay-report-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	to := filepath.Join(folder, printedReport)
	if err := paper.PDF(r.Context(), browser, page.Bytes(), to); err != nil {
		if fault, ours := faultOf(err); ours {
			fault.ID = rep.Case // where it was to be printed is nobody's business
		}
		return err
	}
	b, err := os.ReadFile(to)
	if err != nil {
		return err
	}
	return sendFile(w, r, rep, "application/pdf", b)
}

// WriteReport writes a report as one HTML file that needs nothing else.
func WriteReport(ctx context.Context, w io.Writer, r *report.Report) error {
	style, err := static.ReadFile("static/report.css")
	if err != nil {
		return err
	}
	return pages.ReportFile(r, string(style)).Render(ctx, w)
}
