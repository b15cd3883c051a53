import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { EssayShown } from "./essay.ts";

/** How long an essay is to be, in words: «From 100 to 300 words»; nothing where it is not said. */
export function useWordsWanted({ least, most }: EssayShown["words"]): string | undefined {
  const { t } = useTranslation("quiz");
  if (least !== undefined && most !== undefined) return t("view.wordsBetween", { least, most });
  if (least !== undefined) return t("view.wordsLeast", { count: least });
  return most === undefined ? undefined : t("view.wordsMost", { count: most });
}
