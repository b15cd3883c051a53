import { type ComponentType, type LazyExoticComponent, Suspense } from "react";
import { lazyPart, PartOnItsWay } from "#app/platform/browser/lazy-part.tsx";
import type { QuestionEditorProps } from "../question-types/question-props.ts";

type Editor = ComponentType<QuestionEditorProps<unknown>>;

const files = import.meta.glob<{ default: Editor }>("../question-types/*/editor.tsx");

const editors = new Map<string, LazyExoticComponent<Editor>>(
  Object.entries(files).map(([path, load]) => [path.split("/").at(-2) ?? "", lazyPart(load)]),
);

/**
 * The form in which a question of any type is written; its code is loaded when it is first shown. `value` is a body
 * that the type's `start` began or the bank holds, and `problems` are those of `parseBody`.
 */
export function QuestionEditor({ type, ...props }: QuestionEditorProps<unknown> & { type: string }) {
  const Editor = editors.get(type);
  if (!Editor) return null;
  return (
    <Suspense fallback={<PartOnItsWay />}>
      <Editor {...props} />
    </Suspense>
  );
}
