// Package report is what a case is handed on as: each picked item in the words of
// its page, with where it stands, by which evidence it is dated, who else tells
// or denies it, and the hashes by which anyone can check it. It judges nothing.
// Package keep fills it; here it is nouns and Markdown.
package report

// Report is a case with all that leads back to its pages. Days and times are in
// UTC.
type Report struct {
	Case   string   `json:"case"`
	ID     string   `json:"id"`
	By     string   `json:"by"`  // who opened it
	Day    string   `json:"day"` // and when
	Reason string   `json:"reason"`
	Closed string   `json:"closed"` // by whom and when, "" while it is open
	Made   string   `json:"made"`   // when the report was
	Tool   string   `json:"tool"`   // by what
	Notes  []Note   `json:"notes"`
	Tags   []string `json:"tags"`
	Counts string   `json:"counts"`
	Items  []Item   `json:"items"`
	Gone   []Gone   `json:"gone"`
	Lost   int      `json:"forgotten"` // items of articles that were forgotten
	Pages  []Page   `json:"evidence"`  // Items name them by their place here, from 1
}

// Note is a person's words.
type Note struct {
	Words string `json:"words"`
	By    string `json:"by"`
	Day   string `json:"day"`
}

// Item is what was picked: one of Said, Claim, Page or Name is set.
type Item struct {
	Target string   `json:"target"`
	By     string   `json:"by"`
	Day    string   `json:"day"`
	Reason string   `json:"reason"`
	Notes  []Note   `json:"notes"`
	Tags   []string `json:"tags"`
	Said   *Said    `json:"statement,omitempty"`
	Claim  *Claim   `json:"claim,omitempty"`
	Page   int      `json:"page,omitempty"` // of an article
	Name   *Name    `json:"name,omitempty"`
}

// Said is a statement, verbatim.
type Said struct {
	Content  []string `json:"content"`
	Who      string   `json:"who"`     // the name, "" for nobody named
	Printed  string   `json:"printed"` // the words that name the speaker, "" for none
	Resolved bool     `json:"resolved"`
	Cue      string   `json:"cue"`
	Kind     string   `json:"kind"`
	Polarity string   `json:"polarity"`
	Remove   string   `json:"remove"` // how far the words stand from the reader
	Reviewed string   `json:"reviewed"`
	Page     int      `json:"page"`
	Start    int      `json:"start"` // in code points of the page's text
	End      int      `json:"end"`
	Address  string   `json:"address"` // of the words at the outlet, "" when unknown
	Claims   []Claim  `json:"claims"`
}

// Claim is what is told alike, and by whom.
type Claim struct {
	ID       string   `json:"id"`
	Words    string   `json:"words"`
	Relation string   `json:"relation"` // of the statement to it; "" for a claim that was picked itself
	First    string   `json:"first"`    // where it is told first, in words
	May      []Early  `json:"may"`      // the articles that are, or may be
	Counts   []string `json:"counts"`
	Repeats  []Voice  `json:"repeats"`
	Against  []Voice  `json:"against"` // who deny, correct, doubt it, ask about it or hold it off
	More     int      `json:"more"`    // voices that are not listed
	Unknown  []string `json:"unknown"` // what is not known of it
}

// Early is an article that may be the earliest to tell something.
type Early struct {
	When   string `json:"when"`   // its time, and how that is known
	Outlet string `json:"outlet"` // "" for an unknown one
}

// Voice is one who tells a claim or takes it up.
type Voice struct {
	Relation string `json:"relation"`
	Who      string `json:"who"`
	Remove   string `json:"remove"`
	Words    string `json:"words"`
	Page     int    `json:"page"`
}

// Name is a person, an organisation, a place or a group.
type Name struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Written []string `json:"written"` // each with how often, and whether that is sure
	Said    int      `json:"said"`
	About   int      `json:"about"`
}

// Page is a stored page that the report leads back to.
type Page struct {
	Article   string   `json:"article"` // its id
	Title     string   `json:"title"`
	Outlet    string   `json:"outlet"`
	Published string   `json:"published"` // with its evidence
	URL       string   `json:"url"`
	Language  string   `json:"language"`
	Note      string   `json:"note"` // that it reads as a translation
	Text      string   `json:"text_sha256"`
	Capture   string   `json:"capture_sha256"`
	Version   string   `json:"version"`
	Stages    []string `json:"stages"`
	Copies    string   `json:"copies"` // 1 origin, n copies
	Carries   string   `json:"carries"`
}

// Gone is an item that is not found any more.
type Gone struct {
	Target string `json:"target"`
	Words  string `json:"words"`
	Why    string `json:"why"`
	By     string `json:"by"`
	Day    string `json:"day"`
}

// Sentences that every form of a report has.
const (
	Preface = "Who is reported as saying what, in the words of stored pages. Nothing here says what is so. What is machine-suggested and not reviewed was read by rules: check it against its page."
	Hashes  = "Each page is named by the SHA-256 of the bytes that were captured and of the text read from them. hearsay verify checks both; sha256sum checks the capture."
)

// Speaker names who is reported as speaking, with the words as printed beside a
// resolved name.
func (s *Said) Speaker() string {
	switch {
	case s.Who == "" && s.Printed == "":
		return "Nobody named"
	case s.Who == "":
		return s.Printed
	case s.Printed == "":
		return s.Who + " (resolved; not named here)"
	case s.Resolved:
		return s.Who + " (resolved from “" + s.Printed + "”)"
	}
	return s.Who
}
