import { expect, test } from "vitest";
import { openTestDatabase } from "#tests/setup/database.ts";
import { declareCompromised, ensureIssuerKey, rotateIssuerKey } from "./issuer-keys.server.ts";
import { presentIssuer } from "./present-issuer.server.ts";

const database = openTestDatabase();
const now = new Date("2026-12-01T00:00:00.000Z");
const { did } = presentIssuer;

const entries = () => database.db.auditEntry.findMany({ where: { subjectType: "issuerKey" }, orderBy: { id: "asc" } });

test("the audit log keeps each turn of the key that signs, and whether the old one fell into other hands", async () => {
  const { publicKey: first } = await ensureIssuerKey(database, { did, now });
  expect(await entries()).toEqual([]);
  const { publicKey: second } = await rotateIssuerKey(database, { did, now });
  const { publicKey: third } = await rotateIssuerKey(database, { did, now, compromised: true });
  await declareCompromised(database, { publicKey: first, now });
  const said = { actorId: null, reason: "command line" };
  const turn = { ...said, action: "issuerKey.rotate" };
  const before = (publicKey: string) => ({ before: { publicKey } });
  expect(await entries()).toMatchObject([
    { ...turn, subjectId: second, ...before(first), after: { did, publicKey: second, compromised: false } },
    { ...turn, subjectId: third, ...before(second), after: { did, publicKey: third, compromised: true } },
    { ...said, action: "issuerKey.declareCompromised", subjectId: first, after: { did, successor: null } },
  ]);
});
