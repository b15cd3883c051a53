import { type Editor, EditorContent } from "@tiptap/react";
import { useEffect, useId, useRef, useState } from "react";
import { translateMessage, withValues } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BlockHandle } from "./block-handle.tsx";
import { BlockMenu } from "./block-menu.tsx";
import { BlockPanel } from "./block-panel.tsx";
import editorStyles from "./editor.css?url";
import { EditorCourseProvider } from "./editor-course.ts";
import { type EditorDesk, makeDesk } from "./editor-desk.ts";
import type { EditorCourse, LessonEditorProps } from "./editor-props.ts";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { LanguageDialog } from "./language-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { useStore } from "./store.ts";
import { useLessonSurface } from "./use-lesson-surface.ts";
import { useTools } from "./use-tools.tsx";

type Room = { editor: Editor; desk: EditorDesk; course: EditorCourse };

/**
 * The editor with its stylesheet. React holds a tree back until its stylesheets are there, and TipTap destroys a surface
 * that is held back: it is made when they are.
 */
export default function EditorRoom(props: LessonEditorProps) {
  const [isStyled, setStyled] = useState(false);
  useEffect(() => setStyled(true), []);
  return (
    <>
      <link rel="stylesheet" href={editorStyles} precedence="editor" />
      {isStyled ? <Editing {...props} /> : null}
    </>
  );
}

/** A row of tools over the surface, on which the text stands as its readers see it. */
function Editing(props: LessonEditorProps) {
  const { course } = props;
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const [desk] = useState(makeDesk);
  const panelId = `${id}-panel`;
  const focusPanel = () => {
    desk.panel.set(true);
    requestAnimationFrame(() => {
      document.getElementById(panelId)?.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
    });
  };
  const focusToolbar = () => bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  const editor = useLessonSurface({ ...props, id, desk, focusPanel, focusToolbar });
  const groups = useTools({ editor, desk, course });
  const hasPanel = useStore(desk.panel);
  return (
    <EditorCourseProvider value={course}>
      <div className="editor" data-panel={hasPanel || undefined}>
        <EditorToolbar bar={bar} controls={id} groups={groups} onLeave={() => editor.commands.focus()} />
        <LeftOut desk={desk} />
        <div className="editor-desk">
          {hasPanel ? <BlockPanel editor={editor} course={course} desk={desk} id={panelId} /> : null}
          <div className="editor-page">
            <EditorContent editor={editor} />
            <BlockHandle editor={editor} desk={desk} focusPanel={focusPanel} />
          </div>
        </div>
        <BlockMenu editor={editor} desk={desk} />
        <OpenDialog editor={editor} desk={desk} course={course} />
        <GivenFileNews desk={desk} />
        <EditorNews desk={desk} />
      </div>
    </EditorCourseProvider>
  );
}

function OpenDialog({ editor, desk, course }: Room) {
  const dialog = useStore(desk.dialog);
  const close = () => desk.dialog.set(null);
  if (dialog === "keys") return <KeysDialog onClose={close} />;
  if (dialog === "link") return <LinkDialog editor={editor} course={course} onClose={close} />;
  return dialog === "language" ? <LanguageDialog editor={editor} onClose={close} /> : null;
}

/** Names the pictures that a pasted text had, so that they can be uploaded. */
function LeftOut({ desk }: Pick<Room, "desk">) {
  const { t } = useTranslation("text-editor");
  const pictures = useStore(desk.leftOut);
  if (pictures.length === 0) return null;
  return (
    <Notice kind="warning" title={t("paste.title")} className="m-3">
      <p>{t("paste.pictures")}</p>
      <ul className="list-disc ps-6">
        {pictures.map((name) => (
          <li key={name}>
            <bdi className="break-all">{name || t("paste.unnamed")}</bdi>
          </li>
        ))}
      </ul>
      <Button type="button" kind="plain" size="s" onClick={() => desk.leftOut.set([])}>
        {t("close")}
      </Button>
    </Notice>
  );
}

/** What became of a file that was dropped or pasted. */
function GivenFileNews({ desk }: Pick<Room, "desk">) {
  const { t } = useTranslation("media");
  const given = useStore(desk.given);
  const { name, refusal } = given ?? {};
  return (
    <p role="status" className={refusal ? "p-3 text-danger" : "p-3 text-ink-2 empty:p-0"}>
      {refusal ? <bdi>{name}: </bdi> : null}
      {refusal ? translateMessage(t, withValues(refusal.messageKey, refusal.values)) : null}
      {given && !refusal ? t("upload.sending", { name }) : null}
    </p>
  );
}

function EditorNews({ desk }: Pick<Room, "desk">) {
  const { t } = useTranslation("text-editor");
  const news = useStore(desk.news);
  return (
    <p role="status" className="sr-only">
      {news ? t(news.key, news.values) : null}
    </p>
  );
}
