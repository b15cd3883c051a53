import type { SubmissionResult } from "@conform-to/react";
import { BeginQuiz } from "#app/features/quiz/components/intro/begin-quiz.tsx";
import { GivenInstead } from "#app/features/quiz/components/intro/given-grade.tsx";
import { PastAttempts } from "#app/features/quiz/components/intro/past-attempts.tsx";
import { QuizRules } from "#app/features/quiz/components/intro/quiz-rules.tsx";
import type { QuizView } from "#app/features/quiz/find-quiz.server.ts";
import type { LessonPageView } from "../../lesson-page-view.ts";
import { FinishQuiz } from "./finish-quiz.tsx";
import { lessonAddress } from "./lesson-ways.tsx";
import { useBeginAtOnce } from "./use-begin-at-once.ts";

type QuizLessonProps = {
  page: LessonPageView;
  quiz: QuizView;
  /** What beginning was refused for. */
  result: SubmissionResult<string[]> | undefined;
};

/** A lesson that is a quiz, below its text: rules, the way in, and what was sat so far. Loaded where there is one. */
export default function QuizLesson({ page, quiz, result }: QuizLessonProps) {
  const path = lessonAddress(page.course.slug, page.lesson.slug, undefined);
  const { learner } = quiz;
  const begin = useBeginAtOnce({ course: page.course.slug, lesson: page.lesson.slug });
  return (
    <div className="lesson-foot mt-6 grid gap-6">
      <QuizRules quiz={quiz} />
      {learner ? <BeginQuiz quiz={quiz} learner={learner} path={path} result={result} begin={begin} /> : null}
      {learner ? <PastAttempts past={learner.past} path={path} /> : null}
      {learner?.given ? <GivenInstead given={learner.given} /> : null}
      {learner ? (
        <FinishQuiz
          quiz={quiz}
          learner={learner}
          completed={page.lesson.completed}
          finishedCourse={page.finishedCourse}
        />
      ) : null}
    </div>
  );
}
