import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { TaughtCourse } from "../../find-taught-courses.server.ts";

/** Courses with their numbers, for those who teach them. */
export function TaughtTable({ courses }: { courses: TaughtCourse[] }) {
  const { t } = useTranslation("teach");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const head = [
    t("courses.course"),
    { key: "state", label: t("courses.state"), roomyOnly: true },
    { key: "role", label: t("courses.role"), roomyOnly: true },
    { key: "lessons", label: t("courses.lessons"), numeric: true },
    { key: "learners", label: t("courses.learners"), numeric: true },
    { key: "finished", label: t("courses.finished"), numeric: true },
  ];
  const rows = courses.map((course) => ({
    key: course.slug,
    cells: [
      <div key="course">
        <Link to={`/teach/${course.slug}`} className="inline-flex min-h-11 items-center">
          <LocalText value={pickTranslated(course.titles, locale)} />
        </Link>
        <span className="flex flex-wrap items-center gap-2 text-ink-2 sm:hidden">
          <State state={course.state} />
          {course.role ? t(`role.${course.role}`) : null}
        </span>
      </div>,
      <State key="state" state={course.state} />,
      course.role ? t(`role.${course.role}`) : "—",
      formats.number(course.lessonCount),
      formats.number(course.learners),
      formats.number(course.finished),
    ],
  }));
  return <DataTable caption={t("courses.title")} captionHidden head={head} rows={rows} />;
}

function State({ state }: Pick<TaughtCourse, "state">) {
  const { t } = useTranslation("teach");
  return <Tag kind={state === "published" ? "tile" : "plain"}>{t(`state.${state}`)}</Tag>;
}
