import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { AttemptSummary } from "../../find-quiz.server.ts";
import { usePoints } from "../use-points.ts";

/** A learner's attempts that are over, newest first, with as much of their grades as she may see. */
export function PastAttempts({ past, path }: { past: readonly AttemptSummary[]; path: string }) {
  const { t } = useTranslation("attempt");
  const formats = useFormats();
  if (past.length === 0) return null;
  const cells = (attempt: AttemptSummary): ReactNode[] => [
    formats.number(attempt.number),
    attempt.submittedAt ? formats.moment(attempt.submittedAt) : null,
    attempt.setAside ? (
      <SetAside key="score" setAside={attempt.setAside} />
    ) : (
      <AttemptScore key="score" attempt={attempt} />
    ),
    <Link key="link" to={`${path}/attempts/${attempt.id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
      {t("past.look")}
      <VisuallyHidden> {t("past.numbered", { number: attempt.number })}</VisuallyHidden>
    </Link>,
  ];
  return (
    <DataTable
      caption={t("past.title")}
      head={[
        { key: "number", label: t("past.number") },
        { key: "at", label: t("past.submitted") },
        { key: "score", label: t("past.score") },
        { key: "look", label: t("past.answers") },
      ]}
      rows={past.map((attempt) => ({ key: attempt.id, cells: cells(attempt) }))}
    />
  );
}

function SetAside({ setAside: { reason } }: { setAside: NonNullable<AttemptSummary["setAside"]> }) {
  const { t } = useTranslation("attempt");
  return (
    <span className="grid justify-items-start gap-1">
      <Tag kind="plain">{t("past.setAside")}</Tag>
      <bdi className="text-ink-2">{reason}</bdi>
    </span>
  );
}

/** The score of an attempt and whether it passed, or why there is none to see. */
export function AttemptScore({ attempt: { score, waiting } }: { attempt: Pick<AttemptSummary, "score" | "waiting"> }) {
  const { t } = useTranslation("attempt");
  const formats = useFormats();
  const points = usePoints();
  if (waiting) return <Tag kind="plain">{t("past.waiting")}</Tag>;
  if (!score) return <span className="text-ink-2">{t("past.notShown")}</span>;
  const share = score.maxPoints === 0 ? 1 : score.points / score.maxPoints;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-semibold tabular-nums">{formats.percent(share)}</span>
      <span className="text-ink-2">{points.of(score.points, score.maxPoints)}</span>
      <Tag kind={score.passed ? "gold" : "plain"}>{t(score.passed ? "past.passed" : "past.notPassed")}</Tag>
    </span>
  );
}
