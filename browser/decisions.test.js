// Deciding by keys and without script: the review, a claim's forms, saved
// searches.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, violations } from "./room.js";

let room;
before(async () => (room = await open()));
after(() => room.close());

test("the review is answered by y and n, left by ?, taken back by u", async () => {
  const page = await room.page();
  await page.goto(room.address + "/review");
  const asked = async () => (await page.locator("#question").innerText()) + (await page.locator("input[name=key]").inputValue());
  const first = await asked();
  await page.keyboard.press("?");
  await page.waitForURL("**skip=**");
  const second = await asked();
  assert.notEqual(second, first);
  for (const key of ["y", "n"]) {
    const before = await asked();
    await page.keyboard.press(key);
    await page.waitForURL("**undo=**");
    await page.getByText("Decided:").waitFor();
    assert.notEqual(await asked(), before);
    await page.keyboard.press("u");
    await page.getByText("Taken back:").waitFor();
    assert.equal(await asked(), before);
  }
  assert.deepEqual(page.faults, []);
});

async function claim(page) {
  await page.goto(room.address + "/claims?q=" + encodeURIComponent("guard duties"));
  await page.locator("a[data-open]").first().click();
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
    await last.getByRole("link", { name: "It is of another claim" }).click();
    await page.getByRole("heading", { name: "What this will do" }).waitFor();
    if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
    if (javaScriptEnabled) await page.keyboard.press("y");
    else await page.getByRole("button", { name: "Do it" }).click();
    await page.waitForURL("**decided=**");
    assert.ok((await stations()) < all);
    if (javaScriptEnabled) await page.keyboard.press("u");
    else await page.getByRole("button", { name: "Take it back" }).click();
    await page.waitForURL((u) => !u.searchParams.get("told")?.includes("another claim"));
    assert.equal(await stations(), all);
    if (javaScriptEnabled) assert.deepEqual(page.faults, []);
  });

  test(`a search is saved, seen on the watchlist and removed ${how}`, async () => {
    const page = await room.page({ javaScriptEnabled });
    await page.goto(room.address + "/?q=" + encodeURIComponent("dam polarity:denies"));
    await page.getByText("Save this search").click();
    await page.getByLabel("Name", { exact: true }).fill("Denials <b>of</b> the dam");
    await page.getByRole("button", { name: "Save to the watchlist" }).click();
    await page.waitForURL("**/watchlist");
    const row = page.locator("tr", { hasText: "Denials <b>of</b> the dam" });
    assert.match(await row.innerText(), /nothing new/);
    if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
    await row.getByRole("link", { name: "Denials <b>of</b> the dam" }).click();
    assert.equal(new URL(page.url()).searchParams.get("q"), "dam polarity:denies");
    await page.goto(room.address + "/watchlist");
    await row.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("No search is saved yet.").waitFor();
  });
}

test("n leaves a decision as it is", async () => {
  const page = await room.page();
  await claim(page);
  const here = page.url();
  await page.locator("summary", { hasText: "Correct" }).nth(1).click();
  await page.getByRole("link", { name: "It is of another claim" }).first().click();
  await page.getByRole("heading", { name: "What this will do" }).waitFor();
  await page.keyboard.press("n");
  await page.waitForURL(here);
});

test("drawing across the lanes shows that part, and the address holds it", async () => {
  const page = await room.page();
  await claim(page);
  const all = await page.locator("svg[data-brush] a").count();
  const box = await page.locator("svg[data-brush]").boundingBox();
  await page.mouse.move(box.x + 225, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + 460, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL("**from=2025-03-04**");
  const part = await page.locator("svg[data-brush] a").count();
  assert.ok(part > 0 && part < all, `${part} of ${all}`);
  await page.getByRole("link", { name: "The whole course" }).click();
  assert.equal(await page.locator("svg[data-brush] a").count(), all);
  assert.deepEqual(page.faults, []);
});
