import { useEffect, useRef } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { LessonPageView } from "../../lesson-page-view.ts";
import { LessonList } from "../lesson-list.tsx";

/** As player.css has it. */
const WIDE = "(min-width: 60rem)";

/** The outline beside the lesson: in sight on a wide screen, behind a press on a narrow one. */
export function PlayerOutline({ page }: { page: LessonPageView }) {
  const { t } = useTranslation("learn");
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // The styles show it already; this says so to those who do not see.
    if (details.current && window.matchMedia(WIDE).matches) details.current.open = true;
  }, []);
  return (
    <nav aria-label={t("player.outline")} className="player-side no-print">
      <details ref={details} className="disclosure player-outline">
        <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
          <Icon name="chevron-down" className="disclosure-mark size-5 flex-none text-ink-2" />
          {t("player.outline")}
        </summary>
        <LessonList
          course={page.course.slug}
          sections={page.outline}
          currentId={page.lesson.id}
          plain={page.progress === null}
        />
      </details>
    </nav>
  );
}
