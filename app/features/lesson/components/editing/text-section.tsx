import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { DraftText } from "../../editing/find-lesson-texts.server.ts";
import type { TextProblem } from "../../editing/save-lesson-text.server.ts";

export type TextAnswer = {
  locale: Locale;
  result?: SubmissionResult<string[]>;
  problems?: TextProblem[];
  typed?: Typed;
};
type Typed = { title: string; summary: string; markdown: string };

type TextSectionProps = {
  texts: DraftText[];
  /** Where learners read it. */
  hint: string;
  answer: TextAnswer | undefined;
};

/** Title, summary and text of a lesson, language by language. Works without JavaScript. */
export function TextSection({ texts, hint, answer }: TextSectionProps) {
  const { t } = useTranslation("lesson-editor");
  return (
    <section aria-labelledby="texts" className="grid gap-2">
      <h2 id="texts" className="font-bold font-read text-2xl">
        {t("title")}
      </h2>
      {texts.map((text) => {
        const own = answer?.locale === text.locale ? answer : undefined;
        return (
          <Disclosure key={text.locale} open={own !== undefined} summary={localeNames[text.locale]}>
            <TextForm key={text.updatedAt} text={text} hint={hint} answer={own} />
          </Disclosure>
        );
      })}
    </section>
  );
}

type TextFormProps = Pick<TextSectionProps, "hint" | "answer"> & { text: DraftText };

function TextForm({ text, hint, answer }: TextFormProps) {
  const { t } = useTranslation("lesson-editor");
  const errors = useFormErrors(answer?.result);
  const typed = (name: keyof Typed) => answer?.typed?.[name] ?? errors.typed(name) ?? text[name];
  const language = { lang: text.locale, dir: directionOf(text.locale) };
  return (
    <Form method="post" action="" className="grid justify-items-start gap-4">
      <input type="hidden" name="intent" value="text" />
      <input type="hidden" name="locale" value={text.locale} />
      {text.updatedAt ? <input type="hidden" name="updatedAt" value={text.updatedAt} /> : null}
      <FormErrors messages={errors.form} />
      <Field
        className="w-full"
        name="title"
        label={t("name")}
        required
        maxLength={200}
        defaultValue={typed("title")}
        error={errors.field("title")}
        {...language}
      />
      <TextArea
        className="w-full"
        name="summary"
        label={t("summary")}
        required
        rows={2}
        defaultValue={typed("summary")}
        error={errors.field("summary")}
        {...language}
      />
      {answer?.problems ? <TextProblems problems={answer.problems} /> : null}
      <TextArea
        className="w-full"
        name="markdown"
        label={t("markdown")}
        hint={hint}
        required
        rows={14}
        defaultValue={typed("markdown")}
        error={errors.field("markdown")}
        {...language}
      />
      <Button>{t("save")}</Button>
    </Form>
  );
}

function TextProblems({ problems }: { problems: TextProblem[] }) {
  const { t } = useTranslation("lesson-editor");
  return (
    <Notice kind="error" title={t("problems")} className="w-full">
      <ul className="grid gap-1">
        {problems.map(({ line, reason }) => (
          <li key={`${line} ${reason}`}>
            {t("line", { line })} <bdi lang="en">{reason}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
