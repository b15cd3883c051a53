import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SkipLink } from "#app/ui/skip-link.tsx";
import type { ClosedLessonView } from "../../lesson-page-view.ts";
import { AskedFirst } from "../lesson-wait.tsx";
import { PlayerBar } from "./player-bar.tsx";

/** A lesson that is closed to a learner: why, and what opens it. One that is framed leaves the skip link to its frame. */
export function ClosedLesson({ closed, isFramed = false }: { closed: ClosedLessonView; isFramed?: boolean }) {
  const { t } = useTranslation("learn");
  return (
    <div className="min-h-dvh">
      {isFramed ? null : <SkipLink>{t("ui:skipToContent")}</SkipLink>}
      <PlayerBar page={closed}>{null}</PlayerBar>
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-2xl gap-6 px-4 py-8 sm:px-6">
        <h1 className="font-bold font-read text-3xl leading-snug">
          <LocalText value={closed.lesson.title} />
        </h1>
        <Why closed={closed} />
        <Link to={`/learn/${closed.course.slug}`} className={`${buttonClass({ kind: "quiet" })} justify-self-start`}>
          {t("closed.toCourse")}
        </Link>
      </main>
    </div>
  );
}

function Why({ closed: { course, wait, endedAt } }: { closed: ClosedLessonView }): ReactNode {
  const { t } = useTranslation("learn");
  const formats = useFormats();
  if (endedAt) return <EndedNotice endedAt={endedAt} />;
  if (wait?.for === "first") {
    return (
      <Notice kind="info" title={t("closed.first")}>
        <AskedFirst course={course.slug} lessons={wait.lessons} />
      </Notice>
    );
  }
  if (wait?.for !== "later") return null;
  return (
    <Notice kind="info" title={t("closed.later", { at: formats.moment(wait.opensAt) })}>
      {t("closed.laterText")}
    </Notice>
  );
}

/** That a learner's time in a course is over, what stays hers, and what she can do. */
export function EndedNotice({ endedAt }: { endedAt: Date }) {
  const { t } = useTranslation("learn");
  const formats = useFormats();
  return (
    <Notice kind="info" title={t("closed.ended", { at: formats.moment(endedAt) })}>
      {t("closed.endedText")}
    </Notice>
  );
}
