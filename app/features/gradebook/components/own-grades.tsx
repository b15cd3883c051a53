import type { ReactNode } from "react";
import { GivenGrade } from "#app/features/quiz/components/intro/given-grade.tsx";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { OwnGrades as Grades } from "../find-own-grades.server.ts";

type OwnGradesProps = {
  course: string;
  grades: Grades | null;
  /** The lessons to which a way leads, by id. */
  lessons: readonly { id: string; slug: string }[];
};

/** A learner's own grades in a course, and which of them a person gave, and why. */
export function OwnGrades({ course, grades, lessons }: OwnGradesProps) {
  const { t } = useTranslation("grades");
  const { locale } = usePageContext().formats;
  if (!grades) return null;
  const slugs = new Map(lessons.map(({ id, slug }) => [id, slug]));
  const weighted = new Set(grades.lessons.map(({ weight }) => weight)).size > 1;
  const soFar = grades.lessons.some(({ came, given }) => came.to === "none" && !given);
  return (
    <section aria-labelledby="grades" className="grid gap-3">
      <h2 id="grades" className="font-bold font-read text-2xl">
        {t("title")}
      </h2>
      <p>
        {t(soFar ? "courseSoFar" : "course")} <CourseGradeText grade={grades.grade} />
      </p>
      <ul className="grid gap-px overflow-hidden rounded border border-line bg-line">
        {grades.lessons.map((lesson) => (
          <li key={lesson.lessonId} className="grid gap-1 bg-surface px-4 py-3">
            <LessonLine
              lesson={lesson}
              weighted={weighted}
              title={<LocalText value={pickTranslated(lesson.titles, locale)} />}
              to={slugs.has(lesson.lessonId) ? `/learn/${course}/${slugs.get(lesson.lessonId)}` : undefined}
            />
          </li>
        ))}
      </ul>
      {grades.dropLowest > 0 ? (
        <p className="text-ink-2 text-sm">{t("dropped", { count: grades.dropLowest })}</p>
      ) : null}
    </section>
  );
}

function CourseGradeText({ grade }: Pick<Grades, "grade">) {
  const { t } = useTranslation("grades");
  const { exactPercent } = useFormats();
  if (grade === null) return t("none");
  return <strong>{typeof grade === "number" ? exactPercent(grade / 10_000) : t(grade)}</strong>;
}

type LessonLineProps = {
  lesson: Grades["lessons"][number];
  weighted: boolean;
  title: ReactNode;
  to: string | undefined;
};

function LessonLine({ lesson: { came, given, weight }, weighted, title, to }: LessonLineProps) {
  const { t } = useTranslation("grades");
  const { exactPercent, number } = useFormats();
  const earned = came.to === "share" ? exactPercent(came.share / 10_000) : t(came.to);
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        {to ? (
          <Link to={to} className="inline-flex min-h-11 items-center sm:min-h-0">
            {title}
          </Link>
        ) : (
          title
        )}
        <strong className="tabular-nums">{given ? exactPercent(given.share / 10_000) : earned}</strong>
      </p>
      {weighted ? <p className="text-ink-2 text-sm">{t("weight", { weight: number(weight) })}</p> : null}
      {given ? <GivenGrade given={given} /> : null}
      {given && came.to === "share" ? <p className="text-ink-2 text-sm">{t("earned", { share: earned })}</p> : null}
    </>
  );
}
