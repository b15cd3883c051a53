import { z } from "zod";
import { CertificateRule } from "#app/platform/db/generated/enums.ts";

/** What brings a certificate, and for how many months it holds; null for ever. */
export const certificateFileSchema = z
  .strictObject({
    rule: z.enum(CertificateRule),
    months: z.int().min(1).max(600).nullable(),
  })
  .default({ rule: "automatic", months: null });

export type CertificateFile = z.output<typeof certificateFileSchema>;

/** The same, but undefined where it says no more than what holds where nothing is said. */
export function unusualCertificate(certificate: CertificateFile): CertificateFile | undefined {
  return certificate.rule === "automatic" && certificate.months === null ? undefined : certificate;
}
