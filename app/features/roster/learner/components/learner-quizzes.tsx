import { LocalText } from "#app/platform/i18n/local-text.tsx";
import type { ActAnswer } from "#app/platform/i18n/use-act-fields.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { LearnerPage } from "../find-learner.server.ts";
import { LearnerAttempt } from "./learner-attempt.tsx";

type Quiz = LearnerPage["quizzes"][number];

/** Each quiz as this learner stands in it: what counts, what was granted or given by a person, and her attempts. */
export function LearnerQuizzes({ page, answer }: { page: LearnerPage; answer: ActAnswer }) {
  const { t } = useTranslation("learner");
  if (page.quizzes.length === 0) return null;
  return (
    <section aria-labelledby="quizzes" className="grid gap-4">
      <h2 id="quizzes" className="font-bold font-read text-2xl">
        {t("quizzes.title")}
      </h2>
      {page.quizzes.map((quiz) => (
        <Card key={quiz.id} as="section" aria-labelledby={`quiz-${quiz.id}`} className="grid gap-3">
          <h3 id={`quiz-${quiz.id}`} className="font-semibold text-lg">
            <LocalText value={quiz.title} />
          </h3>
          <Standing quiz={quiz} />
          <Accommodations quiz={quiz} />
          {quiz.nameless ? <p className="text-ink-2 text-sm">{t("quizzes.nameless")}</p> : null}
          {quiz.attempts.length === 0 ? (
            <p className="text-ink-2">{t("quizzes.notSat")}</p>
          ) : (
            <ol className="grid">
              {quiz.attempts.map((attempt) => (
                <LearnerAttempt
                  key={`${attempt.number} ${attempt.state}`}
                  attempt={attempt}
                  results={quiz.slug ? `/teach/${page.course.slug}/${quiz.slug}/results/attempts` : null}
                  tends={page.tends}
                  answer={answer}
                />
              ))}
            </ol>
          )}
        </Card>
      ))}
    </section>
  );
}

function Standing({ quiz: { standing, override } }: { quiz: Quiz }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  return (
    <>
      {standing && (standing.share !== null || standing.waiting) ? (
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-ink-2">{t("quizzes.standing")}</span>
          {standing.share === null ? null : (
            <strong className="tabular-nums">{formats.percent(standing.share / 10_000)}</strong>
          )}
          {standing.passed ? <Tag kind="gold">{t("quizzes.passed")}</Tag> : null}
          {standing.waiting ? <Tag kind="plain">{t("lessons.waits")}</Tag> : null}
        </p>
      ) : null}
      {override ? (
        <p className="rounded-sm bg-tile-tint px-4 py-3">
          {t("quizzes.override", {
            share: formats.percent(override.share / 10_000),
            by: override.by ?? t("acts.nobody"),
            at: formats.moment(override.givenAt),
          })}{" "}
          <bdi>{override.reason}</bdi>
        </p>
      ) : null}
    </>
  );
}

function Accommodations({ quiz: { accommodations } }: { quiz: Quiz }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  if (accommodations.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {accommodations.map(({ ofCohort, extraMinutes, opensAt, closesAt, reason }) => (
        <li key={`${ofCohort}`}>
          {t(ofCohort ? "quizzes.grantedCohort" : "quizzes.granted")}{" "}
          {[
            extraMinutes > 0 ? t("quizzes.extra", { time: formats.minutes(extraMinutes) }) : "",
            opensAt ? t("quizzes.from", { at: formats.moment(opensAt) }) : "",
            closesAt ? t("quizzes.until", { at: formats.moment(closesAt) }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
          {reason ? (
            <>
              {" – "}
              <bdi>{reason}</bdi>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
