import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Rubric } from "../question-types/rubric.ts";
import { LabelText, QuestionText } from "./question-text.tsx";

/** By what an answer will be graded, where learners may know. */
export function RubricTable({ rubric, locale }: { rubric: Rubric; locale: Locale }) {
  const { t } = useTranslation("quiz");
  const formats = useFormats();
  if (rubric.length === 0) return null;
  return (
    <Disclosure summary={t("view.rubric")}>
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
    </Disclosure>
  );
}
