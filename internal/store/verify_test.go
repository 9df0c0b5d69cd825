package store_test

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// takes puts a stance into an archive.
const takes = `INSERT INTO stance (article_id, number, statement, relation, cue_start, cue_end, spans, told, reasons) VALUES `

// saidAt is what two statements hold that say the words from start to end.
func saidAt(start, end int) string {
	s := news.Statement{Within: news.Outermost, Content: []news.Span{{Start: start, End: end}}}
	return hex.EncodeToString(store.PackSaid([]news.Statement{s, s}))
}

func TestVerifyNamesWhatIsWrong(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	tests := []struct{ name, tamper, want string }{
		{"nothing", "", ""},
		{"a capture's bytes", "UPDATE capture SET coding = 'raw', bytes = x'00' WHERE capture_id = 1", "capture "},
		{"a capture that does not unpack", "UPDATE capture SET coding = 'zstd', bytes = x'0011' WHERE capture_id = 1", "do not unpack"},
		{"a text", "UPDATE reading SET capture_id = NULL, coding = 'raw', text = CAST('Ada' AS BLOB)", "do not lie in the text"},
		{"a text as long", "UPDATE reading SET capture_id = NULL, coding = 'raw', text = CAST(replace(hex(zeroblob(size)), '00', 'x') AS BLOB)", "its text has the SHA-256"},
		{"what statements hold", "UPDATE reading SET said = x'0100FF'", "stored values do not read"},
		{"a record", "UPDATE reading SET record = x'0100'", "do not unpack"},
		{"a statement's words", "UPDATE reading SET said = x'" + saidAt(0, 9) + "'", "full-text index statement_fts"},
		{"a statement's span", "UPDATE reading SET said = x'" + saidAt(0, 99999) + "'", "does not lie in its text"},
		{"a speaker", "UPDATE statement SET speaker_end = speaker_end - 1 WHERE speaker_end IS NOT NULL", "full-text index statement_fts"},
		{"a statement's kind", "UPDATE statement SET kind = 'told' WHERE number = 0 AND article_id = 1", `statement 0 is of no known kind: "told"`},
		{"a statement's voice", "UPDATE statement SET voice = '' WHERE number = 0 AND article_id = 1", "statement 0 is of no known voice"},
		{"a statement's polarity", "UPDATE statement SET polarity = 'agrees' WHERE number = 0 AND article_id = 1", "statement 0 is of no known polarity"},
		{"a title", "UPDATE reading SET title = 'Another'", "is filed with the title"},
		{"an outlet", "UPDATE reading SET outlet_folded = 'another'", "is filed with the outlet_folded"},
		{"a day", "UPDATE reading SET day = '2031-01-01T00:00:00'", "is filed with the day"},
		{"a missing statement", "DELETE FROM about; DELETE FROM statement WHERE article_id = 1 AND number = 1", "has 1 statements of 2"},
		{"a name in a statement", "DELETE FROM about", "not filed under the names in it"},
		{"an article's names", "DELETE FROM naming WHERE article_id = 1", "is filed under"},
		{"the full-text index", "INSERT INTO statement_fts (statement_fts, rowid, words, speaker) VALUES ('delete', (SELECT max(statement_id) FROM statement), 'Bo Marsh saw the dam', 'Ada Quill')", "full-text index statement_fts"},
		{"a reference", "PRAGMA foreign_keys = 0; DELETE FROM maker WHERE stage = 'attribute'", "refers to a row of maker"},
		{"a decision", "UPDATE decision SET entry = replace(entry, 'mara', 'tove')", "is not that of what the entry says"},
		{"a decision's texts", "DELETE FROM decision_text", "is filed under 0 texts of 1"},
		{"a decision taken back by nobody", "INSERT INTO revoked SELECT decision_id FROM decision", "counts as taken back: true, by the log: false"},
		{"a decision that does not show", "UPDATE statement SET hidden = 0", "statement 1 does not show what was decided of it"},
		{"a decision's place", "DELETE FROM bound", "keeps 0 places of decisions of 1"},
		{"what was forgotten", "INSERT INTO tombstone (of, sha256, grave, at, author, reason, purge) SELECT 'text', sha256, '', '', '', '', 0 FROM reading", "a text that was forgotten is there"},
		{"a version's number", "UPDATE version SET number = 2", "are not counted from 1"},
		{"a version's media", "UPDATE version SET media = 'stone'", "is of no known media"},
		{"what is given", "UPDATE version SET given = '{'", "does not read"},
		{"a file's time", "UPDATE version SET modified = 'of late'", "does not read"},
		{"a maker", "UPDATE maker SET version = '' WHERE stage = 'clean'", `the stage "clean" has no name or no version`},
		{"a reading's makers", "UPDATE maker SET stage = 'cleaned' WHERE stage = 'clean'", "by other stages than clean, attribute and stance"},
		{"a statement's maker", "UPDATE statement SET maker_id = (SELECT cleaned_by FROM reading) WHERE number = 0", "by another stage than its reading"},
		{"a stance's cue", takes + "(1, 0, 0, 'denies', 0, 900000, '[0,1]', 0, '[]')", "does not lie in its text"},
		{"a stance's relation", takes + "(1, 0, 0, 'agrees', 0, 1, '[0,1]', 0, '[]')", `stance 0 is of no known relation: "agrees"`},
		{"a stance's statement", takes + "(1, 0, 0, 'denies', 0, 1, '[0,1]', 99, '[]')", "taken or told by a statement that is not there"},
		{"a stance about nothing", takes + "(1, 0, 0, 'denies', 0, 1, '[]', 0, '[]')", "stance 0 is about nothing"},
		{"an entity's kind", "UPDATE entity SET kind = 'bird'", "is of no known kind"},
		{"a name's entity", "DELETE FROM alias WHERE confirmed", "stands for nobody"},
		{"a statement's doubts", "UPDATE statement SET doubt = 1 WHERE number = 0", "not filed under the rules"},
		{"statements in doubt", "INSERT INTO doubt_tally VALUES (3, 7)", "those by doubtful rules (11) are counted wrongly"},
		{"a use", "INSERT INTO naming VALUES (99, 1, 99, 0, 0, NULL, NULL)", "of a name or an article that is not there"},
		{"a bucket", "UPDATE bucket SET names = x'C801'", "holds a name that does not stand there"},
		{"a link", "INSERT INTO link VALUES (1, x'12')", "links lead one way"},
		{"a link to nothing", "INSERT INTO link VALUES (1, x'F206')", "linked to one of another layer"},
		{"a short name's link", "INSERT OR REPLACE INTO short_link VALUES (1, 1, x'F206')", "is like one that is not of the other layer"},
		{"a name's uses", "UPDATE alias SET uses = uses + 1", "the uses of"},
		{"an entity's uses", "UPDATE entity SET uses = uses + 1", "the uses or origins of"},
		{"an entity's origins", "UPDATE entity SET single = NOT single", "the uses or origins of"},
		{"an outlet's articles", "UPDATE outlet_tally SET articles = articles + 1", "are counted wrongly"},
		{"an outlet's days", "UPDATE outlet SET last = '2031-01-01'", "the articles or days of the outlet"},
		{"the people of one origin", "UPDATE singles SET n = n + 1", "people of one origin"},
		{"a telling", "UPDATE telling SET relation = 'denies'", "telling 0 is not what it says"},
		{"a claim's tellings", "DELETE FROM touched_utterance; DELETE FROM claim_due; INSERT INTO claim_tally SELECT utterance_id, 2, 1, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0 FROM utterance LIMIT 1", "are counted wrongly"},
		{"the claims", "DELETE FROM touched_utterance; DELETE FROM claim_due; UPDATE claim_count SET told = told + 1", "how many claims there are is counted wrongly"},
		{"a claim's negation", "DELETE FROM touched_utterance; DELETE FROM claim_due; UPDATE utterance SET opposed = 1, claim = utterance_id", "opposed to its claim"},
		{"what nobody tells", "DELETE FROM touched_utterance; DELETE FROM telling", "nobody tells what claim:"},
		{"where something is told", "DELETE FROM touched_utterance; UPDATE utterance SET spot = NULL", "is told where it is not noted"},
		{"where something is told again", "DELETE FROM touched_utterance; INSERT INTO told_again SELECT utterance_id, spot + 1 FROM utterance", "names once more"},
		{"a claim's first telling", "DELETE FROM touched_utterance; UPDATE utterance SET claim = 1", "has no first telling"},
		{"an unread article", "DELETE FROM about; DELETE FROM statement WHERE article_id = 1; DELETE FROM naming WHERE article_id = 1; DELETE FROM reading WHERE article_id = 1", "neither read nor failed"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			a := open(t)
			put(t, a, article("one", "Faro", "", []string{"Ada Quill", "Bo Marsh"}, sentence{"Ada Quill", "said", "Bo Marsh saw the dam"}, damFails))
			decideAndPut(t, a, "one", corrections.Hide, 1)
			sweep(t, a)
			if c.tamper != "" {
				tamper(t, a, c.tamper)
			}
			var got []string
			v, err := a.Verify(t.Context(), func(p store.Problem) { got = append(got, p.String()) })
			if err != nil {
				t.Fatal(err)
			}
			all := strings.Join(got, "\n")
			if v.Problems != len(got) || (c.want == "") != (all == "") || !strings.Contains(all, c.want) {
				t.Errorf("%d problems, want %q among:\n%s", v.Problems, c.want, all)
			}
		})
	}
}
