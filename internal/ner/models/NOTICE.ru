ru.names is a model of Russian names. It was trained on and condenses the
demonstration part of factRuEval-2016 (MIT License, below), four documents of
five, by the organisers of the Dialogue Evaluation: Starostin and others,
"FactRuEval 2016: Evaluation of Named Entity Recognition and Fact Extraction
Systems for Russian" (2016), https://github.com/dialogue-evaluation/factRuEval-2016.

`go run ./cmd/hearsay-train names-ru --data DIR` makes the file byte for byte.

The MIT License (MIT)

Copyright (c) 2015 dialogue-evaluation

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.

