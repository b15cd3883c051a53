import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Stat } from "#app/ui/stat.tsx";
import type { ResultsOverview } from "../../results/find-results-overview.server.ts";
import { BarChart } from "./bar-chart.tsx";

const DAY_MS = 86_400_000;

/** How often a quiz was sat, and with what result. */
export function OverviewFigures({ overview }: { overview: ResultsOverview }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const { attempts, learners, open, voided, waiting, passed, mean, median } = overview;
  const share = (value: number | null) => (value === null ? "–" : formats.percent(value));
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-4">
      <Stat label={t("figures.learners")} value={formats.number(learners)} />
      <Stat label={t("figures.attempts")} value={formats.number(attempts)} />
      <Stat label={t("figures.passed")} value={formats.number(passed)} />
      <Stat label={t("figures.mean")} value={share(mean)} />
      <Stat label={t("figures.median")} value={share(median)} />
      <Stat label={t("figures.waiting")} value={formats.number(waiting)} />
      <Stat label={t("figures.open")} value={formats.number(open)} />
      {voided > 0 ? <Stat label={t("figures.voided")} value={formats.number(voided)} /> : null}
    </dl>
  );
}

/** Attempts as they were begun, in periods of equal length. */
export function AttemptsOverTime({ periods }: Pick<ResultsOverview, "periods">) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  // A calendar day has no time zone: noon of it is the same day in nearly all.
  const day = (date: string, later = 0) => formats.date(new Date(Date.parse(`${date}T12:00:00Z`) + later * DAY_MS));
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return null;
  const nameOf = ({ from, days }: (typeof periods)[number]) =>
    days === 1 ? day(from) : `${day(from)} – ${day(from, days - 1)}`;
  return (
    <BarChart
      label={t("time.label")}
      bars={periods.map((period) => ({ key: period.from, label: nameOf(period), count: period.count }))}
      ends={[day(first.from), day(last.from, last.days - 1)]}
      table={{ title: t("chart.table"), head: [t("time.when"), t("figures.attempts")] }}
    />
  );
}

/** How many attempts came to which part of the score; what fails is drawn paler. */
export function ScoreDistribution({
  scores,
  passPercent,
}: Pick<ResultsOverview, "scores"> & { passPercent: number | null }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const bars = scores.map(({ from, to, count }) => ({
    key: String(from),
    label: `${formats.percent(from)} – ${formats.percent(to)}`,
    count,
    marked: passPercent !== null && to <= passPercent / 100,
  }));
  return (
    <>
      {passPercent === null ? null : (
        <p className="text-ink-2 text-sm">{t("scores.pass", { share: formats.percent(passPercent / 100) })}</p>
      )}
      <BarChart
        label={t("scores.label")}
        bars={bars}
        ends={[formats.percent(0), formats.percent(1)]}
        table={{ title: t("chart.table"), head: [t("scores.score"), t("figures.attempts")] }}
      />
    </>
  );
}
