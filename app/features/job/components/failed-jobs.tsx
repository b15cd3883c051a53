import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { FailingKind } from "#app/platform/jobs/find-failing-jobs.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import type { FailedWork } from "../tend-failed-jobs.server.ts";

/** A kind of work as people call it; what has no word yet is shown as it is written. */
function useKindName() {
  const { t } = useTranslation("admin");
  return (kind: string) => {
    const key = `jobs.kinds.${kind}`;
    const word = t(key);
    return word === key ? kind : word;
  };
}

/** What was said to be wrong with giving up a kind of work. */
type Refused = { kind: string | undefined; error: string | undefined };

/** What failed in the background by kind, with a press to try all of it again, or to give it up, and each one by itself. */
export function FailedJobs({ work: { kinds, jobs }, refused }: { work: FailedWork; refused: Refused }) {
  const { t } = useTranslation("admin");
  return (
    <section aria-labelledby="failed-jobs">
      <h2 id="failed-jobs" className="mb-2 scroll-mt-4 font-bold font-read text-2xl">
        {t("jobs.title")}
      </h2>
      <p className="mb-4 text-ink-2">{t("jobs.lead")}</p>
      {kinds.length === 0 ? <EmptyState title={t("jobs.none")} text={t("jobs.noneText")} /> : null}
      <ul className="grid gap-4 empty:hidden">
        {kinds.map((kind) => (
          <Kind
            key={kind.kind}
            kind={kind}
            jobs={jobs.filter((job) => job.kind === kind.kind)}
            error={refused.kind === kind.kind ? refused.error : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

type KindProps = { kind: FailingKind; jobs: FailedWork["jobs"]; error: string | undefined };

function Kind({ kind, jobs, error }: KindProps) {
  const { t } = useTranslation("admin");
  const formats = useFormats();
  const name = useKindName()(kind.kind);
  return (
    <li className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 rounded border border-line bg-surface p-4">
      <h3 className="font-bold">{name}</h3>
      <p>
        {kind.dead > 0 ? <span className="me-3 text-danger">{t("jobs.deadCount", { count: kind.dead })}</span> : null}
        {kind.failing > 0 ? <span className="me-3">{t("jobs.failingCount", { count: kind.failing })}</span> : null}
        {kind.nextTryAt ? (
          <span className="text-ink-2">{t("jobs.nextAt", { at: formats.moment(kind.nextTryAt) })}</span>
        ) : null}
      </p>
      <p className="text-ink-2 text-sm [overflow-wrap:anywhere]">
        {t("jobs.lastError")} <bdi>{kind.error}</bdi>
      </p>
      <Form method="post" action="/admin" preventScrollReset>
        <input type="hidden" name="kind" value={kind.kind} />
        <Button type="submit" name="intent" value="retry" kind="quiet" size="s">
          {t("jobs.retryAll")}
        </Button>
      </Form>
      <Disclosure summary={t("jobs.giveUpAll")} open={error !== undefined}>
        <GiveUp kind={kind.kind} name={name} error={error} />
      </Disclosure>
      <Disclosure summary={t("jobs.oneByOne")}>
        <Jobs name={name} jobs={jobs} />
      </Disclosure>
    </li>
  );
}

function GiveUp({ kind, name, error }: { kind: string; name: string; error: string | undefined }) {
  const { t } = useTranslation("admin");
  return (
    <Form method="post" action="/admin" noValidate className="grid max-w-xl gap-3 pt-2">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="intent" value="giveUp" />
      <Field
        name="reason"
        id={`reason-${kind}`}
        label={t("jobs.reason")}
        hint={t("jobs.reasonHint")}
        maxLength={500}
        required
        dir="auto"
        error={error}
      />
      <div>
        <ConfirmSubmit
          label={t("jobs.giveUp")}
          title={t("jobs.giveUpTitle", { name })}
          text={t("jobs.giveUpText")}
          confirmLabel={t("jobs.giveUp")}
          cancelLabel={t("jobs.keep")}
          size="s"
        />
      </div>
    </Form>
  );
}

function Jobs({ name, jobs }: { name: string; jobs: FailedWork["jobs"] }) {
  const { t } = useTranslation("admin");
  const formats = useFormats();
  const head = [
    t("jobs.next"),
    { key: "tries", label: t("jobs.tries"), numeric: true },
    t("jobs.error"),
    { key: "retry", label: t("jobs.retry") },
  ];
  return (
    <DataTable
      caption={name}
      captionHidden
      head={head}
      rows={jobs.map((job) => ({
        key: job.id,
        cells: [
          job.dead ? t("jobs.dead") : formats.moment(job.nextTryAt),
          formats.number(job.attempts),
          <bdi key="error" className="block min-w-48 [overflow-wrap:anywhere]">
            {job.error}
          </bdi>,
          <Form key="retry" method="post" action="/admin" preventScrollReset>
            <input type="hidden" name="job" value={job.id} />
            <Button type="submit" name="intent" value="retry" kind="quiet" size="s">
              {t("jobs.retry")}
            </Button>
          </Form>,
        ],
      }))}
    />
  );
}
