import { setTimeout as sleep } from "node:timers/promises";
import type { Locker } from "@tus/server";
import type { Db } from "#app/platform/db/client.server.ts";
import { onNotification } from "#app/platform/db/listen.server.ts";
import { makeProcessLocks, type TakeLock } from "#app/platform/db/process-locks.server.ts";

const WANTED = "upload_wanted";
/** So long somebody waits for an upload that another is at, in milliseconds. */
const PATIENCE_MS = 15_000;
const AGAIN_AFTER_MS = 100;
/** As tus answers for what another is at; its client asks again. */
const LOCKED = { status_code: 423, body: "Somebody else is sending this upload\n" };

/** What each who is at an upload in this process is asked by, to let go of it. */
const atWork = new Map<string, () => void>();
onNotification(WANTED, (id) => atWork.get(id)?.());

/**
 * Lets one at a time write or ask after an upload, in all processes together: a store of parts keeps what two write at
 * once twice, or not at all. Who comes anew has often lost the line on which the server still waits, so the one before
 * is asked to end, wherever that is; who still waits after 15 seconds is answered 423.
 */
export function uploadLocker(db: Db): Locker {
  const take = makeProcessLocks(db);
  const askToEnd = async (id: string) => {
    const here = atWork.get(id);
    if (here) here();
    else await db.$executeRaw`SELECT pg_notify(${WANTED}, ${id})`;
  };
  return { newLock: (id) => newLock({ id, take, askToEnd }) };
}

type Locking = { id: string; take: TakeLock; askToEnd: (id: string) => Promise<void> };

function newLock({ id, take, askToEnd }: Locking): ReturnType<Locker["newLock"]> {
  let giveBack: (() => Promise<void>) | undefined;
  let letGo: () => void = () => undefined;
  return {
    lock: async (signal, end) => {
      letGo = () => void end();
      const until = Date.now() + PATIENCE_MS;
      for (giveBack = await take(id, letGo); !giveBack; giveBack = await take(id, letGo)) {
        if (signal.aborted || Date.now() > until) throw LOCKED;
        await askToEnd(id);
        await sleep(AGAIN_AFTER_MS);
      }
      atWork.set(id, letGo);
    },
    unlock: async () => {
      if (atWork.get(id) === letGo) atWork.delete(id);
      await giveBack?.();
    },
  };
}
