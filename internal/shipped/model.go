package shipped

// Model unpacks and decodes the model that lies in a room. It panics where it
// cannot: the build is broken, not the input.
func Model[M any](room string, packed []byte, decode func([]byte) (M, error)) M {
	content, err := Unpack(packed)
	if err != nil {
		panic(room + ": the embedded model: " + err.Error())
	}
	m, err := decode(content)
	if err != nil {
		panic(room + ": the embedded model: " + err.Error())
	}
	return m
}
