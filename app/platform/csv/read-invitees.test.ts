import { expect, test } from "vitest";
import { readInvitees } from "./read-invitees.ts";

const read = (text: string) => readInvitees(text).map(({ line, name, email }) => [line, name, email]);

test.each([
  ["commas", "name,email\nAmina Yusuf,amina@example.org\n"],
  ["semicolons, as Excel writes them", "sep=;\r\nالاسم;البريد الإلكتروني\r\nAmina Yusuf;amina@example.org\r\n"],
  ["tabs, the address first", "Address\tName\nAMINA@Example.org\tAmina Yusuf"],
  ["a byte order mark and quotes", '\uFEFFname,email\n"Amina Yusuf","amina@example.org"'],
])("a table with %s is read", (_, text) => {
  expect(read(text).map(([, ...rest]) => rest)).toEqual([["Amina Yusuf", "amina@example.org"]]);
});

test("a table without a head loses no line, and each keeps its number", () => {
  expect(read("a@example.org\n\nBilal Hasan,b@example.org")).toEqual([
    [1, "", "a@example.org"],
    [3, "Bilal Hasan", "b@example.org"],
  ]);
});

test("a first and a last name in cells of their own are one name", () => {
  expect(read("first,last,mail\nAmina,Yusuf,amina@example.org")).toEqual([[2, "Amina Yusuf", "amina@example.org"]]);
});

test("addresses are taken as they are pasted from a mail", () => {
  expect(read("Amina Yusuf <amina@example.org>, b@example.org; c@example.org")).toEqual([
    [1, "Amina Yusuf", "amina@example.org"],
    [1, "", "b@example.org"],
    [1, "", "c@example.org"],
  ]);
  expect(read("a@example.org, b@example.org; c@example.org d@example.org")).toEqual(
    ["a", "b", "c", "d"].map((one) => [1, "", `${one}@example.org`]),
  );
});

test("what is no address is told with what was written", () => {
  expect(readInvitees("name,email\nAmina,amina.example.org\nBilal,b@@example.org")).toMatchObject([
    { line: 2, email: undefined, typed: "Amina amina.example.org" },
    { line: 3, email: undefined, typed: "b@@example.org" },
  ]);
});

test("a quotation mark that is never closed spoils no other line", () => {
  expect(read('"Amina,amina@example.org\nBilal,b@example.org').map(([, , email]) => email)).toEqual([
    "amina@example.org",
    "b@example.org",
  ]);
});

test("nothing written names nobody", () => {
  expect(readInvitees("")).toEqual([]);
  expect(readInvitees(" \n,,\n\t")).toEqual([]);
});
