import type { Editor } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";

function depthOf(place: ResolvedPos, name: string): number {
  for (let depth = place.depth; depth > 0; depth -= 1) if (place.node(depth).type.name === name) return depth;
  return 0;
}

/** A paragraph below the verse, in the place of an empty last line. */
function leave({ state, view, schema }: Editor, place: ResolvedPos, line: number): boolean {
  const paragraph = schema.nodes.paragraph?.create();
  const verse = depthOf(place, "verse");
  if (!paragraph || verse === 0) return false;
  const after = place.after(verse);
  const tr = state.tr.insert(after, paragraph);
  tr.setSelection(TextSelection.create(tr.doc, after + 1));
  const isOnly = place.node(line - 1).childCount === 1;
  if (isOnly) tr.delete(place.before(verse), after);
  else tr.delete(place.before(line), place.after(line));
  view.dispatch(tr.scrollIntoView());
  return true;
}

/** A new line of verse; out of the verse from an empty line. */
export function newLine(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const line = depthOf($from, "verseLine");
  if (line === 0 || !empty) return false;
  if ($from.node(line).textContent === "") return leave(editor, $from, line);
  editor.view.dispatch(editor.state.tr.split($from.pos, 2).scrollIntoView());
  return true;
}

/** Parts a line at the cursor, or goes to its other half where it is parted. */
export function nextHalf({ state, view }: Editor): boolean {
  const { $from } = state.selection;
  const line = depthOf($from, "verseLine");
  if (line === 0) return false;
  const isParted = $from.node(line).childCount > 1;
  const tr = isParted
    ? state.tr.setSelection(TextSelection.near(state.doc.resolve($from.after(line + 1)), 1))
    : state.tr.split($from.pos, 1);
  view.dispatch(tr.scrollIntoView());
  return true;
}

/** A second slash parts the line, as it does in Markdown. */
export function slash({ state, view }: Editor): boolean {
  const { $from, empty } = state.selection;
  if (!empty || !$from.nodeBefore?.text?.endsWith("/")) return false;
  const { pos } = $from;
  view.dispatch(
    state.tr
      .delete(pos - 1, pos)
      .split(pos - 1, 1)
      .scrollIntoView(),
  );
  return true;
}
