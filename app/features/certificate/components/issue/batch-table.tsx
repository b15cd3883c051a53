import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageLinks } from "#app/ui/page-links.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CertificateBatchView } from "../../issuing/find-batch.server.ts";

type BatchTableProps = {
  batches: readonly CertificateBatchView[];
  next: string | undefined;
  after: string | undefined;
};

/** The batches that were begun last, each a way to its page. */
export function BatchTable({ batches, next, after }: BatchTableProps) {
  const { t } = useTranslation("certificate-admin");
  return (
    <section aria-labelledby="batches" className="mt-10">
      <h2 id="batches" className="mb-3 font-bold font-read text-2xl">
        {t("batches.title")}
      </h2>
      {batches.length === 0 ? (
        <p className="text-ink-2">{t("batches.none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {batches.map((batch) => (
            <Batch key={batch.id} batch={batch} />
          ))}
        </ul>
      )}
      <PageLinks
        next={next && `/admin/certificates/issue?after=${next}`}
        previous={after ? "/admin/certificates/issue" : undefined}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </section>
  );
}

function Batch({ batch }: { batch: CertificateBatchView }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const { id, cohort, createdBy, createdAt, finishedAt, counts, reason } = batch;
  return (
    <li className="grid gap-1 p-4 sm:grid-cols-[1fr_auto] sm:gap-x-6">
      <div className="min-w-0">
        <Link to={`/admin/certificates/batches/${id}`} className="inline-flex min-h-8 items-center font-semibold">
          <LocalText value={pickTranslated(batch.for.titles, locale)} />
        </Link>
        {cohort ? <LocalText value={pickTranslated(cohort.names, locale)} className="ms-2 text-ink-2" /> : null}
        <p className="text-sm">
          <bdi>{reason}</bdi>
        </p>
        <p className="text-ink-2 text-sm">
          {createdBy ? (
            <>
              <bdi>{createdBy}</bdi> ·{" "}
            </>
          ) : null}
          {formats.moment(createdAt)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 sm:flex-col sm:items-end">
        <Tag kind={finishedAt ? "tile" : "plain"}>{finishedAt ? t("batches.finished") : t("batches.running")}</Tag>
        <span className="text-ink-2 text-sm tabular-nums">
          {t("batches.issuedOf", { issued: formats.number(counts.issued), learners: formats.number(counts.total) })}
        </span>
      </div>
    </li>
  );
}
