import { translateMessage, withValues } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { BankQuestion } from "../../building/plan-pieces.server.ts";
import type { PlanInHand } from "./use-plan.ts";

/** Saves the plan and says how that went; brings back what was taken out last. */
export function PlanSaving({ plan, known }: { plan: PlanInHand; known: ReadonlyMap<string, BankQuestion> }) {
  const { t } = useTranslation("quiz-editor");
  const { sent, dirty, whole, last } = plan;
  const removedName = () => {
    if (last?.kind === "section") return t("plan.aSection");
    const from = last?.slot.from;
    return (from && "questionId" in from && known.get(from.questionId)?.name) || t("plan.aPool");
  };
  return (
    <div
      className={classNames("grid gap-3 border-line border-t bg-paper py-3", (dirty || last) && "sticky bottom-0 z-10")}
    >
      {last ? (
        <div role="status" className="flex flex-wrap items-center gap-x-3">
          <span>{t("plan.removed", { name: removedName() })}</span>
          <Button type="button" kind="plain" size="s" onClick={plan.undo}>
            {t("plan.undo")}
          </Button>
        </div>
      ) : null}
      <Refused plan={plan} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="button" disabled={!dirty || !whole || sent?.result === "sending"} onClick={plan.save}>
          {t("plan.save")}
        </Button>
        <p role="status" className="text-ink-2">
          {whole ? null : <span className="text-danger">{t("plan.notWhole")}</span>}
          {whole && sent?.result === "sending" ? t("plan.sending") : null}
          {whole && dirty && sent?.result !== "sending" ? t("plan.unsaved") : null}
          {whole && !dirty && sent?.result === "saved" ? t("plan.saved") : null}
        </p>
      </div>
    </div>
  );
}

function Refused({ plan }: { plan: PlanInHand }) {
  const { t } = useTranslation("quiz-editor");
  const { sent } = plan;
  if (sent?.result === "away") return <Notice kind="error">{t("plan.away")}</Notice>;
  if (sent?.result === "refused")
    return <Notice kind="error">{translateMessage(t, withValues(sent.messageKey, sent.values))}</Notice>;
  if (sent?.result !== "conflict" || !plan.dirty) return null;
  return (
    <Notice kind="error" title={t("conflict.title")}>
      <p>{t("conflict.text")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="button" kind="quiet" size="s" onClick={plan.takeTheirs}>
          {t("conflict.takeTheirs")}
        </Button>
        <Button type="button" kind="quiet" size="s" onClick={plan.saveOver}>
          {t("conflict.saveOver")}
        </Button>
      </div>
    </Notice>
  );
}
