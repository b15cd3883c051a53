import { type ComponentType, type LazyExoticComponent, Suspense } from "react";
import { lazyPart, PartOnItsWay } from "#app/platform/browser/lazy-part.tsx";
import type { QuestionViewProps } from "../question-types/question-props.ts";

type View = ComponentType<QuestionViewProps<unknown, unknown>>;

const files = import.meta.glob<{ default: View }>("../question-types/*/view.tsx");

const views = new Map<string, LazyExoticComponent<View>>(
  Object.entries(files).map(([path, load]) => [path.split("/").at(-2) ?? "", lazyPart(load)]),
);

/** Fetches what shows questions of these types, so that they can be shown when the line is dead. */
export function fetchQuestionViews(types: Iterable<string>): void {
  for (const type of types) void files[`../question-types/${type}/view.tsx`]?.().catch(() => undefined);
}

/**
 * A question of any type as its learner sees it; its code is loaded when it is first shown. `shown` and `value` are
 * what the type's own functions made or checked.
 */
export function QuestionView({ type, ...props }: QuestionViewProps<unknown, unknown> & { type: string }) {
  const View = views.get(type);
  if (!View) return null;
  return (
    <Suspense fallback={<PartOnItsWay />}>
      <View {...props} />
    </Suspense>
  );
}
