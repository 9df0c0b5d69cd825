// Signing in and what each role may: by keys, without script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { resolve } from "node:path";
import { openTo, shoot, turn, violations } from "./room.js";

const password = { Ada: "four words of Ada", Bo: "four words of Bo" };

let room;
before(async () => (room = await openTo([["Ada", "editor", password.Ada], ["Bo", "reader", password.Bo]], resolve("../examples/07-correction-observer.html"))));
after(() => room.close());

// signedIn is a tab of somebody who has signed in on the way to a page.
async function signedIn(name, to, options = {}) {
  const page = await room.page(options);
  await page.goto(room.address + to);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password[name]);
  await turn(page, () => page.getByRole("button", { name: "Sign in" }).click());
  assert.equal(await page.getByRole("button", { name: "Sign out " + name }).count(), 1);
  return page;
}

test("a stranger sees nothing of the archive, and signs in by keys", async () => {
  const page = await room.page();
  const answer = await page.goto(room.address + "/names?all=");
  assert.equal(new URL(page.url()).pathname, "/signin");
  assert.ok(answer.status() < 500);
  assert.equal(await page.locator("nav, footer p").count(), 0);
  assert.deepEqual(await violations(page), []);
  await shoot(page, "signin");
  const at = () => page.evaluate(() => document.activeElement?.id);
  for (let i = 0; i < 10 && (await at()) !== "name"; i++) await page.keyboard.press("Tab");
  await page.keyboard.type("Ada");
  await page.keyboard.press("Tab");
  assert.equal(await at(), "password");
  await page.keyboard.type("not hers");
  await turn(page, () => page.keyboard.press("Enter"));
  assert.equal(await page.getByRole("alert").count(), 1);
  assert.equal(await page.getByLabel("Name").inputValue(), "Ada");
  assert.equal(await page.getByLabel("Password").inputValue(), "");
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("Password").focus();
  await page.keyboard.type(password.Ada);
  await turn(page, () => page.keyboard.press("Enter"));
  assert.ok(page.url().endsWith("/names?all="), page.url());
  assert.deepEqual(page.faults.filter((f) => !/status of 40[13]/.test(f)), []);
});

test("a reader is offered no decision, and none is taken from one", async () => {
  const page = await signedIn("Bo", "/");
  assert.ok((await page.locator("[data-walk]").count()) > 0);
  for (const address of ["/", "/names?all=", "/claims?of=all", "/review"]) {
    await page.goto(room.address + address);
    const decides = await page.locator("[data-pick], form[action='/correct'], form[action^='/pick'], form[action='/review']").count();
    assert.equal(decides, 0, address);
  }
  await page.goto(room.address + "/");
  const statuses = await page.evaluate(async () => {
    const send = async (path, body) => (await fetch(path, { method: "POST", body })).status;
    return {
      correct: await send("/correct", new URLSearchParams({ "decision-of": "hide", what: "07-correction-observer.html#0" })),
      pick: await send("/pick", new URLSearchParams({ what: "07-correction-observer.html#0", new: "Mine" })),
      together: await send("/pick/all", new URLSearchParams({ what: "07-correction-observer.html#0", new: "Mine" })),
      review: await send("/review", new URLSearchParams({ key: "x", answer: "yes" })),
      add: await send("/add", new FormData()),
    };
  });
  assert.deepEqual(statuses, { correct: 403, pick: 403, together: 403, review: 403, add: 403 });
  await page.goto(room.address + "/cases");
  assert.equal(await page.getByText("Mine", { exact: true }).count(), 0);
});

test("an editor decides under the own name, takes it back, and signs out", async () => {
  const page = await signedIn("Ada", "/");
  await page.keyboard.press("j");
  await turn(page, () => page.keyboard.press("p"));
  await page.getByLabel("A new case").fill("Ada's case");
  await turn(page, () => page.keyboard.press("Enter"));
  assert.ok(new URL(page.url()).searchParams.has("decided"), page.url());
  await page.goto(room.address + "/cases");
  assert.match(await page.locator("main table").innerText(), /Ada's case/);
  assert.match(await page.locator("main table").innerText(), /, Ada/);
  assert.deepEqual(await violations(page), []);
  await turn(page, () => page.getByRole("button", { name: "Sign out Ada" }).click());
  await page.goto(room.address + "/cases");
  assert.equal(new URL(page.url()).pathname, "/signin");
});

test("the way out stands in the head’s row, and the search keeps its room, in Russian too", async () => {
  const page = await room.page({ locale: "ru-RU" });
  await page.goto(room.address + "/signin");
  await page.getByLabel("Имя").fill("Bo");
  await page.getByLabel("Пароль").fill(password.Bo);
  await turn(page, () => page.keyboard.press("Enter"));
  const middles = await page.locator(".top > :not(nav)").evaluateAll((all) => all.map((x) => x.getBoundingClientRect()).map((b) => (b.top + b.bottom) / 2));
  assert.ok(Math.max(...middles) - Math.min(...middles) < 8, middles.join(" "));
  assert.ok((await page.locator("#q").boundingBox()).width > 400, "the search has no room");
  await page.context().close();
});

test("without script: sign in, read, sign out", async () => {
  const page = await signedIn("Bo", "/outlets", { javaScriptEnabled: false, viewport: { width: 390, height: 900 } });
  assert.equal(new URL(page.url()).pathname, "/outlets");
  await turn(page, () => page.getByRole("link", { name: "Tarvan Observer" }).click());
  await turn(page, () => page.getByRole("button", { name: "Sign out Bo" }).click());
  await page.goto(room.address + "/outlets");
  assert.equal(new URL(page.url()).pathname, "/signin");
});
