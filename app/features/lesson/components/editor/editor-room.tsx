import { EditorContent } from "@tiptap/react";
import { useId } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import editorStyles from "./editor.css?url";
import type { LessonEditorProps } from "./editor-props.ts";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { useLessonSurface } from "./use-lesson-surface.ts";

/** The editor itself: a row of tools over the surface, on which the text stands as its readers see it. */
export default function EditorRoom(props: LessonEditorProps) {
  const { t } = useTranslation("text-editor");
  const id = useId();
  const editor = useLessonSurface({ ...props, placeholder: t("placeholder"), id });
  return (
    <div className="editor">
      <link rel="stylesheet" href={editorStyles} precedence="editor" />
      <EditorToolbar editor={editor} course={props.course} controls={id} />
      <EditorContent editor={editor} className="editor-page" />
    </div>
  );
}
