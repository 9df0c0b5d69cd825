// Keys: j and k walk a list, / goes to the search, o opens, c cites, ? lists the
// keys. None acts while somebody types or holds a modifier, and all can be
// switched off, since some speech and screen readers send single letters.
import { all, one } from "./dom";

const stored = "hearsay-keys";

export function keys(): void {
  const sheet = one<HTMLDialogElement>(document, "dialog#keys");
  const offer = one<HTMLButtonElement>(document, "button[data-keys]");
  if (!sheet || !offer) return;
  offer.hidden = false;
  offer.addEventListener("click", () => sheet.showModal());
  const on = one<HTMLInputElement>(sheet, "input[type=checkbox]");
  if (on) {
    on.checked = localStorage.getItem(stored) !== "off";
    on.addEventListener("change", () => localStorage.setItem(stored, on.checked ? "on" : "off"));
  }
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || types(e.target) || sheet.open) return;
    if (on && !on.checked) return;
    const act = acts[e.key];
    if (act && act(sheet)) e.preventDefault();
  });
}

function types(at: EventTarget | null): boolean {
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
}

const acts: Record<string, (sheet: HTMLDialogElement) => boolean> = {
  j: () => walk(1),
  k: () => walk(-1),
  o: () => follow("a[data-open]"),
  c: () => press("button[data-copies]"),
  p: () => pick(),
  y: () => press("button[value=yes]"),
  n: () => press("button[value=no]") || follow("a[data-no]") || follow("a[rel=next]"),
  u: () => press("button[value=undo]"),
  "/": () => focus("#q"),
  "?": (sheet) => follow("a[data-unsure]") || (sheet.showModal(), true),
};

function walk(by: number): boolean {
  const list = all<HTMLElement>(document, "[data-walk]");
  if (list.length === 0) return false;
  const at = list.findIndex((x) => x.contains(document.activeElement));
  const to = list[Math.min(Math.max(at + by, 0), list.length - 1)];
  to?.focus();
  to?.scrollIntoView({ block: "nearest" });
  return true;
}

// here is where a key acts: the item that has the focus, else the page.
function here(): ParentNode {
  return document.activeElement?.closest("[data-walk]") ?? document;
}

function press(selector: string): boolean {
  const button = one<HTMLButtonElement>(here(), selector) ?? one<HTMLButtonElement>(document, selector);
  if (!button || button.disabled) return false;
  button.click();
  return true;
}

// pick takes what has the focus into the reader's case, else what the page is about.
function pick(): boolean {
  const at = document.activeElement?.closest("[data-walk]") ?? one(document, "[data-pick-whole]");
  const offer = at && one<HTMLElement>(at, "[data-pick]");
  offer?.click();
  return Boolean(offer);
}

function follow(selector: string): boolean {
  const link = one<HTMLAnchorElement>(here(), selector);
  link?.click();
  return link !== null;
}

function focus(selector: string): boolean {
  const field = one<HTMLInputElement>(document, selector);
  field?.focus();
  field?.select();
  return field !== null;
}
