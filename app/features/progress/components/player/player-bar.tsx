import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { LessonPageView } from "../../lesson-page-view.ts";

type PlayerBarProps = {
  page: Pick<LessonPageView, "enrolled"> & {
    course: Pick<LessonPageView["course"], "slug" | "titles">;
    progress: Pick<NonNullable<LessonPageView["progress"]>, "share"> | null;
  };
  children: ReactNode;
};

/** The player's head: the way back to the course, how far she is, and the settings given as children. */
export function PlayerBar({ page, children }: PlayerBarProps) {
  const { t } = useTranslation("learn");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const { course, enrolled, progress } = page;
  const title = pickTranslated(course.titles, locale);
  return (
    <header className="no-print sticky top-0 z-30 flex min-h-15 items-center gap-3 border-line border-b bg-surface px-3 sm:px-5">
      <Link
        to={enrolled ? `/learn/${course.slug}` : `/courses/${course.slug}`}
        className="flex min-h-11 min-w-0 items-center gap-2 font-bold font-read text-ink text-lg leading-snug no-underline hover:text-tile"
      >
        <Icon name="previous" className="size-5 flex-none" />
        <VisuallyHidden>{t("player.back")}</VisuallyHidden>
        <span className="truncate py-1">
          <LocalText value={title} />
        </span>
      </Link>
      <div className="ms-auto flex flex-none items-center gap-3">
        {progress ? (
          <>
            <ProgressBar label={t("progress:bar")} value={progress.share} className="w-36 max-sm:hidden" />
            <span className="w-11 text-end text-ink-2 text-sm tabular-nums">{formats.percent(progress.share)}</span>
          </>
        ) : null}
        {children}
      </div>
    </header>
  );
}
