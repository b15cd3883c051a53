import type { ReactNode } from "react";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { CommonBody, Feedback } from "../../question-types/body-parts.ts";
import { at, type Bound } from "./bound.ts";
import { OptionalTranslatedField, TranslatedField } from "./translated-field.tsx";

/** What every question has: what it asks, and remarks on the answer. What is peculiar to a type stands between. */
export function QuestionForm<Body extends CommonBody>({ form, children }: { form: Bound<Body>; children: ReactNode }) {
  const { t } = useTranslation("question");
  const whole = form.problems
    .filter(({ path }) => path.length === 0)
    .map(({ message }) => translateMessage(t, message));
  const common: Bound<CommonBody> = { ...form, onChange: (next) => form.onChange({ ...form.value, ...next }) };
  const feedback: Bound<Feedback> = {
    ...form,
    path: [...form.path, "feedback"],
    value: form.value.feedback ?? {},
    onChange: (next) => {
      const isEmpty = Object.values(next).every((text) => text === undefined);
      common.onChange({ ...common.value, feedback: isEmpty ? undefined : next });
    },
  };
  return (
    <div className="grid gap-6">
      <FormErrors messages={whole} />
      <TranslatedField field={at(common, "stem")} legend={t("stem")} hint={t("markdownHint")} rows={3} />
      {children}
      <Disclosure summary={t("feedback")}>
        <div className="grid gap-4">
          <OptionalTranslatedField field={at(feedback, "right")} legend={t("feedbackRight")} />
          <OptionalTranslatedField field={at(feedback, "partly")} legend={t("feedbackPartly")} />
          <OptionalTranslatedField field={at(feedback, "wrong")} legend={t("feedbackWrong")} />
          <OptionalTranslatedField field={at(feedback, "always")} legend={t("feedbackAlways")} />
        </div>
      </Disclosure>
    </div>
  );
}

/** What a type's editor was given, as a whole that can be taken apart by `at`. */
export function bind<Body>(props: Pick<Bound<Body>, "value" | "onChange" | "problems" | "locales">): Bound<Body> {
  return { ...props, path: [] };
}
