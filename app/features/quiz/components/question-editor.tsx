import { type ComponentType, type LazyExoticComponent, type ReactNode, Suspense, useEffect, useState } from "react";
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
      <OnceAwake>
        <Editor {...props} />
      </OnceAwake>
    </Suspense>
  );
}

/** Takes nothing before its code is there to keep it: what is written into a page that still sleeps would be lost. */
function OnceAwake({ children }: { children: ReactNode }) {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <fieldset disabled={!awake} className="contents">
      {children}
    </fieldset>
  );
}
