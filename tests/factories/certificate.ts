import { createHash, randomInt } from "node:crypto";
import { type CertificateSnapshot, freezeSnapshot } from "#app/features/certificate/certificate-snapshot.ts";
import { drawSerial } from "#app/features/certificate/serial.ts";
import { defaultDesign } from "#app/features/certificate/templates/default-design.ts";
import { hashDesign, type TemplateDesign } from "#app/features/certificate/templates/template-design.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { academyNames } from "#app/platform/i18n/academy-names.ts";

/** The default design, signed by two people without images of their signatures. */
export function makeDesign(overrides: Partial<TemplateDesign> = {}): TemplateDesign {
  return {
    ...defaultDesign,
    signatories: [
      {
        names: { ar: "أ.د. ليلى منصور", en: "Prof. Layla Mansour" },
        offices: { ar: "عميدة الأكاديمية", en: "Dean of the academy" },
        signature: null,
      },
      {
        names: { ar: "د. يوسف الخالدي", en: "Dr Yusuf al-Khalidi" },
        offices: { ar: "مدير الدراسات", en: "Director of studies" },
        signature: null,
      },
    ],
    ...overrides,
  };
}

/** The letters of a serial that is the same each time for the same `seed`. */
export function makeSerial(seed = 1): string {
  let state = seed;
  return drawSerial((limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  });
}

/** What is frozen for a course in seven languages, with a grade. `design` is the one that it names. */
export function makeSnapshot(
  overrides: Partial<CertificateSnapshot> = {},
  { design = makeDesign() }: { design?: TemplateDesign } = {},
): CertificateSnapshot {
  return {
    format: "maqdis-certificate/1",
    serial: makeSerial(),
    issuer: {
      did: "did:web:maqdis.example",
      url: "https://maqdis.example",
      names: academyNames,
    },
    recipient: { arabic: "آمنة بنت يوسف الأنصاري", latin: "Amina Yusuf al-Ansari" },
    achievement: {
      kind: "course",
      id: "0190c2a4-7b1e-7c3d-9f58-2a6b4c8d0e1f",
      slug: "jerusalem-through-the-ages",
      titles: {
        ar: "القدس عبر العصور: من العهد البيزنطي إلى صدر الإسلام",
        en: "Jerusalem through the ages: from the Byzantine era to early Islam",
        fr: "Jérusalem à travers les âges : de l’époque byzantine aux débuts de l’islam",
        es: "Jerusalén a través de los tiempos: de la época bizantina a los inicios del islam",
        tr: "Çağlar boyunca Kudüs: Bizans döneminden İslam’ın ilk yüzyıllarına",
        ur: "یروشلم مختلف ادوار میں: بازنطینی عہد سے صدرِ اسلام تک",
        ms: "Baitulmaqdis merentas zaman: dari era Byzantine hingga awal Islam",
      },
      summaries: { ar: "دورة في تاريخ المدينة ومصادره.", en: "A history of the city and its sources." },
      courses: [],
    },
    minutes: 1_230,
    grade: 9_437,
    instructors: [
      { ar: "د. مريم الحسيني", en: "Dr Maryam al-Husayni" },
      { ar: "أ. Jean-Luc Moreau", en: "Jean-Luc Moreau" },
    ],
    cause: "earned",
    supersedes: null,
    finishedAt: "2026-11-20T09:30:00.000Z",
    issuedAt: "2026-11-22T10:00:00.000Z",
    expiresAt: null,
    template: { id: "0190c2a4-7b1e-7c3d-9f58-2a6b4c8d0e20", number: 1, sha256: hashDesign(design) },
    ...overrides,
  };
}

type CertificateOverrides = Partial<{
  namesHidden: boolean;
  /** False leaves it as it is before it is signed. */
  signed: boolean;
  design: TemplateDesign;
  snapshot: Partial<CertificateSnapshot>;
}>;

/** A certificate of a person for a course, written past the use cases, with a credential that nobody signed. */
export async function createCertificate(
  db: Db,
  { userId, courseId }: { userId: string; courseId: string },
  { namesHidden = false, signed = true, design = makeDesign(), snapshot = {} }: CertificateOverrides = {},
) {
  const sha256 = hashDesign(design);
  const template = await db.certificateTemplate.create({ data: { name: "Of a test" } });
  const version = await db.certificateTemplateVersion.create({
    data: { templateId: template.id, number: 1, design, sha256 },
  });
  const made = makeSnapshot({
    serial: drawSerial(randomInt),
    template: { id: template.id, number: 1, sha256 },
    ...snapshot,
  });
  const frozen = freezeSnapshot(made);
  const credential = JSON.stringify({ type: ["VerifiableCredential", "OpenBadgeCredential"], id: made.serial });
  const signature = {
    credential,
    credentialSha256: createHash("sha256").update(credential).digest("hex"),
    credentialJwt: `eyJ.${Buffer.from(credential).toString("base64url")}.c2ln`,
    signedAt: made.issuedAt,
  };
  return db.certificate.create({
    data: {
      ...{ userId, courseId, namesHidden, serial: made.serial, cause: made.cause },
      ...{ snapshot: frozen.text, snapshotSha256: frozen.sha256, templateVersionId: version.id },
      ...{ issuedAt: made.issuedAt, expiresAt: made.expiresAt, changedAt: made.issuedAt },
      ...{ recipientArabic: made.recipient.arabic, recipientLatin: made.recipient.latin },
      ...(signed ? signature : {}),
    },
  });
}
