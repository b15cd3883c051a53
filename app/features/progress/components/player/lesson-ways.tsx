import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { LessonPageView } from "../../lesson-page-view.ts";

/** The address of a lesson in the player; `text` is the language in which she chose to read, if she did. */
export function lessonAddress(course: string, lesson: string, text: string | undefined): string {
  return `/learn/${course}/${lesson}${text ? `?text=${text}` : ""}`;
}

/** The way to the lessons beside this one. */
export function LessonWays({ page, text }: { page: LessonPageView; text: string | undefined }) {
  const { t } = useTranslation("learn");
  const { course, previous, next, lesson } = page;
  // Going on is what comes next for who has finished this lesson, and not before.
  const onward = page.enrolmentId !== null && !lesson.completed ? "quiet" : "primary";
  return (
    <nav aria-label={t("player.ways")} className="mt-8 flex flex-wrap justify-between gap-3 border-line border-t pt-5">
      {previous?.open ? (
        <Link
          to={lessonAddress(course.slug, previous.slug, text)}
          rel="prev"
          className={`${buttonClass({ kind: "quiet" })} max-w-full`}
        >
          <Icon name="previous" />
          {t("player.previous")}
        </Link>
      ) : (
        <span />
      )}
      {next?.open ? (
        <Link
          to={lessonAddress(course.slug, next.slug, text)}
          rel="next"
          prefetch="intent"
          className={`${buttonClass({ kind: onward })} max-w-full`}
        >
          <span className="min-w-0">
            {t("player.next")} <LocalText value={next.title} />
          </span>
          <Icon name="next" />
        </Link>
      ) : null}
      {!next && page.enrolled ? (
        <Link to={`/learn/${course.slug}`} className={buttonClass({ kind: onward })}>
          {t("player.toCourse")}
        </Link>
      ) : null}
    </nav>
  );
}

/** For who reads a preview without a place in the course: how to read on. */
export function Invitation({ page }: { page: LessonPageView }) {
  const { t } = useTranslation("learn");
  if (page.access === "learn" || (page.access === "preview" && page.enrolled)) return null;
  if (page.access === "teach") {
    return (
      <Notice kind="info">
        {t("player.teaching")} <Link to={`/teach/${page.course.slug}`}>{t("player.toTeaching")}</Link>
      </Notice>
    );
  }
  return (
    <Notice kind="info" title={t("invitation.title")}>
      <p>{t("invitation.text")}</p>
      <Link to={`/courses/${page.course.slug}`} className={`${buttonClass()} mt-3`}>
        {t("invitation.action")}
      </Link>
    </Notice>
  );
}
