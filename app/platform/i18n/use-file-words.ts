import { useTranslation } from "./use-translation.ts";

/** What a control for files says, in the reader's language. */
export function useFileWords() {
  const { t } = useTranslation("ui");
  return { choose: t("file.choose"), none: t("file.none") };
}
