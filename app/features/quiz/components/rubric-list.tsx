import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Rubric } from "../question-types/rubric.ts";
import { LabelText, QuestionText } from "./question-text.tsx";

type RubricProps = { rubric: Rubric; locale: Locale };

/** By what an answer is graded: each criterion with its points and levels. Nothing where there are none. */
export function RubricList({ rubric, locale }: RubricProps) {
  const { t } = useTranslation("quiz");
  const formats = useFormats();
  if (rubric.length === 0) return null;
  return (
    <dl className="grid gap-3">
      {rubric.map((criterion) => (
        <div key={criterion.id}>
          <dt className="font-semibold">
            <LabelText label={criterion.label} locale={locale} /> ({t("view.points", { count: criterion.points })})
          </dt>
          <dd className="grid gap-1">
            {criterion.description && <QuestionText html={criterion.description} locale={locale} />}
            {criterion.levels?.map((level) => (
              <p key={level.id} className="text-sm">
                <LabelText label={level.label} locale={locale} />: {formats.number(level.points)}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The rubric behind a heading, for learners at work. */
export function FoldedRubric({ rubric, locale }: RubricProps) {
  const { t } = useTranslation("quiz");
  if (rubric.length === 0) return null;
  return (
    <Disclosure summary={t("view.rubric")}>
      <RubricList rubric={rubric} locale={locale} />
    </Disclosure>
  );
}
