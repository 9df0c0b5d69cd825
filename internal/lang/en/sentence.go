// Package en holds what hearsay knows of English, as data.
package en

// Titles are abbreviations, without their stop, that lead a name or a number:
// a sentence never ends at their stop.
var Titles = []string{
	"adm", "asst", "atty", "brig", "capt", "cdr", "cmdr", "col", "comdr", "cpl", "cpt", "del", "det", "dr", "drs", "eng", "ens", "fr",
	"gen", "gov", "govs", "hon", "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mx", "pfc", "pres", "prof", "profs",
	"pvt", "rep", "reps", "rev", "sec", "sen", "sens", "sgt", "spec", "spc", "sr", "st", "ste", "sup", "supt", "treas", "vs", "ed", "eds", "e.g", "i.e", "cf", "approx", "mt", "ft", "al", "viz",
}

// Abbreviations are written with stops and may stand at a sentence's end: it
// ends there when the next word is one of Openers, or not a name at all.
var Abbreviations = []string{
	"a.k.a", "a.m", "p.m", "am", "assn", "assoc", "aug", "ave", "b.c", "a.d", "blvd", "bros", "co", "corp", "cos", "d.c", "dec", "dept",
	"dist", "etc", "feb", "inc", "jan", "jr", "llc", "ltd", "mar", "nov", "oct", "ph.d", "plc", "rd", "sept", "sep", "u.k", "u.n", "u.s",
	"u.s.a", "u.s.s.r", "univ", "ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass",
	"mich", "minn", "miss", "mo", "mont", "neb", "nev", "n.c", "n.d", "n.h", "n.j", "n.m", "n.y", "okla", "ore", "pa", "r.i", "s.c", "s.d",
	"tenn", "tex", "va", "vt", "wash", "w.va", "wis", "wyo", "b.a", "m.a", "m.d", "j.d", "m.b.a", "gop", "dem", "inst", "int", "est",
}

// SmallAbbreviations are abbreviations in small letters too.
var SmallAbbreviations = []string{"a.m", "p.m", "etc", "vs", "e.g", "i.e", "cf", "a.k.a", "viz", "approx", "al"}

// Numbered are abbreviations only before a number: "No. 5", but "She said no."
var Numbered = []string{"no", "nos", "art", "ch", "fig", "figs", "vol", "pp", "p"}

// Openers are words that, capitalised, begin a sentence rather than go on with
// a name.
var Openers = []string{
	"a", "about", "according", "after", "all", "also", "although", "among", "an", "and", "another", "any", "as", "asked", "at", "because",
	"before", "both", "but", "by", "despite", "during", "each", "earlier", "even", "every", "few", "for", "from", "given", "had", "has",
	"have", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "is", "it", "its", "last", "later", "like", "many",
	"meanwhile", "more", "most", "much", "my", "neither", "no", "none", "nor", "not", "now", "of", "on", "once", "one", "only", "or",
	"other", "others", "our", "over", "perhaps", "several", "she", "since", "so", "some", "still", "such", "that", "the", "their", "then",
	"there", "these", "they", "this", "those", "though", "through", "thus", "to", "under", "unlike", "until", "upon", "was", "we", "were",
	"what", "when", "where", "whether", "which", "while", "who", "why", "will", "with", "without", "would", "yet", "you", "your",
}
