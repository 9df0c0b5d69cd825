package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A command that adds takes second place with every thread it has.
func TestAddGivesWay(t *testing.T) {
	dir := t.TempDir()
	archive := filepath.Join(dir, "archive.db")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := filepath.Join(dir, "hearsay")
	if err := os.Symlink(self, command); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(command, "add", "--archive", archive, "-")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { in.Close(); cmd.Wait() }()
	for {
		if _, err := os.Stat(archive); err == nil {
			break // it has begun
		}
		time.Sleep(time.Millisecond)
	}
	if proud, nice := threadsAs(t, cmd.Process.Pid, 0), threadsAs(t, cmd.Process.Pid, niceness); proud > 0 || nice == 0 {
		t.Errorf("%d threads give way, %d to nobody", nice, proud)
	}
}

// threadsAs counts the threads of a process that are as nice as that.
func threadsAs(t *testing.T, process, nice int) (n int) {
	t.Helper()
	all, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", process))
	if err != nil || len(all) == 0 {
		t.Fatal("the command has ended", err)
	}
	for _, f := range all {
		stat, _ := os.ReadFile(f)
		_, behind, _ := strings.Cut(string(stat), ") ")
		if fields := strings.Fields(behind); len(fields) > 16 && fields[16] == fmt.Sprint(nice) {
			n++
		}
	}
	return n
}
