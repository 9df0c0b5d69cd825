package resolve_test

import (
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// crowded are forms of many invented names, and of some that a glance could be
// wrong about.
func crowded(articles int) []*resolve.Form {
	var out []*resolve.Form
	met := map[[2]string]bool{}
	add := func(kind news.EntityKind, words string) {
		if n := [2]string{string(kind), words}; !met[n] {
			met[n] = true
			out = append(out, resolve.NewForm(kind, words, nil))
		}
	}
	for _, words := range []string{"Ada Quill", "Dr Ada Quill", "A. Quill", "Quill", "Quïll", "Ada Łuk", "Luk", "Ada Van Quill", "Ada Vanquill", "Vanquill", "Ada Abdul Rahman Quill",
		"Abdulrahman", "Ada Quill Jr", "Jr", "Ада Квилл", "Ada Petrovna Quill", "Petrovna", "Quill, Ada", "William Quill", "Bill Quill", "伊万", "Quill Bank", "QB", "Ada Beda Ceda Deda Eda Quill"} {
		for _, kind := range []news.EntityKind{news.Person, news.Organisation, news.Place, news.Group, ""} {
			add(kind, words)
		}
	}
	crowd := gen.NewCrowd(3, gen.Crowd{Entities: 60})
	for n := range articles {
		a, _ := crowd.Article(n)
		for i := range a.Entities {
			add(a.Entities[i].Kind, a.Entities[i].Name)
		}
	}
	listed := known.Entry{ID: "list:quill", Kind: news.Person, Names: []string{"Ada Quill"}}
	return append(out, resolve.NewForm(news.Person, "Beda Quill", []known.Entry{listed}))
}

func TestSieveRefusesNothingThatConnects(t *testing.T) {
	forms, r := crowded(60), resolve.NewRegister()
	signs := make([]resolve.Signs, len(forms))
	for i, f := range forms {
		signs[i] = r.Signs(f)
	}
	s, refused := r.NewSieve(), 0
	for i, f := range forms {
		s.Turn(f, signs[i])
		for k, o := range forms {
			passes := s.Passes(&signs[k])
			if l, ok := resolve.Connect(f, o); ok && !passes {
				t.Errorf("%s %q and %s %q are refused at a glance, but %v", f.Kind, f.Name, o.Kind, o.Name, l)
			}
			if !passes {
				refused++
			}
		}
	}
	if all := len(forms) * len(forms); refused < all/2 {
		t.Errorf("of %d pairs only %d are refused", all, refused)
	}
}
