import { DID_DOCUMENT, fetchEvidence, statusListAddress } from "./evidence.ts";

const WORKER = "/verify-worker.js";

/**
 * Makes the page of `path` (with its language segment) work without a line: keeps it with all that it is made of, and
 * what files are checked against. True once that is done; false where the browser keeps nothing, or could not now.
 */
export async function keepOffline({
  path,
  language,
  statusLists,
}: {
  path: string;
  language: string;
  statusLists: number;
}): Promise<boolean> {
  // In development nothing is built that could be kept.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return false;
  const lists = Array.from({ length: statusLists }, (_, list) => fetchEvidence(statusListAddress(list)));
  const [registration, key] = await Promise.all([
    navigator.serviceWorker.register(`${WORKER}?language=${language}`, { scope: path }),
    fetchEvidence(DID_DOCUMENT),
    ...lists,
  ]);
  return key !== undefined && (await isActive(registration));
}

/** Waits for the worker of a registration; `ready` would not do, as the page may have been opened from another. */
function isActive({ active, installing, waiting }: ServiceWorkerRegistration): Promise<boolean> {
  if (active) return Promise.resolve(true);
  const worker = installing ?? waiting;
  if (!worker) return Promise.resolve(false);
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve(worker.state === "activated");
    });
  });
}
