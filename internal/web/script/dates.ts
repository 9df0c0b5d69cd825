// Times in the reader's zone. The page prints a time as its article states it,
// with its zone; where it names an instant, the reader's own clock stands beside.
import { all } from "./dom";

const form = new Intl.DateTimeFormat(document.documentElement.lang || "en", {
  year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
});

export function dates(root: ParentNode): void {
  for (const time of all<HTMLTimeElement>(root, "time[datetime*='T']")) {
    const stated = time.dateTime;
    if (!/(Z|[+-]\d\d:\d\d)$/.test(stated)) continue; // no instant without a zone
    const at = new Date(stated);
    if (Number.isNaN(at.getTime())) continue;
    time.title = form.format(at);
  }
}
