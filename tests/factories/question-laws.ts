import fc from "fast-check";
import { expect, test } from "vitest";
import { defineQuestionType } from "#app/features/quiz/question-types/define-question-type.ts";
import type { QuestionType, ShowOptions } from "#app/features/quiz/question-types/question-type.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

/** A small generator of numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function showOptions(seed: number, shuffle = true): ShowOptions {
  const text = (markdown: Translated): Translated =>
    Object.fromEntries(Object.entries(markdown).map(([locale, value]) => [locale, `<p>${value}</p>`]));
  return { shuffle, random: seeded(seed), text, media: (src) => `/media/${src}` };
}

/** What a generated body hides from learners begins so. */
export const HIDDEN = "HIDDEN";
export const hidden: Translated = { en: HIDDEN, ar: HIDDEN };

/** Names under which bodies keep their keys. */
const KEY_NAMES =
  /^(share|right|remark|feedback|wrong|partly|tolerance|factor|names|accepted|answers|match|category|region|shape|year|model|weight)$/;

function namesIn(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(namesIn);
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => [name, ...namesIn(value)]);
}

/** Some parts, each with an id of its own. */
export const partIds = (least: number, most = least + 4) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { minLength: least, maxLength: most });

export const words = fc.constantFrom<Translated>(
  { ar: "القدس" },
  { en: "Jerusalem", fr: "Jérusalem" },
  { ur: "یروشلم" },
);

type Laws<Body, Shown, Answer> = {
  type: QuestionType<Body, Shown, Answer>;
  bodies: fc.Arbitrary<Body>;
  /** Answers that fit the body, right and wrong ones. */
  answers: (body: Body) => fc.Arbitrary<Answer>;
  /** Answers that speak of parts which no body has (their ids are longer than those of `partIds`). */
  foreign: Answer[];
  /** The same question with another key, for which the learner must be shown the same. */
  twin: (body: Body) => Body;
};

/** What holds of every question of a type, whatever its author and its learner do. */
export function keepsTheLaws<Body, Shown, Answer>({ type, bodies, answers, foreign, twin }: Laws<Body, Shown, Answer>) {
  const known = defineQuestionType(type);
  const seeds = fc.integer();

  test("what an author may write comes back from JSON as it was, and passes", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const stored = JSON.parse(JSON.stringify(body));
        expect(known.parseBody(stored)).toEqual({ ok: true, value: stored });
      }),
    );
  });

  test("the key fits and earns the whole; a question without one is graded by hand", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const key = type.key(body);
        if (key === null) return;
        expect(type.answer.parse(JSON.parse(JSON.stringify(key)))).toEqual(key);
        expect([type.fits(body, key), type.isBlank(key), type.grade(body, key).share]).toEqual([true, false, 1]);
      }),
    );
  });

  test("an empty answer fits every question and earns nothing", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const { blank } = type;
        expect([type.fits(body, blank), type.isBlank(blank), type.grade(body, blank).share]).toEqual([true, true, 0]);
      }),
    );
  });

  test("whatever is answered earns between nothing and the whole, and the same each time", () => {
    const cases = bodies.chain((body) => answers(body).map((answer) => ({ body, answer })));
    fc.assert(
      fc.property(cases, ({ body, answer }) => {
        expect(type.fits(body, answer)).toBe(true);
        const grade = known.grade(JSON.parse(JSON.stringify(body)), JSON.parse(JSON.stringify(answer)));
        if (grade.share !== null) expect(grade.share >= 0 && grade.share <= 1).toBe(true);
        expect(type.grade(body, answer)).toEqual(grade);
      }),
    );
  });

  test("an answer about parts of another question does not fit", () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(type.blank, ...foreign), (body, answer) => {
        expect(type.fits(body, answer)).toBe(answer === type.blank);
      }),
    );
  });

  test("a learner is shown nothing of the key, by any name, in any order", () => {
    fc.assert(
      fc.property(bodies, seeds, fc.boolean(), (body, seed, shuffle) => {
        const shown = JSON.stringify(type.show(body, showOptions(seed, shuffle)));
        expect(shown).not.toContain(HIDDEN);
        expect(namesIn(JSON.parse(shown)).filter((name) => KEY_NAMES.test(name))).toEqual([]);
        expect(JSON.stringify(type.show(twin(body), showOptions(seed, shuffle)))).toBe(shown);
      }),
    );
  });

  test("the same seed shows the same, and nothing is lost in shuffling", () => {
    fc.assert(
      fc.property(bodies, seeds, (body, seed) => {
        const shown = type.show(body, showOptions(seed));
        expect(type.show(body, showOptions(seed))).toEqual(shown);
        const letters = (json: unknown) => [...JSON.stringify(json)].sort().join("");
        expect(letters(type.show(body, showOptions(seed + 1)))).toBe(letters(shown));
      }),
    );
  });
}
