// Every page, in both themes and at both widths: no violation, no error, nothing
// asked of another host, nothing wider than the window.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, shoot, turn, violations } from "./room.js";

let room;
before(async () => (room = await open()));
after(() => room.close());

// visit finds a page's address from a list, as a reader would.
const addresses = {
  statements: async () => "/",
  none: async () => "/?q=" + encodeURIComponent("zebra or quagga"),
  found: async () => "/?q=" + encodeURIComponent("dam polarity:denies"),
  fault: async () => "/?q=" + encodeURIComponent("before:soon"),
  statement: async (page) => hrefOf(page, "/", "a[data-open]"),
  article: async (page) => hrefOf(page, await addresses.statement(page), ".where a"),
  add: async () => "/add",
  copies: async (page) => (await addresses.article(page)).replace(/#.*/, "") + "&tab=copies",
  original: async (page) => (await addresses.article(page)).replace(/#.*/, "") + "&tab=original",
  provenance: async (page) => (await addresses.article(page)).replace(/#.*/, "") + "&tab=provenance",
  claims: async () => "/claims?q=dam",
  claim: async (page) => hrefOf(page, "/claims?q=" + encodeURIComponent("dam soldiers"), "a[data-open]"),
  outlets: async () => "/outlets",
  unknown: async () => "/outlets?unknown",
  outlet: async (page) => hrefOf(page, "/outlets", "th a"),
  spread: async () => "/spread",
  carried: async (page) => hrefOf(page, "/spread", "td a[href*=copies]"),
  names: async () => "/names",
  person: async (page) => hrefOf(page, "/names", "th a"),
  contradiction: async () => "/who?name=Gleb+Ordyntsov",
  cases: async () => "/cases",
  report: async (page) => (await opened(page)) + "/report",
  case: async (page) => opened(page),
  picking: async (page) => hrefOf(page, "/?q=dam", "a[data-pick]"),
  watchlist: async (page) => watched(page),
  deciding: async (page) => {
    await page.goto(room.address + (await addresses.claim(page)));
    return page.locator("a[href^='/decide']").first().getAttribute("href");
  },
  review: async () => "/review",
  lost: async () => "/nowhere",
  nobody: async () => "/who?name=Tok",
};

async function hrefOf(page, from, selector) {
  await page.goto(room.address + from);
  return page.locator(selector).first().getAttribute("href");
}

// opened is a case with a statement in it, picked once for all tests here.
let picked;
async function opened(page) {
  if (!picked) {
    await page.goto(room.address + "/?q=dam");
    await turn(page, () => page.locator("[data-pick]").first().click());
    await page.getByLabel("A new case").fill("Dam guard");
    await turn(page, () => page.keyboard.press("Enter"));
    await turn(page, () => page.locator(".mycase").click());
    picked = new URL(page.url()).pathname;
  }
  return picked;
}

// watched is the watch list with a search on it, saved once for all tests here.
let saved;
async function watched(page) {
  if (!saved) {
    await page.goto(room.address + "/?q=" + encodeURIComponent("dam polarity:denies"));
    await page.locator("summary", { hasText: "Save this search" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Whoever denies something about the dam");
    await turn(page, () => page.keyboard.press("Enter"));
    saved = new URL(page.url()).pathname;
  }
  return saved;
}

for (const [name, find] of Object.entries(addresses)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      test(`${name}, ${colorScheme}, ${width} pixels`, async () => {
        const page = await room.page({ colorScheme, viewport: { width, height: 900 } });
        const address = await find(page);
        page.faults.length = 0;
        await page.goto(room.address + address, { waitUntil: "networkidle" });
        await shoot(page, `${name}-${colorScheme}-${width}`);
        assert.deepEqual(await violations(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} pixels wider than the window`);
        const faults = page.faults.filter((f) => !/status of 40[04]/.test(f));
        assert.deepEqual(faults, []);
        await page.context().close();
      });
    }
  }
}

for (const [how, options] of [["with a pointer", {}], ["by keys on a phone", { viewport: { width: 390, height: 800 } }], ["without script", { javaScriptEnabled: false }]]) {
  test(`who speaks is told beside their name in the text, ${how}`, async () => {
    const page = await room.page(options);
    await page.goto(room.address + "/article?id=" + encodeURIComponent(await press()));
    const name = page.locator(".text a.speaker").first();
    const card = page.locator("#" + (await name.getAttribute("aria-describedby")));
    assert.equal(await card.isVisible(), false);
    await (options.viewport ? name.focus() : name.hover());
    assert.equal(await card.isVisible(), true);
    assert.match(await card.innerText(), /\d+ statements? in this article/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} pixels wider than the window`);
    if (options.javaScriptEnabled !== false) {
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
      assert.equal(await card.isVisible(), false);
    }
    await turn(page, () => name.click());
    assert.match(new URL(page.url()).pathname, /^\/(who)?$/);
  });
}

test("a statement's card stands beside the text it is of", async () => {
  const page = await room.page({ reducedMotion: "reduce" }); // nothing is under way when it is looked at
  await page.goto(room.address + "/article?id=" + encodeURIComponent(await press()));
  await page.locator(".text .ref").last().focus();
  await page.keyboard.press("Enter");
  const inView = await page.evaluate(() => [":target", `.text .ref[href="${location.hash}"]`].map((s) => document.querySelector(s).getBoundingClientRect()).map((at) => at.bottom > 0 && at.top < innerHeight));
  assert.deepEqual(inView, [true, true]);
  assert.deepEqual(await violations(page), []);
});

test("on paper the course of a claim tells each article, and nothing is to be pressed", async () => {
  const page = await room.page();
  await page.goto(room.address + (await addresses.claim(page)));
  await page.emulateMedia({ media: "print" });
  const hidden = await page.locator(".station .where").evaluateAll((all) => all.filter((x) => !x.querySelector("a[href^='/article']")?.checkVisibility()).length);
  assert.equal(hidden, 0);
  const pressed = await page.locator("button, form, .handling").evaluateAll((all) => all.filter((x) => x.checkVisibility()).length);
  assert.equal(pressed, 0);
});

test("on paper what heads a table of the report stays with its first row", async () => {
  const page = await room.page();
  await page.goto(room.address + (await addresses.report(page)));
  await page.emulateMedia({ media: "print" });
  const kept = await page.locator(".report table").evaluateAll((all) => all.map((x) => [getComputedStyle(x.previousElementSibling).breakAfter, getComputedStyle(x.querySelector("tbody tr")).breakBefore].join()));
  assert.deepEqual([...new Set(kept)], ["avoid,avoid"]);
});

test("on wide paper the statements of an article are whole", async () => {
  const page = await room.page();
  await page.goto(room.address + "/article?id=" + encodeURIComponent(await press()));
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".read > aside").evaluate((x) => x.scrollHeight <= x.clientHeight + 1));
});

// press is an article in which several speak.
async function press() {
  const page = await room.page();
  await page.goto(room.address + "/?q=" + encodeURIComponent("outlet:Courier"));
  const at = await page.locator(".source a").first().getAttribute("href");
  return new URL(at, room.address).searchParams.get("id");
}
