// Adding news through the page, from an empty archive on.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open, shoot, turn, violations } from "./room.js";

let room;
before(async () => (room = await open("")));
after(() => room.close());

// done waits for the page of what was read: before it the same words stand on a
// page that is about to be loaded again.
async function done(page, words) {
  await page.getByRole("heading", { name: "Done" }).waitFor();
  await page.getByRole("status").filter({ hasText: words }).waitFor();
}

test("an empty archive explains itself and takes a pasted text", async () => {
  const page = await room.page();
  await page.goto(room.address + "/");
  await page.getByText("This archive is empty.").waitFor();
  await page.getByRole("button", { name: "Read the example corpus" }).waitFor();
  assert.deepEqual(await violations(page), []);
  await turn(page, () => page.getByRole("link", { name: "Add news" }).click());
  await shoot(page, "add-empty");
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("Or paste a text").fill("The ferry\n\n“The ferry will sail on Monday,” said Nina Koval, the harbour's director.\n");
  await page.getByLabel("Outlet").fill("Harbour Post");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await done(page, /^1 added/);
  await turn(page, () => page.getByRole("link", { name: "See the statements" }).click());
  await page.getByText("“The ferry will sail on Monday,”").first().waitFor();
  assert.equal(await page.locator(".facets a", { hasText: "Harbour Post" }).count(), 1);
  assert.deepEqual(page.faults, []);
});

test("files are read under their own names, a bad one is listed with its mend", async () => {
  const good = join(room.folder, "gate.txt");
  const bad = join(room.folder, "picture.txt");
  writeFileSync(good, "The gate\n\n“The gate is shut,” said Arto Venn, a fisherman.\n");
  writeFileSync(bad, Buffer.from([0, 1, 2, 0, 255, 254, 0, 7, 0, 0, 1, 0]));
  const page = await room.page();
  await page.goto(room.address + "/add");
  await page.getByLabel("Files").setInputFiles([good, bad]);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await done(page, /^1 added/);
  await page.getByText("picture.txt").waitFor();
  await page.goto(room.address + "/article?id=gate.txt");
  await page.getByText("“The gate is shut,”").first().waitFor();
});

test("files dropped on the page are added", async () => {
  const page = await room.page();
  await page.goto(room.address + "/add");
  const files = await page.evaluateHandle(() => {
    const all = new DataTransfer();
    all.items.add(new File(["The lock\n\n“The lock is open,” said Arto Venn, a fisherman.\n"], "lock.txt", { type: "text/plain" }));
    all.items.add(new File(["The weir\n\n“The weir holds,” said Ada Quill, an engineer.\n"], "weir.txt", { type: "text/plain" }));
    return all;
  });
  await page.dispatchEvent("[data-drop]", "dragover", { dataTransfer: files });
  assert.equal(await page.locator("[data-drop][data-over]").count(), 1);
  await page.dispatchEvent("[data-drop]", "drop", { dataTransfer: files });
  assert.equal(await page.locator("[data-drop][data-over]").count(), 0);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await done(page, /^2 added/);
  await page.goto(room.address + "/article?id=weir.txt");
  await page.getByText("“The weir holds,”").first().waitFor();
  assert.deepEqual(page.faults, []);
});

test("a text is pasted and added by keys alone", async () => {
  const page = await room.page({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(room.address + "/add");
  await page.evaluate(() => navigator.clipboard.writeText("The sluice\n\n“The sluice is shut,” said Nina Koval, the harbour's director.\n"));
  const at = () => page.evaluate(() => document.activeElement?.id);
  for (let i = 0; i < 40 && (await at()) !== "text"; i++) await page.keyboard.press("Tab");
  assert.equal(await at(), "text");
  await page.keyboard.press("Control+V");
  for (const field of ["url", "outlet"]) {
    await page.keyboard.press("Tab");
    assert.equal(await at(), field);
  }
  await page.keyboard.type("Sluice Post");
  await page.keyboard.press("Enter");
  await done(page, /^1 added/);
  await page.goto(room.address + "/?q=" + encodeURIComponent('outlet:"Sluice Post"'));
  await page.getByText("“The sluice is shut,”").first().waitFor();
  assert.deepEqual(page.faults, []);
});

test("without script the same form works", { timeout: 300_000 }, async () => {
  const page = await room.page({ javaScriptEnabled: false });
  await page.goto(room.address + "/add");
  await page.getByLabel("Or paste a text").fill("The pier\n\n“The pier stands,” said Ada Quill, an engineer.\n");
  await turn(page, () => page.getByRole("button", { name: "Add", exact: true }).click());
  const again = page.getByRole("link", { name: "Look again" });
  while (await again.count()) await turn(page, () => again.click());
  await done(page, /^1 added/);
});

test("a form that another site's page sent is refused", async () => {
  const answer = await fetch(room.address + "/add", { method: "POST", headers: { Origin: "http://elsewhere.example" }, body: "x" });
  assert.equal(answer.status, 403);
});

test("a first reader can begin with the examples", async () => {
  const page = await room.page();
  const answer = await page.request.post(room.address + "/add", { multipart: { examples: "1" } });
  assert.equal(answer.status(), 200);
  await page.goto(answer.url());
  await done(page, /^\d\d added/);
});
