import { translateMessage, withValues } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { findPlace } from "../../outline/edit-outline.ts";
import type { EditorContext } from "./editor-context.ts";

/** Undo, redo, and how the saving goes. */
export function OutlineToolbar(editor: EditorContext) {
  const { t } = useTranslation("outline");
  const { hand, acts } = editor;
  const { state, dirty } = hand.saving;
  const named = state.name === "saved" && dirty ? "sending" : state.name;
  const settled = named === "saved" || named === "sending" || named === "away" || named === "merged";
  return (
    <div className="sticky top-0 z-10 grid gap-3 border-line border-b bg-paper py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="button" kind="quiet" size="s" data-focus="undo" aria-disabled={!hand.canUndo} onClick={acts.undo}>
          {t("undo")}
        </Button>
        <Button type="button" kind="quiet" size="s" aria-disabled={!hand.canRedo} onClick={acts.redo}>
          {t("redo")}
        </Button>
        <p role="status" data-saving={named} className="min-w-0 flex-1 basis-48 text-ink-2 text-sm">
          {settled ? t(`saving.${named}`) : null}
        </p>
      </div>
      <Trouble {...editor} />
    </div>
  );
}

function Trouble({ hand, titleOf }: EditorContext) {
  const { t } = useTranslation("outline");
  const { state, choose } = hand.saving;
  if (state.name === "refused") {
    return <Notice kind="error">{translateMessage(t, withValues(state.messageKey, state.values))}</Notice>;
  }
  if (state.name !== "conflict") return null;
  const titles = state.conflicts.flatMap((id) => {
    const found = [hand.outline, state.newest.outline, state.base].flatMap((outline) => {
      const part = findPlace(outline, id)?.lesson ?? outline.sections.find((section) => section.id === id);
      return part ? [part.titles] : [];
    });
    return found.slice(0, 1).map((title) => ({ id, title: titleOf(title) }));
  });
  return (
    <Notice kind="warning" title={t("conflict.title")}>
      <p>{t("conflict.text")}</p>
      <ul className="list-disc ps-5">
        {titles.map(({ id, title }) => (
          <li key={id}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="button" kind="quiet" size="s" onClick={() => choose("mine")}>
          {t("conflict.mine")}
        </Button>
        <Button type="button" kind="quiet" size="s" onClick={() => choose("theirs")}>
          {t("conflict.theirs")}
        </Button>
      </div>
    </Notice>
  );
}
