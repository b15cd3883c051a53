import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { AttemptScore } from "../intro/past-attempts.tsx";
import { useReveals } from "../intro/quiz-rules.tsx";
import { usePoints } from "../use-points.ts";
import type { SubmittedAttempt } from "./slot-review.tsx";

/** What an attempt came to, when it was handed in, and what may be seen of it later. */
export function AttemptResult({ attempt }: { attempt: SubmittedAttempt }) {
  const { t } = useTranslation("sitting");
  const formats = useFormats();
  const { submittedAt, submittedBy, startedAt, deadlineAt } = attempt;
  const ended = deadlineAt && deadlineAt < submittedAt ? deadlineAt : submittedAt;
  const minutes = Math.floor((ended.getTime() - startedAt.getTime()) / 60_000);
  const time = minutes < 1 ? t("review.lessThanMinute") : formats.minutes(minutes);
  return (
    <Card as="section" className="grid gap-3">
      <h2 className="sr-only">{t("review.result")}</h2>
      <Score attempt={attempt} />
      <div className="grid gap-1 text-ink-2 text-sm">
        <p>{t(submittedBy === "clock" ? "review.byClock" : "review.handedIn", { at: formats.moment(submittedAt) })}</p>
        <p>{t("review.timeUsed", { time })}</p>
      </div>
      <Changes changes={attempt.changes} />
      <Later attempt={attempt} />
    </Card>
  );
}

function Score({ attempt: { score, waiting, rules } }: { attempt: SubmittedAttempt }) {
  const { t } = useTranslation("sitting");
  const formats = useFormats();
  if (waiting) return <p className="font-semibold">{t("review.waiting")}</p>;
  if (!score) return <p className="font-semibold">{t("review.hidden")}</p>;
  return (
    <>
      <div className="text-xl">
        <AttemptScore attempt={{ score, waiting }} />
      </div>
      <p>
        {score.passed ? t("review.passed") : t("review.notPassed", { pass: formats.percent(rules.passPercent / 100) })}
      </p>
    </>
  );
}

/** How corrections of questions changed the score afterwards, and why. */
function Changes({ changes }: { changes: SubmittedAttempt["changes"] }) {
  const { t } = useTranslation("sitting");
  const formats = useFormats();
  const points = usePoints();
  const tell = (earned: number | null, all: number) =>
    earned === null ? t("attempt:past.waiting") : points.of(earned, all);
  if (changes.length === 0) return null;
  return (
    <ul className="grid gap-2 rounded-sm bg-gold-tint px-4 py-3">
      {changes.map((change) => (
        <li key={change.at.getTime()}>
          {t("review.changed", {
            at: formats.date(change.at),
            before: tell(change.beforePoints, change.beforeMaxPoints),
            after: tell(change.afterPoints, change.afterMaxPoints),
          })}{" "}
          <bdi>{change.reason}</bdi> {change.protected ? t("review.protected") : null}
        </li>
      ))}
    </ul>
  );
}

/** What she sees from the closing on, where that is more than now. */
function Later({ attempt: { later, reveals } }: { attempt: SubmittedAttempt }) {
  const { t } = useTranslation("sitting");
  const formats = useFormats();
  const tell = useReveals();
  const more = later?.reveals.filter((what) => !reveals.includes(what)) ?? [];
  if (!later || more.length === 0) return null;
  return <p>{t("review.later", { at: formats.moment(later.at), what: tell(more) })}</p>;
}
