import type { SubmissionResult } from "@conform-to/react";
import { type ReactNode, useState } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { NamedEffects } from "../../correcting/name-effects.server.ts";
import type { BodyProblem } from "../../question-types/question-props.ts";
import { QuestionEditor } from "../question-editor.tsx";
import { Effects } from "./effect-table.tsx";

export type Asked = { what: "correct" | "drop"; body: string; reason: string; mayFail: boolean };

type CorrectionFormProps = {
  type: string;
  body: unknown;
  locales: readonly Locale[];
  problems: readonly BodyProblem[];
  result: SubmissionResult<string[]> | undefined;
  /** What was asked to be seen first, and what it would change. */
  preview: { asked: Asked; effects: NamedEffects } | null;
};

/** Puts a key right or drops a question: first seen, then applied. */
export function CorrectionForm({ type, body: begun, locales, problems, result, preview }: CorrectionFormProps) {
  const { t } = useTranslation("quiz-results");
  const errors = useFormErrors(result);
  const [asked, setAsked] = useState<Asked>(
    () =>
      preview?.asked ?? {
        what: "correct",
        body: JSON.stringify(begun),
        reason: errors.typed("reason") ?? "",
        mayFail: false,
      },
  );
  const change = (part: Partial<Asked>) => setAsked((before) => ({ ...before, ...part }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <Form method="post" className="grid max-w-3xl gap-6">
        <FormErrors messages={errors.form} />
        <What asked={asked} change={change} />
        {asked.what === "correct" ? (
          <Bordered title={t("correction.question")}>
            <QuestionEditor
              type={type}
              value={JSON.parse(asked.body)}
              onChange={(body) => change({ body: JSON.stringify(body) })}
              problems={problems}
              locales={locales}
            />
          </Bordered>
        ) : null}
        <input type="hidden" name="body" value={asked.body} />
        <TextArea
          name="reason"
          label={t("correction.reason")}
          hint={t("correction.reasonHint")}
          error={errors.field("reason")}
          required
          minLength={3}
          maxLength={1_000}
          rows={3}
          value={asked.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
        <Checkbox
          name="mayFail"
          label={t("correction.mayFail")}
          hint={t("correction.mayFailHint")}
          checked={asked.mayFail}
          onChange={(event) => change({ mayFail: event.target.checked })}
        />
        <div>
          <Button name="intent" value="preview">
            {t("correction.seeFirst")}
          </Button>
        </div>
      </Form>
      {preview ? <Preview preview={preview} isStale={JSON.stringify(preview.asked) !== JSON.stringify(asked)} /> : null}
    </div>
  );
}

function Bordered({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="rounded border border-line bg-surface p-5">
      {children}
    </section>
  );
}

function What({ asked, change }: { asked: Asked; change: (part: Partial<Asked>) => void }) {
  const { t } = useTranslation("quiz-results");
  const options = [
    { value: "correct" as const, label: t("correction.correct"), hint: t("correction.correctHint") },
    { value: "drop" as const, label: t("correction.drop"), hint: t("correction.dropHint") },
  ];
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{t("correction.what")}</legend>
      {options.map(({ value, label, hint }) => (
        <div key={value}>
          <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              type="radio"
              name="what"
              value={value}
              checked={asked.what === value}
              onChange={() => change({ what: value })}
              aria-describedby={`what-${value}`}
              className="choice choice-radio"
            />
            <span>{label}</span>
          </label>
          <p id={`what-${value}`} className="-mt-1 ps-8 text-ink-2 text-sm">
            {hint}
          </p>
        </div>
      ))}
    </fieldset>
  );
}

type PreviewProps = { preview: NonNullable<CorrectionFormProps["preview"]>; isStale: boolean };

function Preview({ preview: { asked, effects }, isStale }: PreviewProps) {
  const { t } = useTranslation("quiz-results");
  return (
    <section aria-labelledby="preview" className="grid grid-cols-[minmax(0,1fr)] gap-6 border-line border-t pt-8">
      <h2 id="preview" className="font-bold font-read text-2xl">
        {t("correction.preview")}
      </h2>
      <Effects effects={effects} />
      {isStale ? (
        <Notice kind="warning">{t("correction.stale")}</Notice>
      ) : (
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="what" value={asked.what} />
          <input type="hidden" name="body" value={asked.body} />
          <input type="hidden" name="reason" value={asked.reason} />
          {asked.mayFail ? <input type="hidden" name="mayFail" value="on" /> : null}
          <ConfirmSubmit
            name="intent"
            value="apply"
            kind="primary"
            label={t("correction.apply")}
            title={t("correction.applyTitle")}
            text={t("correction.applyText")}
            confirmLabel={t("correction.apply")}
            cancelLabel={t("ui:cancel")}
          />
        </Form>
      )}
    </section>
  );
}
