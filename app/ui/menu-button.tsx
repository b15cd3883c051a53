import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { type ButtonLook, buttonClass } from "./button-class.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** The look of a link or button inside a menu. */
export const menuItemClass =
  "flex w-full min-h-11 items-center gap-3 rounded-sm px-3 py-2 text-start text-ink no-underline hover:bg-surface-2 aria-[current]:bg-tile-tint aria-[current]:text-tile-strong";

const compactClass =
  "flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-1.5 rounded-sm px-2 font-medium text-ink hover:bg-surface-2";

type MenuItem = { key: string; item: ReactNode };

type MenuButtonProps = ButtonLook & {
  label: ReactNode;
  /** What a screen reader calls the button, where `label` alone does not say it. */
  name?: string;
  /** Links, or forms with one button, in the look of `menuItemClass`. */
  items: readonly MenuItem[];
  /** Without a frame, for a row of such buttons. */
  compact?: boolean;
  /** The list begins where the button does, and not ends there. */
  start?: boolean;
  /** By which a page finds the button, to give it the focus. */
  focusName?: string;
  className?: string;
};

/**
 * A button that shows a list of links and acts. It opens without JavaScript; with it, Escape, a press elsewhere
 * and a followed link close it, and the arrow keys walk it.
 */
export function MenuButton({ label, name, items, kind = "quiet", size, ...rest }: MenuButtonProps) {
  const { compact = false, start = false, focusName, className } = rest;
  const menu = useRef<HTMLDetailsElement>(null);
  useCloseFromOutside(menu);
  return (
    <details ref={menu} className={classNames("menu relative", className)} onKeyDown={walk}>
      <summary
        aria-label={name}
        data-focus={focusName}
        className={compact ? compactClass : buttonClass({ kind, size })}
      >
        {label}
        <span className={compact ? "hidden lg:inline" : undefined}>
          <Icon name="chevron-down" className="menu-mark size-4 flex-none text-ink-2" />
        </span>
      </summary>
      <ul
        className={classNames(
          "menu-list absolute z-20 mt-1 w-max min-w-48 max-w-[calc(100vw-2rem)] rounded border border-line bg-surface p-1.5 shadow-card",
          start ? "start-0" : "end-0",
        )}
      >
        {items.map(({ key, item }) => (
          <li key={key}>{item}</li>
        ))}
      </ul>
    </details>
  );
}

function useCloseFromOutside(menu: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const close = (event: Event) => {
      const { current } = menu;
      if (!current?.open || !(event.target instanceof Node)) return;
      const inside = current.contains(event.target);
      const chosen = event.type === "click" && event.target instanceof Element && event.target.closest("ul a");
      if (!inside || chosen) current.open = false;
    };
    document.addEventListener("click", close);
    document.addEventListener("focusin", close);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("focusin", close);
    };
  }, [menu]);
}

function walk(event: KeyboardEvent<HTMLDetailsElement>) {
  const menu = event.currentTarget;
  const summary = menu.querySelector("summary");
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    summary?.focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  menu.open = true;
  const stops = [...menu.querySelectorAll<HTMLElement>("ul a, ul button")];
  const at = stops.findIndex((stop) => stop.matches(":focus"));
  const next = at < 0 && step < 0 ? stops.length - 1 : (at + step + stops.length) % stops.length;
  stops[next]?.focus();
}
