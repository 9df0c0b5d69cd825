// The brush on a claim's lanes: what is drawn across is shown alone. The form
// below the picture does the same by days; the address holds either.
import { all, one } from "./dom";

export function brush(): void {
  const form = one<HTMLFormElement>(document, "form[data-window]");
  if (form) for (const picture of all<SVGSVGElement>(document, "svg[data-brush]")) draws(picture, form);
}

function draws(picture: SVGSVGElement, form: HTMLFormElement): void {
  const band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  band.setAttribute("class", "band");
  band.setAttribute("y", "0");
  band.setAttribute("height", String(picture.viewBox.baseVal.height));
  let from: number | null = null;
  const at = (e: PointerEvent): number => {
    const box = picture.getBoundingClientRect();
    return ((e.clientX - box.left) / box.width) * picture.viewBox.baseVal.width;
  };
  const draw = (to: number): void => {
    if (from === null) return;
    band.setAttribute("x", String(Math.min(from, to)));
    band.setAttribute("width", String(Math.abs(to - from)));
  };
  picture.addEventListener("pointerdown", (e) => {
    if (e.button !== 0 || (e.target as Element).closest("a")) return;
    from = at(e);
    draw(from);
    picture.append(band);
    picture.setPointerCapture(e.pointerId);
    e.preventDefault();
  });
  picture.addEventListener("pointermove", (e) => draw(at(e)));
  picture.addEventListener("pointercancel", () => {
    from = null;
    band.remove();
  });
  picture.addEventListener("pointerup", (e) => {
    if (from === null) return;
    const [low, high] = [Math.min(from, at(e)), Math.max(from, at(e))];
    from = null;
    band.remove();
    const days = all<SVGAElement>(picture, "a[data-day]").filter((m) => {
      const x = Number(m.dataset.x);
      return x >= low && x <= high && m.dataset.day !== "";
    }).map((m) => m.dataset.day ?? "").sort();
    if (high - low < 8 || days.length === 0) return;
    fill(form, "from", days[0] ?? "");
    fill(form, "to", days[days.length - 1] ?? "");
    form.requestSubmit();
  });
}

function fill(form: HTMLFormElement, name: string, day: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = day;
}
