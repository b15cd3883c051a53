import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { CoursePage } from "../find-course.server.ts";

/** The courses to finish before a course. */
export function CoursePrerequisites({ prerequisites }: Pick<CoursePage, "prerequisites">) {
  const { t } = useTranslation("course");
  if (prerequisites.length === 0) return null;
  return (
    <section aria-labelledby="before">
      <h2 id="before" className="pb-2 font-bold font-read text-2xl">
        {t("page.prerequisites")}
      </h2>
      <ul className="grid gap-1">
        {prerequisites.map(({ slug, title }) => (
          <li key={slug}>
            <Link to={`/courses/${slug}`}>
              <LocalText value={title} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
