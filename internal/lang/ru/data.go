// Package ru holds the word lists of Russian. They are written for hearsay from
// general knowledge.
package ru

import "embed"

// Data is every list this package reads: a change in one makes what was derived
// with it stale.
//
//go:embed names
var Data embed.FS

// The lists are texts of words in the nominative, lower case, in which a line
// that begins with # is a note.
var (
	//go:embed names/posts.txt
	Posts string
	//go:embed names/organisations.txt
	OrganisationWords string
	//go:embed names/placewords.txt
	PlaceWords string
	//go:embed names/particles.txt
	Particles string
	//go:embed names/surnames.txt
	SurnameEndings string
	//go:embed names/fathers.txt
	FatherEndings string
	//go:embed names/abbreviations.txt
	Abbreviations string
)
