import { randomUUID } from "node:crypto";
import type { CourseDraft } from "./course-draft.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * The same draft as another course: with ids of its own wherever one stands, in lessons, plans and names of files too,
 * and without cohorts. Videos at Mux belong to one course and are left out of its lectures; `withoutVideo` are the
 * slugs of those. `ids` says what became of each id.
 */
export function renewDraft(draft: CourseDraft): {
  draft: CourseDraft;
  ids: ReadonlyMap<string, string>;
  withoutVideo: string[];
} {
  const copy = structuredClone({ ...draft, cohorts: [] });
  const lessons = copy.sections.flatMap((section) => section.lessons);
  const atMux = new Set(copy.videos.flatMap(({ id, mux }) => (mux ? [id] : [])));
  const withoutVideo: string[] = [];
  for (const { slug, lecture } of lessons) {
    if (!lecture?.videoId || !atMux.has(lecture.videoId)) continue;
    lecture.videoId = null;
    withoutVideo.push(slug);
  }
  copy.videos = copy.videos.filter(({ id }) => !atMux.has(id));
  const old = [copy, ...copy.sections, ...lessons, ...copy.questions, ...copy.videos].map(({ id }) => id);
  const ids = new Map<string, string>(old.map((id) => [id, randomUUID()]));
  renewIn(copy, ids);
  return { draft: copy, ids, withoutVideo };
}

/** Puts new ids in place of old ones in every text within. */
function renewIn(node: object, ids: ReadonlyMap<string, string>): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string")
      Reflect.set(
        node,
        key,
        value.replace(UUID, (id) => ids.get(id) ?? id),
      );
    else if (value !== null && typeof value === "object") renewIn(value, ids);
  }
}
