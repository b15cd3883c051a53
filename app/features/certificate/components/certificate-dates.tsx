import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { MyCertificate } from "../issuing/certificate-rows.server.ts";
import { writeSerial } from "../serial.ts";
import { useDay } from "./use-day.ts";

/** When a certificate was issued, until when it holds or since when it does not, and its number. */
export function CertificateDates({ certificate }: { certificate: MyCertificate }) {
  const { t } = useTranslation("certificate");
  const day = useDay();
  const { status, since, issuedAt, expiresAt, serial } = certificate;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1">
      <span>{t("dates.issued", { date: day(issuedAt) })}</span>
      {status === "valid" && expiresAt ? <span>{t("dates.until", { date: day(expiresAt) })}</span> : null}
      {since && status !== "valid" ? <span>{t(`dates.${status}`, { date: day(since) })}</span> : null}
      <span>
        {t("serial")}{" "}
        <bdi dir="ltr" className="whitespace-nowrap font-semibold tracking-wide">
          {writeSerial(serial)}
        </bdi>
      </span>
    </p>
  );
}
