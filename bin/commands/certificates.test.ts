import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { revokeCertificate } from "#app/features/certificate/issuing/revoke-certificate.server.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { createAdmin, createIssued, NAMES } from "#tests/factories/finished.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();

async function certificates(...args: string[]) {
  const child = spawn(process.execPath, ["bin/academy.ts", "certificates", ...args], {
    env: { ...process.env, DATABASE_URL: database.url },
  });
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err };
}

test("the register is listed whole or narrowed, as a table and as JSON", { timeout: 120_000 }, async () => {
  const { db } = database;
  const day = (date: string) => new Date(`${date}T09:00:00Z`);
  const old = await createIssued(db, { now: day("2026-10-01") });
  const fresh = await createIssued(db, { now: day("2026-11-21") });
  await revokeCertificate(await createAdmin(db), { serial: old.serial, reason: "A slip" });

  const all = await certificates("--json");
  expect(all.code).toBe(0);
  const { ok, count, certificates: listed } = JSON.parse(all.out);
  expect({ ok, count }).toEqual({ ok: true, count: 2 });
  expect(listed).toMatchObject([
    {
      serial: writeSerial(fresh.serial),
      status: "valid",
      kind: "course",
      slug: fresh.course.slug,
      revokedReason: null,
    },
    {
      ...{ serial: writeSerial(old.serial), status: "revoked", cause: "earned", revokedReason: "A slip" },
      recipient: { arabic: NAMES.fullNameArabic, latin: NAMES.fullNameLatin },
    },
  ]);
  const narrowed = await Promise.all(
    [
      ["--course", old.course.slug],
      ["--status", "revoked"],
      ["--since", "2026-11-01"],
    ].map(async (filter) => (await certificates(...filter)).out.split("\n").slice(1, -1)),
  );
  const [byCourse, byStatus, bySince] = narrowed.map((lines) => lines[0]?.slice(0, 19));
  expect([byCourse, byStatus, bySince]).toEqual([old, old, fresh].map(({ serial }) => writeSerial(serial)));
  expect(narrowed.map((lines) => lines.at(-1))).toEqual(Array(3).fill("In all: 1"));
  const wrong = await certificates("--course", "nowhere", "--json");
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.out)).toMatchObject({ ok: false, message: "There is no course nowhere" });
});
