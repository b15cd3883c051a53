import type { KeyboardEvent, ReactNode, Ref } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EditorIcon, type EditorIconName } from "./editor-icon.tsx";

export type Tool = { name: string; icon: EditorIconName; pressed?: boolean; disabled?: boolean; run: () => void };

/** Tools that belong together, by a name of their own, after something else that is chosen with them. */
export type ToolGroup = { key: string; before?: ReactNode; tools: Tool[] };

/** The stops of a toolbar, of which one is a stop of the Tab key. */
function stopsOf(bar: HTMLElement): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>("button, select")];
}

function goTo(bar: HTMLElement, next: HTMLElement | undefined) {
  for (const stop of stopsOf(bar)) stop.tabIndex = stop === next ? 0 : -1;
  next?.focus();
}

/** Walks a toolbar as WAI-ARIA asks: arrows along the line of text, Home and End, and Escape back to the surface. */
function useWalk(onLeave: () => void) {
  return (event: KeyboardEvent<HTMLDivElement>) => {
    const bar = event.currentTarget;
    const stops = stopsOf(bar);
    const at = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
    if (event.key === "Escape") return onLeave();
    const isMirrored = getComputedStyle(bar).direction === "rtl";
    const forward = isMirrored ? "ArrowLeft" : "ArrowRight";
    const back = isMirrored ? "ArrowRight" : "ArrowLeft";
    const goal = { [forward]: at + 1, [back]: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (goal === undefined || at < 0) return;
    event.preventDefault();
    goTo(bar, stops.at(goal % stops.length));
  };
}

type EditorToolbarProps = {
  bar: Ref<HTMLDivElement>;
  controls: string;
  groups: ToolGroup[];
  onLeave: () => void;
};

/** Everything that the editor does, in one row that is one stop of the Tab key. */
export function EditorToolbar({ bar, controls, groups, onLeave }: EditorToolbarProps) {
  const { t } = useTranslation("text-editor");
  const walk = useWalk(onLeave);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("tools.label")}
      aria-controls={controls}
      className="editor-toolbar"
      onKeyDown={walk}
    >
      {groups.map(({ key, before, tools }) => (
        <div key={key} className="editor-tools">
          {before}
          {tools.map((tool) => (
            <ToolButton key={tool.name} tool={tool} />
          ))}
        </div>
      ))}
    </div>
  );
}

function ToolButton({ tool: { name, icon, pressed, disabled, run } }: { tool: Tool }) {
  return (
    <button
      type="button"
      className="editor-tool"
      title={name}
      aria-label={name}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      tabIndex={icon === "undo" ? 0 : -1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!disabled) run();
      }}
    >
      <EditorIcon name={icon} />
    </button>
  );
}
