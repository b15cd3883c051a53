import { expect, test } from "vitest";
import { readIssuer } from "./read-issuer.ts";

const jwtOf = (payload: object) => `e30.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.AA`;

test("the issuer of any credential is read, in each of the forms that the standards have for it", () => {
  const issuer = "did:web:elsewhere.example";
  expect(readIssuer({ kind: "json", text: JSON.stringify({ issuer }) })).toBe(issuer);
  expect(readIssuer({ kind: "json", text: JSON.stringify({ issuer: { id: issuer } }) })).toBe(issuer);
  expect(readIssuer({ kind: "pdf", text: JSON.stringify({ issuer: { id: issuer } }) })).toBe(issuer);
  expect(readIssuer({ kind: "jwt", text: jwtOf({ iss: issuer }) })).toBe(issuer);
  expect(readIssuer({ kind: "pdf", text: jwtOf({ issuer: { id: issuer } }) })).toBe(issuer);
});

test("what names no issuer has none, and nothing in it is an error", () => {
  for (const text of ["", "null", "{}", "[1]", '{"issuer":7}', "a.b.c", "{", "e30.!.AA"]) {
    expect(readIssuer({ kind: "json", text })).toBe("");
    expect(readIssuer({ kind: "jwt", text })).toBe("");
  }
});
