package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
)

// Markdown writes a report as CommonMark; whatever a page or a person wrote is
// text in it, never markup. tell gives our sentences in the reader's language; nil
// for English.
func Markdown(out io.Writer, r *Report, tell func(string) string) error {
	if tell == nil {
		tell = func(sentence string) string { return sentence }
	}
	w := &writer{bufio.NewWriter(out), tell}
	w.line("# %s", plain(r.Case))
	w.line("%s", w.says("Case %s, opened %s by %s. Report made %s by %s.", r.ID, r.Day, r.By, r.Made, r.Tool))
	if r.Reason != "" {
		w.line("%s", plain(r.Reason))
	}
	w.line("%s", w.says("%s", r.Counts))
	w.line("%s", w.says(Preface))
	w.remarks(r.Notes, r.Tags)
	for i := range r.Items {
		w.item(i+1, &r.Items[i])
	}
	w.gone(r)
	w.line("## %s", w.says("Evidence"))
	w.line("%s", w.says(Hashes))
	for i := range r.Pages {
		w.page(i+1, &r.Pages[i])
	}
	return w.Flush()
}

type writer struct {
	*bufio.Writer
	tell func(string) string
}

// says is a sentence of ours in the reader's language, as text.
func (w *writer) says(form string, args ...any) string {
	return plain(w.tell(fmt.Sprintf(form, args...)))
}

// line is a paragraph of its own.
func (w *writer) line(form string, args ...any) { fmt.Fprintf(w, form+"\n\n", args...) }

// unknown stands for what no page states.
const unknown = "unknown"

// archived are the facts whose values are words of a page, and stay.
var archived = map[string]bool{"Id": true, "At the outlet": true, "Outlet": true, "Captured from": true, "Article": true, "Language": true, "Read by": true}

// facts are a list of what is known; empty values are left out.
func (w *writer) facts(all ...[2]string) {
	for _, f := range all {
		if f[1] != "" {
			value := f[1]
			if !archived[f[0]] || value == unknown {
				value = w.tell(value)
			}
			fmt.Fprintf(w, "- %s: %s\n", w.says("%s", f[0]), plain(value))
		}
	}
	w.WriteByte('\n')
}

func (w *writer) quote(words []string) {
	escaped := make([]string, len(words))
	for i, x := range words {
		escaped[i] = plain(x)
	}
	w.line("> %s", strings.Join(escaped, " […] "))
}

func (w *writer) remarks(notes []Note, tags []string) {
	for _, n := range notes {
		w.line("%s, %s, %s: %s", w.says("Note"), plain(n.By), w.says("%s", n.Day), plain(n.Words))
	}
	if len(tags) > 0 {
		w.line("%s %s", w.says("Tags:"), plain(strings.Join(tags, ", ")))
	}
}

func (w *writer) item(n int, it *Item) {
	switch {
	case it.Said != nil:
		w.said(n, it.Said)
	case it.Claim != nil:
		w.line("## %d. %s", n, w.says("Claim"))
		w.claim(it.Claim)
	case it.Name != nil:
		x := it.Name
		w.line("## %d. %s", n, plain(x.Name))
		w.facts([2]string{"Kind", x.Kind}, [2]string{"Id", x.ID}, [2]string{"Written", strings.Join(x.Written, "; ")}, [2]string{"Reported as saying", statements(x.Said)},
			[2]string{"Named in what others said", statements(x.About)})
	default:
		w.line("## %d. %s", n, w.says("Article"))
		w.line("%s", w.says("See page [%d] of the evidence.", it.Page))
	}
	w.line("%s", strings.TrimSpace(w.says("Picked %s by %s.", it.Day, it.By)+" "+plain(it.Reason)))
	w.remarks(it.Notes, it.Tags)
}

func statements(n int) string {
	if n == 1 {
		return "1 statement"
	}
	return fmt.Sprintf("%d statements", n)
}

func (w *writer) said(n int, s *Said) {
	w.line("## %d. %s", n, w.says("%s", s.Speaker()))
	w.quote(s.Content)
	w.facts([2]string{"Said", s.How()}, [2]string{"Stands in", fmt.Sprintf("page [%d], code points %d to %d of its text", s.Page, s.Start, s.End)},
		[2]string{"At the outlet", s.Address}, [2]string{"Reviewed", s.Reviewed})
	for i := range s.Claims {
		w.claim(&s.Claims[i])
	}
}

// How tells the cue, the kind, the polarity and the remove.
func (s *Said) How() string {
	parts := []string{s.Kind}
	if s.Polarity != "asserts" {
		parts = append(parts, s.Polarity)
	}
	if s.Cue != "" {
		parts = append(parts, "by the words “"+s.Cue+"”")
	}
	return strings.Join(append(parts, s.Remove), ", ")
}

func (w *writer) claim(c *Claim) {
	lead := "Claim"
	if c.Relation != "" {
		lead = "It " + c.Relation + " the claim"
	}
	w.line("%s “%s” (%s). %s", w.says("%s", lead), plain(c.Words), c.ID, w.says("%s", c.First))
	for _, m := range c.May {
		fmt.Fprintf(w, "- %s, %s\n", plain(cmp.Or(m.Outlet, w.says("outlet unknown"))), w.says("%s", m.When))
	}
	for _, words := range c.Counts {
		fmt.Fprintf(w, "- %s\n", w.says("%s", words))
	}
	for _, list := range [][]Voice{c.Against, c.Repeats} {
		for _, v := range list {
			fmt.Fprintf(w, "- %s: %s, %s: “%s” \\[%d\\]\n", w.says("%s", v.Relation), w.says("%s", v.Who), w.says("%s", v.Remove), plain(v.Words), v.Page)
		}
	}
	if c.More > 0 {
		fmt.Fprintf(w, "- %s\n", w.says("%d more, not listed here: hearsay trace %s", c.More, c.ID))
	}
	for _, u := range c.Unknown {
		fmt.Fprintf(w, "- %s: %s\n", w.says("not known"), w.says("%s", u))
	}
	w.WriteByte('\n')
}

func (w *writer) gone(r *Report) {
	if len(r.Gone) == 0 && r.Lost == 0 {
		return
	}
	w.line("## %s", w.says("Not found any more"))
	for _, g := range r.Gone {
		fmt.Fprintf(w, "- %s “%s”: %s; %s %s, %s\n", w.says("%s", g.Target), plain(g.Words), w.says("%s", g.Why), w.says("picked"), w.says("%s", g.Day), plain(g.By))
	}
	if r.Lost > 0 {
		fmt.Fprintf(w, "- %s\n", w.says("of articles that were forgotten: %d", r.Lost))
	}
	w.WriteByte('\n')
}

func (w *writer) page(n int, p *Page) {
	w.line("### \\[%d\\] %s", n, plain(p.Title))
	w.facts(p.Facts()...)
}

// Facts are what is known of a page, each with its label; empty where it is not.
func (p *Page) Facts() [][2]string {
	return [][2]string{{"Outlet", p.Outlet}, {"Published", p.Published}, {"Captured from", p.URL}, {"Article", p.Article}, {"Language", p.Language}, {"Note", p.Note},
		{"Copies", p.Copies}, {"Carries", p.Carries}, {"SHA-256 of the capture", p.Capture}, {"SHA-256 of the text", p.Text}, {"Version", p.Version}, {"Read by", strings.Join(p.Stages, ", ")}}
}

// What may be markup in CommonMark, or HTML in it: anywhere in a line, and at
// the beginning of one.
const (
	special = "\\`*_[]<>&|~$"
	leading = "#+-="
)

// plain is words as text on one line: what may be markup is escaped.
func plain(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	numbered := strings.IndexFunc(words, func(r rune) bool { return r < '0' || r > '9' }) // "1." begins a list
	var b strings.Builder
	for i, r := range words {
		if r < ' ' || r == 0x7f {
			continue
		}
		if strings.ContainsRune(special, r) || i == 0 && strings.ContainsRune(leading, r) || i > 0 && i == numbered && (r == '.' || r == ')') {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
