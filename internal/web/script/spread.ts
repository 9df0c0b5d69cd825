// The picture of who carried whose words: an outlet under the pointer or with the
// focus keeps its lines and its neighbours; the others step back.
import { all } from "./dom";

export function spread(): void {
  for (const picture of all<HTMLElement>(document, "[data-spread]")) {
    const lines = all<SVGElement>(picture, "[data-ends]");
    const nodes = all<SVGElement>(picture, "[data-node]");
    const light = (at: string): void => {
      const near = new Set([at]);
      for (const line of lines) {
        const ends = (line.dataset.ends ?? "").split(" ");
        const touches = ends.includes(at);
        line.toggleAttribute("data-near", touches);
        if (touches) ends.forEach((end) => near.add(end));
      }
      for (const node of nodes) node.toggleAttribute("data-near", near.has(node.dataset.node ?? ""));
      picture.toggleAttribute("data-lit", true);
    };
    const rest = (): void => void picture.toggleAttribute("data-lit", false);
    for (const node of nodes) {
      for (const come of ["pointerenter", "focus"]) node.addEventListener(come, () => light(node.dataset.node ?? ""));
      for (const go of ["pointerleave", "blur"]) node.addEventListener(go, rest);
    }
  }
}
