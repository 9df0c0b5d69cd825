package read

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/hearsay-engine/hearsay/internal/jsonl"
	"github.com/hearsay-engine/hearsay/news"
)

// lookAhead is how many bytes are held to tell what an input is.
const lookAhead = 64 << 10

// standardInput reads "-": nobody named what it holds, so its bytes tell.
func (r *reader) standardInput(in io.Reader) bool {
	if in == nil {
		in = bytes.NewReader(nil)
	}
	return r.sniffed(source{id: "-", given: r.o.Given, charset: r.o.Charset}, in)
}

// sniffed reads an input whose name does not tell its media: JSON lines when
// the first line is an article, else one article, of HTML when it looks so.
func (r *reader) sniffed(src source, in io.Reader) bool {
	buffered := bufio.NewReaderSize(in, lookAhead)
	head, _ := buffered.Peek(lookAhead)
	if !bytes.HasPrefix(afterMark(head), []byte("{")) {
		return r.whole(src, news.MediaText, buffered)
	}
	first, err := firstLine(buffered)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.fail(src.id, systemFault(src.id, err))
	}
	all := io.MultiReader(bytes.NewReader(first), buffered)
	if _, err := jsonl.Parse(bytes.TrimSpace(bytes.TrimPrefix(first, utf8Mark))); err == nil {
		return r.lines(src, all)
	}
	return r.whole(src, news.MediaText, all)
}

// firstLine is the first line that holds anything with what stands before it,
// at most MaxLine bytes of it.
func firstLine(in *bufio.Reader) ([]byte, error) {
	var first []byte
	for len(first) <= MaxLine {
		part, err := in.ReadSlice('\n')
		first = append(first, part...)
		if errors.Is(err, bufio.ErrBufferFull) || err == nil && len(afterMark(first)) == 0 {
			continue
		}
		return first, err
	}
	return first, nil
}

var utf8Mark = []byte("\xEF\xBB\xBF")

// afterMark is b without a byte-order mark and white space at its head.
func afterMark(b []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(b, utf8Mark), " \t\r\n")
}

// htmlHead is how many bytes of an input may stand before its first element.
const htmlHead = 1024

// looksHTML reports whether b begins as a page does. The zero bytes of UTF-16
// and its byte-order mark do not hide that.
func looksHTML(b []byte) bool {
	head := bytes.ToLower(bytes.ReplaceAll(b[:min(len(b), htmlHead)], []byte{0}, nil))
	head = bytes.TrimPrefix(bytes.TrimPrefix(head, []byte("\xFF\xFE")), []byte("\xFE\xFF"))
	head = afterDeclarations(afterMark(head))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return true
		}
	}
	return false
}

// afterDeclarations is head behind the XML declaration and comments it begins
// with.
func afterDeclarations(head []byte) []byte {
	for {
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<?")):
			end = ">"
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		default:
			return head
		}
		_, after, _ := bytes.Cut(head, []byte(end))
		head = afterMark(after)
	}
}
