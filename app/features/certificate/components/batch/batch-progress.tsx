import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { CertificateBatchView } from "../../issuing/find-batch.server.ts";
import { useSteadyRefresh } from "./use-steady-refresh.ts";

/** How far a batch is. It looks again by itself until every certificate is with its learner. */
export function BatchProgress({ batch: { counts, finishedAt } }: { batch: CertificateBatchView }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { total, waiting, issued, skipped, delivered } = counts;
  const goesOn = finishedAt === null || delivered < issued;
  useSteadyRefresh(goesOn);
  const state = finishedAt === null ? "issuing" : delivered < issued ? "delivering" : "done";
  return (
    <Card>
      <p role="status" className="mb-3 font-semibold text-lg">
        {t(`batch.${state}`)}
      </p>
      <ProgressBar label={t("batch.progress")} value={total === 0 ? 1 : (total - waiting) / total} />
      <dl className="mt-5 flex flex-wrap gap-x-10 gap-y-4">
        {Object.entries({ total, issued, skipped, waiting, delivered }).map(([name, value]) => (
          <Stat key={name} label={t(`batch.counts.${name}`)} value={formats.number(value)} />
        ))}
      </dl>
      {goesOn ? (
        <p className="mt-4 text-ink-2 text-sm">
          {t("batch.goesOn")} <Link to="/admin">{t("batch.failed")}</Link>
        </p>
      ) : null}
    </Card>
  );
}
