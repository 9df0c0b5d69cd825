// Package lang holds what hearsay knows of each language, as data: word lists
// and rules, one folder a language.
package lang
