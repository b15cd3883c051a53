import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { openSitting, readSitting } from "./sitting.server.ts";

const OPENED = new Date("2026-11-22T02:00:00Z");
const DAY = 86_400_000;
const of = {
  userId: crypto.randomUUID(),
  enrolmentId: crypto.randomUUID(),
  lessonId: crypto.randomUUID(),
  lengthSeconds: 600,
  thresholdPercent: 90,
};
const at = (ms: number) => ({ clock: { now: () => new Date(OPENED.getTime() + ms) } });

test("a sitting says whose it is and when it was opened, for thirty days", async () => {
  const token = await openSitting(at(0), of);
  expect(await readSitting(at(29 * DAY), token)).toMatchObject({ ...of, openedAt: OPENED.getTime() });
  expect(await readSitting(at(31 * DAY), token)).toBeUndefined();
});

test("what was changed, signed by somebody else, or not signed at all is no sitting", async () => {
  const token = await openSitting(at(0), of);
  const [header, , signature] = token.split(".");
  const longer = Buffer.from(JSON.stringify({ ...of, openedAt: 0, sittingId: "x", aud: "sitting" })).toString(
    "base64url",
  );
  const foreign = await new SignJWT({ ...of, openedAt: OPENED.getTime(), sittingId: "x" })
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("sitting")
    .sign(new TextEncoder().encode("another secret that is long enough"));
  const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${longer}.`;
  for (const forged of ["", "nonsense", `${header}.${longer}.${signature}`, foreign, none]) {
    expect(await readSitting(at(0), forged)).toBeUndefined();
  }
});
