import { expect, test } from "vitest";
import { writeSecurityTxt } from "./security-txt.server.ts";

const write = (SECURITY_CONTACT: string | undefined) =>
  writeSecurityTxt({ origin: "https://academy.example", now: new Date("2026-11-22T21:00:00Z") }, { SECURITY_CONTACT });

test("it names the contact, until when that holds, the languages and its own address, as RFC 9116 wants them", () => {
  expect(write("security@academy.example")?.split("\n")).toEqual([
    "Contact: mailto:security@academy.example",
    "Expires: 2027-02-20T00:00:00.000Z",
    "Preferred-Languages: ar, en, fr, es, tr, ur, ms",
    "Canonical: https://academy.example/.well-known/security.txt",
    "",
  ]);
  expect(write("https://academy.example/@security")).toContain("Contact: https://academy.example/@security\n");
});

test("without a contact there is no such page", () => {
  expect(write(undefined)).toBeUndefined();
});
