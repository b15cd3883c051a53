import { isAdmin } from "#app/platform/access/actor.ts";
import { MOST_INVITEES, readInvitees } from "#app/platform/csv/read-invitees.ts";
import { readText } from "#app/platform/csv/read-text.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { peopleRefused } from "../people-errors.ts";
import { findTaken } from "./find-taken.server.ts";
import type { LookedAtPerson, PeopleLook, Standing } from "./people-look.ts";

/** What a list of addresses may weigh, in bytes. */
export const MOST_LIST_BYTES = 1024 * 1024;
/** As many lines are shown. */
const SHOWN = 300;

/** The text that was given: a file before a field. Throws `notText`, `tooLong`, `noAddresses`. */
export async function readList({ file, text }: { file: File | null; text: string }): Promise<string> {
  if (file && file.size > MOST_LIST_BYTES) throw peopleRefused("tooLong");
  const given = file && file.size > 0 ? readText(new Uint8Array(await file.arrayBuffer())) : text;
  if (given === undefined) throw peopleRefused("notText");
  if (given.trim() === "") throw peopleRefused("noAddresses");
  return given;
}

/**
 * Says of each line of a list what inviting would do, and changes nothing. Throws 404 for all but admins; `noAddresses`,
 * `tooManyAddresses`.
 */
export async function lookAtPeople(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { text }: { text: string },
): Promise<PeopleLook> {
  if (!isAdmin(actor)) throw notFound();
  const invitees = readInvitees(text);
  if (invitees.length === 0) throw peopleRefused("noAddresses");
  if (invitees.length > MOST_INVITEES) throw peopleRefused("tooManyAddresses", { maximum: MOST_INVITEES });
  const taken = await findTaken(db, { emails: invitees.flatMap(({ email }) => email ?? []), now: clock.now() });
  const chosen = new Map<string, string>();
  const standingOf = ({ email, name }: (typeof invitees)[number]): Standing => {
    if (!email) return "badAddress";
    if (chosen.has(email)) return "repeated";
    const before = taken.get(email);
    // Who has an account is not written an invitation, and gets the places all the same.
    if (before !== "invited") chosen.set(email, name);
    return before ?? "ok";
  };
  const counts = { ok: 0, badAddress: 0, repeated: 0, invited: 0, hasAccount: 0 };
  const rows = invitees.map((one): LookedAtPerson => {
    const standing = standingOf(one);
    counts[standing] += 1;
    return { line: one.line, name: one.name, address: one.email ?? one.typed, standing };
  });
  // Where not all lines are shown, those that need somebody's eye come before the rest.
  const refused = rows.filter(({ standing }) => standing !== "ok");
  const shown = rows.length <= SHOWN ? rows : [...refused, ...rows.filter(({ standing }) => standing === "ok")];
  return {
    rows: shown.slice(0, SHOWN),
    more: Math.max(0, rows.length - SHOWN),
    counts,
    packed: JSON.stringify([...chosen].map(([email, name]) => ({ name, email }))),
  };
}
