import { type ReactNode, useId } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import type { QuizView } from "../../find-quiz.server.ts";
import type { Reveal } from "../../quiz-rules.ts";
import { usePoints } from "../use-points.ts";

/** What a quiz asks and allows, said before it is sat. */
export function QuizRules({ quiz }: { quiz: QuizView }) {
  const { t } = useTranslation("attempt");
  const formats = useFormats();
  const points = usePoints();
  const id = useId();
  const order = quiz.noGoingBack ? "noGoingBack" : "oneAtATime";
  return (
    <Card as="section" aria-labelledby={id}>
      <h2 id={id} className="font-bold font-read text-xl">
        {t("rules.title")}
      </h2>
      <dl className="mt-4 grid gap-x-6 gap-y-2.5 sm:grid-cols-[auto_1fr]">
        <Rule name={t("rules.questions")}>
          {formats.number(quiz.questions)} ({points.some(quiz.points)})
        </Rule>
        <Rule name={t("rules.time")}>
          <TimeAllowed quiz={quiz} />
        </Rule>
        <Rule name={t("rules.attempts")}>
          <AttemptsAllowed quiz={quiz} />
        </Rule>
        {quiz.attempts === 1 ? null : <Rule name={t("rules.counts.title")}>{t(`rules.counts.${quiz.counts}`)}</Rule>}
        <Rule name={t("rules.pass")}>{formats.percent(quiz.passPercent / 100)}</Rule>
        <Rule name={t("rules.completes.title")}>{t(`rules.completes.${quiz.completesOn}`)}</Rule>
        {quiz.opensAt ? <Rule name={t("rules.opens")}>{formats.moment(quiz.opensAt)}</Rule> : null}
        {quiz.closesAt ? <Rule name={t("rules.closes")}>{formats.moment(quiz.closesAt)}</Rule> : null}
        {quiz.oneAtATime ? <Rule name={t("rules.order")}>{t(`rules.${order}`)}</Rule> : null}
        <Rule name={t("rules.after.title")}>
          <Afterwards quiz={quiz} />
        </Rule>
      </dl>
      <div className="mt-4 grid gap-2 border-line border-t pt-4 text-ink-2 text-sm">
        <p>{t("rules.saving")}</p>
        {quiz.minutes !== null || quiz.closesAt !== null ? <p>{t("rules.clock")}</p> : null}
      </div>
    </Card>
  );
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 font-medium">{children}</dd>
    </div>
  );
}

function TimeAllowed({ quiz: { minutes, extraMinutes } }: { quiz: QuizView }) {
  const { t } = useTranslation("attempt");
  const formats = useFormats();
  if (minutes === null) return t("rules.noLimit");
  const time = formats.minutes(minutes);
  return extraMinutes > 0 ? t("rules.withExtra", { time, extra: formats.minutes(extraMinutes) }) : time;
}

function AttemptsAllowed({ quiz: { attempts, learner } }: { quiz: QuizView }) {
  const { t } = useTranslation("attempt");
  const formats = useFormats();
  if (attempts === null) return t("rules.anyAttempts");
  if (!learner || learner.left === null) return formats.number(attempts);
  return t("rules.attemptsLeft", { left: learner.left, allowed: attempts });
}

/** What is shown once it is over, now and after it has closed. */
function Afterwards({ quiz }: { quiz: QuizView }) {
  const { t } = useTranslation("attempt");
  const tell = useReveals();
  const { revealAfterSubmitting: first, revealAfterClosing: last, closesAt } = quiz;
  const changes = closesAt !== null && (first.length !== last.length || first.some((what) => !last.includes(what)));
  const submitting = first.length > 0 ? t("rules.after.shown", { what: tell(first) }) : t("rules.after.nothing");
  const closing = last.length > 0 ? t("rules.after.closing", { what: tell(last) }) : t("rules.after.closingNothing");
  return (
    <>
      <p>{submitting}</p>
      {changes ? <p>{closing}</p> : null}
    </>
  );
}

/** Names what is revealed, as one list in words. */
export function useReveals(): (reveals: readonly Reveal[]) => string {
  const { t, language } = useTranslation("attempt");
  return (reveals) => new Intl.ListFormat(language).format(reveals.map((what) => t(`reveal.${what}`)));
}
