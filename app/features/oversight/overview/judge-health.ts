import type { MailStanding } from "#app/platform/mail/mail-standing.server.ts";
import type { Health } from "./health.ts";

type Judged = Omit<Health, "part">;
type Counts = { failing: number; dead: number };

/** A backup is made each night: after so long without a good one somebody should look, in hours. */
const BACKUP_HOURS = 36;
/** With less of the disk free somebody should look, and with less than a third of that at once. */
const FREE_SHARE = 0.15;

/** Work that was given up is broken, work that is tried again or waits for a worker should be looked at. */
export function judgeJobs({ kinds, waiting }: { kinds: readonly Counts[]; waiting: number }): Judged {
  const dead = kinds.reduce((sum, kind) => sum + kind.dead, 0);
  const failing = kinds.reduce((sum, kind) => sum + kind.failing, 0);
  if (dead > 0) return { state: "broken", says: "dead", values: { count: dead, more: failing } };
  if (waiting > 0) return { state: "broken", says: "waiting", values: { count: waiting } };
  if (failing > 0) return { state: "attention", says: "failing", values: { count: failing } };
  return { state: "ok", says: "fine", values: {} };
}

/** Whether the mail server takes letters, mail that could not be handed over, and addresses that took none. */
export function judgeMail({
  isSet,
  unsent,
  bounced,
  standing: { sentAt, refusedAt, refusal },
}: {
  isSet: boolean;
  unsent: Counts | undefined;
  bounced: number;
  standing: MailStanding;
}): Judged {
  const count = (unsent?.dead ?? 0) + (unsent?.failing ?? 0);
  if (isSet && refusedAt && refusedAt > (sentAt ?? new Date(0)))
    return { state: "broken", says: "refused", values: { count, at: refusedAt, sent: sentAt, code: refusal ?? "" } };
  if (count > 0)
    return { state: unsent?.dead ? "broken" : "attention", says: "unsent", values: { count, more: bounced } };
  if (!isSet) return { state: "unset", says: "unset", values: {} };
  if (bounced > 0) return { state: "attention", says: "bounced", values: { count: bounced, at: sentAt } };
  return sentAt ? { state: "ok", says: "sent", values: { at: sentAt } } : { state: "ok", says: "fine", values: {} };
}

/** Who keeps videos, and uploads that are stuck or failed. */
export function judgeVideos({
  providers,
  videos,
}: {
  providers: readonly { state: "ready" | "away" | "unset"; webhooks: { lastAt: Date | null } | null }[];
  videos: readonly { state: string; stuck: boolean }[];
}): Judged {
  if (providers.some(({ state }) => state !== "ready")) return { state: "broken", says: "away", values: {} };
  const count = videos.filter(({ state, stuck }) => stuck || state === "failed").length;
  if (count > 0) return { state: "attention", says: "stuck", values: { count } };
  const at = providers.flatMap(({ webhooks }) => webhooks?.lastAt ?? [])[0];
  return at ? { state: "ok", says: "heard", values: { at } } : { state: "ok", says: "fine", values: {} };
}

/** Whether cards can be paid with, and when Stripe last told of anything. */
export function judgeStripe({ isSet, heard }: { isSet: boolean; heard: Date | null }): Judged {
  if (!isSet) return { state: "unset", says: "unset", values: {} };
  return heard
    ? { state: "ok", says: "heard", values: { at: heard } }
    : { state: "ok", says: "neverHeard", values: {} };
}

/** Room on the disk on which the academy keeps its data. */
export function judgeDisk({ free, whole, inBucket }: { free: number; whole: number; inBucket: boolean }): Judged {
  const share = whole > 0 ? free / whole : 1;
  const state = share >= FREE_SHARE ? "ok" : share >= FREE_SHARE / 3 ? "attention" : "broken";
  return { state, says: inBucket ? "bucket" : "free", values: { bytes: free, share } };
}

const DAY_MS = 86_400_000;

type LastBackup = { ok: boolean | null; startedAt: Date; lastOk: Date | null };

/** How old the last good backup is, and whether the last try was one. `isSet`: one is to be made every night. */
export function judgeBackup({ last, isSet, now }: { last: LastBackup | null; isSet: boolean; now: Date }): Judged {
  const hoursSince = (at: Date) => (now.getTime() - at.getTime()) / 3_600_000;
  const isFirst = last?.ok === null && !last.lastOk && hoursSince(last.startedAt) < BACKUP_HOURS;
  if (!last || isFirst) return { state: isSet ? "attention" : "unset", says: isSet ? "due" : "never", values: {} };
  const { lastOk } = last;
  if (!lastOk) return { state: "broken", says: "failed", values: { at: last.startedAt } };
  const values = { at: lastOk, days: Math.max(0, now.getTime() - lastOk.getTime()) / DAY_MS };
  if (last.ok === false) return { state: "broken", says: "lastFailed", values };
  const isOld = hoursSince(lastOk) > BACKUP_HOURS;
  return { state: isOld ? "attention" : "ok", says: isOld ? "old" : "fine", values };
}
