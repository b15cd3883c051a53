import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** Thousandths of a point as points, rounded to hundredths. */
const toPoints = (thousandths: number) => Math.round(thousandths / 10) / 100;

/** How points are said: `of` as «3 of 5 points», `some` as «5 points». Both take thousandths of a point. */
export function usePoints() {
  const { t } = useTranslation("attempt");
  const { number } = useFormats();
  return {
    some: (points: number) => t("points", { count: toPoints(points) }),
    of: (points: number, maxPoints: number) =>
      t("pointsOf", { points: number(toPoints(points)), all: number(toPoints(maxPoints)) }),
  };
}
