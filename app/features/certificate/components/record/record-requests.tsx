import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CertificateRecord } from "../../issuing/find-certificate-record.server.ts";
import { RecipientNames } from "../register/recipient-names.tsx";

/** What was asked about the certificate, and what was answered. */
export function RecordRequests({ requests }: Pick<CertificateRecord, "requests">) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  if (requests.length === 0) return null;
  return (
    <SectionCard title={t("record.requests")}>
      <ul className="grid gap-3">
        {requests.map(({ id, kind, state, createdAt, namesArabic, namesLatin, note, reason }) => (
          <li key={id} className="grid gap-1 border-line border-s-4 ps-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
              {t(`requests.kinds.${kind}`)}
              <Tag kind={state === "approved" ? "tile" : "plain"}>{t(`requests.states.${state}`)}</Tag>
            </p>
            <p className="text-ink-2 text-sm">{formats.moment(createdAt)}</p>
            {namesArabic || namesLatin ? <RecipientNames arabic={namesArabic} latin={namesLatin} /> : null}
            {note ? <p dir="auto">{note}</p> : null}
            {reason ? (
              <p>
                {t("acts.reason")}: <bdi>{reason}</bdi>
              </p>
            ) : null}
            {state === "waiting" ? <Link to="/admin/certificates/requests">{t("record.decide")}</Link> : null}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
