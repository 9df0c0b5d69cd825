package en

// Closed classes, for telling where a noun phrase or a clause begins and ends.
var (
	SubjectPronouns = []string{"he", "she", "they", "i", "we", "it", "you", "who", "one", "some", "many", "others", "both", "everyone", "everybody",
		"nobody", "someone", "somebody", "anyone", "anybody", "few", "most", "several", "neither", "none", "none", "this", "these", "those", "which", "another", "each", "all", "what"}
	ObjectPronouns = []string{"him", "her", "them", "me", "us", "himself", "herself", "themselves", "itself", "myself", "ourselves", "yourself", "whom"}
	Reflexives     = []string{"himself", "herself", "themselves", "itself", "myself", "ourselves", "yourself"}
	Determiners    = []string{"the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "every", "each", "another", "all", "both", "many", "most",
		"several", "few", "more", "such", "either", "neither", "other", "half"}
	Possessives  = []string{"his", "her", "their", "its", "my", "our", "your", "whose"}
	Prepositions = []string{"of", "in", "on", "at", "by", "for", "from", "with", "to", "about", "after", "before", "during", "against", "between", "among",
		"amid", "under", "over", "through", "within", "without", "toward", "towards", "into", "onto", "near", "outside", "inside", "behind", "beside",
		"besides", "beyond", "despite", "via", "per", "upon", "off", "across", "around", "along", "above", "below", "beneath", "throughout", "concerning",
		"regarding", "following", "including", "since", "until", "till", "past", "like", "unlike", "except", "as", "than", "alongside", "versus", "out", "up", "down"}
	Coordinators  = []string{"and", "or", "but", "nor", "yet", "plus"}
	Subordinators = []string{"because", "although", "though", "while", "whereas", "if", "unless", "when", "whenever", "where", "wherever", "as", "since",
		"until", "before", "after", "once", "lest", "whether", "so", "how", "why", "that"}
	WhWords     = []string{"whether", "if", "how", "why", "what", "who", "when", "where", "which", "whom", "whose", "whatever", "whoever"}
	Auxiliaries = []string{"is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "'s", "'re", "'ve", "'m"}
	BeForms     = []string{"is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "gets", "'s", "'re", "'m"}
	HaveForms   = []string{"has", "have", "had", "having", "'ve"}
	Modals      = []string{"will", "would", "can", "could", "may", "might", "shall", "should", "must", "ca", "wo", "'ll", "'d", "cannot", "ought"}
	Negations   = []string{"not", "n't", "never", "no"}
	Adverbs     = []string{"also", "later", "then", "again", "once", "even", "still", "just", "now", "often", "always", "never", "ever", "soon", "too",
		"twice", "not", "n't", "first", "further", "instead", "so", "simply", "already", "since", "recently", "earlier", "long", "only", "yet", "perhaps",
		"sometimes", "today", "yesterday", "tonight", "thus", "therefore", "however", "nevertheless", "nonetheless", "meanwhile", "afterward", "afterwards",
		"rather", "almost", "indeed", "all", "both", "himself", "herself", "themselves", "itself", "back", "here", "there", "elsewhere", "there", "at least", "once", "next", "well", "likewise", "much", "more", "very"}
	// NotAdverbs end in -ly and are none.
	NotAdverbs = []string{"family", "ally", "reply", "italy", "july", "assembly", "supply", "monopoly", "rally", "bully", "anomaly", "fly", "apply", "rely",
		"comply", "imply", "multiply", "elderly", "daily", "weekly", "monthly", "emily", "kelly", "sally", "molly", "billy", "holly", "beverly", "kimberly", "friendly", "only"}
	// Measures are what one goes by: "according to plan".
	Measures = []string{"standards", "standard", "plan", "schedule", "rules", "rule", "law", "tradition", "principle", "principles", "custom", "agreement", "size", "ability",
		"need", "needs", "age", "type", "wishes", "drawings", "taste", "rank", "merit", "means", "order", "protocol", "script", "scenario", "criteria", "weight", "logic", "code", "constitution", "legislation"}
	// Publishing brings out what is said: "published information that".
	Publishing = []string{"published", "publishes", "issued", "issues", "released", "made", "makes", "gave", "gives", "spread", "spreads", "circulated", "posted", "distributed", "shared", "aired", "ran", "carried", "repeated", "voiced", "dropped"}
	// Examples show something without a voice of their own.
	Examples = []string{"example", "examples", "experience", "practice", "history", "case", "cases", "fact", "facts", "life", "time", "events", "event"}
	// Opinions follow "in her": "in her opinion".
	Opinions = []string{"opinion", "view", "words", "estimation", "assessment", "telling", "account"}
	// Quoting leads to whose words follow behind "as saying".
	Quoting = []string{"quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"}
	// Offices are named by two matters: "the ministry for roads and water".
	Offices = []string{"ministry", "department", "committee", "agency", "office", "commission", "bureau", "authority", "minister", "secretary", "institute", "service", "embassy", "police"}
	// Nobody says nothing.
	Nobody = []string{"nobody", "none", "neither", "nothing"}
	// Rubrics stand before a headline's colon and say what kind of thing follows.
	Rubrics = []string{"analysis", "check", "factcheck", "claim", "verdict", "rating", "facts", "video", "videos", "watch", "listen", "read", "photo", "photos", "picture", "pictures", "gallery", "image", "images", "opinion", "editorial",
		"column", "comment", "commentary", "review", "exclusive", "breaking", "live", "latest", "update", "updates", "updated", "explainer", "explained", "interview", "podcast",
		"quiz", "timeline", "background", "profile", "transcript", "summary", "infographic", "map", "list", "revealed", "leaked", "wow", "look", "boom", "busted", "bombshell",
		"byline", "email", "newsletter", "briefing", "digest", "recap", "preview", "roundup", "correction", "clarification", "note", "news", "sport", "sports", "weather",
		"business", "politics", "world", "culture", "health", "science", "part", "chapter", "day", "week", "chart", "obituary", "feature", "focus", "spotlight", "factbox", "documentary"}
	// Inscriptions are things that bear words, several at a time.
	Inscriptions = []string{"captions", "inscriptions", "headlines", "banners", "posters", "signs", "placards", "slogans", "stickers", "leaflets", "billboards", "notices", "labels", "subtitles"}
	// NoReports govern a clause with "that" and tell nothing anybody said.
	NoReports = []string{"mean", "means", "meant", "meaning", "ensure", "ensures", "ensured", "ensuring", "make", "makes", "made", "making", "guarantee", "guarantees", "guaranteed",
		"require", "requires", "required", "requiring", "be", "is", "was", "were", "happen", "happens", "happened", "cause", "caused", "see", "sees", "forget", "forgets", "forgot",
		"seem", "seems", "seemed", "appear", "appears", "appeared", "turn", "turned", "help", "helped", "get", "got", "have", "had", "has", "do", "did", "provide", "provided", "providing", "given", "assuming", "considering"}
	// Consequences tell what a deed stands for.
	Consequences = []string{"thus", "thereby", "hereby"}
	// Plurals end in no s.
	Plurals = []string{"people", "men", "women", "children", "police", "media", "data", "authorities", "public", "fans", "folks", "majority", "number", "percent", "clergy", "staff", "crew", "half", "third"}
	Times   = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
		"saturdays", "sundays", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
		"aug", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "yesterday", "today", "tonight", "tomorrow", "morning", "afternoon", "evening", "night",
		"week", "weekend", "month", "year", "years", "days", "weeks", "months", "hours", "minutes", "a.m", "p.m", "gmt", "est", "edt", "noon", "midnight", "spring", "summer", "autumn", "winter"}
	// CommonVerbs are finite forms met often that report nothing; a noun phrase
	// does not reach over them.
	CommonVerbs = []string{"went", "came", "goes", "comes", "made", "makes", "took", "takes", "gave", "gives", "got", "gets", "left", "leaves", "held", "holds",
		"kept", "keeps", "began", "begins", "became", "becomes", "ran", "runs", "won", "wins", "lost", "loses", "met", "meets", "paid", "pays", "sat", "stood",
		"stands", "spent", "spends", "sent", "sends", "brought", "brings", "bought", "built", "fell", "rose", "grew", "grows", "drew", "draws", "led", "leads", "put", "puts",
		"saw", "sees", "heard", "hears", "knew", "knows", "seemed", "seems", "appeared", "appears", "remained", "remains", "used", "uses", "tried", "tries",
		"turned", "turns", "looked", "looks", "worked", "works", "lived", "lives", "moved", "moves", "played", "served", "serves", "started", "starts",
		"ended", "ends", "happened", "happens", "helped", "helps", "included", "includes", "received", "receives", "arrived", "returned", "returns",
		"visited", "signed", "voted", "votes", "faced", "faces", "wants", "wanted", "needs", "needed", "likes", "liked", "let", "lets", "caused", "causes",
		"killed", "died", "dies", "opened", "closed", "agreed", "agrees", "decided", "decides", "passed", "passes", "reached", "followed", "follows", "supports", "supported",
		"joined", "launched", "released", "won", "arrested", "attended", "expected", "remains", "earned", "cost", "costs", "broke", "wore", "ate", "drove", "flew", "sold", "taught", "thought", "threw", "understood", "woke"}
	// Roles lead an apposition or stand for a speaker without an article.
	Roles = []string{"spokesman", "spokeswoman", "spokesperson", "president", "minister", "director", "chairman", "chairwoman", "chair", "chief", "head", "leader",
		"professor", "analyst", "expert", "author", "editor", "senator", "governor", "mayor", "secretary", "ambassador", "adviser", "advisor", "aide", "deputy", "founder",
		"co-founder", "member", "manager", "official", "officer", "commander", "general", "candidate", "lawyer", "attorney", "judge", "coach", "captain", "executive",
		"director-general", "vice", "former", "then", "owner", "host", "strategist", "activist", "resident", "journalist", "reporter", "columnist", "economist", "scientist",
		"researcher", "historian", "pollster", "consultant", "partner", "representative", "congressman", "congresswoman", "lawmaker", "politician", "premier", "chancellor",
		"prime", "foreign", "senior", "co-author", "co-chair", "one", "himself", "herself", "themselves", "now", "currently", "who", "whose", "which", "both", "both", "also"}
)
