import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { SkipLink } from "#app/ui/skip-link.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { AttemptPage } from "../../find-attempt-page.server.ts";

/** The page around an attempt: the way back, and what it is an attempt at. */
export function AttemptFrame({ page, children }: { page: AttemptPage; children: ReactNode }) {
  const { t } = useTranslation("sitting");
  const { locale } = usePageContext().formats;
  const { course, lesson, attempt } = page;
  const title = pickTranslated(lesson?.titles ?? course.titles, locale);
  const number = t("sit.attempt", { number: attempt.number });
  return (
    <div className="min-h-dvh">
      <PlainHead title={`${title.text} · ${number}`} />
      <SkipLink>{t("ui:skipToContent")}</SkipLink>
      <header className="no-print flex min-h-15 items-center border-line border-b bg-surface px-3 sm:px-5">
        <Link
          to={lesson ? `/learn/${course.slug}/${lesson.slug}` : `/learn/${course.slug}`}
          className="flex min-h-11 min-w-0 items-center gap-2 font-bold font-read text-ink text-lg leading-snug no-underline hover:text-tile"
        >
          <Icon name="previous" className="size-5 flex-none" />
          <VisuallyHidden>{t("sit.back")}</VisuallyHidden>
          <span className="truncate py-1">
            <LocalText value={title} />
          </span>
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-5xl px-4 pt-8 pb-16 focus:outline-none sm:px-6">
        <h1 className="mb-6 font-bold font-read text-3xl text-balance sm:text-4xl">
          <LocalText value={title} />
          <span className="mt-1 block font-normal font-ui text-base text-ink-2">{number}</span>
        </h1>
        {children}
      </main>
    </div>
  );
}
