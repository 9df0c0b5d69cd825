// A reading room for one test file: the program with an archive of the example
// corpus, and a browser at its door that notes every error.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const program = resolve(process.env.HEARSAY ?? "../hearsay");
const examples = resolve("../examples");
const shots = process.env.HEARSAY_SCREENSHOTS;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// A limit for what never comes, not for slow machines.
const patience = 120_000;

// Where Debian and others put the browser.
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export async function open(...paths) {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-browser-"));
  const given = paths.length > 0 ? paths : [examples];
  return roomOf(folder, ["--addr", "127.0.0.1:0", ...given.filter(Boolean)]);
}

// openTo is a room as other machines reach it, of a text, for those with an
// account: by name, role and password.
export async function openTo(accounts, text) {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-browser-"));
  const archive = ["--archive", join(folder, "archive.hearsay")];
  execFileSync(program, ["add", ...archive, text], { stdio: "ignore" });
  for (const [name, role, password] of accounts) execFileSync(program, ["account", "add", name, "--role", role, ...archive], { input: password + "\n", stdio: ["pipe", "ignore", "ignore"] });
  return roomOf(folder, ["--addr", "0.0.0.0:0", "--host", "127.0.0.1"]);
}

async function roomOf(folder, given) {
  const served = spawn(program, ["serve", "--archive", join(folder, "archive.hearsay"), ...given], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, HEARSAY_AUTHOR: "tester" } });
  const address = await new Promise((done, failed) => {
    let said = "";
    served.stderr.on("data", (d) => (said += d));
    served.stdout.on("data", (d) => {
      const found = /http:\/\/\S+\//.exec(String(d));
      if (found) done(found[0].slice(0, -1));
    });
    served.on("exit", (code) => failed(new Error(`hearsay serve ended with ${code}: ${said}`)));
  });
  const ended = new Promise((done) => served.on("exit", done));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"], timeout: patience });
  return {
    address, folder,
    // page is a tab; its faults are what the console, the policy and the network complained of.
    async page(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      page.faults = [];
      page.on("console", (m) => ["error", "warning"].includes(m.type()) && page.faults.push(m.text()));
      page.on("pageerror", (e) => page.faults.push(String(e)));
      page.on("request", (r) => new URL(r.url()).origin === address || r.url().startsWith("data:") || page.faults.push("asks " + r.url()));
      return page;
    },
    async close() {
      await browser.close();
      served.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// turn does what leads to another page, and waits until that is whole and its script
// at work: a key pressed before is lost, a count taken before is of half a page.
export async function turn(page, act) {
  await Promise.all([page.waitForEvent("load"), act()]);
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// violations are what axe finds against WCAG 2.2 A and AA, or of some rules only, one line each.
export async function violations(page, runOnly = rules) {
  await page.evaluate(readFileSync(axe, "utf8"));
  const found = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), runOnly);
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)}`));
}

// shoot keeps a picture where HEARSAY_SCREENSHOTS names a folder.
export async function shoot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, name + ".png"), fullPage: true });
}
