package known

import _ "embed"

// Notice says where the embedded base comes from and under which licences.
//
//go:embed data/NOTICE
var Notice string
