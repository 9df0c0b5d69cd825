// The brush on a claim's lanes: what is drawn across is shown alone. By keys, arrows
// go from mark to mark, with Shift they draw, Enter shows and Escape lets go. The form
// below the picture does the same by days; the address holds either.
import { all, one, say } from "./dom";

export function brush(): void {
  const form = one<HTMLFormElement>(document, "form[data-window]");
  if (!form) return;
  for (const picture of all<SVGSVGElement>(document, "svg[data-brush]")) {
    draws(picture, form);
    types(picture, form);
  }
}

function bandOn(picture: SVGSVGElement): SVGRectElement {
  const band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  band.setAttribute("class", "band");
  band.setAttribute("y", "0");
  band.setAttribute("height", String(picture.viewBox.baseVal.height));
  return band;
}

function stretch(band: SVGRectElement, from: number, to: number): void {
  band.setAttribute("x", String(Math.min(from, to)));
  band.setAttribute("width", String(Math.abs(to - from)));
}

// show asks for the days of some marks alone.
function show(form: HTMLFormElement, marks: SVGAElement[]): void {
  const days = marks.map((m) => m.dataset.day ?? "").sort();
  fill(form, "from", days[0] ?? "");
  fill(form, "to", days[days.length - 1] ?? "");
  form.requestSubmit();
}

// dated are the marks that have a day, in the order of the picture.
function dated(picture: SVGSVGElement): SVGAElement[] {
  return all<SVGAElement>(picture, "a[data-day]").filter((m) => m.dataset.day !== "").sort((a, b) => Number(a.dataset.x) - Number(b.dataset.x));
}

function types(picture: SVGSVGElement, form: HTMLFormElement): void {
  const band = bandOn(picture);
  let from: number | null = null;
  const rest = (): void => {
    from = null;
    band.remove();
  };
  picture.addEventListener("focusout", (e) => picture.contains(e.relatedTarget as Node | null) || rest());
  picture.addEventListener("keydown", (e) => {
    const marks = dated(picture);
    const at = marks.findIndex((m) => m === document.activeElement);
    const step = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
    if (e.ctrlKey || e.metaKey || e.altKey || at < 0) return;
    if (step !== 0) {
      const to = Math.min(Math.max(at + step, 0), marks.length - 1);
      marks[to]?.focus();
      e.preventDefault();
      if (!e.shiftKey) return rest();
      from ??= at;
      const [low, high] = [marks[Math.min(from, to)], marks[Math.max(from, to)]];
      stretch(band, Number(low?.dataset.x) - 8, Number(high?.dataset.x) + 8);
      picture.prepend(band);
      say(`${low?.dataset.day} – ${high?.dataset.day}: ${form.dataset.window}`);
    } else if (e.key === "Enter" && from !== null) {
      e.preventDefault();
      show(form, marks.slice(Math.min(from, at), Math.max(from, at) + 1));
    } else if (e.key === "Escape") {
      rest();
    }
  });
}

function draws(picture: SVGSVGElement, form: HTMLFormElement): void {
  const band = bandOn(picture);
  let from: number | null = null;
  const at = (e: PointerEvent): number => {
    const box = picture.getBoundingClientRect();
    return ((e.clientX - box.left) / box.width) * picture.viewBox.baseVal.width;
  };
  const draw = (to: number): void => {
    if (from === null) return;
    stretch(band, from, to);
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
    const marks = dated(picture).filter((m) => Number(m.dataset.x) >= low && Number(m.dataset.x) <= high);
    if (high - low >= 8 && marks.length > 0) show(form, marks);
  });
}

function fill(form: HTMLFormElement, name: string, day: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = day;
}
