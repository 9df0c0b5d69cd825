package eval

import "testing"

// Each case is a text and, below it, what stands inside quotation marks.
func TestQuoteMask(t *testing.T) {
	for _, c := range [][2]string{
		{`He said "no" twice`,
			`        ####      `},
		{`''Old'' ways`,
			`#######     `},
		{"``Old'' ways",
			`#######     `},
		{`the 6" pipe and 7" more`,
			`                       `},
		{`He said: "never ending`,
			`         #############`},
		{`A word "never ending`,
			`                    `},
		{`„Nie“ und „nie”`,
			`#####     #####`},
		{`“Wrong way“ he said`,
			`###########        `},
		{`«un» 「deux」 『trois』`,
			`#### ###### #######`},
		{`he said ”odd” things`,
			`        #####       `},
	} {
		text := []rune(c[0])
		mask := quoteMask(text)
		got := make([]rune, len(text))
		for i, in := range mask {
			got[i] = ' '
			if in {
				got[i] = '#'
			}
		}
		if string(got) != c[1] {
			t.Errorf("\n%s\n%s got\n%s wanted", c[0], string(got), c[1])
		}
	}
}
