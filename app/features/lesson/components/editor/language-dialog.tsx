import { type Editor, getMarkRange } from "@tiptap/core";
import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { firstStrongDirection } from "../../blocks/first-strong-direction.ts";
import { LanguageFields, type LanguageValue } from "./language-fields.tsx";

function valueAt(editor: Editor): LanguageValue {
  const { lang = null, dir = null } = editor.getAttributes("language");
  return { lang, dir };
}

/** The words chosen, or those around the cursor that are set apart already. */
function chosenWords({ state, schema }: Editor): string {
  const { from, to, $from, empty } = state.selection;
  const mark = schema.marks.language;
  const around = empty && mark ? getMarkRange($from, mark) : undefined;
  return state.doc.textBetween(around?.from ?? from, around?.to ?? to, " ");
}

/** Sets a run of words apart, in a language and a direction of its own. */
export function LanguageDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation("text-editor");
  const [value, setValue] = useState(() => valueAt(editor));
  const words = chosenWords(editor);
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const chain = () => editor.chain().focus().extendMarkRange("language");
  const apply = () => {
    const dir = value.lang || value.dir ? value.dir : firstStrongDirection(words);
    chain()
      .setMark("language", { ...value, dir })
      .run();
    close();
  };
  const remove = () => {
    chain().unsetMark("language").run();
    close();
  };
  return (
    <Dialog title={t("language.title")} onClose={close}>
      {words === "" ? (
        <p>{t("language.chooseWords")}</p>
      ) : (
        <p dir="auto" className="font-read text-lg">
          {words}
        </p>
      )}
      {words === "" ? null : <LanguageFields value={value} change={setValue} />}
      <div className="flex flex-wrap gap-3">
        {words === "" ? null : (
          <Button type="button" onClick={apply}>
            {t("language.apply")}
          </Button>
        )}
        {editor.isActive("language") ? (
          <Button type="button" kind="danger" onClick={remove}>
            {t("language.remove")}
          </Button>
        ) : null}
        <Button type="button" kind="plain" onClick={close}>
          {t("close")}
        </Button>
      </div>
    </Dialog>
  );
}
