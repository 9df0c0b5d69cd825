package syntax

// sketchFeatures are for the relation of an arc as it is made, which the search
// goes by.
func sketchFeatures(s *Sentence, kh, kd *node, f []uint64) []uint64 {
	head, dep := kh.word, kd.word
	h, d, dl, after := s.view(head), s.view(dep), s.view(kd.left), s.view(dep+1)
	way := way(head, dep)
	side := way >> 8
	return append(f,
		mix(201, h.low, d.tag, side), mix(202, h.tag, d.low, side), mix(203, h.tag, d.tag, way), mix(204, d.low, side, 0),
		mix(208, d.tag, dl.low, h.tag), mix(210, d.tag, uint64(kd.leftRel), h.tag<<1|side),
		mix(212, h.tag, uint64(kh.leftRel), d.tag<<1|side), mix(213, h.tag, uint64(kh.rightRel), d.tag<<1|side),
		mix(219, after.tag, d.tag, h.tag<<1|side), mix(226, d.low, dl.low, side),
		mix(230, h.group, d.tag, side), mix(231, h.tag, d.group, side),
		mix(239, d.tag, h.tag, s.between(min(head, dep), max(head, dep))),
	)
}

// way is where a word stands from its head: the side, and how far.
func way(head, dep int32) uint64 {
	if head < dep {
		return 1<<8 | distance(head, dep)
	}
	return distance(dep, head)
}

// labelFeatures are for the relation of an arc of the best parse.
func labelFeatures(s *Sentence, kh, kd *node, f []uint64) []uint64 {
	head, dep := kh.word, kd.word
	h, d := s.view(head), s.view(dep)
	dl, dr, hl, hr := s.view(kd.left), s.view(kd.right), s.view(kh.left), s.view(kh.right)
	before, after := s.view(dep-1), s.view(dep+1)
	way := way(head, dep)
	side := way >> 8
	rl, rr, rl2 := uint64(kd.leftRel), uint64(kd.rightRel), uint64(kd.left2Rel)
	hrel, hrel2 := uint64(kh.leftRel), uint64(kh.rightRel)
	ending := s.forms[dep].end[2]
	return append(f,
		mix(201, h.low, d.tag, side), mix(202, h.tag, d.low, side), mix(203, h.tag, d.tag, way),
		mix(204, d.low, side, 0), mix(205, d.tag, side, 0), mix(206, h.low, side, 0), mix(207, h.tag, side, 0),
		mix(208, d.tag, dl.low, h.tag), mix(209, d.tag, dl.tag, h.tag), mix(210, d.tag, rl, h.tag<<1|side), mix(211, d.tag, rr, h.tag<<1|side),
		mix(212, h.tag, hrel, d.tag<<1|side), mix(213, h.tag, hrel2, d.tag<<1|side), mix(214, h.tag, hl.tag, d.tag<<1|side), mix(215, h.tag, hr.tag, d.tag<<1|side),
		mix(216, before.low, d.tag, h.tag), mix(217, after.low, d.tag, h.tag), mix(218, before.tag, d.tag, h.tag<<1|side), mix(219, after.tag, d.tag, h.tag<<1|side),
		mix(221, ending, h.tag, side), mix(222, d.tag, rl, rl2), mix(223, dr.low, d.tag, h.tag),
		mix(226, d.low, dl.low, side), mix(227, uint64(kh.lefts), h.tag, d.tag<<1|side),
		mix(230, h.group, d.tag, side), mix(231, h.tag, d.group, side), mix(232, d.group, dl.low, h.tag), mix(233, h.group, dl.low, d.tag),
		mix(234, d.coarse, dl.low, h.coarse), mix(235, h.coarse, d.coarse, way), mix(236, d.group, rl, h.tag), mix(237, h.group, hrel, d.tag<<1|side),
		mix(239, d.tag, h.tag, s.between(min(head, dep), max(head, dep))), mix(240, before.tag<<8|after.tag, d.tag, h.tag<<1|side),
	)
}
