import type { ReferenceKind } from "./reference-schema.ts";

const place = ["publisher", "publisher-place"] as const;
const kept = ["archive_location", "archive", "archive-place"] as const;

/** Which fields besides names, title and date a work of each kind has. */
export const kindFields = {
  book: [...place, "edition", "volume", "ISBN", "DOI", "URL"],
  chapter: ["container-title", "page", ...place, "edition", "ISBN", "DOI", "URL"],
  "article-journal": ["container-title", "volume", "issue", "page", "DOI", "URL"],
  manuscript: ["genre", ...kept, "URL"],
  document: ["genre", ...kept, "URL"],
  webpage: ["container-title", "publisher", "URL"],
  thesis: ["genre", "publisher", "publisher-place", "URL"],
  map: [...place, ...kept, "edition", "URL"],
} as const satisfies Record<ReferenceKind, readonly string[]>;
