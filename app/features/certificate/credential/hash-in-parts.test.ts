import fc from "fast-check";
import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { makeSnapshot } from "#tests/factories/certificate.ts";
import { proofHash } from "../verification/proof-hash.ts";
import { composeCredential } from "./compose-credential.ts";
import { proofHashInParts } from "./hash-in-parts.ts";

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const translated = fc
  .subarray([...locales], { minLength: 1 })
  .chain((chosen) => fc.record(Object.fromEntries(chosen.map((locale) => [locale, text]))));
const achievements = fc.record({
  kind: fc.constantFrom("course" as const, "programme" as const),
  id: fc.uuid(),
  slug: fc.stringMatching(/^[a-z]{3,9}$/),
  titles: translated,
  summaries: translated,
  courses: fc.array(translated, { maxLength: 3 }),
});
const snapshots = fc
  .record({
    recipient: fc.record({ arabic: text, latin: fc.option(text) }),
    achievement: achievements,
    minutes: fc.nat(10_000),
    grade: fc.option(fc.nat(10_000)),
    instructors: fc.array(translated, { maxLength: 2 }),
    cause: fc.constantFrom("earned" as const, "byHand" as const),
    expiresAt: fc.option(fc.constant("2030-01-01T00:00:00.000Z")),
  })
  .map(makeSnapshot);

test("a credential read in parts, met before or not, is signed as when it is read whole", {
  timeout: 60_000,
}, async () => {
  const proof = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-rdfc-2022",
    created: "2026-01-01T00:00:00Z",
    verificationMethod: "did:web:academy.example#z6MkkeyOfTheAcademy",
    proofPurpose: "assertionMethod",
  };
  await fc.assert(
    fc.asyncProperty(snapshots, fc.nat(1_000_000), async (snapshot, statusPlace) => {
      const document = composeCredential({ snapshot, statusPlace });
      const whole = await proofHash({ document, proof });
      expect(await proofHashInParts({ document, proof })).toEqual(whole);
      expect(await proofHashInParts({ document, proof })).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});
