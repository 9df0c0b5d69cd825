// The preview beside a list: the statement that has the focus, without leaving
// the list.
import { cite } from "./cite";
import { dates } from "./dates";
import { all, one, part, say } from "./dom";

// Only where there is room beside the list.
const room = matchMedia("(min-width: 75rem)");

export function preview(): void {
  const pane = one<HTMLElement>(document, "[data-preview-pane]");
  if (!pane) return;
  const show = showIn(pane);
  for (const card of all<HTMLElement>(document, "[data-preview]")) {
    card.addEventListener("focusin", () => show(card));
    card.addEventListener("click", (e) => {
      if (!(e.target as Element).closest("a, button, summary, input")) card.focus();
    });
  }
  const first = one<HTMLElement>(document, "[data-preview]");
  if (first) show(first);
}

function showIn(pane: HTMLElement): (card: HTMLElement) => void {
  let shown: HTMLElement | null = null;
  let under: AbortController | null = null;
  return async (card) => {
    if (card === shown || !room.matches) return;
    shown?.removeAttribute("data-shown");
    shown = card;
    card.dataset.shown = "";
    under?.abort();
    under = new AbortController();
    try {
      const found = await part(card.dataset.preview ?? "", under.signal);
      if (!found || shown !== card) return;
      dates(found);
      cite(found);
      pane.replaceChildren(found);
      pane.scrollTop = 0;
    } catch (fault) {
      if ((fault as Error).name !== "AbortError") say(pane.dataset.failed ?? "");
    }
  };
}
