import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { TextProblem } from "../../editing/find-dead-links.server.ts";

type Typed = { title: string; summary: string; markdown: string };

export type MarkdownAnswer = {
  locale: Locale;
  result?: SubmissionResult<string[]>;
  problems?: TextProblem[];
  typed?: Typed;
};

type MarkdownFormProps = {
  locale: Locale;
  text: Typed & { updatedAt: string | null };
  answer: MarkdownAnswer | undefined;
};

/** Title, summary and text of a lesson in one language, as Markdown: for browsers without JavaScript. */
export function MarkdownForm({ locale, text, answer }: MarkdownFormProps) {
  const { t } = useTranslation("lesson-editor");
  const errors = useFormErrors(answer?.result);
  const typed = (name: keyof Typed) => answer?.typed?.[name] ?? errors.typed(name) ?? text[name];
  const language = { lang: locale, dir: directionOf(locale) };
  return (
    <Form method="post" className="grid justify-items-start gap-4">
      <input type="hidden" name="locale" value={locale} />
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
        required
        rows={24}
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
