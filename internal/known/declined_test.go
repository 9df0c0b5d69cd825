package known

import "testing"

func TestDeclined(t *testing.T) {
	for printed, want := range map[string]string{
		"Казахстана": "Kazakhstan", "Казахстаном": "Kazakhstan", "Норвегии": "Norway", "Норвегию": "Norway", "Норвегией": "Norway", "Москвы": "Moscow", "Москве": "Moscow",
		"Москвой": "Moscow", "Саудовской Аравии": "Saudi Arabia", "Польши": "Poland", "Бразилии": "Brazil", "Китаем": "China", "Израилю": "Israel", "Астаной": "Astana",
		"Кормаева": "", "Kazakhstana": "", "Из Норвегии в Польшу и обратно": "",
	} {
		got := ""
		if found := Declined(printed); len(found) > 0 {
			got = found[0].Name()
		}
		if got != want {
			t.Errorf("%s is %q, want %q", printed, got, want)
		}
	}
}
