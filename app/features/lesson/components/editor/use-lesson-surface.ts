import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useImperativeHandle, useRef, useState } from "react";
import { directionOf } from "#app/platform/i18n/locales.ts";
import { makeCanonicaliser } from "./canonicaliser.ts";
import type { LessonEditorProps } from "./editor-props.ts";
import { surfaceExtensions } from "./surface-extensions.ts";

/** From the last change to telling it, in milliseconds. */
const SAID_AFTER = 300;

type Surface = { editor: Editor; current: () => ReturnType<ReturnType<typeof makeCanonicaliser>> };

/** Tells of changes when the hand rests, and of what is not told yet when the surface goes. */
function useTelling({ editor, current }: Surface, onChange: LessonEditorProps["onChange"]) {
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      tell.current(current());
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(say, SAID_AFTER);
    };
    editor.on("update", changed);
    window.addEventListener("pagehide", say);
    return () => {
      say();
      editor.off("update", changed);
      window.removeEventListener("pagehide", say);
    };
  }, [editor, current]);
}

/** The surface on which a lesson's text is written. */
export function useLessonSurface(props: LessonEditorProps & { placeholder: string; id: string }): Editor {
  const { locale, label, handle, onChange } = props;
  const [options] = useState(() => ({
    content: props.document,
    extensions: surfaceExtensions({ placeholder: props.placeholder }),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    immediatelyRender: true,
    editorProps: {
      attributes: {
        id: props.id,
        class: "reading editor-surface",
        lang: locale,
        dir: directionOf(locale),
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
      },
    },
  }));
  const editor = useEditor(options, []);
  const [canonical] = useState(makeCanonicaliser);
  const [current] = useState(() => () => canonical(editor.state.doc));
  useTelling({ editor, current }, onChange);
  useImperativeHandle(handle, () => ({
    replace: (document) => {
      editor.commands.setContent(document, { emitUpdate: false });
    },
    current,
    focus: () => editor.commands.focus(),
  }));
  return editor;
}
