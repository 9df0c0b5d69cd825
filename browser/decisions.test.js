// Deciding by keys and without script: the review, a claim's forms, saved
// searches.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, turn, violations } from "./room.js";

let room;
before(async () => (room = await open()));
after(() => room.close());

test("the review is answered by y and n, left by ?, taken back by u", async () => {
  const page = await room.page();
  await page.goto(room.address + "/review");
  const asked = async () => (await page.locator("#question").innerText()) + (await page.locator("input[name=key]").inputValue());
  const first = await asked();
  await turn(page, () => page.keyboard.press("?"));
  assert.ok(new URL(page.url()).searchParams.has("skip"), page.url());
  const second = await asked();
  assert.notEqual(second, first);
  for (const key of ["y", "n"]) {
    const before = await asked();
    await turn(page, () => page.keyboard.press(key));
    assert.match(await page.locator(".told").innerText(), /^Decided:/);
    assert.notEqual(await asked(), before);
    await turn(page, () => page.keyboard.press("u"));
    assert.match(await page.locator(".told").innerText(), /^taken back: /);
    assert.equal(await asked(), before);
  }
  assert.deepEqual(page.faults, []);
});

for (const [locale, marks] of [["en-GB", "“”"], ["ru-RU", "«»"]]) {
  test(`questions and what they did are told in words, between the marks of ${locale}`, async () => {
    const page = await room.page({ locale });
    for (const what of ["names", "claims", "speakers"]) {
      await page.goto(room.address + "/review?what=" + what);
      const words = await page.locator("#question").innerText();
      assert.ok(words.startsWith(marks[0]) && words.includes(marks[1]), words);
      if (what !== "speakers") assert.match(await page.locator("#question + #moves").innerText(), marks[0] === "“" ? /^(\d+ statements? of |no statement )/ : /(: \d+ высказыван|^ни у одного)/);
      assert.doesNotMatch(words, /(claim|person|organisation|place|group):\S|#\d|\//, what);
      assert.equal(await page.locator("#question ~ .where a[href^='/article?']").count(), 1);
      await turn(page, () => page.keyboard.press("y"));
      const told = page.locator(".told");
      assert.match(await told.locator("span").first().innerText(), new RegExp(`^[^“”«»]+ ${marks[0]}`));
      assert.equal(await told.locator("a[href^='/article?']").count(), 1);
      assert.deepEqual(await violations(page), []);
      await turn(page, () => page.keyboard.press("u"));
    }
    assert.deepEqual(page.faults, []);
  });
}

async function claim(page) {
  await page.goto(room.address + "/claims?q=" + encodeURIComponent("guard duties"));
  await turn(page, () => page.locator("a[data-open]").first().click());
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "by keys" : "without script";
  test(`a telling is taken out of its claim ${how}: shown, done, taken back`, async () => {
    const page = await room.page({ javaScriptEnabled });
    await claim(page);
    const stations = () => page.locator("section[aria-labelledby=course] li.station").count();
    const all = await stations();
    const last = page.locator("section[aria-labelledby=course] li.station", { has: page.locator("summary", { hasText: "Correct" }) }).last();
    await last.locator("summary", { hasText: "Correct" }).click();
    await turn(page, () => last.getByRole("link", { name: "It is of another claim" }).click());
    assert.equal(await page.getByRole("heading", { name: "What this will do" }).count(), 1);
    if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
    await turn(page, () => (javaScriptEnabled ? page.keyboard.press("y") : page.getByRole("button", { name: "Do it" }).click()));
    assert.ok((await stations()) < all);
    await turn(page, () => (javaScriptEnabled ? page.keyboard.press("u") : page.getByRole("button", { name: "Take it back" }).click()));
    assert.equal(await stations(), all);
    if (javaScriptEnabled) assert.deepEqual(page.faults, []);
  });

  test(`a search is saved, seen on the watchlist and removed ${how}`, async () => {
    const page = await room.page({ javaScriptEnabled });
    await page.goto(room.address + "/?q=" + encodeURIComponent("dam polarity:denies"));
    await page.getByText("Save this search").click();
    await page.getByLabel("Name", { exact: true }).fill("Denials <b>of</b> the dam");
    await turn(page, () => page.getByRole("button", { name: "Save to the watchlist" }).click());
    assert.equal(new URL(page.url()).pathname, "/watchlist");
    const row = page.locator("tr", { hasText: "Denials <b>of</b> the dam" });
    assert.match(await row.innerText(), /nothing new/);
    if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
    await turn(page, () => row.getByRole("link", { name: "Denials <b>of</b> the dam" }).click());
    assert.equal(new URL(page.url()).searchParams.get("q"), "dam polarity:denies");
    await page.goto(room.address + "/watchlist");
    await turn(page, () => row.getByRole("button", { name: /^Remove/ }).click());
    assert.equal(await page.getByText("No search is saved yet.").count(), 1);
  });
}

test("a name is shown as another and is of another kind, by keys alone, told in the reader's language", async () => {
  const page = await room.page({ locale: "ru-RU" });
  await page.goto(room.address + "/who?name=" + encodeURIComponent("Tokshayev, Zhelmir"));
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Zhelmir Tokshayev");
  const correct = page.locator("summary", { hasText: "Исправить" });
  await correct.focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Показывать как").focus();
  await page.keyboard.type("Желмир Токшаев");
  await turn(page, () => page.keyboard.press("Enter"));
  assert.match(await page.locator("main").innerText(), /Что изменится[\s\S]*показывается иначе/);
  assert.deepEqual(await violations(page), []);
  await turn(page, () => page.keyboard.press("y"));
  assert.match(await page.locator(".told").innerText(), /показывается как Желмир Токшаев/);
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Желмир Токшаев");
  await turn(page, () => page.keyboard.press("u"));
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Zhelmir Tokshayev");
  await correct.focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("Это").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await turn(page, () => page.keyboard.press("Enter"));
  await turn(page, () => page.keyboard.press("y"));
  assert.match(await page.locator(".told").innerText(), /вид: организация/);
  await turn(page, () => page.keyboard.press("u"));
  assert.match(await page.locator(".told").innerText(), /^отменено: /);
  assert.deepEqual(page.faults, []);
});

test("n leaves a decision as it is", async () => {
  const page = await room.page();
  await claim(page);
  const here = page.url();
  await page.locator("summary", { hasText: "Correct" }).nth(1).click();
  await turn(page, () => page.getByRole("link", { name: "It is of another claim" }).first().click());
  assert.equal(await page.getByRole("heading", { name: "What this will do" }).count(), 1);
  await turn(page, () => page.keyboard.press("n"));
  assert.equal(page.url(), here);
});

for (const [where, width, from, to] of [["desk", 1280, 0.23, 0.47], ["phone", 390, 0.01, 0.2]]) {
  test(`drawing across the lanes on a ${where} shows that part, and the address holds it`, async () => {
    const page = await room.page({ viewport: { width, height: 900 } });
    await claim(page);
    const lanes = page.locator(`.${where} svg[data-brush]`);
    const all = await lanes.locator("a").count();
    await lanes.scrollIntoViewIfNeeded();
    const box = await lanes.boundingBox();
    await page.mouse.move(box.x + from * box.width, box.y + 4);
    await page.mouse.down();
    await page.mouse.move(box.x + to * box.width, box.y + 60, { steps: 4 });
    await turn(page, () => page.mouse.up());
    assert.equal(new URL(page.url()).searchParams.get("from"), "2025-03-04");
    const part = await lanes.locator("a").count();
    assert.ok(part > 0 && part < all, `${part} of ${all}`);
    await turn(page, () => page.getByRole("link", { name: "The whole course" }).click());
    assert.equal(await lanes.locator("a").count(), all);
    assert.deepEqual(page.faults, []);
  });
}

test("two names may be one, without script: what that moves is shown, and left as it is", async () => {
  const page = await room.page({ javaScriptEnabled: false });
  await page.goto(room.address + "/who?name=" + "Zhelmir+Tokshayev");
  const here = page.url();
  await page.locator("summary", { hasText: "Correct" }).click();
  await page.getByLabel("The same as").fill("Marek Dolvany");
  await turn(page, () => page.getByRole("button", { name: "Merge" }).click());
  const rows = await page.locator("table.affected tbody tr").allInnerTexts();
  assert.equal(rows.length, 2);
  assert.match(rows[0], /Zhelmir Tokshayev[\s\S]*stays[\s\S]*\d+ statements/);
  assert.match(rows[1], /Marek Dolvany[\s\S]*joins it/);
  await turn(page, () => page.getByRole("link", { name: "Leave it as it is" }).click());
  assert.equal(page.url(), here);
});

for (const [where, width] of [["desk", 1280], ["phone", 390]]) {
  test(`the lanes on a ${where} are drawn across by keys alone`, async () => {
    const page = await room.page({ viewport: { width, height: 900 } });
    await claim(page);
    const lanes = page.locator(`.${where} svg[data-brush]`);
    const marks = lanes.locator("a[data-day]:not([data-day=''])");
    const all = await lanes.locator("a").count();
    await marks.first().focus();
    await page.keyboard.press("Shift+ArrowRight");
    assert.match(await page.locator("#live").textContent(), /Enter shows these days alone/);
    assert.equal(await lanes.locator(".band").count(), 1);
    await page.keyboard.press("Escape");
    assert.equal(await lanes.locator(".band").count(), 0);
    await page.keyboard.press("Shift+ArrowRight");
    await turn(page, () => page.keyboard.press("Enter"));
    assert.ok(new URL(page.url()).searchParams.get("to"));
    const part = await lanes.locator("a").count();
    assert.ok(part > 0 && part < all, `${part} of ${all}`);
    assert.deepEqual(page.faults, []);
  });
}
