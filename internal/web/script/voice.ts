// The cards that tell whose words these are come and go by style alone; Escape takes
// away the one that is in the way, until it is pointed at again.
import { all } from "./dom";

export function voice(): void {
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    for (const shown of all<HTMLElement>(document, ".voiced:is(:hover, :focus-within)")) {
      shown.dataset.shut = "";
      for (const go of ["pointerleave", "focusout"]) shown.addEventListener(go, () => delete shown.dataset.shut, { once: true });
    }
  });
}
