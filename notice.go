package hearsay

import _ "embed"

// Notice says whose work hearsay is and holds, and under which licences.
//
//go:embed NOTICE
var Notice string
