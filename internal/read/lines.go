package read

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/hearsay-engine/hearsay/internal/jsonl"
	"github.com/hearsay-engine/hearsay/news"
)

// lines reads an input line by line, each an article. A line that is none
// costs only itself.
func (r *reader) lines(src source, in io.Reader) bool {
	buffered := bufio.NewReaderSize(in, lookAhead)
	if mark, _ := buffered.Peek(3); bytes.HasPrefix(mark, []byte("\xFF\xFE")) || bytes.HasPrefix(mark, []byte("\xFE\xFF")) {
		return r.fail(src.id, news.Errorf(news.Encoding, src.id, "save it as UTF-8", "JSON lines in UTF-16"))
	} else if string(mark) == "\xEF\xBB\xBF" {
		buffered.Discard(len(mark))
	}
	articles := 0
	for n := 1; ; n++ {
		line, err := nextLine(buffered)
		if r.ctx.Err() != nil {
			return false
		}
		if errors.Is(err, io.EOF) {
			break
		}
		id := src.id + "#" + strconv.Itoa(n)
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		articles++
		if !r.line(src, id, line, err) {
			return false
		}
		if err != nil && !errors.Is(err, errLongLine) {
			return true // the system gives no more of it
		}
	}
	if articles == 0 {
		return r.fail(src.id, nothingIn(src.id))
	}
	return true
}

// line yields one line as an article. It goes by the id it states, else by its
// number, as id has it.
func (r *reader) line(src source, id string, line []byte, err error) bool {
	if errors.Is(err, errLongLine) {
		return r.fail(id, news.Errorf(news.TooLarge, id, "write one article a line", "a line over %d MiB", MaxLine>>20))
	}
	if err != nil {
		return r.fail(id, systemFault(id, err))
	}
	l, err := jsonl.Parse(line)
	if err != nil {
		return r.fail(id, named(err, id))
	}
	r.stated(id, l.Given)
	if l.ID != "" {
		id = l.ID
	}
	// Flags beat the line, and the line beats the sidecar.
	given := r.o.Given.Or(l.Given).Or(src.given)
	return r.yield(news.Blob{ID: id, Media: news.MediaJSONL, Bytes: line, Given: given, Modified: src.modified}, nil)
}

var errLongLine = errors.New("line over the bound")

// nextLine is the next line without its end, in memory of its own. Of a line
// over MaxLine it gives nothing and errLongLine, and stands behind it.
func nextLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > MaxLine+1; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !(errors.Is(err, io.EOF) && (long || len(line) > 0)):
			return nil, err
		case long:
			return nil, errLongLine
		}
		return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r")), nil
	}
}
