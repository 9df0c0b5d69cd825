package accounts

import (
	"strings"
	"testing"
)

func TestAPasswordFitsItsOwnHashOnly(t *testing.T) {
	hash := Hash("correct horse battery")
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=65536,t=3,p=4$") || strings.Contains(hash, "horse") {
		t.Errorf("the hash reads %s", hash)
	}
	if other := Hash("correct horse battery"); other == hash {
		t.Error("two hashes of one password are the same: they have no salt")
	}
	for _, c := range []struct {
		hash, password string
		want           bool
	}{
		{hash, "correct horse battery", true},
		{hash, "correct horse batteri", false},
		{hash, "", false},
		{hash, strings.Repeat("x", 1<<20), false},
		{"", "", false},
		{strings.Replace(hash, "m=65536", "m=99999999", 1), "correct horse battery", false},
		{strings.Replace(hash, "argon2id", "argon2i", 1), "correct horse battery", false},
		{"$argon2id$v=19$m=65536,t=3,p=4$!!$!!", "x", false},
	} {
		if got := Fits(c.hash, c.password); got != c.want {
			t.Errorf("Fits(%.30s, %.12q) is %t", c.hash, c.password, got)
		}
	}
}

func TestWhatIsTypedIsChecked(t *testing.T) {
	for _, name := range []string{"", " ada", "ada\n", strings.Repeat("a", 65), "a\xff"} {
		if CheckName(name) == "" {
			t.Errorf("the name %q is taken", name)
		}
	}
	if fault := CheckName("Ада Квілл"); fault != "" {
		t.Error(fault)
	}
	if CheckPassword("short") == "" || CheckPassword(strings.Repeat("x", 513)) == "" || CheckPassword("long enough to keep") != "" {
		t.Error("passwords are not held to their bounds")
	}
}

func FuzzFits(f *testing.F) {
	f.Add("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x")
	f.Fuzz(func(t *testing.T, hash, password string) {
		if strings.Contains(hash, "m=") && !strings.Contains(hash, "m=8,") {
			t.Skip("takes memory")
		}
		Fits(hash, password)
	})
}
