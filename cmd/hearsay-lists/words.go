package main

import (
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/shipped"
)

const wordsFolder = "internal/match/data"

// wordsPackage has the frequencies of words, to the hundredth of a bel.
var wordsPackage = pkg{
	folder: "wordfreq-3.1.1",
	files:  []string{"wordfreq/data/small_en.msgpack.gz", "wordfreq/data/small_ru.msgpack.gz"},
	sum:    "2a9e8a899fc11dbfb6696699ef4ebb9872d0838b23dc7bc7f3c285ddfc2ad794",
	fetch:  "pip download --no-deps wordfreq==3.1.1 && unzip -d DIR/wordfreq-3.1.1 wordfreq-3.1.1-py3-none-any.whl",
}

// mostWords bounds each language's list: of what is rarer, the rarity hardly differs.
const mostWords = 24_000

func newWords() *cobra.Command {
	var data, out string
	c := &cobra.Command{
		Use:   "words --data DIR",
		Short: "condense how frequent words are from the package in DIR",
		Long:  "words makes the lists in " + wordsFolder + " from a package unpacked in DIR:\n\n  " + wordsPackage.fetch + "\n",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := wordsPackage.verify(data); err != nil {
				return err
			}
			for _, language := range []string{"en", "ru"} {
				if err := writeWords(filepath.Join(data, wordsPackage.folder, "wordfreq/data/small_"+language+".msgpack.gz"), filepath.Join(out, language+".words")); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&data, "data", "", "the folder of unpacked packages")
	c.Flags().StringVar(&out, "out", wordsFolder, "the folder to write to")
	if err := c.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return c
}

func writeWords(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	packed, err := io.ReadAll(z)
	if err != nil {
		return err
	}
	bins, err := readBins(packed)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	list, n := condenseWords(bins)
	fmt.Printf("%s: %d words\n", to, n)
	return os.WriteFile(to, shipped.Pack([]byte(list)), 0o644)
}

// condenseWords gives a line for each frequency of words, as its negative binary
// logarithm, from 0 on; words that hold anything but letters are left out.
func condenseWords(bins [][]string) (string, int) {
	var lines [][]string
	n := 0
	for centibels, words := range bins {
		bits := int(math.Round(float64(centibels) / 100 * math.Log2(10)))
		for len(lines) <= bits {
			lines = append(lines, nil)
		}
		words = slices.Sorted(slices.Values(words))
		for _, w := range words {
			if n < mostWords && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
				lines[bits] = append(lines[bits], w)
				n++
			}
		}
	}
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.Join(l, " ") + "\n")
	}
	return b.String(), n
}

// readBins reads the package's MessagePack: a list whose first value says what
// form it has, and whose others are the words of each frequency.
func readBins(b []byte) ([][]string, error) {
	r := &packReader{rest: b}
	n := r.list()
	if r.rest != nil && n > 0 {
		r.header()
	}
	var out [][]string
	for range n - 1 {
		var words []string
		for range r.list() {
			words = append(words, r.text())
		}
		out = append(out, words)
	}
	if r.rest == nil {
		return nil, fmt.Errorf("is no list of words by frequency")
	}
	return out, nil
}

// packReader reads as much of MessagePack as the package needs; rest is nil
// after anything else.
type packReader struct{ rest []byte }

func (r *packReader) take(n int) []byte {
	if r.rest == nil || n > len(r.rest) {
		r.rest = nil
		return make([]byte, n)
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *packReader) list() int {
	switch c := r.take(1)[0]; {
	case c>>4 == 9:
		return int(c & 15)
	case c == 0xdc:
		return int(binary.BigEndian.Uint16(r.take(2)))
	}
	r.rest = nil
	return 0
}

func (r *packReader) text() string {
	switch c := r.take(1)[0]; {
	case c>>5 == 5:
		return string(r.take(int(c & 31)))
	case c == 0xd9:
		return string(r.take(int(r.take(1)[0])))
	}
	r.rest = nil
	return ""
}

// header wants {"format": "cB", "version": 1}.
func (r *packReader) header() {
	if r.take(1)[0] != 0x82 || r.text() != "format" || r.text() != "cB" || r.text() != "version" || r.take(1)[0] != 1 {
		r.rest = nil
	}
}
