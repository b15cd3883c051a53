import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText, useLangOf } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CourseInList } from "../select-courses.server.ts";
import { CourseCover } from "./course-cover.tsx";
import { LanguageNames } from "./language-names.tsx";
import { PriceTag } from "./price.tsx";

/** A course in a list. The whole card leads to it; its title is the link. */
function CourseCard({ course, number }: { course: CourseInList; number: number | undefined }) {
  const { t } = useTranslation("course");
  const { minutes, number: format } = useFormats();
  const langOf = useLangOf();
  const text = langOf(course.textLocale);
  return (
    <Card as="li" flush className="group relative flex flex-col">
      <CourseCover slug={course.slug} sha256={course.coverSha256} />
      <div className="flex flex-1 flex-col gap-2 p-5">
        <div className="flex flex-wrap items-center gap-2">
          {number ? <span className="font-bold text-ink-2 tabular-nums">{format(number)}</span> : null}
          <Tag>
            <LocalText value={course.subject.name} />
          </Tag>
          <PriceTag amount={course.priceAmount} currency={course.priceCurrency} />
        </div>
        <h3 {...text} className="font-bold font-read text-xl">
          <Link
            to={`/courses/${course.slug}`}
            className="text-ink no-underline after:absolute after:inset-0 group-hover:underline"
          >
            {course.title}
          </Link>
        </h3>
        <p {...text} className="line-clamp-4 text-ink-2 text-sm">
          {course.summary}
        </p>
        {course.instructors.length > 0 ? (
          <p className="flex items-center gap-1.5 text-ink-2 text-sm">
            <Icon name="person" className="size-4 flex-none" />
            <span>
              {course.instructors.map(({ handle, name }, index) => (
                <span key={handle}>
                  {index > 0 ? " · " : null}
                  <LocalText value={name} />
                </span>
              ))}
            </span>
          </p>
        ) : null}
        <p className="mt-auto flex flex-wrap gap-x-4 gap-y-1 pt-2 text-ink-2 text-sm">
          <span>{t("lessons", { count: course.lessonCount })}</span>
          <span>{minutes(course.minutes)}</span>
          <span>{t(`level.${course.level}`)}</span>
          <LanguageNames locales={course.locales} />
        </p>
      </div>
    </Card>
  );
}

/** Courses side by side, as many as the width holds; `numbered` where their order matters. */
export function CourseGrid({ courses, numbered = false }: { courses: readonly CourseInList[]; numbered?: boolean }) {
  const List = numbered ? "ol" : "ul";
  return (
    <List className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-6">
      {courses.map((course, index) => (
        <CourseCard key={course.id} course={course} number={numbered ? index + 1 : undefined} />
      ))}
    </List>
  );
}
