package attribute

// Rule ids of the reasons turns give.
const (
	ruleTurnLabel    = "turn-label"
	ruleTurnGoesOn   = "turn-goes-on"
	ruleTurnNamed    = "turn-named"
	ruleTurnAnswer   = "turn-answer"
	ruleTurnQuestion = "turn-question"
)

// turnRules lists them.
var turnRules = []string{ruleTurnLabel, ruleTurnGoesOn, ruleTurnNamed, ruleTurnAnswer, ruleTurnQuestion}
