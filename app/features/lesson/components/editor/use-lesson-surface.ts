import { type Editor, type UseEditorOptions, useEditor } from "@tiptap/react";
import { useEffect, useImperativeHandle, useRef, useState } from "react";
import { numberingOf } from "#app/platform/i18n/format.ts";
import { directionOf } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { LessonNode } from "../../lesson-node.ts";
import { makeCanonicaliser } from "./canonicaliser.ts";
import type { EditorDesk } from "./editor-desk.ts";
import { editorKeys } from "./editor-keys.ts";
import type { LessonEditorProps } from "./editor-props.ts";
import { givenFiles } from "./given-files.ts";
import { noteNumbers } from "./note-numbers.ts";
import { pasting } from "./pasting.ts";
import { replaceDocument } from "./replace-document.ts";
import { slashMenu } from "./slash-menu.ts";
import { surfaceExtensions } from "./surface-extensions.ts";

/** From the last change to telling it, in milliseconds. */
const SAID_AFTER = 300;

type Surface = { editor: Editor; current: () => LessonNode };

/** Tells of changes when the hand rests, and of what is not told yet when the surface goes. */
function useTelling({ editor, current }: Surface, onChange: LessonEditorProps["onChange"]) {
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
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

type SurfaceProps = LessonEditorProps & {
  id: string;
  desk: EditorDesk;
  focusPanel: () => void;
  focusToolbar: () => void;
};

function useOptions({ id, locale, label, document, ...props }: SurfaceProps) {
  const { t } = useTranslation("text-editor");
  const { desk, focusPanel, focusToolbar } = props;
  const course = useRef(props.course);
  useEffect(() => {
    course.current = props.course;
  });
  return useState((): UseEditorOptions => {
    const digits = new Intl.NumberFormat(`${locale}-u-nu-${numberingOf({ locale, digits: "automatic" })}`);
    return {
      content: document,
      extensions: [
        ...surfaceExtensions({ locale, placeholder: t("placeholder") }),
        noteNumbers({ format: (number) => digits.format(number), name: (number) => t("note.name", { number }) }),
        pasting(desk),
        editorKeys({ desk, focusPanel, focusToolbar }),
        givenFiles({ course: () => course.current.slug, given: desk.given }),
        slashMenu({ desk, course: () => course.current, name: ({ words }) => t(`lesson-editor:blocks.${words}`) }),
      ],
      enableCoreExtensions: { delete: false },
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      immediatelyRender: true,
      editorProps: {
        attributes: {
          id,
          class: "reading editor-surface",
          lang: locale,
          dir: directionOf(locale),
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
        },
      },
    };
  })[0];
}

/** The surface on which a lesson's text is written. */
export function useLessonSurface(props: SurfaceProps): Editor {
  const options = useOptions(props);
  const editor = useEditor(options, []);
  const [canonical] = useState(() => makeCanonicaliser({ surface: editor.state.doc, document: props.document }));
  const [current] = useState(() => () => canonical(editor.state.doc));
  useTelling({ editor, current }, props.onChange);
  useImperativeHandle(props.handle, () => ({
    replace: (document) => replaceDocument(editor, document),
    current,
    focus: () => editor.commands.focus(),
  }));
  return editor;
}
