import fc from "fast-check";
import type { LessonNode } from "#app/features/lesson/lesson-node.ts";

type Line = fc.Arbitrary<string>;
type Run = fc.Arbitrary<LessonNode[]>;

type AnyEvent = { year: number; length: number | null; circa: string | null; content: LessonNode[] };

const anchored: LessonNode = { type: "text", text: "س" };

const key = fc.constantFrom("grabar1996", "cohen-1989", "al_arif");

/** A citation of one to three works, with any letters before and after their names. */
export function anyCitation(line: Line): fc.Arbitrary<LessonNode> {
  const work = fc.record({ key, locator: fc.option(line), prefix: fc.option(line) });
  return fc
    .array(work, { minLength: 1, maxLength: 3 })
    .map((works): LessonNode => ({ type: "citation", attrs: { works } }));
}

/** A timeline in order, by either calendar. */
export function anyTimeline({ line, run }: { line: Line; run: Run }): fc.Arbitrary<LessonNode> {
  const event = fc.record({
    year: fc.integer({ min: -3000, max: 2000 }).filter((year) => year !== 0),
    length: fc.option(fc.integer({ min: 0, max: 50 })),
    circa: fc.constantFrom(null, "yes"),
    content: run,
  });
  const eventNode = ({ year, length, circa, content }: AnyEvent): LessonNode => {
    const end = length === null ? null : year + length;
    const attrs = { calendar: "gregorian", from: `${year}`, to: end === null || end === 0 ? null : `${end}`, circa };
    return { type: "timelineEvent", attrs, content: [anchored, ...content] };
  };
  return fc
    .record({ title: fc.option(line), events: fc.array(event, { minLength: 1, maxLength: 3 }) })
    .map(({ title, events }) => ({
      type: "timeline",
      attrs: { title },
      content: events.toSorted((a, b) => a.year - b.year).map(eventNode),
    }));
}

/** A map of one to three places, of which some have years and some have nothing said of them. */
export function anyMap({ line, run }: { line: Line; run: Run }): fc.Arbitrary<LessonNode> {
  const share = fc.constantFrom("0", "12.5", "99.9", "100");
  const year = fc.constantFrom(null, "-586", "1099");
  const place = fc
    .record({ name: line, x: share, y: share, from: year, content: fc.option(run) })
    .map(({ content, from, ...attrs }): LessonNode => {
      const node = { type: "mapPlace", attrs: { ...attrs, from, to: from === null ? "70" : null } };
      return content === null ? node : { ...node, content: [anchored, ...content] };
    });
  return fc
    .record({ title: line, credit: line, licence: line, places: fc.array(place, { minLength: 1, maxLength: 3 }) })
    .map(({ places, ...attrs }) => ({ type: "map", attrs: { src: "media/map.svg", ...attrs }, content: places }));
}

export const anySelfCheck = fc.uuid().map((question): LessonNode => ({ type: "selfCheck", attrs: { question } }));
