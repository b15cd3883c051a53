import { purgeDay } from "#app/features/course/ending/grace.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { TaughtCourse } from "../../find-taught-courses.server.ts";

/** Courses in their days of grace: when each goes, and the way back. */
export function DeletedCourses({ courses }: { courses: TaughtCourse[] }) {
  const { t } = useTranslation("course-making");
  const { locale } = usePageContext().formats;
  const { date, number } = useFormats();
  const head = [
    t("teach:courses.course"),
    t("deleted.when"),
    { key: "learners", label: t("teach:courses.learners"), numeric: true },
    { key: "back", label: t("deleted.putBack") },
  ];
  const rows = courses.map(({ slug, titles, deletedAt, certified, learners }) => {
    const title = pickTranslated(titles, locale);
    const goes = deletedAt && !certified ? t("deleted.goes", { date: date(purgeDay(deletedAt)) }) : t("deleted.kept");
    return {
      key: slug,
      cells: [
        <LocalText key="course" value={title} />,
        goes,
        number(learners),
        <Form key="back" method="post" action="/teach">
          <input type="hidden" name="course" value={slug} />
          <Button
            kind="quiet"
            size="s"
            name="intent"
            value="put-back"
            aria-label={t("deleted.putBackOf", { title: title.text })}
          >
            {t("deleted.putBack")}
          </Button>
        </Form>,
      ],
    };
  });
  return <DataTable caption={t("deleted.title")} captionHidden head={head} rows={rows} />;
}
