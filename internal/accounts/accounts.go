// Package accounts tells who may read the pages and who may change things, when
// they are served to other machines: names, roles, and passwords as hashes that
// are slow to try (argon2id, RFC 9106).
package accounts

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// Role is what an account may do.
type Role string

const (
	Reader Role = "reader" // sees all pages
	Editor Role = "editor" // adds and corrects too
)

// Roles lists them.
var Roles = []Role{Reader, Editor}

// Account is one who may sign in.
type Account struct {
	Name string
	Role Role
	Hash string // of the password, as Hash made it
}

// Bounds of what is typed.
const (
	LeastPassword = 10  // characters: what cannot be tried through within a rate limit
	mostPassword  = 512 // bytes: more is no password but work for the server
	mostName      = 64  // characters
)

// Parameters of argon2id: the second recommended set of RFC 9106. One try takes
// 64 MiB and about a tenth of a second.
const (
	passes  = 3
	memory  = 64 << 10 // KiB
	lanes   = 4
	saltLen = 16
	hashLen = 32
)

// CheckName says what is wrong with a name, "" for nothing.
func CheckName(name string) string {
	switch {
	case name == "" || strings.TrimSpace(name) != name:
		return "it is empty or begins or ends with a blank"
	case !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return "it holds what cannot be printed"
	case utf8.RuneCountInString(name) > mostName:
		return fmt.Sprintf("it is over %d characters", mostName)
	}
	return ""
}

// CheckPassword says what is wrong with a new password, "" for nothing.
func CheckPassword(password string) string {
	switch {
	case utf8.RuneCountInString(password) < LeastPassword:
		return fmt.Sprintf("it is under %d characters", LeastPassword)
	case len(password) > mostPassword:
		return fmt.Sprintf("it is over %d bytes", mostPassword)
	}
	return ""
}

// Hash is what is kept of a password, in the usual form of argon2 hashes.
func Hash(password string) string {
	salt := make([]byte, saltLen)
	rand.Read(salt) // never fails
	return written(salt, argon2.IDKey([]byte(password), salt, passes, memory, lanes, hashLen))
}

// written is the usual form of a hash.
func written(salt, sum []byte) string {
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, lanes, b.EncodeToString(salt), b.EncodeToString(sum))
}

// nobodys is the hash that a try for a name without account is held against, so
// that it takes as long as any other. It is written, not computed: no password
// need fit it, and computing would cost every start of the program.
var nobodys = written(make([]byte, saltLen), make([]byte, hashLen))

// Fits reports whether a password is that of a hash; of "" none is.
func Fits(hash, password string) bool {
	known := hash != ""
	if !known {
		hash = nobodys
	}
	if len(password) > mostPassword {
		return false
	}
	var version, m, t, p int
	var salt, sum []byte
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	if n, err := fmt.Sscanf(parts[2]+" "+parts[3], "v=%d m=%d,t=%d,p=%d", &version, &m, &t, &p); n != 4 || err != nil || version != argon2.Version || !sane(m, t, p) {
		return false
	}
	salt, saltErr := base64.RawStdEncoding.DecodeString(parts[4])
	sum, sumErr := base64.RawStdEncoding.DecodeString(parts[5])
	if saltErr != nil || sumErr != nil || len(sum) != hashLen {
		return false
	}
	tried := argon2.IDKey([]byte(password), salt, uint32(t), uint32(m), uint8(p), uint32(len(sum)))
	return subtle.ConstantTimeCompare(tried, sum) == 1 && known
}

// sane refuses parameters that would take all of a machine: a file may have been
// meddled with.
func sane(m, t, p int) bool {
	return m >= 8 && m <= 1<<20 && t >= 1 && t <= 16 && p >= 1 && p <= 16
}

// tokenLength is how many random bytes a token holds: nobody tries that many.
const tokenLength = 32

// tokenMark begins a token, so that who finds one knows what it is.
const tokenMark = "hearsay_"

// NewToken makes what a program sends to be let in as an account, and what is
// kept of it.
func NewToken() (token string, hash []byte) {
	b := make([]byte, tokenLength)
	rand.Read(b) // never fails
	token = tokenMark + base64.RawURLEncoding.EncodeToString(b)
	return token, TokenHash(token)
}

// TokenHash is what is kept of a token; nil of what is none.
func TokenHash(token string) []byte {
	if len(token) != len(tokenMark)+base64.RawURLEncoding.EncodedLen(tokenLength) || !strings.HasPrefix(token, tokenMark) {
		return nil
	}
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
