import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** How the weights of a lesson are said, lightest first: one, or from the least to the most where releases differ. */
export function useWeight() {
  const { t } = useTranslation("gradebook");
  const { number } = useFormats();
  return (weights: readonly number[]) => {
    const [least = 1, most = least] = [weights[0], weights.at(-1)];
    if (least === most) return t("weight.one", { weight: number(least) });
    return t("weight.between", { least: number(least), most: number(most) });
  };
}
