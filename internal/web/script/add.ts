// Adding: files dropped on the page, and how far an addition has come.
import { one } from "./dom";

export function add(): void {
  drop();
  follow();
}

function drop(): void {
  const zone = one<HTMLElement>(document, "[data-drop]");
  const field = zone && one<HTMLInputElement>(zone, "input[type=file]");
  if (!zone || !field) return;
  for (const kind of ["dragover", "dragenter"]) {
    zone.addEventListener(kind, (e) => {
      e.preventDefault();
      zone.dataset.over = "";
    });
  }
  zone.addEventListener("dragleave", () => delete zone.dataset.over);
  zone.addEventListener("drop", (e) => {
    e.preventDefault();
    delete zone.dataset.over;
    if (e.dataTransfer && e.dataTransfer.files.length > 0) field.files = e.dataTransfer.files;
  });
}

interface Step {
  words: string;
  ended: boolean;
}

function follow(): void {
  const job = one<HTMLElement>(document, "[data-job][data-ended=false]");
  const words = job && one<HTMLElement>(job, "[data-job-words]");
  if (!job || !words) return;
  const steps = new EventSource("/add/events?job=" + encodeURIComponent(job.dataset.job ?? ""));
  steps.onmessage = (e: MessageEvent<string>) => {
    const step = JSON.parse(e.data) as Step;
    words.textContent = step.words;
    if (!step.ended) return;
    steps.close();
    location.reload();
  };
  // The server ended, or too many follow: the page itself tells how far it is.
  steps.onerror = () => {
    if (steps.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  };
}
