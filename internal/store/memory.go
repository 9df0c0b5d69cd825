package store

import (
	"runtime"
	"sync/atomic"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// memory is what the sweep over names keeps from step to step, of what it read
// or made. It holds what the file does: whoever changes the tables forgets here
// what changed, and all of it is forgotten when another program writes.
type memory struct {
	forms   map[int64]*resolve.Form
	signed  pages
	samples map[int64]*sample
	summed  []*sample                // whose uses are summed up
	scenes  map[int64]*resolve.Scene // by article
	nearby  map[int64][]held
	buckets buckets
	sought  map[int64]*sought // by short name
	likes   map[int64][]int64 // by full name: short ones
	stands  map[int64]stood
	handed  map[int64][]publicID // by name
	written map[int64]writtenEntity
	levels  map[int64]int
	bearers map[int64]*resolve.Bearer // by entity
	links   map[pair]verdict          // how words connect names
	due     map[int64]bool            // names that were touched by articles, and not swept since
	dueAt   int64                     // the file's version then, as this program's connection counts
	waiting *waiting                  // nil when it was not asked
	most    int                       // names of one group

	register       *resolve.Register // of signs
	sieves         []*resolve.Sieve  // of the register, one for each processor
	contradictions *resolve.Contradictions

	claims claimMemory

	mostRecent int
	moved      map[string][2]int64 // the last row of each table that was moved into runs; nothing depends on it
}

// verdict is what resolve.Connect says of two names.
type verdict struct {
	resolve.Link
	connected bool
}

// Bounds of the memory, in names, articles, pairs and entities. A form is about half
// a kilobyte, a sample as much, what it sums up to one and a half, what tells of a
// bearer three, a scene and a pair a tenth of one.
const (
	maxLinks   = 100_000
	maxForms   = 200_000
	maxSamples = 200_000
	maxSummed  = 20_000
	maxScenes  = 300_000
	maxBearers = 20_000
	maxBuckets = 1_000_000
	maxSought  = 200_000
)

func newMemory() *memory {
	m := &memory{links: map[pair]verdict{}, most: resolve.MaxGroup, mostRecent: mostRecent, moved: map[string][2]int64{}}
	m.clear()
	return m
}

// bound forgets what has grown too large.
func (m *memory) bound() {
	m.due = nil
	if m.waiting != nil && len(m.waiting.names) == 0 {
		m.waiting = nil
	}
	if len(m.forms) > maxForms {
		m.forgetForms()
	}
	if len(m.buckets.of) > maxBuckets || len(m.sought)+len(m.likes) > maxSought {
		m.forgetBuckets()
	}
	if len(m.bearers) > maxBearers {
		clear(m.bearers)
	}
	if len(m.summed) > maxSummed {
		for _, x := range m.summed {
			x.name.Scatter()
		}
		m.summed = nil
	}
	if len(m.links) > maxLinks {
		clear(m.links)
	}
	if len(m.forms) == 0 || len(m.samples) > maxSamples || len(m.scenes) > maxScenes || len(m.nearby) > maxForms || len(m.stands) > maxForms || len(m.handed) > maxForms || len(m.written) > maxForms {
		m.empty()
	}
}

// empty keeps forms and links: they are made of nothing that changes but the list
// of known names.
func (m *memory) empty() {
	m.samples, m.summed, m.scenes = map[int64]*sample{}, nil, map[int64]*resolve.Scene{}
	m.nearby, m.levels = map[int64][]held{}, map[int64]int{}
	m.stands = map[int64]stood{}
	m.handed, m.written = map[int64][]publicID{}, map[int64]writtenEntity{}
	m.bearers = map[int64]*resolve.Bearer{}
	m.waiting = nil
}

// clear forgets everything.
func (m *memory) clear() {
	clear(m.links)
	m.forgetForms()
	m.empty()
	m.claims = claimMemory{}
	m.forgetBuckets()
}

// distrust forgets what a transaction may have changed that failed.
func (m *memory) distrust() {
	m.due = nil
	m.empty()
	m.claims = claimMemory{}
	m.forgetBuckets()
}

// forgetBuckets forgets who shares a key with whom.
func (m *memory) forgetBuckets() {
	m.buckets, m.sought, m.likes = buckets{of: map[bucketKey]int64{}}, map[int64]*sought{}, map[int64][]int64{}
}

// forgetForms forgets forms, and what holds on to them.
func (m *memory) forgetForms() {
	m.forms, m.signed, m.register = map[int64]*resolve.Form{}, nil, resolve.NewRegister()
	m.contradictions = resolve.NewContradictions()
	m.sieves = nil
}

// signed is a name that can be looked at beside others.
type signed struct {
	*resolve.Form
	signs resolve.Signs
}

// pages hold signed names by their rows: most of those that are looked at stand
// close together, and a map would take longer than the look.
type pages [][]signed

const signedBits = 10

func (p pages) of(name int64) *signed { return &p[name>>signedBits][name&(1<<signedBits-1)] }

func (p pages) hold(name int64) bool {
	at := int(name >> signedBits)
	return at < len(p) && p[at] != nil && p.of(name).Form != nil
}

// sign makes a name that is ready to be looked at.
func (m *memory) sign(name int64) *signed {
	at := int(name >> signedBits)
	if at >= len(m.signed) {
		m.signed = append(m.signed, make(pages, at+1-len(m.signed))...)
	}
	if m.signed[at] == nil {
		m.signed[at] = make([]signed, 1<<signedBits)
	}
	x := m.signed.of(name)
	if f := m.forms[name]; x.Form != f {
		*x = signed{f, m.register.Signs(f)}
	}
	return x
}

// nextSieve gives each goroutine of one call a sieve of its own; names that it is
// shown must be signed. A sieve remembers what it was asked from call to call.
func (m *memory) nextSieve() func() *resolve.Sieve {
	for len(m.sieves) < runtime.GOMAXPROCS(0) {
		m.sieves = append(m.sieves, m.register.NewSieve())
	}
	var taken atomic.Int32
	return func() *resolve.Sieve { return m.sieves[taken.Add(1)-1] }
}

func pairOf(a, b int64) pair { return pair{min(a, b), max(a, b)} }

// connectAll compares pairs of names that are ready by their words, on all
// processors.
func (m *memory) connectAll(pairs []pair) {
	var missing []pair
	for _, p := range pairs {
		if _, known := m.links[p]; !known {
			missing = append(missing, p)
		}
	}
	made := make([]verdict, len(missing))
	inParallel(len(missing), func(i int) {
		made[i].Link, made[i].connected = resolve.Connect(m.forms[missing[i].a], m.forms[missing[i].b])
	})
	for i, p := range missing {
		m.links[p] = made[i]
	}
}

// connect compares two names that are ready by their words.
func (m *memory) connect(a, b int64) (resolve.Link, bool) {
	p := pairOf(a, b)
	v, known := m.links[p]
	if !known {
		v.Link, v.connected = resolve.Connect(m.forms[p.a], m.forms[p.b])
		m.links[p] = v
	}
	return v.Link, v.connected
}

// used tells the sample of a name of an article that uses it.
func (m *memory) used(name int64, use resolve.Seen, row useRow) {
	if x := m.samples[name]; x != nil {
		x.take(use, row)
	}
}

// printed forgets the sample of a name that stands only as a short form: the
// article that prints it now may be of lesser lot.
func (m *memory) printed(short int64) {
	if x := m.samples[short]; x != nil && len(x.uses) == 0 {
		delete(m.samples, short)
	}
}

// linked forgets the links of names.
func (m *memory) linked(names ...int64) {
	for _, id := range names {
		delete(m.nearby, id)
	}
}
