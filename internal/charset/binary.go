package charset

import "bytes"

// signatures are the first bytes of forms that are no text, and what a person
// calls them.
var signatures = []struct{ starts, what string }{
	{"\x89PNG\r\n\x1a\n", "a PNG image"},
	{"\xFF\xD8\xFF", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"II*\x00", "a TIFF image"},
	{"MM\x00*", "a TIFF image"},
	{"%PDF-", "a PDF document"},
	{"{\\rtf", "an RTF document"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document"},
	{"PK\x03\x04", "a ZIP archive or Office document"},
	{"PK\x05\x06", "an empty ZIP archive"},
	{"\x1F\x8B", "a gzip file"},
	{"\xFD7zXZ\x00", "an xz file"},
	{"\x28\xB5\x2F\xFD", "a Zstandard file"},
	{"7z\xBC\xAF\x27\x1C", "a 7z archive"},
	{"Rar!\x1A\x07", "a RAR archive"},
	{"\x7FELF", "a program (ELF)"},
	{"\xCF\xFA\xED\xFE", "a program (Mach-O)"},
	{"\xCA\xFE\xBA\xBE", "a program (Mach-O or Java)"},
	{"\x00asm", "a WebAssembly program"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"OggS\x00", "an Ogg recording"},
	{"ID3\x02", "an MP3 recording"},
	{"ID3\x03", "an MP3 recording"},
	{"ID3\x04", "an MP3 recording"},
	{"fLaC\x00", "a FLAC recording"},
	{"\x1A\x45\xDF\xA3", "a Matroska film"},
}

// binaryForm names the form b is in when its first bytes are those of one that
// is no text, else "".
func binaryForm(b []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(b, []byte(s.starts)) {
			return s.what
		}
	}
	const head = 12 // bytes the forms below tell themselves by
	if len(b) < head {
		return ""
	}
	switch kind := string(b[8:head]); {
	case bytes.HasPrefix(b, []byte("RIFF")) && (kind == "WEBP" || kind == "WAVE" || kind == "AVI "):
		return "a " + kind + " file"
	case b[0] == 0 && string(b[4:8]) == "ftyp":
		return "an MP4 film or HEIF image"
	case bytes.HasPrefix(b, []byte("BZh")) && string(b[4:10]) == "1AY&SY":
		return "a bzip2 file"
	case bytes.HasPrefix(b, []byte("MZ")) && bytes.IndexByte(b[:min(len(b), 64)], 0) >= 0:
		return "a program (Windows)"
	}
	return ""
}
