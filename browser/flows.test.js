// What a reporter does on a deadline, by keys alone, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, turn, violations } from "./room.js";

let room;
before(async () => (room = await open()));
after(() => room.close());

// enter presses a link or a button by keys.
async function enter(page, at) {
  await at.focus();
  await turn(page, () => page.keyboard.press("Enter"));
}

const words = {
  "en-GB": { person: "person", denied: "denied", copies: "Copies", beside: "There", tap: /tap of Tarvania/ },
  "ru-RU": { person: "человек", denied: "отрицает", copies: "Копии", beside: "Там", tap: /tap of Tarvania/ },
};

for (const [locale, say] of Object.entries(words)) {
  test(`names, people alone, one of them, what they told and denied, its claim; ${locale}`, async () => {
    const page = await room.page({ locale });
    await page.goto(room.address + "/names");
    const all = await page.locator("th a").count();
    await enter(page, page.locator(".chips").getByRole("link", { name: say.person, exact: true }));
    const people = page.locator("th a");
    assert.ok((await people.count()) < all);
    assert.deepEqual([...new Set(await page.locator("main tbody td:nth-child(2)").allInnerTexts())], [say.person]);
    await enter(page, page.getByRole("link", { name: "Gleb Ordyntsov", exact: true }));
    const pair = page.locator(".opposed");
    assert.equal(await pair.locator("article").count(), 2);
    assert.match(await pair.locator("blockquote").first().innerText(), say.tap);
    assert.match(await pair.locator("article.p-denies blockquote").innerText(), say.tap);
    const first = await page.locator("section[aria-labelledby=opposed]").evaluate((x) => x.getBoundingClientRect().top);
    assert.ok(first < 900, `the pair begins at ${first}`);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("j");
    await turn(page, () => page.keyboard.press("o"));
    assert.equal(new URL(page.url()).pathname, "/claim");
    assert.ok((await page.locator(".station.r-denies").count()) > 0);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test(`a claim, its denial, that article, who is only named in it, copies side by side; ${locale}`, async () => {
    const page = await room.page({ locale });
    await page.goto(room.address + "/claims?q=" + encodeURIComponent("guard duties"));
    await page.keyboard.press("j");
    await turn(page, () => page.keyboard.press("o"));
    const stations = await page.locator("[data-walk]").evaluateAll((all) => all.map((x) => x.classList.contains("r-denies")));
    for (let i = 0; i <= stations.indexOf(true); i++) await page.keyboard.press("j");
    assert.match(await page.locator("[data-walk]:focus").innerText(), new RegExp(say.denied));
    await turn(page, () => page.keyboard.press("o"));
    assert.equal(new URL(page.url()).pathname, "/article");
    await page.locator(".only-named summary").focus();
    await page.keyboard.press("Enter");
    const named = page.locator(".only-named a").first();
    const name = await named.innerText();
    await enter(page, named);
    assert.equal(new URL(page.url()).searchParams.get("name"), name);
    assert.equal(await page.locator(".fault").count(), 0);
    await page.goto(room.address + "/spread");
    await enter(page, page.locator("td a[href*=copies]").first());
    await page.keyboard.press("j");
    await turn(page, () => page.keyboard.press("o"));
    assert.match(await page.locator(".tabs [aria-current=true]").innerText(), new RegExp(say.copies));
    assert.ok((await page.locator(`.beside td[data-label="${say.beside}"]`).count()) > 0);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

for (const [locale, marked] of [["en-GB", "machine-suggested, not reviewed"], ["ru-RU", "предложено программой, не проверено"]]) {
  test(`wording that changed: both sides, each a link to where it was told, what is only suggested marked; ${locale}`, async () => {
    const page = await room.page({ locale });
    await page.goto(room.address + "/claims?q=" + encodeURIComponent("guards yellow hats tuls"));
    await page.keyboard.press("j");
    await turn(page, () => page.keyboard.press("o"));
    const row = page.locator("section[aria-labelledby=drift] tbody tr").first();
    assert.deepEqual(await row.locator("td span[dir=auto]").allInnerTexts(), ["two million", "twenty million"]);
    assert.match(await row.locator("td").last().innerText(), new RegExp(marked));
    assert.doesNotMatch(await row.locator("td").first().innerText(), new RegExp(marked));
    for (const link of await row.locator("a").all()) assert.equal(await page.locator(await link.getAttribute("href")).count(), 1);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test("passages side by side stand one under the other on a phone: here, then there", async () => {
  const page = await room.page({ viewport: { width: 390, height: 800 } });
  await page.goto(room.address + "/spread");
  await turn(page, () => page.locator("td a[href*=copies]").first().click());
  await turn(page, () => page.locator("[data-walk] a[data-open]").first().click());
  const rows = await page.locator(".beside tbody tr").evaluateAll((all) => all.map((row) => ["Here", "There"].map((side) => row.querySelector(`td[data-label="${side}"]`)).filter(Boolean).map((x) => x.getBoundingClientRect()).map((at) => [at.top, at.bottom, at.left, at.width])));
  const pairs = rows.filter((x) => x.length === 2);
  assert.ok(pairs.length > 1);
  for (const [here, there] of pairs) {
    assert.ok(here[1] <= there[0] + 1, `here ends at ${here[1]}, there begins at ${there[0]}`);
    assert.deepEqual(here.slice(2), there.slice(2));
  }
  for (let i = 1; i < pairs.length; i++) assert.ok(pairs[i - 1][1][1] <= pairs[i][0][0] + 1, "a pair begins before the one above it ends");
  await page.context().close();
});
