package syntax

// The features of an action are those of Zhang and Nivre (2011), "Transition-based
// Dependency Parsing with Rich Non-local Features", for the arc-hybrid system, in
// groups: what a few words alone decide is weighed once, however many parses share it.

// frontFeatures are of the stack's top and the buffer's first.
func frontFeatures(s *Sentence, i0, b0 int32, f []uint64) []uint64 {
	n := int32(len(s.forms))
	s0, n0, n1, n2 := s.view(i0), s.view(b0), s.beyond(b0+1), s.beyond(b0+2)
	before, after, last := s.view(i0-1), s.view(min(i0+1, n)), s.view(b0-1)
	dist, b := distance(i0, b0), s.between(i0, b0)
	return append(f,
		mix(100, s0.low, s0.tag, 0), mix(101, s0.low, 0, 0), mix(102, s0.tag, 0, 0),
		mix(106, n0.low, n0.tag, 0), mix(107, n0.low, 0, 0), mix(108, n0.tag, 0, 0),
		mix(109, n1.low, n1.tag, 0), mix(110, n1.tag, 0, 0), mix(111, n2.tag, n1.tag, n0.tag),
		mix(114, s0.low, n0.tag, 0), mix(115, s0.tag, n0.low, 0), mix(116, s0.tag, n0.tag, 0),
		mix(122, s0.tag, n0.tag, n1.tag),
		mix(131, s0.low, dist, 0), mix(132, s0.tag, dist, n0.tag), mix(133, n0.low, dist, 0),
		mix(162, s0.group, n0.group, 0), mix(165, s0.group, n0.tag, s0.tag), mix(166, s0.tag, n0.group, n0.tag),
		mix(176, s0.tag, n0.tag, b), mix(408, s0.tag, n0.tag, s.quoted(i0, b0)), mix(178, s0.tag, n0.tag, n1.coarse), mix(183, s0.coarse, n0.coarse, b), mix(187, s0.tag, n0.tag, s.ahead(b0)),
		mix(196, after.tag, s0.tag, n0.tag), mix(197, before.tag, s0.tag, n0.tag), mix(198, last.tag, s0.tag, n0.tag),
		mix(401, s0.tag, n1.low, n0.tag), mix(402, n2.tag<<8|n1.tag, n0.tag, s0.tag), mix(404, after.low, s0.tag, n0.tag), mix(407, n1.group, n0.tag, s0.tag),
	)
}

// stackFeatures are of the two uppermost words of the stack.
func stackFeatures(s *Sentence, i1, i0 int32, f []uint64) []uint64 {
	s0, s1, before := s.view(i0), s.view(i1), s.view(i0-1)
	gap, b := distance(i1, i0), s.between(i1, i0)
	return append(f,
		mix(103, s1.low, s1.tag, 0), mix(104, s1.low, 0, 0), mix(105, s1.tag, 0, 0),
		mix(118, s1.low, s0.tag, 0), mix(119, s1.tag, s0.low, 0), mix(120, s1.tag, s0.tag, 0),
		mix(134, s1.tag, gap, s0.tag), mix(163, s1.group, s0.group, 0), mix(177, s1.tag, s0.tag, b), mix(409, s1.tag, s0.tag, s.quoted(i1, i0)), mix(406, s1.tag, before.tag, s0.tag),
	)
}

// topFeatures are of what hangs on the stack's top, before the buffer's first.
func topFeatures(s *Sentence, k0 *node, b0 int32, f []uint64) []uint64 {
	s0, n0 := s.view(k0.word), s.view(b0)
	s0l, s0r, s0l2, s0r2 := s.view(k0.left), s.view(k0.right), s.view(k0.left2), s.view(k0.right2)
	v0, r0l, r0r := uint64(k0.lefts)<<8|uint64(k0.rights), uint64(k0.leftRel), uint64(k0.rightRel)
	return append(f,
		mix(124, s0.tag, s0l.tag, n0.tag), mix(125, s0.tag, s0r.tag, n0.tag),
		mix(136, s0.low, v0, 0), mix(137, s0.tag, v0, n0.tag), mix(142, s0.tag, r0l, r0r), mix(143, s0.low, r0r, 0),
		mix(147, s0l.low, s0.tag, n0.tag), mix(148, s0r.low, s0.tag, n0.tag), mix(151, s0.tag, s0l.tag, s0l2.tag), mix(152, s0.tag, s0r.tag, s0r2.tag),
		mix(182, s0.group, r0r, n0.tag), mix(188, s0.tag, k0.leftRels, n0.tag), mix(189, s0.tag, k0.rightRels, n0.tag),
		mix(190, s0.low, k0.rightRels, 0), mix(195, s0.group, k0.rightRels, n0.tag),
	)
}

// nextFeatures are of what hangs on the buffer's first, behind the stack's top.
func nextFeatures(s *Sentence, i0 int32, kn *node, f []uint64) []uint64 {
	s0, n0, n0l, n0l2 := s.view(i0), s.view(kn.word), s.view(kn.left), s.view(kn.left2)
	vn := uint64(kn.lefts)
	return append(f,
		mix(126, s0.tag, n0l.tag, n0.tag), mix(138, n0.low, vn, 0), mix(139, n0.tag, vn, s0.tag), mix(146, n0.tag, uint64(kn.leftRel), s0.tag),
		mix(149, n0l.low, n0.tag, s0.tag), mix(153, n0.tag, n0l.tag, n0l2.tag), mix(193, n0.tag, kn.leftRels, s0.tag),
	)
}

// belowFeatures are of what hangs on the second of the stack.
func belowFeatures(s *Sentence, k1 *node, i0 int32, f []uint64) []uint64 {
	s0, s1, s1l, s1r := s.view(i0), s.view(k1.word), s.view(k1.left), s.view(k1.right)
	v1, r1l, r1r := uint64(k1.lefts)<<8|uint64(k1.rights), uint64(k1.leftRel), uint64(k1.rightRel)
	return append(f,
		mix(127, s1.tag, s1r.tag, s0.tag), mix(130, s1.tag, s1l.tag, s0.tag), mix(140, s1.tag, v1, s0.tag), mix(141, s1.low, v1, 0),
		mix(144, s1.tag, r1r, r1l), mix(150, s1r.low, s1.tag, s0.tag), mix(181, s1.group, r1r, s0.group),
		mix(191, s1.tag, k1.rightRels, s0.tag), mix(194, s1.tag, k1.leftRels, s0.tag),
	)
}

// pairFeatures are of what hangs on the stack's top, above the second.
func pairFeatures(s *Sentence, i1 int32, k0 *node, f []uint64) []uint64 {
	s0, s1, s0l, s0r := s.view(k0.word), s.view(i1), s.view(k0.left), s.view(k0.right)
	return append(f,
		mix(128, s1.tag, s0l.tag, s0.tag), mix(129, s1.tag, s0r.tag, s0.tag), mix(184, s1.tag, s0l.low, s0.tag), mix(185, s1.coarse, s0.coarse, s0l.low),
	)
}

// threeFeatures are of three words together. r0l is the relation of the leftmost
// dependent of the stack's top, n0l the leftmost dependent of the buffer's first.
func threeFeatures(s *Sentence, i2, i1, i0, b0, n0l int32, r0l uint64, f []uint64) []uint64 {
	s0, s1, s2, n0, n1, l := s.view(i0), s.view(i1), s.view(i2), s.view(b0), s.beyond(b0+1), s.view(n0l)
	return append(f,
		mix(112, s2.tag, s1.tag, s0.tag), mix(121, s1.tag, n0.tag, s0.tag), mix(154, s2.tag, s0.tag, n0.tag), mix(161, s1.tag, s0.tag, r0l<<8|n0.tag),
		mix(167, s1.group, s0.tag, n0.tag), mix(168, s1.tag, s0.group, n0.tag), mix(169, s0.coarse, n0.coarse, s1.coarse),
		mix(173, s1.group, s0.tag, l.low), mix(175, s1.low, s0.tag, l.low), mix(180, s1.tag, s0.tag, n0.tag<<8|n1.tag), mix(403, s2.low, s0.tag, n0.tag),
	)
}

// beyond is the view of a word of the buffer: behind the root there is nothing.
func (s *Sentence) beyond(word int32) view {
	if int(word) > len(s.forms) {
		return view{}
	}
	return s.view(word)
}
