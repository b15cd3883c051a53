import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** Thousandths of a point as points with at most two decimals. */
export const inPoints = (thousandths: number) => Math.round(thousandths / 10) / 100;

/** Points out of the most there are, both in thousandths; says so where a person must still grade. */
export function PointsText({ points, maxPoints }: { points: number | null; maxPoints: number }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  if (points === null) return t("grading.waiting");
  return (
    <bdi className="whitespace-nowrap tabular-nums">
      {formats.number(inPoints(points))}
      <span className="text-ink-2">{` / ${formats.number(inPoints(maxPoints))}`}</span>
    </bdi>
  );
}
