import { expect, test } from "vitest";
import { type Checks, toneOf, toVerdict } from "./verdict.ts";

const passed: Checks = {
  file: "ok",
  signature: "ok",
  issuer: "ok",
  times: "ok",
  revocation: { found: "ok", seenAt: null },
  standing: "valid",
};
const keptList = { found: "ok", seenAt: "2026-11-20T10:00:00Z" } as const;
const verdictOf = (checks: Partial<Checks>) => toVerdict({ ...passed, ...checks });

test("a file that passes every check is valid, and its signature alone proves JSON", () => {
  expect(verdictOf({})).toBe("valid");
  expect(verdictOf({ file: "none" })).toBe("valid");
});

test("nothing that was found speaks for a file that another issued or whose signature does not match", () => {
  expect(verdictOf({ issuer: "failed", signature: "failed" })).toBe("foreign");
  expect(verdictOf({ signature: "failed" })).toBe("altered");
  for (const verdict of ["foreign", "altered"] as const) expect(toneOf[verdict]).toBe("bad");
});

test("without the academy's keys nothing is said for a file or against it", () => {
  expect(verdictOf({ signature: "unknown", revocation: { found: "failed", seenAt: null } })).toBe("keys");
});

test("a struck place means revoked, unless the register knows another reason", () => {
  const struck = { found: "failed", seenAt: null } as const;
  expect(verdictOf({ revocation: struck, standing: null })).toBe("revoked");
  expect(verdictOf({ revocation: struck, standing: "superseded" })).toBe("superseded");
  expect(verdictOf({ revocation: struck, standing: "expired" })).toBe("expired");
});

test("the register is believed where it knows of a revocation before a kept list does", () => {
  expect(verdictOf({ revocation: { found: "ok", seenAt: "2026-11-20T10:00:00Z" }, standing: "revoked" })).toBe(
    "revoked",
  );
});

test("what the register does not know is not believed, though the signature matches", () => {
  expect(verdictOf({ standing: "none", file: "unknown" })).toBe("unregistered");
  expect(toneOf.unregistered).toBe("bad");
});

test("a certificate out of its time is not called valid", () => {
  expect(verdictOf({ times: "expired", standing: null })).toBe("expired");
  expect(verdictOf({ times: "early" })).toBe("early");
});

test("a PDF that is not as the academy made it is not called valid, though its credential is genuine", () => {
  expect(verdictOf({ file: "warn" })).toBe("other");
});

test("what could not be asked is never passed over", () => {
  expect(verdictOf({ revocation: { found: "unknown", seenAt: null }, standing: null })).toBe("part");
  expect(verdictOf({ file: "none", revocation: keptList, standing: null })).toBe("seen");
  expect(verdictOf({ file: "unknown", standing: null })).toBe("part");
});

test("a PDF that could not be compared is left open on a dead line, whatever kept lists say for what it carries", () => {
  const verdict = verdictOf({ file: "unknown", revocation: keptList, standing: null });
  expect([verdict, toneOf[verdict]]).toEqual(["part", "open"]);
});
