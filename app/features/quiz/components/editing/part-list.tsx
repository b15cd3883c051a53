import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldError } from "#app/ui/field-parts.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { newPartId } from "../../question-types/part-id.ts";
import { type Bound, controlId } from "./bound.ts";
import { useProblem } from "./fields.tsx";

type PartListProps<Part> = {
  field: Omit<Bound<Part[] | undefined>, "onChange"> & { onChange: (parts: Part[]) => void };
  legend: string;
  hint?: string;
  /** Names a part by its number, from 1: «Choice 2». */
  nameOf: (number: number) => string;
  addLabel: string;
  /** A new part; its id says nothing. */
  fresh: (id: string) => NoInfer<Part>;
  children: (part: Bound<Part>, index: number) => ReactNode;
};

type PartButtonProps = {
  id: string;
  icon: IconName;
  turned?: boolean;
  atEnd?: boolean;
  label: string;
  onPress: () => void;
};

function PartButton({ id, icon, turned, atEnd = false, label, onPress }: PartButtonProps) {
  return (
    // Not disabled at the ends: the button that has just been pressed would lose the focus.
    <Button type="button" kind="plain" size="s" id={id} aria-disabled={atEnd} onClick={() => !atEnd && onPress()}>
      <Icon name={icon} className={turned ? "size-5 rotate-180" : "size-5"} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </Button>
  );
}

/** What is wrong with a part as a whole. */
function PartProblem({ part }: { part: Pick<Bound<unknown>, "path" | "problems"> }) {
  return <FieldError id={controlId(part.path)}>{useProblem(part)}</FieldError>;
}

/** Parts of a question, to be added, removed and put in order by buttons alone. */
export function PartList<Part extends { id: string }>(props: PartListProps<Part>) {
  const { field, legend, hint, nameOf, addLabel, fresh, children } = props;
  const { t } = useTranslation("question");
  const { value: parts = [], path } = field;
  const problem = useProblem(field);
  const focus = useRef<string>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (focus.current) {
      const found = document.getElementById(focus.current);
      // A part takes no focus itself: its first field does.
      (found?.matches("li") ? found.querySelector<HTMLElement>("textarea, input") : found)?.focus();
    }
    focus.current = null;
  });
  const id = controlId(path);
  const move = (part: Part, index: number, by: -1 | 1) => {
    const others = parts.filter((other) => other.id !== part.id);
    focus.current = `${id}-${part.id}${by < 0 ? "-up" : "-down"}`;
    setSaid(t("quiz:view.movedTo", { place: index + by + 1, all: parts.length }));
    field.onChange([...others.slice(0, index + by), part, ...others.slice(index + by)]);
  };
  const add = (part: Part) => {
    focus.current = `${id}-${part.id}-part`;
    field.onChange([...parts, part]);
  };
  const remove = (part: Part) => {
    focus.current = `${id}-add`;
    field.onChange(parts.filter((other) => other.id !== part.id));
  };
  return (
    <fieldset className="grid min-w-0 gap-3" aria-describedby={problem ? `${id}-error` : undefined}>
      <legend className="font-bold text-lg">{legend}</legend>
      {hint && <p className="text-ink-2 text-sm">{hint}</p>}
      <ol className="grid gap-3">
        {parts.map((part, index) => {
          const name = nameOf(index + 1);
          const key = `${id}-${part.id}`;
          const bound: Bound<Part> = {
            ...field,
            value: part,
            path: [...path, index],
            onChange: (next) => field.onChange(parts.map((other) => (other.id === part.id ? next : other))),
          };
          return (
            <li key={part.id} id={`${key}-part`} className="grid gap-3 rounded border border-line bg-surface p-3">
              <div className="flex flex-wrap items-center gap-1">
                <span className="flex-1 font-semibold">{name}</span>
                <PartButton
                  id={`${key}-up`}
                  icon="chevron-down"
                  turned
                  atEnd={index === 0}
                  label={`${t("quiz:view.moveUp")}: ${name}`}
                  onPress={() => move(part, index, -1)}
                />
                <PartButton
                  id={`${key}-down`}
                  icon="chevron-down"
                  atEnd={index === parts.length - 1}
                  label={`${t("quiz:view.moveDown")}: ${name}`}
                  onPress={() => move(part, index, 1)}
                />
                <PartButton
                  id={`${key}-remove`}
                  icon="trash"
                  label={t("remove", { name })}
                  onPress={() => remove(part)}
                />
              </div>
              <PartProblem part={bound} />
              {children(bound, index)}
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <FieldError id={id}>{problem}</FieldError>
      <Button
        id={`${id}-add`}
        type="button"
        kind="quiet"
        className="justify-self-start"
        onClick={() => add(fresh(newPartId()))}
      >
        <Icon name="plus" /> {addLabel}
      </Button>
    </fieldset>
  );
}
