// Cases: picking by keys alone and without script, the case's page, its report.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, shoot, turn, violations } from "./room.js";

let room;
before(async () => (room = await open()));
after(() => room.close());

test("a statement is picked by keys into a new case, the next one into the same", async () => {
  const page = await room.page();
  await page.goto(room.address + "/?q=dam");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await turn(page, () => page.keyboard.press("p"));
  await page.getByLabel("A new case").fill("Dam guard");
  await turn(page, () => page.keyboard.press("Enter"));
  assert.match(await page.locator(".told").innerText(), /is in the case “Dam guard”/);
  assert.equal(await page.locator("[data-walk]:focus").getAttribute("id"), "c2");
  await page.keyboard.press("j");
  await turn(page, () => page.keyboard.press("p"));
  assert.match(await page.locator(".mycase").innerText(), /2$/);
  await turn(page, () => page.keyboard.press("u"));
  assert.match(await page.locator(".mycase").innerText(), /1$/);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.faults, []);

  await turn(page, () => page.locator(".mycase").click());
  assert.equal(await page.locator(".item").count(), 1);
  await shoot(page, "case");
  assert.deepEqual(await violations(page), []);
  await turn(page, () => page.getByRole("link", { name: "Report" }).click());
  assert.equal(await page.locator(".report .entry").count(), 1);
  await shoot(page, "report");
  assert.deepEqual(await violations(page), []);
  assert.match(await page.locator(".report").innerText(), /SHA-256 of the capture\s+[0-9a-f]{64}/);
  assert.deepEqual(page.faults, []);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "by keys alone" : "without script";
  test(`all that a page lists is picked at once and taken back at once, ${how}`, async () => {
    const page = await room.page({ javaScriptEnabled });
    await page.goto(room.address + "/?q=" + encodeURIComponent("dam polarity:denies"));
    const all = page.getByRole("button", { name: /^Pick all/ });
    const n = Number.parseInt((await all.innerText()).replace(/\D+/, ""));
    assert.equal(n, await page.locator("[data-walk]").count());
    await all.focus();
    await turn(page, () => page.keyboard.press("Enter"));
    assert.equal(await page.getByRole("heading", { name: "Into which case?" }).count(), 1);
    if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
    await page.getByLabel("A new case").fill("All at once " + how);
    await turn(page, () => page.keyboard.press("Enter"));
    assert.match(await page.locator(".told").innerText(), new RegExp(`^${n} statements more in the case`));
    assert.match(await page.locator(".mycase").innerText(), new RegExp(` ${n}$`));
    assert.equal(await all.count(), 0);
    await turn(page, () => (javaScriptEnabled ? page.keyboard.press("u") : page.getByRole("button", { name: "Take it back" }).click()));
    assert.match(await page.locator(".mycase").innerText(), / 0$/);
    assert.equal(await all.count(), 1);
    if (javaScriptEnabled) assert.deepEqual(page.faults, []);
  });
}

test("without script: pick a claim, note it, take it out", async () => {
  const page = await room.page({ javaScriptEnabled: false, viewport: { width: 390, height: 900 } });
  await page.goto(room.address + "/claims?q=dam");
  await turn(page, () => page.locator("a[data-open]").first().click());
  await turn(page, () => page.getByRole("link", { name: "Pick into a case" }).first().click());
  await page.getByLabel("A new case").fill("By hand");
  await turn(page, () => page.getByRole("button", { name: "Open it and pick" }).click());
  await turn(page, () => page.locator(".mycase").click());
  const item = page.locator(".item").first();
  await item.getByText("Note or tag").click();
  await item.getByLabel("Note").fill("ask the embassy");
  await turn(page, () => item.getByRole("button", { name: "Note it" }).click());
  assert.match(await page.locator(".item").first().innerText(), /ask the embassy/);
  await turn(page, () => page.locator(".item").first().getByRole("button", { name: "Take out" }).click());
  assert.equal(await page.locator(".item").count(), 0);
  await turn(page, () => page.getByRole("button", { name: "Take it back" }).click());
  assert.equal(await page.locator(".item").count(), 1);
});
