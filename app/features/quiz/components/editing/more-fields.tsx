import { type ReactNode, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Bound } from "./bound.ts";

type MoreFieldsProps<Part> = {
  part: Bound<Part>;
  /** The fields inside: where one of them says something, or is wrong, they are shown at once. */
  keys: readonly (keyof Part & string)[];
  children: ReactNode;
};

/** Fields of a part that most authors leave alone, out of the way until they are asked for. */
export function MoreFields<Part extends object>({ part, keys, children }: MoreFieldsProps<Part>) {
  const { t } = useTranslation("question");
  const { value, path, problems } = part;
  const [filled] = useState(() => keys.some((key) => value[key] !== undefined && value[key] !== false));
  const isWrong = keys.some((key) =>
    problems.some((problem) => [...path, key].every((step, depth) => problem.path[depth] === step)),
  );
  return (
    <Disclosure summary={t("more")} open={filled || isWrong}>
      <div className="grid gap-3">{children}</div>
    </Disclosure>
  );
}
