import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { LearnerPage } from "../find-learner.server.ts";

/** Her certificates for this course. */
export function LearnerCertificates({ page: { certificates } }: { page: LearnerPage }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates" className="mb-3 font-bold font-read text-2xl">
        {t("certificates.title")}
      </h2>
      {certificates.length === 0 ? <p className="text-ink-2">{t("certificates.none")}</p> : null}
      <ul className="grid gap-2">
        {certificates.map(({ serial, issuedAt, expiresAt, revokedAt, current }) => (
          <li key={serial} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`/certificates/${serial}`} className="inline-flex min-h-11 items-center font-semibold sm:min-h-0">
              <bdi dir="ltr">{serial}</bdi>
            </Link>
            <span className="text-ink-2">{t("certificates.issued", { date: formats.date(issuedAt) })}</span>
            {expiresAt ? (
              <span className="text-ink-2">{t("certificates.until", { date: formats.date(expiresAt) })}</span>
            ) : null}
            {revokedAt ? <Tag kind="plain">{t("certificates.revoked")}</Tag> : null}
            {current || revokedAt ? null : <Tag kind="plain">{t("certificates.replaced")}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What those who teach, and admins, did upon her: when, who, and why. */
export function LearnerHistory({ page: { acts } }: { page: LearnerPage }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-3 font-bold font-read text-2xl">
        {t("acts.title")}
      </h2>
      {acts.length === 0 ? <p className="text-ink-2">{t("acts.none")}</p> : null}
      <ol className="grid">
        {acts.map(({ at, action, by, reason, lesson, number }) => (
          <li key={`${at.getTime()} ${action}`} className="grid gap-0.5 border-line border-t py-3 first:border-t-0">
            <p className="flex flex-wrap gap-x-2">
              <span className="font-semibold">{t(`acts.did.${action}`, { defaultValue: action })}</span>
              {lesson ? <LocalText value={lesson} /> : null}
              {number === null ? null : <span>{t("attempt.number", { number })}</span>}
            </p>
            {reason ? (
              <p>
                <bdi>{reason}</bdi>
              </p>
            ) : null}
            <p className="text-ink-2 text-sm">
              <bdi>{by ?? t("acts.nobody")}</bdi> · {formats.moment(at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
