package ner

import (
	_ "embed"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/shipped"
)

//go:embed models/ru.names
var russianFile []byte

// Russian is the shipped model of Russian names, made ready on first use; see
// models/NOTICE.ru for what it was trained on and under which licence it stands.
var Russian = sync.OnceValue(func() *Model { return shipped.Model("ner", russianFile, Decode) })

// RussianNotice says what the model is, what it was made of and under which
// licence it stands.
//
//go:embed models/NOTICE.ru
var RussianNotice string
