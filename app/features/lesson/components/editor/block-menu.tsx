import type { Editor } from "@tiptap/react";
import { useEffect, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { EditorDesk, OpenMenu } from "./editor-desk.ts";
import { EditorIcon } from "./editor-icon.tsx";
import { useStore } from "./store.ts";

/** Tells the surface, which has the focus, which entry is chosen. */
function useActiveEntry(editor: Editor, { id, at }: { id: string; at: number }) {
  useEffect(() => {
    const surface = editor.view.dom;
    surface.setAttribute("aria-controls", id);
    surface.setAttribute("aria-activedescendant", `${id}-${at}`);
    return () => {
      surface.removeAttribute("aria-controls");
      surface.removeAttribute("aria-activedescendant");
    };
  }, [editor, id, at]);
}

/** Puts the menu below the cursor, or above it where there is no room below. */
function usePlace(menu: OpenMenu) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const at = menu.place();
    const { current } = box;
    if (!at || !current) return;
    const { offsetWidth: width, offsetHeight: height } = current;
    const below = at.bottom + height + 12 < window.innerHeight;
    const start = current.matches(":dir(rtl)") ? at.right - width : at.left;
    const x = Math.max(8, Math.min(start, window.innerWidth - width - 8));
    const y = below ? at.bottom + 6 : Math.max(8, at.top - height - 6);
    current.style.translate = `${x}px ${y}px`;
  }, [menu]);
  return box;
}

export function BlockMenu({ editor, desk }: { editor: Editor; desk: EditorDesk }) {
  const menu = useStore(desk.menu);
  if (!menu) return null;
  // Out of the editor's box, which would hold what is fixed, yet within the page's main part, where it is found.
  const page = editor.view.dom.closest("main") ?? document.body;
  return createPortal(<Menu editor={editor} menu={menu} />, page);
}

function Menu({ editor, menu }: { editor: Editor; menu: OpenMenu }) {
  const { t } = useTranslation("text-editor");
  const id = useId();
  const box = usePlace(menu);
  useActiveEntry(editor, { id, at: menu.at });
  useEffect(() => {
    document.getElementById(`${id}-${menu.at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, menu.at]);
  return (
    <div ref={box} className="editor-menu">
      <div id={id} role="listbox" aria-label={t("menu.label")}>
        {menu.inserts.map((insert, index) => (
          <div
            key={insert.words}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === menu.at}
            tabIndex={-1}
            className="editor-menu-entry"
            onMouseDown={(event) => {
              event.preventDefault();
              menu.choose(insert);
            }}
          >
            <EditorIcon name={insert.icon} />
            <span>{t(`lesson-editor:blocks.${insert.words}`)}</span>
          </div>
        ))}
      </div>
      {menu.inserts.length === 0 ? <p className="p-3 text-ink-2">{t("menu.none")}</p> : null}
    </div>
  );
}
