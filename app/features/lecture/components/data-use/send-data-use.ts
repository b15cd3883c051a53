import { createStore, del, entries, set } from "idb-keyval";
import { countedMonths, monthOf } from "../../data-use/data-month.ts";
import type { DataUse } from "../../data-use/data-use-schema.ts";

const store = () => createStore("maqdis-data-use", "reports");
async function post(report: DataUse): Promise<"done" | "refused" | "away"> {
  try {
    const body = JSON.stringify(report);
    const answer = await fetch("/resources/data-use", { method: "POST", body, redirect: "manual", keepalive: true });
    if (answer.ok) return "done";
    return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? "refused" : "away";
  } catch {
    return "away";
  }
}

/**
 * Sends a report. It is kept on this device, as far as the browser keeps anything, from before it is sent until it has
 * arrived: a page that ends in between loses nothing.
 */
export async function sendDataUse(report: DataUse): Promise<void> {
  await set(report.sitting, report, store()).catch(() => undefined);
  if ((await post(report)) !== "away") await del(report.sitting, store()).catch(() => undefined);
}

/** Sends what is left from sittings that ended on a dead line. */
export async function sendKeptDataUse(now: Date): Promise<void> {
  const kept = await entries<string, DataUse>(store()).catch(() => []);
  const oldest = monthOf(new Date(countedMonths(now).previous));
  for (const [sitting, report] of kept) {
    // A month that is long past limits nothing any more.
    if (report.month < oldest) await del(sitting, store());
    else await sendDataUse(report);
  }
}

/** A last report from a page that is being left; what was kept before is the same sitting's and smaller. */
export function beaconDataUse(report: DataUse): void {
  if (!navigator.sendBeacon("/resources/data-use", JSON.stringify(report))) void sendDataUse(report);
}
