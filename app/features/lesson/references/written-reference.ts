import type { WrittenReference } from "../components/references/reference-form.tsx";
import { writeNames } from "./reference-form.ts";
import type { CslItem, ReferenceKind } from "./reference-schema.ts";

function dateText(date: CslItem["issued"]): string {
  const [first] = date?.["date-parts"] ?? [];
  return first
    ? first.map((part, i) => (i === 0 ? `${part}` : `${part}`.padStart(2, "0"))).join("-")
    : (date?.literal ?? "");
}

/** A work as its form is filled with it. */
export function writtenReference(item: CslItem): WrittenReference {
  const { id, type, author, editor, translator, issued, multi, ...rest } = item;
  const plain = Object.entries(rest).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return {
    kind: type,
    existing: id,
    values: {
      ...Object.fromEntries(plain),
      author: writeNames(author),
      editor: writeNames(editor),
      translator: writeNames(translator),
      issued: dateText(issued),
      otherTitle: Object.values(multi?._keys.title ?? {})[0] ?? "",
    },
  };
}

export const newReference = (kind: ReferenceKind): WrittenReference => ({ kind, existing: null, values: {} });
