import { directionOf } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import type { PlotDirection } from "#app/ui/chart/plot-frame.tsx";

/**
 * Plots go on as the page is read: in Arabic and Urdu time runs, and figures grow, from right to left, as dates in a
 * row of a table do. (The heat of a lecture alone does not: it lies along its player's bar.)
 */
export function usePlotDirection(): PlotDirection {
  return directionOf(usePageContext().formats.locale);
}
