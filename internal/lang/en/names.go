package en

import _ "embed"

// The name lists are texts of words, lower case, in which a line that begins
// with # is a note. How a line is built stands at the head of each.
var (
	//go:embed names/given.txt
	GivenNames string
	//go:embed names/titles.txt
	NameTitles string
	//go:embed names/roles.txt
	RoleNouns string
	//go:embed names/kin.txt
	RoleKin string
	//go:embed names/peoples.txt
	Peoples string
	//go:embed names/organisations.txt
	OrganisationWords string
	//go:embed names/placewords.txt
	PlaceWords string
	//go:embed names/countries.txt
	Countries string
	//go:embed names/cities.txt
	Cities string
	//go:embed names/demonyms.txt
	Demonyms string
	//go:embed names/particles.txt
	NameParticles string
	//go:embed names/calendar.txt
	Calendar string
	//go:embed names/common.txt
	CommonWords string
)
