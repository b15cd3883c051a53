import { MOST_INVITEES, readInvitees } from "#app/platform/csv/read-invitees.ts";
import { readText } from "#app/platform/csv/read-text.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { groupRefused } from "./group-errors.ts";
import { isOpenGroup } from "./lock-group.server.ts";
import { openMyGroup } from "./open-my-group.server.ts";

/** What a list of addresses may weigh, in bytes. */
export const MOST_LIST_BYTES = 1024 * 1024;
/** As many lines are shown. */
const SHOWN = 300;

/** What would become of a line: a mail, or why none. */
export type InviteeStanding = "ok" | "badAddress" | "repeated" | "invited" | "joined" | "noSeat";

export type LookedAt = { line: number; name: string; address: string; standing: InviteeStanding };

/** What inviting would do, with those who would be written to packed for the form that says so. */
export type InviteesLook = {
  rows: LookedAt[];
  /** Lines that are not shown. */
  more: number;
  counts: Record<InviteeStanding, number>;
  /** Seats that nobody was invited to yet. */
  free: number;
  packed: string;
};

/** A code that nobody has: neither used, nor sent, nor taken to be handed out. */
export const freeCode = { usedAt: null, invitedAt: null, handedOutAt: null };

async function findKnown(db: DbOrTx, { groupId, emails }: { groupId: string; emails: string[] }) {
  const rows = await db.accessCode.findMany({
    where: { groupId, invitedEmail: { in: emails } },
    select: { invitedEmail: true, usedAt: true },
  });
  return new Map(
    rows.map(({ invitedEmail, usedAt }) => [invitedEmail, usedAt ? ("joined" as const) : ("invited" as const)]),
  );
}

/** The text that was given: a file before a field. Throws `notText`, `tooLong`, `noAddresses`. */
export async function readGiven({ file, text }: { file: File | null; text: string }): Promise<string> {
  if (file && file.size > MOST_LIST_BYTES) throw groupRefused("tooLong");
  const given = file && file.size > 0 ? readText(new Uint8Array(await file.arrayBuffer())) : text;
  if (given === undefined) throw groupRefused("notText");
  if (given.trim() === "") throw groupRefused("noAddresses");
  return given;
}

/**
 * Says of each line of a list what inviting would do, and changes nothing. For the coordinator: throws 404 to others;
 * `groupClosed`, `noAddresses`, `tooMany`.
 */
export async function lookAtInvitees(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { groupId, text }: { groupId: string; text: string },
): Promise<InviteesLook> {
  const group = await openMyGroup(ctx, { groupId });
  if (!isOpenGroup(group, ctx.clock.now())) throw groupRefused("groupClosed");
  const invitees = readInvitees(text);
  if (invitees.length === 0) throw groupRefused("noAddresses");
  if (invitees.length > MOST_INVITEES) throw groupRefused("tooMany", { maximum: MOST_INVITEES });
  const emails = invitees.flatMap(({ email }) => email ?? []);
  const [known, free] = await Promise.all([
    findKnown(ctx.db, { groupId, emails }),
    ctx.db.accessCode.count({ where: { groupId, ...freeCode } }),
  ]);
  const chosen = new Map<string, string>();
  const standingOf = ({ email, name }: (typeof invitees)[number]): InviteeStanding => {
    if (!email) return "badAddress";
    if (chosen.has(email)) return "repeated";
    const before = known.get(email);
    if (before) return before;
    if (chosen.size >= free) return "noSeat";
    chosen.set(email, name);
    return "ok";
  };
  const counts = { ok: 0, badAddress: 0, repeated: 0, invited: 0, joined: 0, noSeat: 0 };
  const rows = invitees.map((one) => {
    const standing = standingOf(one);
    counts[standing] += 1;
    return { line: one.line, name: one.name, address: one.email ?? one.typed, standing };
  });
  const packed = JSON.stringify([...chosen].map(([email, name]) => ({ name, email })));
  return { rows: shownFirst(rows), more: Math.max(0, rows.length - SHOWN), counts, free, packed };
}

/** Where not all lines are shown, those that need somebody's eye come before the rest. */
function shownFirst(rows: LookedAt[]): LookedAt[] {
  if (rows.length <= SHOWN) return rows;
  const refused = rows.filter(({ standing }) => standing !== "ok");
  const fine = rows.filter(({ standing }) => standing === "ok");
  return [...refused, ...fine].slice(0, SHOWN);
}
