import { useLocation } from "react-router";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { QuestionDraftState } from "./use-question-draft.ts";

/** What became of what was written here: found again on this device, or not saved and why. */
export function DraftNotices({ course, state, isNew }: { course: string; state: QuestionDraftState; isNew: boolean }) {
  const { t } = useTranslation("question-bank");
  const { sent, restored } = state;
  const invalid = sent?.result === "invalid" ? sent.problems.length + Object.keys(sent.fields).length : 0;
  const { saved } = useLocation().state ?? {};
  return (
    <>
      {isNew && typeof saved === "string" && sent === null ? (
        <Notice kind="success">
          {t("desk.saved")} <Link to={`/teach/${course}/questions/${saved}`}>{t("desk.openSaved")}</Link>
        </Notice>
      ) : null}
      {restored ? (
        <Notice kind="info" title={t("desk.restored")}>
          <Button type="button" kind="quiet" size="s" onClick={state.takeSaved}>
            {t(isNew ? "desk.beginAnew" : "desk.takeSaved")}
          </Button>
        </Notice>
      ) : null}
      {invalid > 0 ? (
        <Notice kind="error" title={t("desk.invalid", { count: invalid })}>
          {t("desk.invalidText")}
        </Notice>
      ) : null}
      {sent?.result === "away" ? <Notice kind="warning">{t("desk.away")}</Notice> : null}
      {sent?.result === "shut" ? <Notice kind="error">{t("desk.shut")}</Notice> : null}
      {sent?.result === "tooLong" ? <Notice kind="error">{t("desk.tooLong")}</Notice> : null}
    </>
  );
}
