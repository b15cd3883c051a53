import type { ReactNode } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Field } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import type { RulesFields } from "./use-rules-fields.ts";

type Props = { fields: RulesFields };

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 font-bold text-lg">{legend}</legend>
      {children}
    </fieldset>
  );
}

/** How long a sitting lasts, and from when to when. */
export function TimeRules({ fields }: Props) {
  const { t } = useTranslation("quiz-editor");
  const zone = t("rules.zone", { zone: fields.timeZone });
  return (
    <Group legend={t("rules.time")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          type="number"
          min={1}
          max={1440}
          label={t("rules.minutes")}
          hint={t("rules.noLimit")}
          {...fields.line("minutes")}
        />
        <Field
          type="number"
          min={0}
          max={600}
          required
          label={t("rules.grace")}
          hint={t("rules.graceHint")}
          {...fields.line("graceSeconds")}
        />
        <Field type="datetime-local" label={t("rules.opensAt")} hint={zone} {...fields.moment("opensAt")} />
        <Field type="datetime-local" label={t("rules.closesAt")} hint={zone} {...fields.moment("closesAt")} />
        <Field
          label={t("rules.password")}
          hint={t("rules.passwordHint")}
          maxLength={100}
          autoComplete="off"
          dir="auto"
          {...fields.password}
        />
      </div>
    </Group>
  );
}

/** How often it may be sat, and what of it counts. */
export function CountingRules({ fields }: Props) {
  const { t } = useTranslation("quiz-editor");
  const { error, defaultValue, name } = fields.line("completesOn");
  return (
    <Group legend={t("rules.counting")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          type="number"
          min={1}
          max={100}
          label={t("rules.attempts")}
          hint={t("rules.noLimit")}
          {...fields.line("attempts")}
        />
        <Select
          label={t("rules.counts")}
          options={[
            { value: "best", label: t("rules.best") },
            { value: "last", label: t("rules.last") },
            { value: "first", label: t("rules.first") },
            { value: "average", label: t("rules.average") },
          ]}
          {...fields.line("counts")}
        />
        <Field
          type="number"
          min={0}
          max={100}
          required
          label={t("rules.passPercent")}
          {...fields.line("passPercent")}
        />
      </div>
      <RadioGroup
        legend={t("rules.completesOn")}
        options={[
          { value: "passing", label: t("rules.passing") },
          { value: "submitting", label: t("rules.submitting") },
        ]}
        {...{ name, error, defaultValue }}
      />
    </Group>
  );
}

/** How the questions are met, and how they are graded. */
export function SittingRules({ fields }: Props) {
  const { t } = useTranslation("quiz-editor");
  return (
    <Group legend={t("rules.sitting")}>
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        <Checkbox
          label={t("rules.shuffleQuestions")}
          hint={t("rules.shuffleHint")}
          {...fields.box("shuffleQuestions")}
        />
        <Checkbox label={t("rules.shuffleChoices")} {...fields.box("shuffleChoices")} />
        <Checkbox label={t("rules.oneAtATime")} {...fields.box("oneAtATime")} />
        <Checkbox label={t("rules.noGoingBack")} hint={t("rules.noGoingBackHint")} {...fields.box("noGoingBack")} />
        <Checkbox label={t("rules.blindGrading")} hint={t("rules.blindHint")} {...fields.box("blindGrading")} />
      </div>
    </Group>
  );
}
