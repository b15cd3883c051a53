import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { SatAttempt } from "../../results/find-attempts.server.ts";
import { type AttemptChoice, attemptSorts, attemptStates } from "../../results/results-names.ts";
import { PointsText } from "../grading/points-text.tsx";

/** How an attempt stands, in a word. */
export function AttemptStanding({ attempt }: { attempt: Pick<SatAttempt, "state" | "points" | "passed"> }) {
  const { t } = useTranslation("quiz-results");
  if (attempt.state === "open") return <Tag kind="plain">{t("attempts.open")}</Tag>;
  if (attempt.state === "voided") return <Tag kind="plain">{t("attempts.voided")}</Tag>;
  if (attempt.points === null) return <Tag kind="plain">{t("attempts.waiting")}</Tag>;
  return attempt.passed ? (
    <Tag kind="gold">{t("attempts.passed")}</Tag>
  ) : (
    <Tag kind="plain">{t("attempts.failed")}</Tag>
  );
}

/** Attempts at a quiz, each a way to its record. */
export function AttemptTable({ address, attempts }: { address: string; attempts: readonly SatAttempt[] }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const head = [
    t("grading.learner"),
    { key: "number", label: t("attempts.number"), numeric: true },
    t("attempts.state"),
    { key: "score", label: t("attempts.score"), numeric: true },
    t("attempts.begun"),
    { key: "time", label: t("attempts.time"), numeric: true },
    { key: "late", label: t("attempts.late"), numeric: true },
  ];
  const time = ({ learner, startedAt, submittedAt }: SatAttempt) => {
    if (learner === null || submittedAt === null) return "–";
    const minutes = Math.round((submittedAt.getTime() - startedAt.getTime()) / 60_000);
    return minutes < 1 ? t("attempts.moments") : formats.minutes(minutes);
  };
  const rows = attempts.map((attempt) => ({
    key: attempt.id,
    cells: [
      <Link
        key="learner"
        to={`${address}/${attempt.id}`}
        className="-my-2 inline-flex min-h-9 items-center text-tile underline underline-offset-4"
      >
        {attempt.learner === null ? t("grading.nameless") : <bdi>{attempt.learner}</bdi>}
      </Link>,
      formats.number(attempt.number),
      <AttemptStanding key="state" attempt={attempt} />,
      <Score key="score" attempt={attempt} />,
      <span key="begun" className="block min-w-32">
        {attempt.learner === null ? formats.date(attempt.startedAt) : formats.moment(attempt.startedAt)}
      </span>,
      time(attempt),
      attempt.late > 0 ? formats.number(attempt.late) : "–",
    ],
  }));
  return <DataTable caption={t("tabs.attempts")} captionHidden head={head} rows={rows} />;
}

/** Of one that was set aside, what it came to is struck: it counts for nothing. */
function Score({ attempt: { state, points, maxPoints } }: { attempt: SatAttempt }) {
  if (state === "open" || (state === "voided" && points === null)) return "–";
  const score = <PointsText points={points} maxPoints={maxPoints} />;
  return state === "voided" ? <s>{score}</s> : score;
}

/** Which attempts, and in which order. */
export function AttemptFilter({
  address,
  choice,
  nameless,
}: {
  address: string;
  choice: AttemptChoice;
  nameless: boolean;
}) {
  const { t } = useTranslation("quiz-results");
  const states = {
    open: t("attempts.open"),
    waiting: t("attempts.waiting"),
    passed: t("attempts.passed"),
    failed: t("attempts.failed"),
    voided: t("attempts.voided"),
  };
  const sorts = {
    latest: t("attempts.latest"),
    highest: t("attempts.highest"),
    lowest: t("attempts.lowest"),
    name: t("attempts.byName"),
  };
  return (
    <Form action={address} className="mb-6 flex flex-wrap items-end gap-4">
      <Select
        className="w-full sm:w-56"
        name="state"
        label={t("attempts.state")}
        options={[
          { value: "", label: t("grading.all") },
          ...attemptStates.map((value) => ({ value, label: states[value] })),
        ]}
        defaultValue={choice.state}
      />
      {nameless ? null : (
        <Select
          className="w-full sm:w-56"
          name="sort"
          label={t("attempts.order")}
          options={attemptSorts.map((value) => ({ value, label: sorts[value] }))}
          defaultValue={choice.sort}
        />
      )}
      <Button kind="quiet">{t("grading.show")}</Button>
    </Form>
  );
}
