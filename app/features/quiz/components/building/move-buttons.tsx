import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";

type MoveButtonsProps = {
  /** What they move, for those who do not see where they stand. */
  name: string;
  first: boolean;
  last: boolean;
  move: (by: 1 | -1) => void;
  remove: () => void;
};

const look =
  "grid size-11 flex-none place-items-center rounded-sm text-tile hover:bg-tile-tint aria-disabled:opacity-40";

/** Up, down and away. A button that does nothing now stays, so that the focus is not lost at the end of a list. */
export function MoveButtons({ name, first, last, move, remove }: MoveButtonsProps) {
  const { t } = useTranslation("quiz-editor");
  return (
    <>
      <button type="button" className={look} aria-disabled={first} onClick={() => (first ? null : move(-1))}>
        <Icon name="chevron-down" className="size-5 rotate-180" />
        <VisuallyHidden>{t("plan.up", { name })}</VisuallyHidden>
      </button>
      <button type="button" className={look} aria-disabled={last} onClick={() => (last ? null : move(1))}>
        <Icon name="chevron-down" className="size-5" />
        <VisuallyHidden>{t("plan.down", { name })}</VisuallyHidden>
      </button>
      <button type="button" className={`${look} text-danger`} onClick={remove}>
        <Icon name="trash" className="size-5" />
        <VisuallyHidden>{t("plan.remove", { name })}</VisuallyHidden>
      </button>
    </>
  );
}
