// Times in the reader's zone. The page prints a time with the zone its article
// states; where it names an instant and the reader's clock differs, that stands
// beside, on twenty-four hours as the time that is stated.
import { all } from "./dom";

const page = document.documentElement;
const day = new Intl.DateTimeFormat(page.lang || "en", { dateStyle: "medium" });
const clock = new Intl.DateTimeFormat(page.lang || "en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });

export function dates(root: ParentNode): void {
  for (const time of all<HTMLTimeElement>(root, "time[datetime$='Z'][data-offset]")) {
    const at = new Date(time.dateTime);
    const stated = Number(time.dataset.offset); // minutes before UTC's clock, as getTimezoneOffset has them
    if (Number.isNaN(at.getTime()) || stated === at.getTimezoneOffset()) continue;
    const shifted = (minutes: number): string => new Date(at.getTime() - minutes * 60_000).toISOString().slice(0, 10);
    const near = shifted(stated) === shifted(at.getTimezoneOffset());
    const beside = document.createElement("span");
    beside.className = "yours";
    beside.textContent = ` (${page.dataset.yours ?? ""} ${near ? "" : day.format(at) + ", "}${clock.format(at)})`;
    time.append(beside);
    delete time.dataset.offset;
  }
}
