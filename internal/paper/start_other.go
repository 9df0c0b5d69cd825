//go:build !unix

package paper

import (
	"context"
	"os/exec"
)

// start is a browser that bounds itself, and ends what it started.
func start(ctx context.Context, browser string, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, browser, args...)
}
