import type { ReactNode } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { type PartVerdict, Verdict } from "./verdict.tsx";

type ChoiceListProps = {
  kind: "radio" | "checkbox";
  name: string;
  choices: {
    id: string;
    content: ReactNode;
    chosen: boolean;
    disabled?: boolean;
    verdict?: PartVerdict;
    isKey: boolean;
  }[];
  disabled: boolean;
  onChoose: (id: string, chosen: boolean) => void;
};

/** Choices as cards that can be pressed anywhere, with native boxes in them. */
export function ChoiceList({ kind, name, choices, disabled, onChoose }: ChoiceListProps) {
  const { t } = useTranslation("quiz");
  return (
    <ul className="grid gap-2">
      {choices.map((choice) => (
        <li key={choice.id}>
          <label
            htmlFor={`${name}-${choice.id}`}
            className={classNames(
              "flex min-h-11 items-start gap-3 rounded border border-line-strong bg-surface px-4 py-2.5 has-checked:border-tile has-checked:bg-tile-tint",
              !disabled && "cursor-pointer",
            )}
          >
            <input
              id={`${name}-${choice.id}`}
              type={kind}
              name={name}
              value={choice.id}
              checked={choice.chosen}
              disabled={disabled || choice.disabled}
              onChange={(event) => onChoose(choice.id, event.target.checked)}
              className={classNames("choice", kind === "radio" && "choice-radio")}
            />
            {choice.content}
            {choice.verdict && choice.verdict !== "missed" && <Verdict verdict={choice.verdict} />}
            {choice.verdict !== "right" && (choice.isKey || choice.verdict === "missed") && (
              <span className="font-semibold text-ink-2 text-sm">{t("view.isRight")}</span>
            )}
          </label>
        </li>
      ))}
    </ul>
  );
}
