import type { Translated } from "#app/platform/i18n/locales.ts";
import type { MessageValues } from "#app/platform/i18n/message-key.ts";
import { type DraftOutline, lessonsOf, type StoredOutline } from "../../outline/draft-outline.ts";
import type { SentOutline as Sendable } from "../../outline/outline-schema.ts";

/**
 * - `saved`, `added`: it is done
 * - `conflict`: somebody else changed the outline since; this is how it stands
 * - `refused`: it cannot be done as it is
 * - `away`: the academy could not be reached; it can be sent again
 */
export type SentOutline =
  | { result: "saved"; version: number }
  | { result: "added"; id: string; newest: StoredOutline }
  | { result: "conflict"; newest: StoredOutline }
  | { result: "refused"; messageKey: string; values: MessageValues }
  | { result: "away" };

export type NewLesson = {
  kind: "text" | "lecture" | "quiz";
  section: string;
  title: Translated;
  summary: Translated;
};

const isJson = (response: Response) => response.headers.get("content-type")?.includes("json") ?? false;

async function post(course: string, body: object, { keepalive = false } = {}): Promise<SentOutline> {
  const headers = { "Content-Type": "application/json" };
  try {
    const response = await fetch(`/resources/outlines/${course}`, {
      ...{ method: "POST", headers, body: JSON.stringify(body), keepalive },
    });
    if (response.status >= 500 || response.status === 429) return { result: "away" };
    if (!isJson(response)) return { result: "refused", messageKey: "outline:errors.signIn", values: {} };
    const answer = await response.json();
    return "result" in answer ? answer : { result: "refused", messageKey: "outline:errors.unfit", values: {} };
  } catch {
    // The line is dead, or ended in the middle of the answer.
    return { result: "away" };
  }
}

/** An outline as it is sent: titles and minutes only where they were changed, as others change them elsewhere. */
function toSend(outline: DraftOutline, base: DraftOutline): Sendable {
  const before = new Map(lessonsOf(base).map((lesson) => [lesson.id, lesson]));
  return {
    sections: outline.sections.map((section) => ({
      ...section,
      lessons: section.lessons.map(({ titles, minutes, ...lesson }) => {
        const was = before.get(lesson.id);
        const renamed = JSON.stringify(was?.titles) !== JSON.stringify(titles);
        return { ...lesson, ...(renamed && { titles }), ...(was?.minutes !== minutes && { minutes }) };
      }),
    })),
  };
}

export type Base = { version: number; outline: DraftOutline };

/** Sends an outline that was made from `base`. Never throws: what went wrong is in the answer. */
export function sendOutline(
  course: string,
  { base, outline, keepalive }: { base: Base; outline: DraftOutline; keepalive?: boolean },
): Promise<SentOutline> {
  return post(course, { before: base.version, outline: toSend(outline, base.outline) }, { keepalive });
}

/** Adds a lesson at the end of a section. Never throws. */
export function sendLesson(course: string, add: NewLesson): Promise<SentOutline> {
  return post(course, { add });
}
