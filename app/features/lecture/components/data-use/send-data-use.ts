import { createStore, del, entries, set } from "idb-keyval";

/** What one sitting has taken by now. A later report of the same sitting takes the place of an earlier one. */
export type DataUseReport = { sitting: string; month: string; bytes: number };

const store = () => createStore("maqdis-data-use", "reports");
/** What nobody took for so long is let go: a month that is past limits nothing. */
const LET_GO_AFTER_MONTHS = 1;

const formOf = ({ sitting, month, bytes }: DataUseReport) =>
  new URLSearchParams({ sitting, month, bytes: String(bytes) });

async function post(report: DataUseReport): Promise<"done" | "refused" | "away"> {
  try {
    const body = formOf(report);
    const answer = await fetch("/resources/data-use", { method: "POST", body, redirect: "manual", keepalive: true });
    if (answer.ok) return "done";
    return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? "refused" : "away";
  } catch {
    return "away";
  }
}

/** Sends a report; what does not arrive is kept on this device, as far as the browser keeps anything. */
export async function sendDataUse(report: DataUseReport): Promise<void> {
  const answer = await post(report);
  if (answer === "away") await set(report.sitting, report, store()).catch(() => undefined);
  else await del(report.sitting, store()).catch(() => undefined);
}

/** Sends what is left from sittings that ended on a dead line. */
export async function sendKeptDataUse(now: Date): Promise<void> {
  const kept = await entries<string, DataUseReport>(store()).catch(() => []);
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - LET_GO_AFTER_MONTHS, 1));
  for (const [sitting, report] of kept) {
    if (report.month < oldest.toISOString().slice(0, 7)) await del(sitting, store());
    else await sendDataUse(report);
  }
}

/** A last report from a page that is being left; what was kept before is the same sitting's and smaller. */
export function beaconDataUse(report: DataUseReport): void {
  if (!navigator.sendBeacon("/resources/data-use", formOf(report))) void sendDataUse(report);
}
