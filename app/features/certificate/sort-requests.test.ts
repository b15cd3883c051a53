import { expect, it } from "vitest";
import { correctionOf, openAwards } from "./sort-requests.ts";

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const award = (slug: string, at: number) =>
  ({ kind: "award", state: "refused", subject: "course", slug, createdAt: day(at) }) as const;
const correction = (slug: string, at: number) => ({ ...award(slug, at), kind: "correction" }) as const;
const held = { kind: "course", slug: "one", issuedAt: day(5), status: "valid" } as const;

it("finds the newest correction that was asked for since a certificate was issued", () => {
  const newest = correction("one", 8);
  expect(correctionOf([correction("two", 9), newest, correction("one", 6)], held)).toBe(newest);
  expect(correctionOf([correction("one", 4)], held)).toBeUndefined();
  const waiting = { ...correction("one", 4), state: "waiting" } as const;
  expect(correctionOf([waiting], held)).toBe(waiting);
  expect(correctionOf([award("one", 8)], held)).toBeUndefined();
});

it("finds none for a certificate that stands no longer", () => {
  expect(correctionOf([correction("one", 8)], { ...held, status: "superseded" })).toBeUndefined();
  expect(correctionOf([correction("one", 8)], { ...held, kind: "programme" })).toBeUndefined();
});

it("shows of each thing the newest award that is open, and none for what is held", () => {
  const newest = award("two", 9);
  expect(openAwards([newest, award("one", 8), award("two", 7), correction("three", 6)], [held])).toEqual([newest]);
});
