import { createHash } from "node:crypto";
import { z } from "zod";
import { CertificateCause } from "#app/platform/db/generated/enums.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

/** What a certificate is for. */
const achievementSchema = z.object({
  kind: z.enum(["course", "programme"]),
  id: z.uuid(),
  slug: z.string(),
  titles: translatedSchema,
  summaries: translatedSchema,
  /** Of a programme: the titles of its courses, in order. */
  courses: z.array(translatedSchema),
});

/**
 * What is frozen when a certificate is issued; everything that it says, in every language, is made from this and from
 * the version of the template that it names. The order of the keys is that of the frozen text.
 */
export const certificateSnapshotSchema = z.object({
  format: z.literal("maqdis-certificate/1"),
  serial: z.string(),
  issuer: z.object({ did: z.string(), url: z.url(), names: translatedSchema }),
  /** At least one is there. */
  recipient: z.object({ arabic: z.string().nullable(), latin: z.string().nullable() }),
  achievement: achievementSchema,
  /** The time that it takes to learn it all; null where the length of study is not shown. */
  minutes: z.int().min(0).nullable(),
  /** Hundredths of a percent, from 0 to 10000; null where nothing is graded or grades are not shown. */
  grade: z.int().min(0).max(10_000).nullable(),
  /** None where those who teach are not shown. */
  instructors: z.array(translatedSchema),
  cause: z.enum(CertificateCause),
  /** The serial of the certificate in whose place it comes. */
  supersedes: z.string().nullable(),
  /** Times in UTC; null where a certificate was given by hand to somebody who did not finish here. */
  finishedAt: z.iso.datetime().nullable(),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  template: z.object({ id: z.uuid(), number: z.int(), sha256: z.string() }),
});

export type CertificateSnapshot = z.output<typeof certificateSnapshotSchema>;

/** The text that is frozen for a snapshot, and the SHA-256 (hexadecimal) of its UTF-8 bytes. Throws for what is none. */
export function freezeSnapshot(snapshot: CertificateSnapshot): { text: string; sha256: string } {
  const text = JSON.stringify(certificateSnapshotSchema.parse(snapshot));
  return { text, sha256: createHash("sha256").update(text).digest("hex") };
}

/** Reads a frozen text back. Throws where the text is not the one whose hash was kept. */
export function readSnapshot({
  snapshot,
  snapshotSha256,
}: {
  snapshot: string;
  snapshotSha256: string;
}): CertificateSnapshot {
  const sha256 = createHash("sha256").update(snapshot).digest("hex");
  if (sha256 !== snapshotSha256) throw new Error("The frozen text of a certificate was changed");
  return certificateSnapshotSchema.parse(JSON.parse(snapshot));
}
