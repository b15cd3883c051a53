import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import { CORRECTION_ASKED } from "../../issuing/correction-asked.ts";
import type { CertificateRecord } from "../../issuing/find-certificate-record.server.ts";

/** Acts for which there are words; others are shown as the audit log names them. */
const KNOWN = ["issue", "revoke", "reinstate", "end", "reissue", "renew"];

/** The act by which a certificate comes about, by its cause. */
const beginnings: Record<CertificateRecord["cause"], string> = {
  earned: "certificate.issue",
  byHand: "certificate.issue",
  renewed: "certificate.renew",
  corrected: "certificate.reissue",
};

/** Who did what to the certificate and why, as the audit log has it, the newest first. */
export function HistoryList({ record }: { record: CertificateRecord }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { history, issuedAt, cause, batchId } = record;
  // What came about by an act is told by the act.
  const byAct = history.at(-1)?.action === beginnings[cause];
  return (
    <SectionCard title={t("record.history")}>
      <ol className="grid gap-3">
        {history.map((entry) => (
          <li key={entry.id} className="border-line border-s-4 ps-3">
            <p className="font-semibold">
              <ActName action={entry.action} />
            </p>
            <p className="text-ink-2 text-sm">
              {entry.actor ? <bdi>{entry.actor}</bdi> : t("record.someoneGone")} · {formats.moment(entry.at)}
            </p>
            {entry.reason ? (
              <p dir="auto" className="whitespace-pre-line">
                {entry.reason === CORRECTION_ASKED ? t("cause.corrected") : entry.reason}
              </p>
            ) : null}
          </li>
        ))}
        {byAct ? null : (
          <li className="border-line border-s-4 ps-3">
            <p className="font-semibold">{t("record.cameAbout", { cause: t(`cause.${cause}`) })}</p>
            <p className="text-ink-2 text-sm">{formats.moment(issuedAt)}</p>
          </li>
        )}
      </ol>
      {batchId ? (
        <p className="mt-3">
          <Link to={`/admin/certificates/batches/${batchId}`}>{t("record.batch")}</Link>
        </p>
      ) : null}
    </SectionCard>
  );
}

function ActName({ action }: { action: string }) {
  const { t } = useTranslation("certificate-admin");
  const act = action.replace(/^certificate\./, "");
  return KNOWN.includes(act) ? t(`record.acts.${act}`) : <bdi dir="ltr">{action}</bdi>;
}
