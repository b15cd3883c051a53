import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { GradeImportLook } from "../import/look-at-grades.server.ts";

/** What a file would change, line by line, and what is refused; and the way to take it. */
export function ImportLook({ look }: { look: GradeImportLook }) {
  const { t } = useTranslation("gradebook");
  const { unknown, changeCount, refusedCount, unchanged } = look;
  return (
    <section aria-labelledby="look" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <h2 id="look" className="font-bold font-read text-2xl">
        {t("look.title")}
      </h2>
      <Notice kind={refusedCount > 0 ? "warning" : "info"} title={t("look.changed", { count: changeCount })}>
        <p>{t("look.refused", { count: refusedCount })}</p>
        <p>{t("look.unchanged", { count: unchanged })}</p>
      </Notice>
      {unknown.length > 0 ? (
        <p>
          {t("look.unknown")} <bdi>{unknown.join(" · ")}</bdi>
        </p>
      ) : null}
      <Changes look={look} />
      <Refusals look={look} />
      {changeCount > 0 ? <TakeForm packed={look.packed} count={changeCount} result={undefined} /> : null}
    </section>
  );
}

/** The form again with what was written in it, where it was refused. */
export function TakeAgain({ result }: { result: SubmissionResult<string[]> }) {
  const packed = result.initialValue?.changes;
  return typeof packed === "string" ? <TakeForm packed={packed} count={undefined} result={result} /> : null;
}

type TakeFormProps = { packed: string; count: number | undefined; result: SubmissionResult<string[]> | undefined };

function TakeForm({ packed, count, result }: TakeFormProps) {
  const { t } = useTranslation("gradebook");
  const { field, form, typed } = useFormErrors(result);
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid max-w-2xl gap-4">
      <FormErrors messages={[...form, ...(field("changes") ? [field("changes") ?? ""] : [])]} />
      <input type="hidden" name="changes" value={packed} />
      <TextArea
        label={t("look.reason")}
        hint={t("override.reasonHint")}
        name="reason"
        dir="auto"
        rows={3}
        maxLength={2_000}
        required
        defaultValue={typed("reason")}
        error={field("reason")}
      />
      <div>
        <Button name="intent" value="take">
          {count === undefined ? t("look.takeAgain") : t("look.take", { count })}
        </Button>
      </div>
    </Form>
  );
}

function Changes({ look: { changes, changeCount, titles } }: { look: GradeImportLook }) {
  const { t } = useTranslation("gradebook");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  if (changes.length === 0) return null;
  const percent = (share: number | null) => (share === null ? t("table.none") : formats.exactPercent(share / 10_000));
  const head = [
    { key: "line", label: t("look.line"), numeric: true },
    { key: "learner", label: t("table.learner") },
    { key: "lesson", label: t("look.lesson") },
    { key: "from", label: t("look.from"), numeric: true },
    { key: "to", label: t("look.to"), numeric: true },
  ];
  const rows = changes.map(({ line, name, enrolmentId, lessonId, from, to }) => ({
    key: `${enrolmentId}/${lessonId}`,
    cells: [
      formats.number(line),
      <bdi key="name">{name}</bdi>,
      <LocalText key="lesson" value={pickTranslated(titles[lessonId] ?? {}, locale)} />,
      percent(from),
      <strong key="to">{percent(to)}</strong>,
    ],
  }));
  return (
    <>
      <DataTable caption={t("look.changes")} head={head} rows={rows} />
      {changeCount > changes.length ? <p>{t("look.more", { count: changeCount - changes.length })}</p> : null}
    </>
  );
}

function Refusals({ look: { refused, refusedCount, titles } }: { look: GradeImportLook }) {
  const { t } = useTranslation("gradebook");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  if (refused.length === 0) return null;
  const head = [
    { key: "line", label: t("look.line"), numeric: true },
    { key: "learner", label: t("table.learner") },
    { key: "lesson", label: t("look.lesson") },
    { key: "value", label: t("look.value") },
    { key: "reason", label: t("look.why") },
  ];
  const rows = refused.map(({ line, who, lessonId, value, reason, other }) => ({
    key: `${line}/${lessonId ?? ""}`,
    cells: [
      formats.number(line),
      <bdi key="who">{who === "" ? "–" : who}</bdi>,
      lessonId ? <LocalText key="lesson" value={pickTranslated(titles[lessonId] ?? {}, locale)} /> : "–",
      value === null ? "–" : <bdi key="value">{value}</bdi>,
      t(`refusal.${reason}`, { line: formats.number(other ?? line) }),
    ],
  }));
  return (
    <>
      <DataTable caption={t("look.refusals")} head={head} rows={rows} />
      {refusedCount > refused.length ? <p>{t("look.more", { count: refusedCount - refused.length })}</p> : null}
    </>
  );
}
