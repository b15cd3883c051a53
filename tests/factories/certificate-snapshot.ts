import { randomInt, randomUUID } from "node:crypto";
import { type CertificateSnapshot, certificateSnapshotSchema } from "#app/features/certificate/certificate-snapshot.ts";
import { drawSerial } from "#app/features/certificate/serial.ts";

/** A snapshot in all languages, as issuing makes it, of an academy at academy.example. */
export function makeSnapshot(changes: Partial<CertificateSnapshot> = {}): CertificateSnapshot {
  const titles = {
    ar: "الْقُدْسُ في العهد المملوكي",
    en: "Mamluk Jerusalem",
    fr: "Jérusalem mamelouke",
    es: "La Jerusalén mameluca",
    tr: "Memlük Kudüsü",
    ur: "مملوک عہد کا یروشلم",
    ms: "Baitulmaqdis Mamluk",
  };
  const summaries = { ar: "عمارة المدينة وأوقافها ١٢٦٠–١٥١٧.", en: "Its buildings and endowments, 1260–1517." };
  return certificateSnapshotSchema.parse({
    format: "maqdis-certificate/1",
    serial: drawSerial(randomInt),
    issuer: {
      did: "did:web:academy.example",
      url: "https://academy.example",
      names: { ar: "مقدس", en: "Maqdis" },
    },
    recipient: { arabic: "ليلى بنت عمر الخالدي", latin: "Layla O. al-Khalidi" },
    achievement: { kind: "course", id: randomUUID(), slug: "mamluk-jerusalem", titles, summaries, courses: [] },
    minutes: 390,
    grade: 8750,
    instructors: [{ ar: "د. سامي حداد", en: "Dr Sami Haddad" }],
    cause: "earned",
    supersedes: null,
    finishedAt: "2026-03-01T10:00:00.000Z",
    issuedAt: "2026-03-01T10:00:05.000Z",
    expiresAt: null,
    template: { id: randomUUID(), number: 1, sha256: "0".repeat(64) },
    ...changes,
  });
}
