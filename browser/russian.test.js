// The main screens for a Russian reader: no violation, nothing wider than the
// window though words are longer, and a reader's own clock beside a time.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, shoot, turn, violations } from "./room.js";

let room;
before(async () => (room = await open()));
after(() => room.close());

const screens = {
  statements: "/", found: "/?q=" + encodeURIComponent("dam polarity:denies"), fault: "/?q=" + encodeURIComponent("before:soon"),
  claims: "/claims?q=dam", names: "/names", outlets: "/outlets", cases: "/cases", review: "/review", add: "/add", lost: "/nowhere",
};

for (const [name, address] of Object.entries(screens)) {
  for (const width of [1280, 390]) {
    test(`${name} in Russian, ${width} pixels`, async () => {
      const page = await room.page({ locale: "ru-RU", viewport: { width, height: 900 } });
      await page.goto(room.address + address, { waitUntil: "networkidle" });
      await shoot(page, `ru-${name}-${width}`);
      assert.equal(await page.locator("html").getAttribute("lang"), "ru");
      assert.deepEqual(await violations(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels wider than the window`);
      await page.context().close();
    });
  }
}

test("nine rooms and the search stand in one row", async () => {
  const page = await room.page({ locale: "ru-RU" });
  await page.goto(room.address + "/?q=dam");
  const tops = await page.locator(".top > *").evaluateAll((all) => all.map((x) => x.getBoundingClientRect()).map((b) => (b.top + b.bottom) / 2));
  assert.ok(Math.max(...tops) - Math.min(...tops) < 8, tops.join(" "));
  await page.context().close();
});

test("the counts of a claim stand whole on a phone", async () => {
  const page = await room.page({ locale: "ru-RU", viewport: { width: 390, height: 900 } });
  await page.goto(room.address + "/claims?q=" + encodeURIComponent("guard duties"));
  await turn(page, () => page.locator("a[data-open]").first().click());
  const over = await page.locator(".counts").evaluate((x) => x.scrollWidth - x.parentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels are cut`);
  const broken = await page.locator(".counts th[scope=row]").evaluateAll((all) => all.filter((x) => getComputedStyle(x).overflowWrap !== "normal").length);
  assert.equal(broken, 0);
  await page.context().close();
});

test("a name on a phone is not cut in the midst of its words", async () => {
  const page = await room.page({ locale: "ru-RU", viewport: { width: 390, height: 900 } });
  await page.goto(room.address + "/names");
  const lines = await page.locator("th a").evaluateAll((all) => all.map((x) => Math.round(x.getBoundingClientRect().height / 24)));
  assert.ok(Math.max(...lines) <= 2, lines.join(" "));
  await page.context().close();
});

test("the language is chosen at the page's foot, without script too", async () => {
  const page = await room.page({ locale: "en-GB", javaScriptEnabled: false });
  await page.goto(room.address + "/names");
  await turn(page, () => page.getByRole("button", { name: "Русский" }).click());
  assert.equal(new URL(page.url()).pathname, "/names");
  assert.equal(await page.locator("html").getAttribute("lang"), "ru");
  await turn(page, () => page.getByRole("button", { name: "English" }).click());
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.context().close();
});

test("a time has the reader's clock beside it", async () => {
  const page = await room.page({ locale: "ru-RU", timezoneId: "Asia/Tokyo" });
  await page.goto(room.address + "/", { waitUntil: "networkidle" });
  assert.match(await page.locator("time .yours").first().textContent(), /у вас: .*\d\d:\d\d/);
  await page.context().close();
});
