// What is read is hostile: titles, names and addresses with markup, with script
// addresses, with characters that turn the direction of writing.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open } from "./room.js";

const turn = "\u202e";
const page1 = `<html><head><title>&lt;img src=x onerror=document.title='taken'&gt; ${turn}eltit</title>
<link rel="canonical" href="javascript:document.title='taken'">
<meta property="og:url" content="javascript:document.title='taken'">
<meta property="og:site_name" content="&lt;script&gt;document.title='taken'&lt;/script&gt; Gazette">
</head><body><article><h1>&lt;img src=x onerror=document.title='taken'&gt; ${turn}eltit</h1>
<p>"The quay will be &lt;b onmouseover=alert(1)&gt;closed&lt;/b&gt; for the whole of the winter season," said Mara ${turn}"&gt;&lt;script&gt;document.title='taken'&lt;/script&gt; Oslin, the harbour's surveyor.</p>
<p>Surveyor Ivo Brandt denied that the quay would be closed for the whole of the winter season.</p></article></body></html>`;

let room;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-hostile-"));
  writeFileSync(join(folder, `a&"'<i>.html`), page1);
  writeFileSync(join(folder, "two-ways.txt"), `الجسر يغلق تسعين يوما\n\n“The bridge is shut,” said ${"Honorific".repeat(9)} ${"Donau".repeat(14)}, the surveyor.\n\nقال المهندس إن الجسر سيغلق يوم الاثنين.\n`);
  room = await open(folder);
});
after(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

test("nothing that was read is run, linked to as script, or turns the page around", async () => {
  const page = await room.page();
  const met = new Set();
  const queue = ["/", "/?q=quay", "/claims?of=all", "/names?all", "/outlets", "/review", "/watchlist"];
  while (queue.length > 0 && met.size < 60) {
    const at = queue.shift();
    if (met.has(at)) continue;
    met.add(at);
    await page.goto(room.address + at);
    assert.doesNotMatch(await page.title(), /^taken/, at);
    const wrong = await page.evaluate(() => [...document.querySelectorAll("a[href],form[action],iframe[src],img[src]")]
      .map((x) => x.getAttribute("href") ?? x.getAttribute("action") ?? x.getAttribute("src"))
      .filter((x) => !/^(\/|#|https?:|data:,$)/.test(x)));
    assert.deepEqual(wrong, [], at);
    assert.equal(await page.locator("main img, main script, main [onerror], main [onmouseover]").count(), 0, at);
    const next = await page.evaluate(() => [...document.querySelectorAll("main a[href^='/']")].map((x) => x.getAttribute("href").replace(/#.*/, "")));
    for (const x of next) if (/^\/(article|statement|who|outlet|claim|pick)\b/.test(x) && !met.has(x)) queue.push(x);
  }
  assert.ok(met.size > 10, `${met.size} pages met`);
  assert.deepEqual(page.faults.filter((f) => !/status of 40[04]/.test(f)), []);
});

test("a title that turns the direction of writing turns no words beside it", async () => {
  const page = await room.page();
  await page.goto(room.address + "/");
  const loose = await page.evaluate((turn) => {
    const out = [];
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) {
      if (!n.data.includes(turn)) continue;
      const bidi = getComputedStyle(n.parentElement).unicodeBidi;
      if (!/isolate|plaintext/.test(bidi)) out.push(n.data.slice(0, 60) + ": " + bidi);
    }
    return out;
  }, turn);
  assert.deepEqual(loose, []);
});

test("each paragraph runs its own way, and a name without end stays within a phone", async () => {
  const page = await room.page({ viewport: { width: 390, height: 900 } });
  await page.goto(room.address + "/article?id=" + encodeURIComponent(join(folder, "two-ways.txt")));
  const ways = await page.locator(".text > p").evaluateAll((all) => all.map((p) => getComputedStyle(p).direction));
  assert.deepEqual(ways, ["rtl", "ltr", "rtl"]);
  for (const at of ["/", page.url().replace(room.address, "")]) {
    await page.goto(room.address + at);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, at);
  }
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto(room.address + "/names?all");
  assert.ok(await page.locator(".scroll").evaluate((x) => x.scrollWidth <= x.clientWidth), "the list of names runs on to the side");
});
