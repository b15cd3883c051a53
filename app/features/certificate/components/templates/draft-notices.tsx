import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { listDifferences } from "./template-draft.ts";
import type { OpenTemplate, TemplateDraftState } from "./use-template-draft.ts";

/** What became of what was changed here: found again on this device, or not saved and why. */
export function DraftNotices({ state, saved }: { state: TemplateDraftState; saved: OpenTemplate }) {
  const { t } = useTranslation("certificate-template");
  const { sent, restored } = state;
  return (
    <>
      {restored ? (
        <Notice kind="info" title={t("desk.restored")}>
          <Button type="button" kind="quiet" size="s" onClick={state.takeSaved}>
            {t("desk.takeSaved")}
          </Button>
        </Notice>
      ) : null}
      {sent?.result === "invalid" ? (
        <Notice kind="error" title={t("desk.invalid", { count: sent.problems.length })}>
          {t("desk.invalidText")}
        </Notice>
      ) : null}
      {sent?.result === "away" ? <Notice kind="warning">{t("desk.away")}</Notice> : null}
      {sent?.result === "shut" ? <Notice kind="error">{t("desk.shut")}</Notice> : null}
      {sent?.result === "conflict" ? <Conflict state={state} saved={saved} /> : null}
    </>
  );
}

/** Somebody else saved the template meanwhile: where hers and mine part, and which is to stand. */
function Conflict({ state, saved }: { state: TemplateDraftState; saved: OpenTemplate }) {
  const { t } = useTranslation("certificate-template");
  return (
    <Notice kind="warning" title={t("conflict.title")}>
      <div className="grid gap-3">
        <p>{t("conflict.text")}</p>
        <DifferenceList
          differences={listDifferences({ name: saved.name, design: saved.design }, state.draft)}
          before={t("conflict.theirs")}
          after={t("conflict.mine")}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="button" onClick={() => void state.saveOver()}>
            {t("conflict.saveMine")}
          </Button>
          <Button type="button" kind="quiet" onClick={state.takeSaved}>
            {t("conflict.takeTheirs")}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
