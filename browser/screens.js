// Every screen of a room of the examples: how a reader comes to its address, once for all tests.
import { turn } from "./room.js";

export function screensOf(room) {
  const search = (query) => "/?q=" + encodeURIComponent(query);
  const hrefOf = async (page, from, selector) => {
    await page.goto(room.address + from);
    return page.locator(selector).first().getAttribute("href");
  };

  // opened is a case with a statement in it.
  const opened = async (page) => {
    await page.goto(room.address + "/?q=dam");
    await turn(page, () => page.locator("[data-pick]").first().click());
    await page.getByLabel("A new case").fill("Dam guard");
    await turn(page, () => page.keyboard.press("Enter"));
    await turn(page, () => page.locator(".mycase").click());
    return new URL(page.url()).pathname;
  };

  // watched is the watch list with a search on it.
  const watched = async (page) => {
    await page.goto(room.address + search("dam polarity:denies"));
    await page.locator("summary", { hasText: "Save this search" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Whoever denies something about the dam");
    await turn(page, () => page.keyboard.press("Enter"));
    return new URL(page.url()).pathname;
  };

  const tab = async (page, name) => (await screens.article(page)).replace(/#.*/, "") + "&tab=" + name;
  const screens = {
    statements: async () => "/",
    none: async () => search("zebra or quagga"),
    found: async () => search("dam polarity:denies"),
    fault: async () => search("before:soon"),
    statement: async (page) => hrefOf(page, "/", "a[data-open]"),
    article: async (page) => hrefOf(page, await screens.statement(page), ".where a"),
    add: async () => "/add",
    copies: (page) => tab(page, "copies"),
    original: (page) => tab(page, "original"),
    provenance: (page) => tab(page, "provenance"),
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
    which: async () => "/who?name=Kerimsha",
    cases: async () => "/cases",
    report: async (page) => (await screens.case(page)) + "/report",
    case: opened,
    picking: async (page) => {
      await page.context().clearCookies(); // no case is picked into
      return hrefOf(page, "/?q=dam", "a[data-pick]");
    },
    watchlist: watched,
    deciding: async (page) => hrefOf(page, await screens.claim(page), "a[href^='/decide']"),
    "which to merge": async () => "/decide?decision-of=merge&entity=Zhelmir+Tokshayev&other=Kerimsha&to=%2F",
    review: async () => "/review",
    programs: async () => "/api",
    lost: async () => "/nowhere",
    nobody: async () => "/who?name=Tok",
  };
  for (const [name, find] of Object.entries(screens)) {
    let address;
    screens[name] = async (page) => (address ??= await find(page));
  }
  return screens;
}
