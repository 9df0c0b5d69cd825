package hearsay_test

import (
	"fmt"

	"github.com/hearsay-engine/hearsay"
)

func ExampleRead() {
	page := []byte(`Ferry timetable unchanged

“The ferry will sail on Monday,” said Nina Koval, the harbour's director.`)
	article, err := hearsay.Read(hearsay.Blob{ID: "ferry.txt", Bytes: page})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range article.Statements {
		if s.Voice == hearsay.Attributed {
			fmt.Printf("%s, %s: %s\n", s.SpeakerName, s.Kind, s.Content[0].Of(article.Text))
		}
	}
	// Output: Nina Koval, direct: “The ferry will sail on Monday,”
}
