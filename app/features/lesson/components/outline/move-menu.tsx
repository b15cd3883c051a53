import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { MenuButton, menuItemClass } from "#app/ui/menu-button.tsx";
import type { useDragPart } from "./drag-outline.tsx";

type MoveMenuProps = Pick<ReturnType<typeof useDragPart>, "handle" | "listeners"> & {
  /** Id of what it moves. */
  part: string;
  title: string;
  up: () => void;
  down: () => void;
  /** Further places. */
  others: { key: string; label: string; go: () => void }[];
};

/** The handle by which a part of the outline is dragged; pressed, it says where else the part can go. */
export function MoveMenu({ part, title, handle, listeners, up, down, others }: MoveMenuProps) {
  const { t } = useTranslation("outline");
  const places = [
    { key: "up", label: t("move.up"), go: up },
    { key: "down", label: t("move.down"), go: down },
    ...others,
  ];
  return (
    <div ref={handle} {...listeners} className="flex-none cursor-grab touch-manipulation" data-drag="">
      <MenuButton
        compact
        focusName={`move-${part}`}
        start
        name={t("move.menu", { title })}
        label={<Icon name="grip" className="size-5" />}
        items={places.map(({ key, label, go }) => ({
          key,
          item: (
            <button
              type="button"
              className={menuItemClass}
              onClick={(event) => {
                event.currentTarget.closest("details")?.removeAttribute("open");
                go();
              }}
            >
              {label}
            </button>
          ),
        }))}
      />
    </div>
  );
}
