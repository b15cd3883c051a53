import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { catalogueHref } from "../course-filters.ts";
import type { CoursePage } from "../find-course.server.ts";
import { LanguageNames } from "./language-names.tsx";

function Fact({ icon, label, children }: { icon: IconName; label: string; children: ReactNode }) {
  return (
    <div className="border-line border-t py-3">
      <dt className="flex items-center gap-3 text-ink-2 text-sm">
        <Icon name={icon} className="size-5 flex-none text-tile" />
        {label}
      </dt>
      <dd className="ps-8">{children}</dd>
    </div>
  );
}

/** What one asks before taking a course; seats and dates are said where one enrols. */
export function CourseFacts({ course }: { course: CoursePage }) {
  const { t } = useTranslation("course");
  const { minutes, date } = useFormats();
  const { subject } = course;
  return (
    <dl>
      <Fact icon="book" label={t("filter.subject")}>
        <Link to={catalogueHref({ subject: subject.slug })}>
          <LocalText value={subject.name} />
        </Link>
      </Fact>
      <Fact icon="award" label={t("filter.level")}>
        {t(`level.${course.level}`)}
      </Fact>
      <Fact icon="clock" label={t("page.effort")}>
        {t("lessons", { count: course.lessonCount })} · {minutes(course.minutes)}
      </Fact>
      {course.certificateRule === "none" ? null : (
        <Fact icon="certificate" label={t("certificate.title")}>
          {t(`certificate.${course.certificateRule}`)}
          {course.certificatePaid ? <span className="block text-ink-2">{t("certificate.paid")}</span> : null}
        </Fact>
      )}
      <Fact icon="globe" label={t("page.languages")}>
        <LanguageNames locales={course.locales} />
      </Fact>
      <Fact icon="calendar" label={t("page.updated")}>
        {date(course.updatedAt)}
      </Fact>
    </dl>
  );
}
