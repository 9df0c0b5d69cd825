// Every screen as readers set it up: zoomed in, on a tablet and on a wide desk, in
// the colours of their machine, on paper, without motion, in their own time.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { resolve } from "node:path";
import { open, openTo, turn, violations } from "./room.js";
import { screensOf } from "./screens.js";

const room = await open();
after(() => room.close());
const screens = screensOf(room);

const page = await room.page({ colorScheme: "dark", reducedMotion: "reduce" });

// 320 and 640 pixels are what 400 and 200 % leave of a window 1280 wide; that and
// 390 are looked at with all else of a page.
const widths = [1920, 768, 640, 320];

const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

// spaced sets lines, letters and words as far apart as WCAG 1.4.12 asks for.
const spaced = () => page.evaluate(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
});

for (const [name, find] of Object.entries(screens)) {
  test(`${name}, however wide, coloured and printed`, async () => {
    await page.emulateMedia({ media: "screen", forcedColors: "none" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(room.address + (await find(page)));
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");

    await page.emulateMedia({ forcedColors: "active" });
    assert.deepEqual(await violations(page, ["color-contrast"]), [], "in forced colours");
    await page.emulateMedia({ forcedColors: "none" });

    await page.emulateMedia({ media: "print" });
    const paper = await page.evaluate(() => [document.body, document.querySelector("h1, h2")].map((x) => getComputedStyle(x)).flatMap((s) => [s.backgroundColor, s.colorScheme]));
    assert.deepEqual(paper.slice(0, 2), ["rgb(255, 255, 255)", "light"], "dark on paper");
    await page.emulateMedia({ media: "screen" });

    const wide = {};
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      if ((await wider()) > 0) wide[width] = await wider();
    }
    await spaced();
    if ((await wider()) > 0) wide.spaced = await wider();
    assert.deepEqual(wide, {});
  });
}

test("what is shown beside, and where, is told in the machine’s own colours too", async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(room.address + "/?q=dam");
  await page.emulateMedia({ forcedColors: "active" });
  await page.keyboard.press("j");
  await page.locator(".preview .said.here").waitFor();
  for (const marked of [".card[data-shown]", ".preview .said.here"]) assert.equal(await page.locator(marked).first().evaluate((x) => getComputedStyle(x).outlineStyle), "solid", marked);
  await page.goto(room.address + (await screens.claim(page)));
  await page.emulateMedia({ forcedColors: "none" });
  await page.emulateMedia({ forcedColors: "active" });
  const fills = await page.evaluate(() => [".lanes .mark:not(.hollow)", ".lanes .mark.hollow", ".lanes text"].map((s) => getComputedStyle(document.querySelector(s)).fill));
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.deepEqual(fills.map((f) => f === canvas), [false, true, false], fills.join(" on " + canvas + " "));
  await page.emulateMedia({ forcedColors: "none" });
});

test("nothing is said more softly where more contrast is asked for", async () => {
  await page.goto(room.address + "/?q=dam");
  const colours = () => page.evaluate(() => [...new Set(["body", ".note", ".cue", ".source"].map((s) => getComputedStyle(document.querySelector(s)).color))].length);
  assert.ok((await colours()) > 1);
  await page.emulateMedia({ contrast: "more" });
  assert.equal(await colours(), 1);
  assert.deepEqual(await violations(page, ["color-contrast"]), []);
  await page.emulateMedia({ contrast: "no-preference" });
});

test("a name as printed is whole on paper", async () => {
  await page.goto(room.address + "/?q=dam");
  await page.emulateMedia({ media: "print" });
  const cut = await page.locator(".card > .who > .note").evaluateAll((all) => all.filter((x) => x.scrollWidth > x.clientWidth + 1).map((x) => x.textContent));
  assert.deepEqual(cut, []);
  await page.emulateMedia({ media: "screen" });
});

test("a time is told in the reader’s zone wherever it stands, and as stated without script", async () => {
  const tokyo = await room.page({ timezoneId: "Asia/Tokyo", locale: "en-GB" });
  const plain = await room.page({ timezoneId: "Asia/Tokyo", javaScriptEnabled: false });
  const press = "/article?id=" + encodeURIComponent(await press8());
  for (const [at, where] of [["/", ".source time"], [await screens.claim(page), ".station .when time"], [press, ".facts time"], [press + "&tab=provenance", "td time"]]) {
    await tokyo.goto(room.address + at);
    assert.match((await tokyo.locator(where).allInnerTexts()).join("\n"), /UTC.*\(your time: .*\d\d:\d\d GMT\+9\)/, at);
    await plain.goto(room.address + at);
    const stated = (await plain.locator(where).allInnerTexts()).join("\n");
    assert.match(stated, /\d\d:\d\d UTC/, at);
    assert.doesNotMatch(stated, /your time/, at);
  }
});

// press8 is an article that states its time with its zone.
async function press8() {
  await page.goto(room.address + "/?q=" + encodeURIComponent("outlet:Courier"));
  return new URL(await page.locator(".source a").first().getAttribute("href"), room.address).searchParams.get("id");
}

test("the way out stands in the head’s row on a tablet and a desk, for a reader and an editor", async () => {
  const password = "four words of theirs";
  const guarded = await openTo([["Ada", "editor", password], ["Bo", "reader", password]], resolve("../examples/07-correction-observer.html"));
  after(() => guarded.close());
  for (const [name, locale] of [["Ada", "en-GB"], ["Bo", "ru-RU"]]) {
    const one = await guarded.page({ locale });
    await one.goto(guarded.address + "/signin");
    await one.locator("#name").fill(name);
    await one.locator("#password").fill(password);
    await turn(one, () => one.keyboard.press("Enter"));
    for (const width of [1920, 1280, 768]) {
      await one.setViewportSize({ width, height: 900 });
      const middles = await one.locator(".brand, #q, .out").evaluateAll((all) => all.map((x) => x.getBoundingClientRect()).map((b) => (b.top + b.bottom) / 2));
      assert.ok(Math.max(...middles) - Math.min(...middles) < 8, `${name} at ${width}: ${middles.join(" ")}`);
    }
    for (const width of [390, 320]) {
      await one.setViewportSize({ width, height: 900 });
      assert.ok((await one.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${name} at ${width}`);
    }
  }
});

test("which one of several names is meant: each with its kind and its articles", async () => {
  await page.goto(room.address + (await screens["which to merge"](page)));
  const told = await page.locator(".lines .note").allInnerTexts();
  assert.ok(told.length > 1);
  for (const note of told) assert.match(note, /^(\p{L}+, )?\d+ articles?$/u);
});
