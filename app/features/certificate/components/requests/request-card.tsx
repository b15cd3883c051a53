import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { CertificateRequestInQueue } from "../../register/find-requests.server.ts";
import { writeSerial } from "../../serial.ts";
import { RecipientNames } from "../register/recipient-names.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { NameChanges } from "./name-changes.tsx";

/** Who asks, for what, since when. */
export function RequestHead({ request }: { request: CertificateRequestInQueue }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const { kind, name, email, titles, achievement, createdAt } = request;
  return (
    <div className="grid min-w-0 gap-1">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-lg">
        <bdi>{name}</bdi>
        <Tag kind={kind === "correction" ? "plain" : "tile"}>{t(`requests.kinds.${kind}`)}</Tag>
      </h2>
      <p className="flex flex-wrap gap-x-3 text-ink-2 text-sm">
        <bdi dir="ltr" className="wrap-anywhere">
          {email}
        </bdi>
        <span>{t("requests.since", { moment: formats.moment(createdAt) })}</span>
      </p>
      <p>
        {achievement === "programme" ? `${t("achievement.programme")}: ` : null}
        <LocalText value={pickTranslated(titles, locale)} className="font-medium" />
      </p>
    </div>
  );
}

/** What speaks for an award, or what a correction would change. */
export function RequestBody({ request }: { request: CertificateRequestInQueue }) {
  const { t } = useTranslation("certificate-admin");
  const { kind, fullNameArabic, fullNameLatin, certificate, namesArabic, namesLatin, note, evidence } = request;
  return (
    <div className="grid gap-4">
      {kind === "award" ? (
        <>
          <div className="text-sm">
            <p className="text-ink-2 text-xs">{t("requests.names")}</p>
            <RecipientNames arabic={fullNameArabic} latin={fullNameLatin} />
          </div>
          <EvidenceList evidence={evidence} />
        </>
      ) : (
        <NameChanges
          before={{
            arabic: certificate?.recipientArabic ?? null,
            latin: certificate?.recipientLatin ?? null,
          }}
          after={{ arabic: namesArabic, latin: namesLatin }}
        />
      )}
      {note ? (
        <blockquote className="border-line-strong border-s-4 ps-3">
          <p className="text-ink-2 text-xs">{t("requests.note")}</p>
          <p dir="auto" className="whitespace-pre-line">
            {note}
          </p>
        </blockquote>
      ) : null}
      {certificate ? <RecordLink serial={certificate.serial} /> : null}
    </div>
  );
}

export function RecordLink({ serial }: { serial: string }) {
  const { t } = useTranslation("certificate-admin");
  return (
    <p className="text-sm">
      {t("requests.certificate")}{" "}
      <Link
        to={`/admin/certificates/record/${writeSerial(serial)}`}
        dir="ltr"
        className="inline-block min-h-6 font-mono text-xs"
      >
        {writeSerial(serial)}
      </Link>
    </p>
  );
}
