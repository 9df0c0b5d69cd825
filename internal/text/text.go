// Package text cuts a text into paragraphs, sentences and tokens. All are spans
// of bytes into the text, never copies of it.
package text
