import { Form } from "#app/platform/i18n/link.tsx";
import { localeNames, locales } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { ReleaseCheck } from "../check-release.server.ts";

type ReleasePanelProps = {
  check: ReleaseCheck;
  /** Learners who have a place now. */
  learners: number;
  /** What the last try refused. */
  errors: string[];
};

/** Says what keeps a draft from being released, and what a release would mean; asks before it makes one. */
export function ReleasePanel({ check, learners, errors }: ReleasePanelProps) {
  const { t } = useTranslation("release");
  const { clock } = useFormats();
  const { problems, lengthChanges } = check;
  const changes = lengthChanges.map(({ lesson, before, after, learners: count }) => (
    <li key={lesson}>{t("lengthChange", { lesson, from: clock(before), to: clock(after), count })}</li>
  ));
  return (
    <section aria-labelledby="release" className="grid gap-4 rounded border border-line bg-surface p-4">
      <h2 id="release" className="font-bold font-read text-2xl">
        {t("title")}
      </h2>
      <FormErrors messages={errors} />
      {problems.length > 0 ? <Problems problems={problems} /> : <p className="text-ink-2">{t("lead")}</p>}
      {changes.length > 0 ? (
        <Notice kind="warning" title={t("lengthChanges")}>
          <ul className="grid gap-1">{changes}</ul>
        </Notice>
      ) : null}
      {problems.length > 0 ? null : (
        <Form method="post" action="" className="grid justify-items-start gap-4">
          <input type="hidden" name="intent" value="release" />
          <TextArea
            className="w-full"
            name="notes"
            label={t("notes")}
            hint={t("notesHint")}
            rows={2}
            maxLength={1000}
          />
          <ConfirmSubmit
            label={t("release")}
            title={t("confirm.title")}
            text={
              <>
                <p>{t("confirm.text", { count: learners })}</p>
                {changes.length > 0 ? <ul className="grid gap-1 pt-2">{changes}</ul> : null}
              </>
            }
            confirmLabel={t("release")}
            cancelLabel={t("confirm.cancel")}
            kind="primary"
          />
        </Form>
      )}
    </section>
  );
}

function Problems({ problems }: Pick<ReleaseCheck, "problems">) {
  const { t } = useTranslation("release");
  const language = (value: string | number | undefined) => {
    const locale = locales.find((one) => one === value);
    return locale ? { locale: localeNames[locale] } : {};
  };
  return (
    <Notice kind="warning" title={t("problems", { count: problems.length })}>
      <ul className="grid gap-1">
        {problems.map(({ code, messageKey, values }) => (
          <li key={`${code} ${JSON.stringify(values)}`}>{t(messageKey, { ...values, ...language(values.locale) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
