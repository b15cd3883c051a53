import { numberingOf } from "#app/platform/i18n/format.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** What the words for years are made of, for the reader of this page. */
export function useYearWords() {
  const { t } = useTranslation("quiz");
  const { formats } = usePageContext();
  const format = new Intl.NumberFormat(`${formats.locale}-u-nu-${numberingOf(formats)}`, { useGrouping: false });
  return { t, digits: (year: number) => format.format(year) };
}
