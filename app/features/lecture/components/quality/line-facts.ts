type Line = { saveData?: unknown; downlink?: unknown };

function connection(): Line {
  if (!("connection" in navigator)) return {};
  const { connection: line } = navigator;
  return typeof line === "object" && line !== null ? line : {};
}

/** Whether the browser or the system was told to spare data (Network Information, prefers-reduced-data). */
export function savesData(): boolean {
  return connection().saveData === true || window.matchMedia("(prefers-reduced-data: reduce)").matches;
}

/** The line's speed as the browser guesses it; null where it does not say. */
export function megabitsPerSecond(): number | null {
  const { downlink } = connection();
  return typeof downlink === "number" && downlink > 0 ? downlink : null;
}
