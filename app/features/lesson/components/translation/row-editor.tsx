import { useRef, useState } from "react";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { LessonNode } from "../../lesson-node.ts";
import { textOfPart } from "../../translation/part-text.ts";
import type { LessonPart } from "../../translation/split-document.ts";
import { DirectionFindings } from "../bidi/direction-findings.tsx";
import type { EditorCourse, LessonEditorHandle } from "../editor/editor-props.ts";
import { LessonEditor } from "../editor/lesson-editor.tsx";
import type { KeptRow } from "./kept-row.ts";
import { useRowDraft } from "./use-row-draft.ts";
import type { SaveChange } from "./use-translation-pair.ts";

type RowEditorProps = {
  row: KeptRow;
  /** It was kept on the device and is not saved yet. */
  restored: boolean;
  /** What stands there now, for when somebody else changed it. */
  theirs: { at: number; part: LessonPart } | null;
  locale: Locale;
  course: EditorCourse;
  keptAs: string;
  save: SaveChange;
  onMoved: (place: { at: number; count: number }) => void;
  onClose: () => void;
};

/** One block of a translation while it is written. */
export function RowEditor({ row, theirs, locale, course, restored, onClose, ...saving }: RowEditorProps) {
  const { t } = useTranslation("translation");
  const handle = useRef<LessonEditorHandle>(null);
  const [draft, setDraft] = useState<LessonNode>(row.draft);
  const { change, flush, conflict, keepMine, drop } = useRowDraft({ row, ...saving, restored });
  const written = (document: LessonNode) => {
    setDraft(document);
    change(document);
  };
  const finish = async () => {
    if (handle.current) written(handle.current.current());
    if (await flush({ done: true })) onClose();
  };
  return (
    <div className="grid gap-3">
      {restored ? <Notice kind="info">{t("restored")}</Notice> : null}
      <LessonEditor
        document={row.draft}
        locale={locale}
        course={course}
        label={t("write")}
        onChange={written}
        handle={handle}
      />
      <DirectionFindings
        document={draft}
        locale={locale}
        onMend={(mended) => {
          handle.current?.replace(mended);
          written(mended);
        }}
      />
      {conflict ? (
        <Notice kind="warning" title={t("conflict.title")}>
          <p lang={locale} dir={directionOf(locale)} className="my-2 whitespace-pre-line font-read">
            {theirs ? textOfPart(theirs.part) : t("conflict.gone")}
          </p>
          <span className="flex flex-wrap gap-2">
            <Button
              type="button"
              kind="quiet"
              size="s"
              onClick={() => void keepMine({ at: theirs?.at ?? row.at, before: theirs ? [theirs.part] : [] })}
            >
              {t("conflict.mine")}
            </Button>
            <Button
              type="button"
              kind="quiet"
              size="s"
              onClick={() => {
                drop();
                onClose();
              }}
            >
              {t("conflict.theirs")}
            </Button>
          </span>
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="button" size="s" onClick={() => void finish()}>
          {t("done")}
        </Button>
        <Button
          type="button"
          kind="plain"
          size="s"
          onClick={() => void flush().then((saved) => (saved ? onClose() : undefined))}
        >
          {t("later")}
        </Button>
      </div>
    </div>
  );
}
