import type { QuizView } from "#app/features/quiz/find-quiz.server.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { LessonPageView } from "../../lesson-page-view.ts";
import { Finished } from "./finish-lesson.tsx";

type FinishQuizProps = {
  quiz: QuizView;
  learner: NonNullable<QuizView["learner"]>;
  completed: boolean;
  finishedCourse: LessonPageView["finishedCourse"];
};

/** Why a quiz is not complete, exactly; or that it is. */
export function FinishQuiz({ quiz, learner, completed, finishedCourse }: FinishQuizProps) {
  const { t } = useTranslation("attempt");
  const { percent } = useFormats();
  return (
    <section id="finish" tabIndex={-1} aria-label={t("progress:complete.section")}>
      {completed ? (
        <Finished finishedCourse={finishedCourse} />
      ) : (
        <div className="flex items-start gap-3 rounded-sm bg-gold-tint px-4 py-3">
          <Icon name="clock" className="mt-1 size-5 flex-none text-gold-ink" />
          <p>
            <strong className="text-gold-ink">{t("lecture:why.title")}</strong>{" "}
            {t(reasonOf(quiz, learner), { pass: percent(quiz.passPercent / 100) })}
          </p>
        </div>
      )}
    </section>
  );
}

function reasonOf(
  { completesOn, counts }: QuizView,
  { open, past: all, left, obstacle }: FinishQuizProps["learner"],
): string {
  const past = all.filter(({ setAside }) => setAside === null);
  if (past.some(({ waiting }) => waiting)) return "why.waiting";
  if (open) return "why.open";
  if (completesOn === "submitting") return "why.notSubmitted";
  if (past.length === 0) return "why.notSat";
  if (left === 0 || obstacle === "closed") return "why.noMore";
  return counts === "best" ? "why.notPassed" : "why.notPassedByRule";
}
