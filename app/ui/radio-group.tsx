import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { FieldError, Hint, pointToTexts } from "./field-parts.tsx";

type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioGroupProps = {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  className?: string;
};

/** One of a few, all in sight. */
export function RadioGroup({ legend, name, options, defaultValue, hint, error, required, className }: RadioGroupProps) {
  const id = useId();
  const { "aria-describedby": describedBy } = pointToTexts(id, { hint, error });
  return (
    <fieldset className={classNames("grid gap-1", className)} aria-describedby={describedBy}>
      <legend className="font-semibold">{legend}</legend>
      <Hint id={id}>{hint}</Hint>
      {options.map((option) => (
        <Radio
          key={option.value}
          id={`${id}-${option.value}`}
          name={name}
          required={required}
          chosen={option.value === defaultValue}
          option={option}
        />
      ))}
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}

type RadioProps = { id: string; name: string; required?: boolean; chosen: boolean; option: RadioOption };

function Radio({ id, name, required, chosen, option }: RadioProps) {
  return (
    <div>
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          id={id}
          type="radio"
          name={name}
          value={option.value}
          defaultChecked={chosen}
          disabled={option.disabled}
          required={required}
          className="choice choice-radio"
          aria-describedby={option.hint ? `${id}-hint` : undefined}
        />
        <span>{option.label}</span>
      </label>
      <div className="-mt-1 ps-8 empty:hidden">
        <Hint id={id}>{option.hint}</Hint>
      </div>
    </div>
  );
}
