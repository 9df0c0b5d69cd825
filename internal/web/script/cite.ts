// Cite this: the citation goes to the clipboard. Without script it stands in a
// box to be marked and copied.
import { all, say } from "./dom";

export function cite(root: ParentNode): void {
  for (const button of all<HTMLButtonElement>(root, "button[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const from = document.getElementById(button.dataset.copies ?? "");
  if (!from) return;
  try {
    await navigator.clipboard.writeText(from.textContent?.trim() ?? "");
    say(button.dataset.done ?? "");
    button.dataset.state = "done";
  } catch {
    getSelection()?.selectAllChildren(from);
    say(button.dataset.failed ?? "");
  }
}
