package wire

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// course prints stations day by day, as their own dates name the days.
func (t *timeline) course(all []trace.Station) {
	list := byDay(all)
	skipFrom, skipTo := skipped(list, t.Limit)
	day := "none yet"
	for i := 0; i < len(list); i++ {
		if i == skipFrom && skipTo > skipFrom {
			t.line("")
			t.put("…", fmt.Sprintf("%d stations are left out here (--limit 0 for all)", skipTo-skipFrom))
			i = skipTo
		}
		if d := stationDay(list[i]); d != day {
			day = d
			t.line("")
			t.line(cmp.Or(day, "date unknown"))
		}
		if n := copiesFrom(list[i:]); n > fewCopies && (i+n <= skipFrom || i >= skipTo) {
			t.copies(list[i : i+n])
			i += n - 1
			continue
		}
		t.station(list[i])
	}
}

// fewCopies are told of one by one; more of one article on one day are summed up.
const fewCopies = 3

// byDay sorts stations by the day that their date names, whatever its zone, and
// leaves the canonical order within a day; unknown days come last.
func byDay(all []trace.Station) []*trace.Station {
	out := make([]*trace.Station, len(all))
	for i := range all {
		out[i] = &all[i]
	}
	out = oncePerCopy(out)
	slices.SortStableFunc(out, func(a, b *trace.Station) int {
		x, y := stationDay(a), stationDay(b)
		if (x == "") != (y == "") {
			return strings.Compare(y, x)
		}
		return cmp.Or(strings.Compare(x, y), likelyTime(a).Compare(likelyTime(b)))
	})
	return copiesBehind(out)
}

// likelyTime orders the stations of one day: those without a time first.
func likelyTime(s *trace.Station) time.Time {
	if s.Article == nil || !strings.Contains(s.Article.Seen.Best.Value, "T") {
		return time.Time{}
	}
	return likely(s.Article.Seen)
}

// copiesBehind puts what carries an article's words behind it, where both are of
// one day.
func copiesBehind(all []*trace.Station) []*trace.Station {
	out := make([]*trace.Station, 0, len(all))
	last := map[string]int{} // by article: the last of its stations
	for i, s := range all {
		if s.Article != nil && !s.Hollow() {
			last[s.Article.ID] = i
		}
	}
	waiting := map[string][]*trace.Station{}
	for i, s := range all {
		if at, told := originAt(last, s); told && at > i && stationDay(all[at]) == stationDay(s) {
			waiting[s.Copy.From] = append(waiting[s.Copy.From], s)
			continue
		}
		out = append(out, s)
		if s.Article != nil && last[s.Article.ID] == i {
			out = append(out, waiting[s.Article.ID]...)
		}
	}
	return out
}

func originAt(last map[string]int, s *trace.Station) (at int, told bool) {
	if !s.Hollow() {
		return 0, false
	}
	at, told = last[s.Copy.From]
	return at, told
}

// skipped is which stations are left out to show limit of them: those in the
// middle.
func skipped(all []*trace.Station, limit int) (from, to int) {
	if limit <= 0 || len(all) <= limit {
		return len(all), len(all)
	}
	from = (limit + 1) / 2
	return from, len(all) - (limit - from)
}

func stationDay(s *trace.Station) string {
	if s.Event != nil {
		return happeningDay(s.Event)
	}
	return dayOf(s.Article.Seen)
}

// oncePerCopy leaves one station of each article that carries words of one other:
// several tellings in it say no more.
func oncePerCopy(all []*trace.Station) []*trace.Station {
	met := map[[2]string]bool{}
	return slices.DeleteFunc(all, func(s *trace.Station) bool {
		if !s.Hollow() {
			return false
		}
		pair := [2]string{s.Copy.From, s.Article.ID}
		again := met[pair]
		met[pair] = true
		return again
	})
}

// happeningDay is the first day that a told time may mean, or all of the month
// or year.
func happeningDay(e *trace.Happening) string {
	d := day(e.First, e.From.Format(time.DateOnly))
	switch e.Precision {
	case news.Year:
		return d[:min(len(d), len("2006"))]
	case news.Month:
		return d[:min(len(d), len("2006-01"))]
	}
	return d
}

// dayOf is the day, month or year an article's best date names; "" for none.
func dayOf(s news.Seen) string {
	if s.Best.Value == "" {
		return ""
	}
	return day(s.Best.Value, "")
}

func day(value, otherwise string) string {
	d, _, _ := strings.Cut(cmp.Or(value, otherwise), "T")
	return d
}

func (t *timeline) station(s *trace.Station) {
	switch {
	case s.Role == trace.Event:
		t.event(s.Event)
	case s.Hollow():
		t.put("copy", copyWords(s)+refMark+placed(s.Article.ID, s.Article))
	case s.Role == trace.Carries:
		t.put("passage", outletWords(s.Article)+" has the same passage; no statement of it was found there"+refMark+placed(s.Article.ID, s.Article))
	case s.Role == trace.Takes:
		t.takes(s)
	default:
		t.put("told", whoTells(s)+":")
		t.put("", quoted(s.Telling.Content))
		t.put("", placed(refOf(s), s.Article))
	}
}

// takes prints who takes the claim up, by which words, and its words there.
func (t *timeline) takes(s *trace.Station) {
	x := s.Telling
	t.put(done(x.Relation), whoTakes(s)+":")
	if otherwise(x) {
		t.put("", quoted(x.Content))
		t.put("", placed(refOf(s), s.Article))
		return
	}
	apart := len(x.Says) > 0 && !slices.Equal(x.Says, x.Content)
	if apart {
		t.put("", quoted(x.Says))
	}
	if cue := firstOf(x.Takes, x.Cue); cue != nil {
		t.put("", "in the words "+quoted([]trace.Quote{*cue}))
	}
	switch words := quoted(x.Content); {
	case words == t.label && apart:
	case apart || x.Voice == news.OutletOwn:
		t.put("", "of what is told there: "+words)
	default:
		t.put("", words)
	}
	t.put("", placed(refOf(s), s.Article))
}

// otherwise reports whether it denies the claim by its own wording alone.
func otherwise(x *trace.Telling) bool {
	return x.Relation == news.RelDenies && x.Takes == nil && x.Polarity != news.Denies
}

func firstOf(a, b *trace.Quote) *trace.Quote {
	if a != nil {
		return a
	}
	return b
}

// saying is how somebody is reported as taking a claim up, and how an outlet
// does it.
var saying = map[news.Relation][2]string{
	news.RelDenies: {"as denying it", "denies it"}, news.RelCorrects: {"as correcting it", "corrects it"}, news.RelDoubts: {"as doubting it", "doubts it"},
	news.RelAsks: {"as asking about it", "asks about it"}, news.RelDistances: {"as holding it off", "holds it off"},
}

func whoTakes(s *trace.Station) string {
	x := s.Telling
	how := saying[x.Relation]
	if otherwise(x) {
		how = [2]string{"as saying otherwise", "says otherwise"}
	}
	if x.Voice == news.OutletOwn {
		return outletWords(s.Article) + " " + how[1] + " in its own voice" + standing(x)
	}
	return speakerOf(x) + via(x) + " is reported by " + outletWords(s.Article) + " " + how[0] + standing(x)
}

func whoTells(s *trace.Station) string {
	x := s.Telling
	if x.Voice == news.OutletOwn {
		return outletWords(s.Article) + " in its own voice" + standing(x)
	}
	verb := " as saying"
	switch x.Polarity {
	case news.Asks:
		verb = " as asking"
	case news.Hedges:
		verb = " as saying, with a hedge"
	}
	return speakerOf(x) + via(x) + " is reported by " + outletWords(s.Article) + verb + standing(x)
}

// speakerOf is the words that name the speaker, with who that is beside them,
// marked, where the program resolved it.
func speakerOf(x *trace.Telling) string {
	printed := ""
	if x.Speaker != nil {
		printed = strings.Join(strings.Fields(x.Speaker.Words), " ")
	}
	name := x.Name
	if x.Entity != nil && x.Entity.Confirmed {
		name = x.Entity.Name
	}
	switch {
	case printed == "" && name == "":
		printed = "somebody not named"
	case printed == "":
		printed = name + " (resolved)"
	case name != "" && Resolved(name, printed):
		printed += " (resolved: " + name + ")"
	}
	if x.Entity != nil && !x.Entity.Confirmed && x.Entity.Name != name {
		printed += " (machine-suggested, not reviewed: " + x.Entity.Name + ")"
	}
	return printed
}

// via is through whom the words came, the nearest to the speaker first.
func via(x *trace.Telling) string {
	var names []string
	for i := len(x.Via) - 1; i >= 0; i-- {
		v := x.Via[i]
		switch {
		case v.Name != "":
			names = append(names, v.Name)
		case v.Words != nil:
			names = append(names, v.Words.Words)
		default:
			names = append(names, "somebody not named")
		}
	}
	if len(names) == 0 {
		return ""
	}
	return ", through " + strings.Join(names, ", through ") + ","
}

// standing is who confirmed that it is of this claim.
func standing(x *trace.Telling) string {
	if x.By == "" {
		return ""
	}
	return " (confirmed by " + x.By + ")"
}

const refMark = " · "

// refOf is how a person names the telling to other commands.
func refOf(s *trace.Station) string {
	if s.Telling.Voice == news.OutletOwn || s.Telling.Number < 0 {
		return s.Article.ID
	}
	return fmt.Sprintf("%s#%d", s.Article.ID, s.Telling.Number)
}

// placed is where something stands and when that was published.
func placed(ref string, a *trace.Article) string {
	if when := timeWords(a.Seen); when != "" {
		return ref + refMark + when
	}
	return ref
}

// timeWords is what the day in the line before leaves open: the time, and by
// which evidence.
func timeWords(s news.Seen) string {
	if s.Best.Value == "" {
		return wording.Seen(s)
	}
	_, clock, timed := strings.Cut(s.Best.Value, "T")
	words := "date from "
	if timed {
		words = strings.TrimSpace(clock+" "+s.Best.Zone) + " from "
	}
	words += wording.Evidence(s.Best.Class)
	if len(s.Conflicts) > 0 {
		words += "; another date of it cannot be beside this one"
	}
	return words
}

// copyWords says whose text is carried.
func copyWords(s *trace.Station) string {
	of := outletWords(s.Copy.Of)
	switch {
	case !s.Copy.Directed:
		return fmt.Sprintf("%s has the same words as %s (%s); which had them first is not known", outletWords(s.Article), of, s.Copy.Of.ID)
	case s.Copy.Kind == news.Retranslated:
		return fmt.Sprintf("%s carries the text of %s (%s) in another wording%s", outletWords(s.Article), of, s.Copy.Of.ID, namedSource(s.Copy))
	}
	return fmt.Sprintf("%s carries the same text as %s (%s)%s", outletWords(s.Article), of, s.Copy.Of.ID, namedSource(s.Copy))
}

// namedSource says whether the copy names whom it has it from.
func namedSource(c *trace.Carried) string {
	for _, r := range c.Reasons {
		if r.Rule == "copy-names-outlet" || r.Rule == "copy-cites-outlet" {
			return "; names its source: " + quoted([]trace.Quote{{Words: r.Words}})
		}
	}
	return "; no source named"
}

// copiesFrom counts the stations at the start that carry one article's words on
// one day.
func copiesFrom(all []*trace.Station) int {
	n := 0
	for n < len(all) && all[n].Hollow() && all[n].Copy.From == all[0].Copy.From && stationDay(all[n]) == stationDay(all[0]) {
		n++
	}
	return n
}

func (t *timeline) copies(all []*trace.Station) {
	var names []string
	for _, s := range all {
		names = append(names, outletWords(s.Article)+" ("+s.Article.ID+")")
	}
	words := strings.Join(names[:fewCopies], ", ")
	t.put("copies", fmt.Sprintf("%s and %d more carry the same text as %s (%s)", words, len(all)-fewCopies, outletWords(all[0].Copy.Of), all[0].Copy.From))
}

func (t *timeline) event(e *trace.Happening) {
	told := e.Told[0]
	words := fmt.Sprintf("told of, not published then: “%s” in %s", Printable(told.Told.Words), quoted(told.In.Content))
	if last := day(e.Last, ""); last != "" && last != day(e.First, "") && e.Precision != news.Month && e.Precision != news.Year {
		words = "until " + last + ": " + words
	}
	if e.Articles > 1 {
		words += fmt.Sprintf(", and in %s more", wording.Count(e.Articles-1, "article"))
	}
	t.put("event", words+refMark+told.Article.ID)
}
