// Every page, in both themes and at both widths: no violation, no error, nothing
// asked of another host, nothing wider than the window.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { open, shoot, turn, violations } from "./room.js";
import { screensOf } from "./screens.js";

const room = await open();
const addresses = screensOf(room);
after(() => room.close());

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
