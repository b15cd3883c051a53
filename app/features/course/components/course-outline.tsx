import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText, useLangOf } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { CoursePage } from "../find-course.server.ts";

type Lesson = CoursePage["sections"][number]["lessons"][number];

function LessonLine({ lesson, course, number }: { lesson: Lesson; course: string; number: number }) {
  const { t } = useTranslation("course");
  const { minutes, number: format } = useFormats();
  const langOf = useLangOf();
  const title = <span {...langOf(lesson.title.locale)}>{lesson.title.text}</span>;
  return (
    <li className="flex min-h-12 items-baseline gap-3 border-line border-t py-2.5">
      <span className="w-7 flex-none text-ink-2 text-sm tabular-nums">{format(number)}</span>
      <span className="min-w-0 flex-1">
        {lesson.preview ? <Link to={`/learn/${course}/${lesson.slug}`}>{title}</Link> : title}
        {lesson.preview ? (
          <span className="ms-2 inline-flex items-center gap-1 text-ink-2 text-sm">
            <Icon name="eye" className="size-4 flex-none" />
            {t("page.preview")}
          </span>
        ) : null}
        {lesson.kind === "quiz" ? <span className="ms-2 text-ink-2 text-sm">{t("progress:quiz.kind")}</span> : null}
        {lesson.required ? null : <span className="ms-2 text-ink-2 text-sm">{t("page.optional")}</span>}
      </span>
      <span className="flex-none text-ink-2 text-sm">{minutes(lesson.minutes)}</span>
    </li>
  );
}

/** The outline of a course for those who think of taking it: sections, lessons with their length, what can be read now. */
export function CourseOutline({ course }: { course: Pick<CoursePage, "slug" | "sections"> }) {
  const { t } = useTranslation("course");
  const { minutes } = useFormats();
  const before = course.sections.map((_, index) =>
    course.sections.slice(0, index).reduce((sum, section) => sum + section.lessons.length, 0),
  );
  return (
    <div className="grid gap-6">
      {course.sections.map((section, index) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-2">
            <h3 id={`section-${section.id}`} className="font-bold font-read text-xl">
              <LocalText value={section.title} />
            </h3>
            <p className="text-ink-2 text-sm">
              {t("lessons", { count: section.lessons.length })} · {minutes(section.minutes)}
            </p>
          </div>
          <ol className="border-line border-b">
            {section.lessons.map((lesson, place) => (
              <LessonLine
                key={lesson.id}
                lesson={lesson}
                course={course.slug}
                number={(before[index] ?? 0) + place + 1}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
