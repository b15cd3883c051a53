import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { SentDraft } from "./send-draft.ts";

/** How sending went, where it did not go well. */
export function SentNotice({ sent }: { sent: SentDraft | { result: "sending" } | null }) {
  const { t } = useTranslation("lecture-editor");
  if (sent?.result === "away") return <Notice kind="warning">{t("away")}</Notice>;
  if (sent?.result === "refused") return <Notice kind="error">{t(sent.messageKey, sent.values)}</Notice>;
  return null;
}
