import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { ReleasedQuiz } from "../../building/find-quiz-editor.server.ts";

/** Says what learners sit now: what the last release froze, never the draft. */
export function QuizStanding({ released }: { released: ReleasedQuiz }) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  if (!released)
    return (
      <Notice kind="info" title={t("standing.never")}>
        {t("standing.neverText")}
      </Notice>
    );
  const values = { number: formats.number(released.number), date: formats.date(released.at) };
  if (released.same)
    return (
      <Notice kind="success" title={t("standing.same", values)}>
        {t("standing.pinned")}
      </Notice>
    );
  return (
    <Notice kind="warning" title={t("standing.differs", values)}>
      {t("standing.differsText")}
    </Notice>
  );
}
