import { useLangOf } from "#app/platform/i18n/local-text.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { CoursePage } from "../find-course.server.ts";

/** What one learns in a course. */
export function CourseOutcomes({ text }: { text: CoursePage["text"] }) {
  const { t } = useTranslation("course");
  const langOf = useLangOf();
  if (text.outcomes.length === 0) return null;
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes" className="pb-4 font-bold font-read text-2xl">
        {t("page.outcomes")}
      </h2>
      <ul {...langOf(text.locale)} className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {text.outcomes.map((outcome) => (
          <li key={outcome} className="flex gap-2.5">
            <Icon name="check" className="mt-1.5 size-4 flex-none text-tile" />
            <span>{outcome}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
