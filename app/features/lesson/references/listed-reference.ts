import type { ListedReference } from "../components/references/reference-list.tsx";
import type { FoundReference } from "./find-references.server.ts";

/** A work as lists of the bibliography show it. */
export function listedReference({ item, places }: FoundReference): ListedReference {
  const people = item.author ?? item.editor ?? item.translator ?? [];
  return {
    key: item.id,
    kind: item.type,
    title: item.title,
    people: people.map(({ family, given, literal }) => literal ?? [given, family].filter(Boolean).join(" ")),
    year: String(item.issued?.["date-parts"]?.[0]?.[0] ?? item.issued?.literal ?? ""),
    places,
  };
}
