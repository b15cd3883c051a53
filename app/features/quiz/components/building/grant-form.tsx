import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { LearnerLabel } from "./accommodation-list.tsx";

type GrantFormProps = {
  /** What was looked for, and those enrolled whom it found. */
  learner: string;
  learners: { id: string; name: string; email: string }[];
  cohorts: { id: string; names: Translated }[];
  /** Of an attempt; null without a limit. */
  minutes: number | null;
  result: SubmissionResult<string[]> | undefined;
};

/** Grants more time or another window: a learner is looked for first, cohorts are all there. */
export function GrantForm(props: GrantFormProps) {
  const { t } = useTranslation("quiz-editor");
  return (
    <section aria-labelledby="grant" className="grid max-w-2xl gap-5 rounded border border-line bg-surface p-4 sm:p-6">
      <h2 id="grant" className="font-bold font-read text-2xl">
        {t("accommodations.add")}
      </h2>
      <Form method="get" action="" className="flex flex-wrap items-end gap-3" role="search">
        <Field
          className="min-w-0 flex-1 basis-60"
          name="learner"
          type="search"
          label={t("accommodations.search")}
          dir="auto"
          defaultValue={props.learner}
        />
        <Button kind="quiet">{t("accommodations.find")}</Button>
      </Form>
      {props.learner !== "" && props.learners.length === 0 ? (
        <p role="status" className="text-ink-2">
          {t("accommodations.nobody")}
        </p>
      ) : null}
      <Granting {...props} />
    </section>
  );
}

function Granting({ learners, cohorts, minutes, result }: GrantFormProps) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  const { timeZone } = usePageContext().formats;
  const errors = useFormErrors(result);
  const field = (name: string) => ({ name, defaultValue: errors.typed(name), error: errors.field(name) });
  const zone = t("accommodations.windowHint", { zone: timeZone });
  const limit =
    minutes === null
      ? t("accommodations.untimed")
      : t("accommodations.minutesHint", { minutes: formats.minutes(minutes) });
  return (
    <Form method="post" action="" className="grid gap-5">
      <input type="hidden" name="intent" value="grant" />
      <input type="hidden" name="timeZone" value={timeZone} />
      <FormErrors messages={errors.form} />
      <Grantees {...{ learners, cohorts }} {...field("grantee")} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          className="sm:col-span-2"
          type="number"
          min={0}
          max={1440}
          label={t("accommodations.minutes")}
          hint={limit}
          {...field("extraMinutes")}
        />
        <Field type="datetime-local" label={t("rules.opensAt")} hint={zone} {...field("opensAt")} />
        <Field type="datetime-local" label={t("rules.closesAt")} hint={zone} {...field("closesAt")} />
      </div>
      <TextArea
        label={t("accommodations.reasonLabel")}
        hint={t("accommodations.reasonHint")}
        required
        rows={2}
        maxLength={500}
        {...field("reason")}
      />
      <Button className="justify-self-start">{t("accommodations.grant")}</Button>
    </Form>
  );
}

type GranteesProps = Pick<GrantFormProps, "learners" | "cohorts"> & {
  name: string;
  defaultValue: string | undefined;
  error: string | undefined;
};

function Grantees({ learners, cohorts, ...field }: GranteesProps) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  const options = [
    ...learners.map((one) => ({ value: `enrolment:${one.id}`, label: <LearnerLabel {...one} /> })),
    ...cohorts.map(({ id, names }) => ({
      value: `cohort:${id}`,
      label: t("accommodations.cohort", { name: pickTranslated(names, locale).text }),
    })),
  ];
  const [only] = options;
  if (!only) return <p className="text-ink-2">{t("accommodations.nobodyYet")}</p>;
  const chosen = options.length === 1 ? only.value : undefined;
  return (
    <RadioGroup
      key={options.map(({ value }) => value).join()}
      legend={t("accommodations.who")}
      required
      options={options}
      {...field}
      defaultValue={field.defaultValue ?? chosen}
    />
  );
}
