package wording

// corrected has the sentences of internal/corrections.
var corrected = map[string]string{
	"corrected": "corrected by {words}",
	"confirmed": "confirmed by {words}",
}
