import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { findPlace, moveLessonTo } from "../../outline/edit-outline.ts";
import type { EditorContext } from "./editor-context.ts";

/** What can be taken up, and where it can be put down, by their ids. */
type Part = { kind: "lesson" | "section"; id: string };

/** Pressing so long, in milliseconds, takes a part up on a touch screen, where a shorter one scrolls. */
const PRESS = 200;

/** Lets sections and lessons inside be moved by mouse, pen and touch; by keyboard they have ways of their own. */
export function DragOutline({ hand, acts, titleOf, children }: EditorContext & { children: ReactNode }) {
  const { t } = useTranslation("outline");
  const [dragged, setDragged] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: PRESS, tolerance: 8 } }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const [from, to] = [partOf(active.id), over && partOf(over.id)];
    if (!to || from.id === to.id) return;
    const { outline } = hand;
    const target = findPlace(outline, to.id)?.section ?? outline.sections.find(({ id }) => id === to.id);
    if (!target) return;
    if (from.kind === "section") return acts.moveSection(from.id, outline.sections.indexOf(target));
    const where = { sectionId: target.id, at: to.kind === "lesson" ? to.id : undefined };
    if (moveLessonTo(outline, { id: from.id, ...where }) !== outline) acts.moveLessonTo(from.id, where);
  };
  return (
    <DndContext
      id="outline"
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: t("keys") } }}
      onDragStart={({ active }) => setDragged(nameOf(partOf(active.id), { hand, titleOf }))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      {children}
      <DragOverlay>
        {dragged === null ? null : (
          <div className="rounded border border-line bg-surface px-4 py-3 shadow-card">
            <bdi>{dragged}</bdi>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** The page says itself, in its own language, what was moved where. */
const nothing = () => undefined;
const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };

const keyOf = ({ kind, id }: Part) => `${kind}:${id}`;

function partOf(key: string | number): Part {
  const [kind, id = ""] = String(key).split(":");
  return { kind: kind === "section" ? "section" : "lesson", id };
}

function nameOf({ id }: Part, { hand, titleOf }: Pick<EditorContext, "hand" | "titleOf">): string {
  const part = findPlace(hand.outline, id)?.lesson ?? hand.outline.sections.find((section) => section.id === id);
  return part ? titleOf(part.titles) : "";
}

/** What makes an element a part that can be dragged by its handle, and on which others can be put down. */
export function useDragPart(part: Part) {
  const { setNodeRef: handle, listeners } = useDraggable({ id: keyOf(part) });
  const { setNodeRef: box, isOver } = useDroppable({ id: keyOf(part) });
  return { handle, listeners, box, isOver };
}
