import type { ComponentType } from "react";
import type { QuestionPrintProps } from "../question-types/question-props.ts";

type Print = ComponentType<QuestionPrintProps<unknown, unknown>>;

// All at once: a paper has questions of many types, and only the page that prints it loads this.
const files = import.meta.glob<{ default: Print }>("../question-types/*/print.tsx", { eager: true });

const prints = new Map<string, Print>(
  Object.entries(files).map(([path, file]) => [path.split("/").at(-2) ?? "", file.default]),
);

/** A question of any type on paper, with its key where `answer` is given. */
export function QuestionPrint({ type, ...props }: QuestionPrintProps<unknown, unknown> & { type: string }) {
  const Print = prints.get(type);
  return Print ? <Print {...props} /> : null;
}
