import { directionOf } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Stat } from "#app/ui/stat.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { NamedEffects } from "../../correcting/name-effects.server.ts";
import { PointsText } from "../grading/points-text.tsx";

type Shown = NamedEffects["shown"][number];

/** Whose grade a correction changes, and how: counts of all, and the attempts that it touches most. */
export function Effects({ effects: { counts, shown } }: { effects: NamedEffects }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  if (counts.changed === 0) return <Notice kind="info">{t("effects.none")}</Notice>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={t("effects.changed")} value={formats.number(counts.changed)} />
        <Stat label={t("effects.raised")} value={formats.number(counts.raised)} />
        <Stat label={t("effects.lowered")} value={formats.number(counts.lowered)} />
        <Stat label={t("effects.nowPass")} value={formats.number(counts.nowPass)} />
        <Stat label={t("effects.nowFail")} value={formats.number(counts.nowFail)} />
        <Stat label={t("effects.protected")} value={formats.number(counts.protected)} />
      </dl>
      {counts.protected > 0 ? <p className="text-ink-2">{t("effects.protectedMeans")}</p> : null}
      <EffectTable shown={shown} />
      {counts.changed > shown.length ? (
        <p className="text-ink-2 text-sm">{t("effects.first", { count: shown.length })}</p>
      ) : null}
    </div>
  );
}

function EffectTable({ shown }: { shown: readonly Shown[] }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const arrow = directionOf(usePageContext().formats.locale) === "rtl" ? "←" : "→";
  const share = ({ points, maxPoints }: Shown["before"]) =>
    points === null || maxPoints === 0 ? "–" : formats.percent(points / maxPoints);
  const rows = shown.map((effect) => ({
    key: effect.attemptId,
    cells: [
      effect.learner === null ? t("grading.nameless") : <bdi key="learner">{effect.learner}</bdi>,
      formats.number(effect.number),
      <PointsText key="before" {...effect.before} />,
      <PointsText key="after" {...effect.after} />,
      `${share(effect.before)} ${arrow} ${share(effect.after)}`,
      <PassChange key="pass" effect={effect} />,
    ],
  }));
  return (
    <DataTable
      caption={t("effects.caption")}
      captionHidden
      head={[
        t("grading.learner"),
        { key: "number", label: t("attempts.number"), numeric: true },
        { key: "before", label: t("effects.before"), numeric: true },
        { key: "after", label: t("effects.after"), numeric: true },
        { key: "share", label: t("effects.share") },
        t("effects.pass"),
      ]}
      rows={rows}
    />
  );
}

function PassChange({ effect: { before, after, protected: kept } }: { effect: Shown }) {
  const { t } = useTranslation("quiz-results");
  if (kept) return <Tag kind="tile">{t("effects.kept")}</Tag>;
  if (before.passed && !after.passed) return <Tag kind="plain">{t("effects.fails")}</Tag>;
  if (!before.passed && after.passed) return <Tag kind="gold">{t("effects.passes")}</Tag>;
  return <span className="text-ink-2">{after.passed ? t("attempts.passed") : t("attempts.failed")}</span>;
}
