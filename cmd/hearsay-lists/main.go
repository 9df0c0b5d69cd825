// Command hearsay-lists condenses the base of known names, and the lists of
// frequent words, from licensed packages and from tables written for it. It
// downloads nothing: without the packages it says how to fetch them. The same
// packages give the same bytes.
package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/known"
)

const dataFolder = "internal/known/data"

func main() {
	var data, out string
	c := &cobra.Command{
		Use:           "hearsay-lists --data DIR",
		Short:         "condense the base of known names from the packages in DIR",
		Long:          "hearsay-lists makes the files in " + dataFolder + " from packages unpacked in DIR:\n\n" + howToFetch("DIR"),
		Args:          cobra.NoArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE:          func(*cobra.Command, []string) error { return run(data, out) },
	}
	c.Flags().StringVar(&data, "data", "", "the folder of unpacked packages")
	c.Flags().StringVar(&out, "out", dataFolder, "the folder to write to")
	if err := c.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	c.AddCommand(newWords())
	if err := c.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "hearsay-lists:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	w, err := gather(data)
	if err != nil {
		return err
	}
	packed, index, err := known.Pack(w.entries())
	if err != nil {
		return err
	}
	fmt.Printf("%d entries, %d names; %d + %d bytes\n", len(w.of), w.names(), len(packed), len(index))
	fmt.Printf("SHA-256 of places.zst %x, of places.index %x\n", sha256.Sum256(packed), sha256.Sum256(index))
	for _, note := range w.notes {
		fmt.Println(note)
	}
	if err := os.WriteFile(filepath.Join(out, "places.zst"), packed, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "places.index"), index, 0o644)
}

// gather reads every package and table into one world. Later steps name what
// earlier ones entered.
func gather(data string) (*world, error) {
	for _, p := range packages {
		if err := p.verify(data); err != nil {
			return nil, err
		}
	}
	w := newWorld(data)
	for _, step := range []func(*world) error{
		readCountriesList, readISOCountries, readTerritories, readPopulations,
		readCities, readRenamed, readCapitals, readZoneCities,
		readRegions, readPlaces, readPeoples, readOrganisations,
	} {
		if err := step(w); err != nil {
			return nil, err
		}
	}
	return w, nil
}
