import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { compareBodies } from "../../bank/compare-bodies.ts";
import { ChangeList } from "./change-list.tsx";
import type { EditedQuestion, QuestionDraftState } from "./use-question-draft.ts";

/** Somebody else saved the question meanwhile: where hers and mine part, and which is to stand. */
export function ConflictNotice({ theirs, state }: { theirs: EditedQuestion; state: QuestionDraftState }) {
  const { t } = useTranslation("question-bank");

  return (
    <Notice kind="warning" title={t("conflict.title")}>
      <div className="grid gap-3">
        <p>{t("conflict.text")}</p>
        <ChangeList
          changes={compareBodies(theirs.draft, state.draft)}
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
