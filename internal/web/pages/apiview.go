package pages

// API is the page for those who write programs.
type API struct {
	Frame
	Document   string // its address
	Accounts   bool   // a token is needed
	Operations []Operation
}

// Operation is one thing that programs may ask for.
type Operation struct {
	Method, Path, Says, More string
	Params                   []Parameter
	Edits                    bool
	Curl                     string
}

// Parameter is a parameter of an operation.
type Parameter struct {
	Name, Says string
	Required   bool
}
