import type { ComponentType, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type LinkLike = ComponentType<{
  to: string;
  className?: string;
  "aria-current"?: "page" | "true";
  children?: ReactNode;
}>;

type RoomTabsProps = {
  /** Names the way between the rooms. */
  label: string;
  rooms: readonly { key: string; to: string; label: ReactNode }[];
  /** The key of the room in which the page stands. */
  current: string;
  /** The page stands within its room, and is not the room itself. */
  inner: boolean;
  LinkAs: LinkLike;
};

/** The way between rooms that belong together; on a phone it scrolls sideways by itself. */
export function RoomTabs({ label, rooms, current, inner, LinkAs }: RoomTabsProps) {
  return (
    <nav aria-label={label} className="mb-8 flex gap-x-1 overflow-x-auto border-line border-b print:hidden">
      {rooms.map((room) => (
        <LinkAs
          key={room.key}
          to={room.to}
          aria-current={room.key === current ? (inner ? "true" : "page") : undefined}
          className={classNames(
            "inline-flex min-h-11 flex-none items-center border-b-2 px-2 sm:px-3",
            room.key === current
              ? "border-tile font-semibold text-tile-strong"
              : "border-transparent text-tile hover:bg-tile-tint",
          )}
        >
          {room.label}
        </LinkAs>
      ))}
    </nav>
  );
}

/** How much waits in a room, beside its name: a figure to be seen, and words to be heard. */
export function WaitingCount({ shown, said }: { shown: ReactNode; said: string }) {
  return (
    <span className="ms-2 rounded-full bg-gold-tint px-2 py-0.5 font-semibold text-gold-ink text-xs tabular-nums">
      <span aria-hidden>{shown}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
