import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** No more are counted than this; a figure above it means more. */
const MOST = 10_000;

/** A figure of the register as it is shown. */
export function useCounted(): (count: number) => string {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  return (count) => (count > MOST ? t("register.moreThan", { number: formats.number(MOST) }) : formats.number(count));
}
