// Searching and reading statements, by keys alone and without script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, turn } from "./room.js";

let room;
before(async () => (room = await open()));
after(() => room.close());

test("keys walk the list, the preview follows, the list stays", async () => {
  const page = await room.page();
  await page.goto(room.address + "/");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const second = page.locator("[data-walk]").nth(1);
  const words = (await second.locator("blockquote").innerText()).trim();
  await page.locator("[data-preview-pane] blockquote", { hasText: words.slice(0, 30) }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/");
  await turn(page, () => page.keyboard.press("o"));
  assert.equal(new URL(page.url()).pathname, "/statement");
  assert.ok((await page.locator("blockquote").first().innerText()).includes(words.slice(0, 30)));
  assert.deepEqual(page.faults, []);
});

test("a search by keys ends in an address that finds the same", async () => {
  const page = await room.page();
  await page.goto(room.address + "/");
  await page.keyboard.press("/");
  await page.keyboard.type("dam polarity:denies");
  await turn(page, () => page.keyboard.press("Enter"));
  const found = await page.locator("#found").innerText();
  const again = await room.page();
  await again.goto(page.url());
  assert.equal(await again.locator("#found").innerText(), found);
  assert.match(found, /^\d+ statement/);
});

test("a chip takes its part of the query away, a count adds one", async () => {
  const page = await room.page();
  await page.goto(room.address + "/?q=" + encodeURIComponent("dam polarity:denies"));
  const narrow = Number.parseInt(await page.locator("#found").innerText());
  await turn(page, () => page.getByRole("link", { name: "polarity:denies" }).click());
  assert.equal(new URL(page.url()).searchParams.get("q"), "dam");
  assert.ok(Number.parseInt(await page.locator("#found").innerText()) > narrow);
  const facet = page.locator(".facets li a", { hasText: "denies" });
  const promised = Number.parseInt(await facet.locator(".n").innerText());
  await turn(page, () => facet.click());
  assert.equal(Number.parseInt(await page.locator("#found").innerText()), promised);
});

test("every count of names finds as many, narrowing further too", async () => {
  const page = await room.page();
  for (const query of ["dam", "speaker:Tokshayev", "outlet:Tarvan"]) {
    await page.goto(room.address + "/?q=" + encodeURIComponent(query));
    const all = await page.locator(".facets li a[aria-current=false]").evaluateAll((list) => list.filter((a) => /speaker|about|outlet/.test(decodeURIComponent(a.search).slice(4))).map((a) => [a.href, a.querySelector(".n").textContent]));
    assert.ok(all.length > 8, query);
    for (const [href, promised] of all) {
      await page.goto(href);
      assert.equal(Number.parseInt(await page.locator("#found").innerText()), Number(promised), decodeURIComponent(href));
    }
  }
  await page.context().close();
});

for (const [how, options] of [["by keys", {}], ["without script", { javaScriptEnabled: false }]]) {
  test(`a query without an answer and one that cannot be read tell how to search, ${how}`, async () => {
    const page = await room.page(options);
    for (const query of ["zebra or quagga", "dam before:soon"]) {
      await page.goto(room.address + "/?q=" + encodeURIComponent(query));
      assert.match(await page.locator(".how").innerText(), /there is no “or”[^]*speaker:Name/);
    }
    assert.equal((await page.locator(".fault mark").innerText()).trim(), "soon");
    await page.goto(room.address + "/");
    const rows = page.locator(".how li").first();
    assert.equal(await rows.isVisible(), false);
    await page.locator(".how summary").focus();
    await page.keyboard.press("Enter");
    assert.equal(await rows.isVisible(), true);
    await page.context().close();
  });

  test(`who is not here is searched for from the page that says so, ${how}`, async () => {
    const page = await room.page(options);
    await page.goto(room.address + "/who?name=Tok");
    const field = page.locator("main input[name=q]");
    assert.equal(await field.inputValue(), '"Tok"');
    await field.fill("soldiers");
    await turn(page, () => field.press("Enter"));
    assert.equal(new URL(page.url()).searchParams.get("q"), "soldiers");
    assert.ok((await page.locator("[data-walk]").count()) > 0);
    await page.goto(room.address + "/article?id=nobody");
    assert.equal(await field.inputValue(), "");
    await page.context().close();
  });
}

test("articles of no outlet are listed from the outlets, each leads to its text", async () => {
  const page = await room.page({ viewport: { width: 390, height: 800 } });
  await page.goto(room.address + "/outlets");
  const link = page.locator("a[href='/outlets?unknown']");
  const promised = Number.parseInt(await link.innerText());
  await turn(page, () => link.click());
  assert.equal(await page.locator("main li a[href^='/article']").count(), promised);
  await turn(page, () => page.locator("main li a[href^='/article']").first().click());
  assert.ok((await page.locator(".text").first().innerText()).length > 0);
  await page.context().close();
});

test("an outlet's count of statements leads to as many", async () => {
  const page = await room.page();
  await page.goto(room.address + "/outlets");
  const link = page.locator("tbody td.num a").first();
  const promised = await link.innerText();
  await turn(page, () => link.click());
  assert.equal(Number.parseInt(await page.locator("#found").innerText()), Number(promised));
  await page.context().close();
});

test("a citation is copied with its words, outlet and hash", async () => {
  const page = await room.page({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(room.address + "/?q=" + encodeURIComponent("outlet:\"Tarvan Observer\""));
  await turn(page, () => page.locator("a[data-open]").first().click());
  const words = (await page.locator("blockquote").first().innerText()).trim();
  await page.keyboard.press("c");
  await page.locator("button[data-state=done]").waitFor({ state: "attached" });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.startsWith(words.slice(0, 20)), copied);
  assert.match(copied, /Tarvan Observer/);
  assert.match(copied, /text SHA-256 [0-9a-f]{64}\]$/);
});

test("single keys can be switched off", async () => {
  const page = await room.page();
  await page.goto(room.address + "/");
  await page.keyboard.press("?");
  await page.getByLabel("Single keys act").uncheck();
  await page.keyboard.press("Escape");
  await page.locator("dialog#keys").waitFor({ state: "hidden" });
  await page.keyboard.press("j");
  assert.equal(await page.locator("[data-walk]:focus").count(), 0);
});

test("without script: search, narrow, page, open, cite", async () => {
  const page = await room.page({ javaScriptEnabled: false });
  await page.goto(room.address + "/");
  await page.getByLabel("Search statements").fill("dam");
  await turn(page, () => page.getByRole("button", { name: "Search" }).click());
  assert.equal(new URL(page.url()).searchParams.get("q"), "dam");
  await page.goto(room.address + "/");
  await turn(page, () => page.getByRole("link", { name: "More statements" }).click());
  assert.ok((await page.locator("[data-walk]").count()) > 0);
  await turn(page, () => page.locator("a[data-open]").first().click());
  assert.match(await page.locator(".citation").innerText(), /SHA-256/);
});
