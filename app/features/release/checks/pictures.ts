import { nodesOfType } from "#app/features/lesson/lesson-node.ts";
import { sanitizeDrawing } from "#app/features/lesson/sanitize-drawing.ts";
import { type CheckedDraft, finding, type ReleaseCheck, readableTexts } from "./checked-draft.ts";

function whatIsWrong(draft: CheckedDraft, path: string): string | undefined {
  if (!draft.media.has(path)) return "pictureMissing";
  const source = draft.drawings.get(path);
  const refused = source !== undefined && !sanitizeDrawing({ source, idPrefix: "check-", label: "" }).ok;
  return refused ? "drawingRefused" : undefined;
}

/** Pictures and drawings that are not among the course's files, or that no page would show. */
export const pictures: ReleaseCheck = (draft) =>
  readableTexts(draft).flatMap(({ lesson, locale, document }) => {
    const paths = nodesOfType(document, "figure").flatMap(({ attrs }) =>
      typeof attrs?.src === "string" ? [attrs.src] : [],
    );
    return [...new Set(paths)].flatMap((path) => {
      const code = whatIsWrong(draft, path);
      return code ? [finding("error", lesson, { code, locale, values: { path } })] : [];
    });
  });
