import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { findCueFaults } from "../../captions/cue-list.ts";
import { SentNotice } from "./sent-notice.tsx";
import type { SavedCaptions, useCaptionDraft } from "./use-caption-draft.ts";

type CaptionStandingProps = {
  draft: ReturnType<typeof useCaptionDraft>;
  saved: SavedCaptions;
  faults: ReturnType<typeof findCueFaults>;
};

/** What keeps captions from being saved, and what others did meanwhile. */
export function CaptionStanding({ draft, saved, faults }: CaptionStandingProps) {
  const { t } = useTranslation("lecture-editor");
  const { dirty, sent, restored, conflict } = draft;
  const beyond = [...faults.values()].filter((fault) => fault === "beyondEnd").length;
  const [first] = [...faults].filter(([, fault]) => fault !== "beyondEnd");
  const count = faults.size - beyond;
  return (
    <div className="grid grid-cols-1 gap-3 empty:hidden">
      {first ? (
        <Notice kind="warning" title={t("captions.faults", { count })}>
          <Button type="button" kind="plain" size="s" onClick={() => focusCue(first[0])}>
            {t("captions.toFault")}
          </Button>
        </Notice>
      ) : null}
      {beyond > 0 ? <Notice kind="warning">{t("captions.beyond", { count: beyond })}</Notice> : null}
      {restored && dirty && !conflict ? (
        <Notice kind="info" title={t("captions.restored")}>
          <Button type="button" kind="plain" size="s" onClick={draft.takeTheirs}>
            {t("captions.discard")}
          </Button>
        </Notice>
      ) : null}
      {conflict ? <Conflict draft={draft} saved={saved} /> : <SentNotice sent={sent} />}
    </div>
  );
}

/** Stays in sight at the end of the screen, however long the list is. */
export function CaptionSaving({ draft, faults }: Pick<CaptionStandingProps, "draft" | "faults">) {
  const { t } = useTranslation("lecture-editor");
  const { dirty, sending, conflict } = draft;
  const wrong = [...faults.values()].some((fault) => fault !== "beyondEnd");
  const state = sending ? "sending" : dirty ? "unsaved" : "saved";
  return (
    <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-3 border-line border-t bg-paper py-2">
      <Button type="button" disabled={!dirty || sending || conflict || wrong} onClick={() => void draft.save()}>
        {t("captions.save")}
      </Button>
      <p role="status" className="text-ink-2">
        {t(`captions.state.${state}`)}
      </p>
    </div>
  );
}

function Conflict({ draft, saved }: Pick<CaptionStandingProps, "draft" | "saved">) {
  const { t } = useTranslation("lecture-editor");
  return (
    <Notice kind="error" title={t("conflict.title")}>
      <p>{t("conflict.text", { mine: draft.list.cues.length, theirs: saved.cues.length })}</p>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button type="button" kind="quiet" size="s" onClick={draft.takeTheirs}>
          {t("conflict.takeTheirs")}
        </Button>
        <Button type="button" kind="danger" size="s" onClick={() => void draft.saveOver()}>
          {t("conflict.saveOver")}
        </Button>
      </div>
    </Notice>
  );
}

function focusCue(id: number) {
  document.querySelector<HTMLElement>(`[data-cue="${id}"] textarea`)?.focus();
}
