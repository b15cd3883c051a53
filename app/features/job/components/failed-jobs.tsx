import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { FailingJob } from "#app/platform/jobs/find-failing-jobs.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";

const KNOWN = [
  "send-mail",
  "send-account-link",
  "recountEnrolments",
  "settle-video",
  "poll-video",
  "make-renditions",
  "sweep-upload",
  "drop-video",
  "push-captions",
  "awardCertificates",
  "finishCertificate",
  "runCertificateBatch",
  "finishOverdueCertificates",
];

/** What failed in the background, with a press to try each again. */
export function FailedJobs({ jobs }: { jobs: FailingJob[] }) {
  const { t } = useTranslation("admin");
  const formats = useFormats();
  const rows = jobs.map((job) => ({
    key: job.id,
    cells: [
      KNOWN.includes(job.kind) ? t(`jobs.kinds.${job.kind}`) : job.kind,
      formats.number(job.attempts),
      <bdi key="error">{job.error}</bdi>,
      job.dead ? t("jobs.dead") : formats.moment(job.nextTryAt),
      <Form key="retry" method="post">
        <input type="hidden" name="job" value={job.id} />
        <Button type="submit" kind="quiet" size="s">
          {t("jobs.retry")}
        </Button>
      </Form>,
    ],
  }));
  const head = [
    t("jobs.kind"),
    { key: "tries", label: t("jobs.tries"), numeric: true },
    t("jobs.error"),
    t("jobs.next"),
    { key: "retry", label: t("jobs.retry") },
  ];
  return (
    <section aria-labelledby="failed-jobs" className="mt-10">
      <h2 id="failed-jobs" className="mb-2 font-bold font-read text-2xl">
        {t("jobs.title")}
      </h2>
      <p className="mb-4 text-ink-2">{t("jobs.lead")}</p>
      <DataTable
        caption={t("jobs.title")}
        captionHidden
        head={head}
        rows={rows}
        empty={<EmptyState title={t("jobs.none")} text={t("jobs.noneText")} />}
      />
    </section>
  );
}
