//go:build unix

package paper

import (
	"context"
	"os/exec"
	"strconv"
	"syscall"
)

// bounded starts a program whose processes may each write to so much memory and no
// more. A browser reserves a thousand times the address space that it uses, so that
// is no bound of it; what it may write to is what it bounds of its own pages.
const bounded = `if [ "$(ulimit -d)" = unlimited ] || [ "$(ulimit -d)" -gt "$0" ]; then ulimit -d "$0"; fi; exec "$@"`

// start is a browser that is bounded, and whose processes end with it.
func start(ctx context.Context, browser string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "/bin/sh", append([]string{"-c", bounded, strconv.Itoa(mostMemory >> 10), browser}, args...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd
}
