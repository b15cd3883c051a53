import type { ComponentType, ReactNode } from "react";
import { Card } from "./card.tsx";

type LinkLike = ComponentType<{ to: string; className?: string; children?: ReactNode }>;

type RoomCardProps = {
  title: ReactNode;
  to: string;
  text: ReactNode;
  /** What waits there for somebody, each with its own way. */
  waiting?: readonly { key: string; to: string; label: ReactNode }[];
  LinkAs: LinkLike;
};

/** The way to a room, as an item of a list: what it is for, and what waits in it. */
export function RoomCard({ title, to, text, waiting = [], LinkAs }: RoomCardProps) {
  return (
    <Card as="li">
      <h3 className="mb-1 font-bold font-read text-xl">
        <LinkAs to={to}>{title}</LinkAs>
      </h3>
      <p className="text-ink-2">{text}</p>
      <ul className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {waiting.map((task) => (
          <li key={task.key}>
            <LinkAs
              to={task.to}
              className="inline-flex min-h-8 items-center rounded-full bg-gold-tint px-3 font-semibold text-gold-ink text-sm"
            >
              {task.label}
            </LinkAs>
          </li>
        ))}
      </ul>
    </Card>
  );
}
