import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { CoursePage } from "../find-course.server.ts";

/** The programmes that a course belongs to. */
export function CourseProgrammes({ programmes }: Pick<CoursePage, "programmes">) {
  const { t } = useTranslation("course");
  return programmes.map(({ slug, title }) => (
    <p key={slug} className="text-sm">
      {t("page.partOf")}{" "}
      <Link to={`/programmes/${slug}`}>
        <LocalText value={title} />
      </Link>
    </p>
  ));
}
