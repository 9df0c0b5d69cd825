package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

// lay writes files into a new folder and makes it the current one, so that ids
// are short. A name that ends in / is a folder.
func lay(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, words := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			continue
		}
		if err := os.WriteFile(name, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// seen reads paths and tells each Blob as "id media words", each failure as
// "id fault", in order.
func seen(t *testing.T, o Options, stdin string, paths ...string) []string {
	t.Helper()
	var out []string
	for b, err := range Paths(t.Context(), paths, strings.NewReader(stdin), o) {
		if err == nil {
			out = append(out, fmt.Sprintf("%s %s %s", b.ID, b.Media, b.Bytes))
			continue
		}
		out = append(out, fmt.Sprintf("%s %s", b.ID, news.FaultOf(err)))
		var e *news.Error
		if !errors.As(err, &e) || e.ID == "" || e.Words == "" || e.Mend == "" {
			t.Errorf("%q names not all of the input, what is wrong and the mend", err)
		}
	}
	return out
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("read\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestFiles(t *testing.T) {
	lay(t, map[string]string{
		"a.txt":     "No, she said.",
		"page.HTM":  "<p>No",
		"saved.txt": "\xEF\xBB\xBF<?xml version='1.0'?> <!-- a > b --><HTML><p>No",
		"wire":      "Plain words",
		"dump.json": `{"id":"d1","text":"No"}` + "\n",
		"list.json": "{\n \"text\": \"over lines\"}",
		"empty.txt": "",
		"blank.txt": " \n\t\n",
		"odd.wiki":  "<html><p>No",
		"lines.jsonl": "\xEF\xBB\xBF" + `{"id":"l1","text":"One"}` + "\r\n\n" + `{"text":"Two"}` + "\n" + `{"id":4,"text":"Four"}` + "\n" +
			`{"id":"x"}` + "\nnot json\n" + `{"id":"l7","text":"Seven"}`,
	})
	want(t, seen(t, Options{}, "", "a.txt", "./page.HTM", "saved.txt", "wire", "dump.json", "list.json", "empty.txt", "blank.txt", "odd.wiki", "none.txt"),
		"a.txt text No, she said.", "./page.HTM html <p>No", "saved.txt html \xEF\xBB\xBF<?xml version='1.0'?> <!-- a > b --><HTML><p>No",
		"wire text Plain words", `d1 jsonl {"id":"d1","text":"No"}`, "list.json text {\n \"text\": \"over lines\"}",
		"empty.txt empty", "blank.txt empty", "odd.wiki html <html><p>No", "none.txt not-found")
	want(t, seen(t, Options{}, "", "lines.jsonl"),
		`l1 jsonl {"id":"l1","text":"One"}`, `lines.jsonl#3 jsonl {"text":"Two"}`, `4 jsonl {"id":4,"text":"Four"}`,
		"lines.jsonl#5 malformed", "lines.jsonl#6 malformed", `l7 jsonl {"id":"l7","text":"Seven"}`)
}

func TestAddress(t *testing.T) {
	want(t, seen(t, Options{}, "", "https://example.org/a.html", "HTTP://example.org"),
		"https://example.org/a.html usage", "HTTP://example.org usage")
}

func TestStandardInput(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Words only", "- text Words only"},
		{"\xEF\xBB\xBF <!DOCTYPE html><p>No", "- html \xEF\xBB\xBF <!DOCTYPE html><p>No"},
		{"<\x00h\x00t\x00m\x00l\x00>\x00", "- html <\x00h\x00t\x00m\x00l\x00>\x00"},
		{" \n{\"text\":\"One\"}\n", `-#2 jsonl {"text":"One"}`},
		{`{"id":"a","text":"One"}`, `a jsonl {"id":"a","text":"One"}`},
		{"{braces} open this text\nand more", "- text {braces} open this text\nand more"},
		{`{"headline":"no text in it"}`, `- text {"headline":"no text in it"}`},
		{"", "- empty"},
		{"{", "- text {"},
	} {
		want(t, seen(t, Options{}, c.in, "-"), c.want)
	}
	want(t, seen(t, Options{}, `{"id":"a","text":"`+strings.Repeat("long ", lookAhead)+`"}`+"\n"+`{"id":"b","text":"B"}`, "-")[1:],
		`b jsonl {"id":"b","text":"B"}`)
	want(t, seen(t, Options{}, "Words", "-", "-"), "- text Words", "- empty")
}

func TestFolder(t *testing.T) {
	lay(t, map[string]string{
		"d/b.txt": "B", "d/a/z.html": "<p>Z", "d/a.txt": "A", "d/a.meta.json": "{}", "d/photo.jpg": "x", "d/.hidden.txt": "x",
		"d/.git/x.txt": "x", "d/c.jsonl": `{"text":"C"}`, "d/empty/": "", "pictures/p.png": "x", "void/": "",
	})
	for link, target := range map[string]string{"d/loop": ".", "d/link.txt": "a.txt", "d/gone.txt": "nowhere"} {
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
	}
	var skipped []string
	o := Options{Skipped: func(path string, why Why) { skipped = append(skipped, path+": "+string(why)) }}
	want(t, seen(t, o, "", "d/"),
		"d/a/z.html html <p>Z", "d/a.txt text A", "d/b.txt text B", `d/c.jsonl#1 jsonl {"text":"C"}`, "d/gone.txt not-found", "d/link.txt text A")
	want(t, skipped, "d/.git: hidden", "d/.hidden.txt: hidden", "d/a.meta.json: sidecar", "d/loop: link to a folder",
		"d/photo.jpg: another kind of file")
	want(t, seen(t, Options{}, "", "pictures", "void"), "pictures empty", "void empty")
}

func TestDenied(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the system refuses root nothing")
	}
	lay(t, map[string]string{"d/a.txt": "A", "d/shut/b.txt": "B"})
	for path, mode := range map[string]os.FileMode{"d/a.txt": 0, "d/shut": 0} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(path, 0o700) })
	}
	want(t, seen(t, Options{}, "", "d"), "d/a.txt denied", "d/shut denied")
}

func TestDepth(t *testing.T) {
	deep := strings.Repeat("d/", MaxDepth+2)
	lay(t, map[string]string{deep + "a.txt": "A", "d/e.txt": "E"})
	want(t, seen(t, Options{}, "", "d"), strings.TrimSuffix(deep, "/")+" too-deep", "d/e.txt text E")
}

// given reads paths and tells what is known beforehand of each Blob.
func given(t *testing.T, o Options, paths ...string) []string {
	t.Helper()
	var out []string
	for b, err := range Paths(t.Context(), paths, nil, o) {
		if err != nil {
			out = append(out, err.Error())
			continue
		}
		if b.Modified.IsZero() {
			t.Errorf("%s: the file's time is not kept", b.ID)
		}
		out = append(out, strings.Trim(fmt.Sprintf("%s %v %s", b.ID, b.Given, b.Charset), " "))
	}
	return out
}

func TestGiven(t *testing.T) {
	lay(t, map[string]string{
		"a.html":           "<p>A",
		"a.meta.json":      `{"outlet":"general","title":"T","language":"ru","charset":"koi8-r","unknown":[1]}`,
		"a.html.meta.json": `{"outlet":"special","byline":null}`,
		"b.jsonl":          `{"id":"b1","text":"x","outlet":"line"}` + "\n" + `{"id":"b2","text":"x"}`,
		"b.meta.json":      `{"outlet":"sidecar","published":"2031-05"}`,
		"c.txt":            "C", "c.meta.json": `{"outlet":7}`,
		"e.txt": "E", "e.meta.json": `{"outlet":`,
	})
	want(t, given(t, Options{}, "a.html"), "a.html { special T    ru} koi8-r")
	want(t, given(t, Options{Given: news.Given{Outlet: "flag"}, Charset: "utf-8"}, "a.html", "b.jsonl"),
		"a.html { flag T    ru} utf-8", "b1 { flag   2031-05  }", "b2 { flag   2031-05  }")
	want(t, given(t, Options{}, "b.jsonl", "b.meta.json"), "b1 { line   2031-05  }", "b2 { sidecar   2031-05  }")
	for path, says := range map[string]string{"c.txt": `c.meta.json: "outlet" is not a string`, "e.txt": "e.meta.json: not JSON"} {
		if got := given(t, Options{}, path); len(got) != 1 || !strings.HasPrefix(got[0], says) {
			t.Errorf("%s: %q does not say %q", path, got, says)
		}
	}
}

func TestTooLarge(t *testing.T) {
	lay(t, map[string]string{"big.txt": "", "big.jsonl": ""})
	if err := os.Truncate("big.txt", MaxFile+1); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create("big.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{strings.Repeat("x", MaxLine+1), "\n", `{"id":"after","text":"A"}`} {
		if _, err := f.WriteString(part); err != nil {
			t.Fatal(err)
		}
	}
	f.Close()
	want(t, seen(t, Options{}, "", "big.txt", "big.jsonl"), "big.txt too-large", "big.jsonl#1 too-large", `after jsonl {"id":"after","text":"A"}`)
}

// TestEveryLineIsRead cuts any lines into any pieces.
func TestEveryLineIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z ]{0,40}`), 1, 20).Draw(t, "words")
		var input strings.Builder
		var want []string
		for i, w := range words {
			line := fmt.Sprintf(`{"id":"%d","text":"%s"}`, i, w)
			want = append(want, line)
			input.WriteString(line + rapid.SampledFrom([]string{"\n", "\r\n", "\n\n", "\n \n"}).Draw(t, "end"))
		}
		in := iotest.OneByteReader(strings.NewReader(strings.TrimRight(input.String(), "\n")))
		var got []string
		for b, err := range Paths(context.Background(), []string{"-"}, in, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(b.Bytes))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("lines %q, want %q", got, want)
		}
	})
}

// FuzzStandardInput holds any input to Blobs within the input or failures that
// say all they must.
func FuzzStandardInput(f *testing.F) {
	for _, in := range []string{"Words", "<html><p>No", `{"text":"One"}` + "\n{", "\xEF\xBB\xBF{\"id\":1,\"text\":\"x\"}\r\n\n", "{\n}", "\xFF\xFE{\x00"} {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		n := 0
		for b, err := range Paths(t.Context(), []string{"-"}, bytes.NewReader(in), Options{}) {
			var e *news.Error
			switch n++; {
			case err != nil && (!errors.As(err, &e) || e.ID == "" || e.Words == "" || e.Mend == ""):
				t.Fatalf("%q says not all", err)
			case err == nil && (b.ID == "" || !bytes.Contains(in, b.Bytes)):
				t.Fatalf("%q gives %q: %q", in, b.ID, b.Bytes)
			}
		}
		if n == 0 {
			t.Fatalf("%q gives nothing", in)
		}
	})
}

func TestBrokenInput(t *testing.T) {
	broken := io.MultiReader(strings.NewReader(`{"id":"a","text":"A"}`+"\n"+`{"id":"b"`), iotest.ErrReader(errors.New("the cable is out")))
	var got []string
	for b, err := range Paths(t.Context(), []string{"-"}, broken, Options{}) {
		got = append(got, b.ID+" "+string(news.FaultOf(err)))
	}
	want(t, got, "a ", "-#2 denied")
}

func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	n := 0
	for range Paths(ctx, []string{"-", "nowhere"}, strings.NewReader(strings.Repeat(`{"text":"A"}`+"\n", 9)), Options{}) {
		if n++; n == 2 {
			stop()
		}
	}
	if n != 2 {
		t.Errorf("%d inputs, want 2: none after the context ended", n)
	}
}
