import { expect, test, vi } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createAdmin, createIssued } from "#tests/factories/finished.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findPublicCertificate } from "./find-public-certificate.server.ts";
import { findStanding } from "./find-standing.server.ts";
import { hideNames } from "./hide-names.server.ts";
import { actOnLocked } from "./lock-certificate.server.ts";
import { reissueCertificate, reissueWithin } from "./reissue-certificate.server.ts";
import { revokeCertificate } from "./revoke-certificate.server.ts";

const database = openTestDatabase();
const reason = "Found out afterwards";
const now = new Date("2026-11-22T10:00:00.000Z");

async function scene() {
  return { admin: await createAdmin(database.db, { now }), ...(await createIssued(database.db, { now })) };
}

test("names are hidden by their owner alone, and then others learn whether it holds and nothing else", async () => {
  const { admin, serial, learner } = await scene();
  const owner = contextOf(database.db, learner, { now });
  const other = contextOf(database.db, await createPerson(database.db), { now });
  for (const ctx of [admin, other])
    await expect(hideNames(ctx, { serial, hidden: true })).rejects.toMatchObject({ status: 404 });
  await hideNames(owner, { serial, hidden: true });
  const { serial: next } = await reissueCertificate(admin, { serial, namesArabic: null, namesLatin: "Other", reason });
  await revokeCertificate(admin, { serial: next, reason });
  const guest = { ...owner, actor: null };
  expect(await findPublicCertificate(guest, { serial })).toMatchObject({
    ...{ status: "superseded", since: now, mine: false, hidden: true, snapshot: null, supersededBy: null },
  });
  expect(await findPublicCertificate(other, { serial: next })).toMatchObject({
    status: "revoked",
    revokedReason: null,
  });
  expect(await findPublicCertificate(owner, { serial })).toMatchObject({ mine: true, supersededBy: next });
  expect(await findPublicCertificate(admin, { serial: next })).toMatchObject({
    mine: false,
    snapshot: { recipient: { latin: "Other" } },
    revokedReason: reason,
  });
  expect(JSON.stringify(await findStanding(guest, { serial }))).not.toContain(next);
  await hideNames(owner, { serial, hidden: false });
  expect(await findPublicCertificate(guest, { serial })).toMatchObject({
    supersededBy: next,
    snapshot: { serial },
    revokedReason: null,
  });
  expect(await findStanding(guest, { serial })).toMatchObject({ status: "superseded", supersededBy: next });
  expect(await findPublicCertificate(guest, { serial: "2222222222222222" })).toBeUndefined();
});

test("names that are hidden while the certificate is issued again are hidden on the new one as well", async () => {
  const { admin, serial, learner } = await scene();
  const owner = contextOf(database.db, learner, { now });
  let hiding: Promise<void> | undefined;
  const made = await actOnLocked(admin, serial, async (tx, old) => {
    hiding = hideNames(owner, { serial, hidden: true });
    await vi.waitFor(async () => expect(await countHeld()).toBe(1), { timeout: 10_000, interval: 20 });
    return reissueWithin(tx, admin, { old, names: { arabic: null, latin: "Other" }, reason });
  });
  await hiding;
  const rows = await database.db.certificate.findMany({
    where: { serial: { in: [serial, made.serial] } },
    select: { namesHidden: true },
  });
  expect(rows).toEqual([{ namesHidden: true }, { namesHidden: true }]);
});

/** How many connections to this database wait for a lock. */
async function countHeld(): Promise<number> {
  const { rows } = await database.connections.query<{ held: number }>(
    `select count(*)::int as held from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.held ?? 0;
}
