import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import jsQR from "jsqr";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { locales } from "#app/platform/i18n/locales.ts";
import { typeset } from "#app/platform/typeset/typeset.ts";
import { makeDesign, makeSnapshot } from "#tests/factories/certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { signCredential } from "../credential/sign-credential.server.ts";
import { readCredentialCode } from "../verification/credential-code.ts";
import { certificateOrder } from "./certificate-order.ts";
import { verifyAddress } from "./certificate-page.ts";
import { documentData } from "./document-data.ts";
import { wholeCodeOf } from "./whole-code.ts";

/** Millimetres across the page, and across the code that is painted on it. */
const PAGE = 297;
const CODE = { "ar-en": 66, ur: 80 };
/** A code of the largest version with its border. The reader loses count where a module is no whole pixels wide. */
const MODULES = 177 + 2 * 4;
const PIXELS_FOR_MODULE = [4, 6, 5, 3];

const database = openTestDatabase();
const translated = z.record(z.enum(locales), z.string());
const course = z
  .object({ id: z.string(), slug: z.string(), title: translated, summary: translated })
  .parse(parse(readFileSync("content/courses/jerusalem-through-the-ages/course.yaml", "utf8")));

/** The sample course, whose titles and descriptions stand in seven languages. */
const snapshot = makeSnapshot({
  achievement: {
    ...{ kind: "course", id: course.id, slug: course.slug },
    ...{ titles: course.title, summaries: course.summary, courses: [] },
  },
  expiresAt: "2029-11-22T10:00:00.000Z",
});
let credential = "";
let jwt = "";

beforeAll(async () => {
  const now = new Date("2026-11-22T10:00:06.123Z");
  ({ credential, jwt } = await signCredential(database, { snapshot, statusPlace: 131_071, now }));
});

/** What a reader of QR codes makes of a page, from its pixels alone. */
function scan({ form, only }: { form: keyof typeof CODE; only: "certificate" | "details" }): string | undefined {
  const data = documentData({ snapshot, design: makeDesign(), form, images: new Map(), credential });
  const svg = new TextDecoder().decode(
    typeset(certificateOrder({ document: { ...data, only }, images: [], to: "svg" })),
  );
  for (const each of PIXELS_FOR_MODULE) {
    const fitTo = { mode: "width", value: Math.round((each * MODULES * PAGE) / CODE[form]) } as const;
    const { pixels, width, height } = new Resvg(svg, { fitTo, background: "#fff" }).render();
    const code = jsQR(new Uint8ClampedArray(pixels), width, height, { inversionAttempts: "dontInvert" });
    if (code) return code.data;
  }
  return undefined;
}

test("a really signed credential in seven languages, of which no JWT would fit, fits into the code", () => {
  expect(Object.keys(course.summary).sort()).toEqual([...locales].sort());
  expect(jwt.length).toBeGreaterThan(2_953);
  const code = wholeCodeOf({ snapshot, credential });
  expect(code).toMatchObject({
    address: "https://maqdis.example/verify#",
    digits: expect.stringMatching(/^\d{5,7089}$/),
  });
});

test.each(["ar-en", "ur"] as const)(
  "the painted code of the form %s opens the page of checks with the credential, byte for byte",
  async (form) => {
    const [address, digits = ""] = scan({ form, only: "details" })?.split("#") ?? [];
    expect(address).toBe("https://maqdis.example/verify");
    expect(new TextDecoder().decode(await readCredentialCode(digits))).toBe(credential);
  },
);

test("the code of the first page opens the certificate's own", () => {
  expect(scan({ form: "ar-en", only: "certificate" })).toBe(verifyAddress(snapshot));
});

test("where the descriptions are too long for any code there is none, and no word of one", () => {
  const draw = (length: number) => Array.from({ length }, (_, n) => ((n * n * 7_919) % 9_973).toString(36)).join("");
  expect(wholeCodeOf({ snapshot, credential: draw(800) })).not.toBeNull();
  const data = documentData({ snapshot, design: makeDesign(), form: "en", images: new Map(), credential: draw(8_000) });
  expect(data.wholeCode).toBeNull();
  expect(data.details[0]?.notes).toHaveLength(1);
  expect(wholeCodeOf({ snapshot, credential: " ".repeat(70_000) })).toBeNull();
});
