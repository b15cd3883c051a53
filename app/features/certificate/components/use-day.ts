import { formatDate } from "#app/platform/i18n/format.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";

/** A day in both calendars, as it is printed on certificates: by the academy's clock, UTC, and not by the reader's. */
export function useDay(): (moment: Date | string) => string {
  const { formats } = usePageContext();
  return (moment) => formatDate(moment, { ...formats, timeZone: "UTC", calendar: "both" });
}
