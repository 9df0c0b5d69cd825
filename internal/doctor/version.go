package doctor

import (
	"runtime/debug"

	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// Version is the version of the program and of what derives findings.
type Version struct {
	Version string         `json:"version"`
	Stages  []StageVersion `json:"stages"`
}

// StageVersion is the version of a stage.
type StageVersion struct {
	Stage   string `json:"stage"`
	Version string `json:"version"`
}

// ProgramVersion tells what this program is.
func ProgramVersion() Version {
	v := Version{Version: "(unversioned build)"}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	for _, s := range flow.Stages() {
		v.Stages = append(v.Stages, StageVersion{s.Name, s.Version})
	}
	v.Stages = append(v.Stages, StageVersion{"resolve", resolve.Version()})
	return v
}
