import { Form } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ImportedCourse } from "../browser/import-package.server.ts";
import type { PackageProblem } from "../read/package-problem.ts";

/** Everything that is wrong with a package, by file and line, as its author mends it. */
export function PackageProblems({ problems }: { problems: PackageProblem[] }) {
  const { t } = useTranslation("course-making");
  return (
    <Notice kind="error" title={t("import.problems", { count: problems.length })}>
      <p>{t("import.problemsText")}</p>
      <ul lang="en" dir="ltr" className="mt-2 grid gap-2">
        {problems.map(({ file, line, reason }) => (
          <li key={`${file} ${line} ${reason}`}>
            <code className="break-all font-semibold">{line === undefined ? file : `${file}:${line}`}</code>
            <br />
            {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type ImportPlanProps = { courses: ImportedCourse[]; upload: string; asNew: boolean };

/** What will happen, and the press by which it does. */
export function ImportPlan({ courses, upload, asNew }: ImportPlanProps) {
  const { t } = useTranslation("course-making");
  const edited = courses.some((course) => course.edited);
  const nothing = courses.every(({ outcome }) => outcome === "unchanged");
  return (
    <Card as="section" className="grid gap-4" aria-labelledby="import-plan">
      <h2 id="import-plan" className="font-bold font-read text-2xl">
        {t("import.plan")}
      </h2>
      <PlanTable courses={courses} />
      {nothing ? (
        <p>{t("import.nothing")}</p>
      ) : (
        <Form
          method="post"
          action="/teach/import"
          encType="multipart/form-data"
          className="grid justify-items-start gap-4"
        >
          <input type="hidden" name="upload" value={upload} />
          <input type="hidden" name="as" value={asNew ? "new" : "same"} />
          {edited ? (
            <Checkbox name="overwrite" required label={t("import.overwrite")} hint={t("import.overwriteHint")} />
          ) : null}
          <Button name="intent" value="take">
            {t("import.take")}
          </Button>
        </Form>
      )}
    </Card>
  );
}

function PlanTable({ courses }: { courses: ImportedCourse[] }) {
  const { t } = useTranslation("course-making");
  const { locale } = usePageContext().formats;
  const { number } = useFormats();
  const head = [
    t("teach:courses.course"),
    t("import.outcome"),
    { key: "lessons", label: t("teach:courses.lessons"), numeric: true },
    { key: "questions", label: t("import.questions"), numeric: true },
  ];
  const rows = courses.map((course) => ({
    key: course.slug,
    cells: [
      <LocalText key="course" value={pickTranslated(course.titles, locale)} />,
      <span key="outcome" className="grid">
        {t(`import.outcomes.${course.outcome}`)}
        {course.edited ? <span className="text-gold-ink">{t("import.edited")}</span> : null}
        {course.withoutVideo > 0 ? <span>{t("import.withoutVideo", { count: course.withoutVideo })}</span> : null}
      </span>,
      number(course.lessons),
      number(course.questions),
    ],
  }));
  return <DataTable caption={t("import.plan")} captionHidden head={head} rows={rows} />;
}
