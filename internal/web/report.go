package web

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/doctor"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/messages"
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
	return pages.ReportPage(f, rep), nil
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
	form, known := reportForms[r.PathValue("file")]
	if !known {
		return news.Errorf(news.NotFound, r.URL.Path, "take report, report.html, report.md or report.json", "a case has no such page")
	}
	rep, err := s.reportOf(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := form.write(r.Context(), &b, rep); err != nil {
		return err
	}
	w.Header().Set("Content-Type", form.media)
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename*=UTF-8''%s", url.PathEscape(rep.Case+" "+r.PathValue("file"))))
	_, err = b.WriteTo(w)
	return err
}

// WriteReport writes a report as one HTML file that needs nothing else.
func WriteReport(ctx context.Context, w io.Writer, r *report.Report) error {
	style, err := static.ReadFile("static/report.css")
	if err != nil {
		return err
	}
	return pages.ReportFile(r, string(style)).Render(ctx, w)
}
