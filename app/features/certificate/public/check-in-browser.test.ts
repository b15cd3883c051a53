import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeSnapshot } from "#tests/factories/certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { makeDidDocument } from "../credential/did-document.ts";
import { findIssuerKeys } from "../credential/issuer-keys.server.ts";
import { signCredential } from "../credential/sign-credential.server.ts";
import { checkInBrowser } from "./check-in-browser.ts";

const database = openTestDatabase();
const snapshot = makeSnapshot();
const { did } = snapshot.issuer;
let credential = "";
let didDocument = "";

beforeAll(async () => {
  const now = new Date("2026-11-23T10:00:00Z");
  ({ credential } = await signCredential(database, { snapshot, statusPlace: 5, now }));
  didDocument = JSON.stringify(makeDidDocument({ did, keys: await findIssuerKeys(database, { did }) }));
});

afterEach(() => vi.unstubAllGlobals());

const list = "/credentials/status/0";

function answer(answers: { signed?: string; list?: string } = {}) {
  const { signed = credential } = answers;
  vi.stubGlobal("fetch", async (path: string) => {
    if (path.endsWith("/credential.json")) return new Response(signed);
    if (path.endsWith("/did.json")) return new Response(didDocument);
    if (path === list && answers.list !== undefined) return new Response(answers.list);
    return new Response(null, { status: 404 });
  });
}

const check = (shown: Partial<CertificateSnapshot> = {}) =>
  checkInBrowser({ snapshot: { ...snapshot, ...shown }, status: "valid" });

test("a page that shows anything else than was signed is found out", async () => {
  const { achievement } = snapshot;
  const changes: Partial<CertificateSnapshot>[] = [
    { recipient: { arabic: snapshot.recipient.arabic, latin: "Somebody Else" } },
    { recipient: { arabic: null, latin: snapshot.recipient.latin } },
    { achievement: { ...achievement, titles: { ...achievement.titles, fr: "Un autre cours" } } },
    { achievement: { ...achievement, titles: { en: achievement.titles.en } } },
    { grade: 10_000 },
    { minutes: 9_999 },
    { issuedAt: "2020-01-01T00:00:00.000Z" },
    { expiresAt: "2099-01-01T00:00:00.000Z" },
    { issuer: { ...snapshot.issuer, names: { ar: "أكاديمية أخرى" } } },
    { instructors: [] },
    { instructors: snapshot.instructors.slice(1) },
    { instructors: [...snapshot.instructors, { ar: "فلان", en: "Somebody Else" }] },
    { cause: "byHand" },
  ];
  for (const shown of changes) {
    answer();
    expect(await check(shown), JSON.stringify(shown)).toBe("differs");
  }
});

test("the courses of a programme are compared with what was signed, however a list of them is written", async () => {
  const courses = ["أسوار القدس (1)", "مدارس القدس", "أوقاف القدس"].map((ar) => ({ ar, en: `Of ${ar}` }));
  const programme = { ...snapshot.achievement, kind: "programme", courses } as const;
  const shown = { ...snapshot, achievement: programme };
  const signed = (await signCredential(database, { snapshot: shown, statusPlace: 6, now: new Date() })).credential;
  const checkCourses = (changed: typeof courses) => {
    answer({ signed });
    return check({ achievement: { ...programme, courses: changed } });
  };
  // All is the same but for the list of revocations, which nobody has here.
  expect(await checkCourses(courses)).toBe("away");
  vi.stubGlobal("Intl", {});
  expect(await checkCourses(courses)).toBe("away");
  expect(await checkCourses(courses.slice(1))).toBe("differs");
  expect(await checkCourses(courses.toReversed())).toBe("differs");
  expect(await checkCourses([...courses, { ar: "دورة لم تُوقّع", en: "Never signed" }])).toBe("differs");
});

test("a credential that was changed is broken, as is one that is none", async () => {
  for (const signed of [credential.replace("Amina", "Emina"), "{}", "no JSON"]) {
    answer({ signed });
    expect(await check()).toBe("broken");
  }
});

test("a credential of another address is not called forged, nor checked", async () => {
  didDocument = didDocument.replace(`"id":"${did}"`, '"id":"did:web:new.example"');
  answer();
  expect(await check()).toBe("elsewhere");
  didDocument = didDocument.replace('"id":"did:web:new.example"', `"id":"${did}"`);
});

test("a list that the academy did not sign is not taken for its list", async () => {
  answer({ list: '{"credentialSubject":{}}' });
  expect(await check()).toBe("listDiffers");
});

test("what could not be fetched is said, and nothing is called checked", async () => {
  answer();
  expect(await check()).toBe("away");
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("The line is dead")));
  expect(await check()).toBe("away");
});
