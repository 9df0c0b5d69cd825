// Short names for what every part does with the document.

export function all<T extends Element>(root: ParentNode, selector: string): T[] {
  return Array.from(root.querySelectorAll<T>(selector));
}

export function one<T extends Element>(root: ParentNode, selector: string): T | null {
  return root.querySelector<T>(selector);
}

interface TrustedPolicy {
  createHTML(html: string): string;
}

interface TrustedFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): TrustedPolicy;
}

const factory = (globalThis as { trustedTypes?: TrustedFactory }).trustedTypes;

// The one door for markup: parts of pages that our own server drew and escaped.
const drawn: TrustedPolicy = factory
  ? factory.createPolicy("hearsay", { createHTML: (html) => html })
  : { createHTML: (html) => html };

// part asks our own server for a part of a page; null when it cannot be had.
export async function part(address: string, signal?: AbortSignal): Promise<DocumentFragment | null> {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) return null;
  const answer = await fetch(url, { headers: { Accept: "text/html" }, credentials: "same-origin", signal });
  if (!answer.ok) return null;
  const box = document.createElement("template");
  box.innerHTML = drawn.createHTML(await answer.text());
  return box.content;
}

// say tells a change to whoever listens to the page.
export function say(words: string): void {
  const live = document.getElementById("live");
  if (live) live.textContent = words;
}
