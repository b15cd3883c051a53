import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LessonNode } from "../../lesson-node.ts";
import { textOf } from "../../lesson-node.ts";
import type { KeptText } from "./saver-state.ts";
import type { SentText } from "./send-text.ts";
import type { SavedContent, TextContent } from "./text-content.ts";
import { openTextSaver } from "./text-saver.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const documentOf = (...texts: string[]): LessonNode => ({
  type: "doc",
  content: texts.map((text) => ({
    type: "paragraph",
    attrs: { lang: null, dir: null },
    content: [{ type: "text", text }],
  })),
});
const linesOf = ({ document }: TextContent) => (document.content ?? []).map(textOf);

/** A server of one text, and a surface on which somebody writes it. */
function scene({ body = documentOf("One", "Two", "Three") } = {}) {
  let time = 0;
  let line: "there" | "away" | "signIn" = "there";
  let newest: SavedContent = { title: "Gates", summary: "Seven.", document: body, updatedAt: "0", by: null };
  let surface = body;
  let kept: KeptText | null = null;
  const sent: string[][] = [];
  const answer = (text: TextContent & { before: string | null }): SentText => {
    if (line !== "there") return { result: line };
    if (text.before !== newest.updatedAt) return { result: "conflict", newest };
    time += 1;
    const { before: _, ...content } = text;
    newest = { ...content, updatedAt: String(time), by: "Layla" };
    sent.push(linesOf(text));
    return { result: "saved", updatedAt: String(time) };
  };
  const open = () =>
    openTextSaver(newest, {
      send: async (text) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return answer(text);
      },
      findNewest: async () => newest,
      keep: (work) => {
        kept = work;
      },
      show: (document) => {
        surface = document;
      },
      written: () => surface,
    });
  return {
    open,
    sent,
    write: (saver: ReturnType<typeof open>, ...texts: string[]) => {
      surface = documentOf(...texts);
      saver.change({ document: surface });
    },
    /** Somebody else saves. */
    other: (...texts: string[]) => {
      time += 1;
      newest = { ...newest, document: documentOf(...texts), updatedAt: String(time), by: "Sara" };
      return newest.updatedAt;
    },
    line: (now: typeof line) => {
      line = now;
    },
    surface: () => (surface.content ?? []).map(textOf),
    newest: () => linesOf(newest),
    kept: () => kept,
  };
}

const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("what is written is on the device at once, and with the server when the hand rests or five seconds have passed", async () => {
  const at = scene();
  const saver = at.open();
  at.write(saver, "One!", "Two", "Three");
  expect(at.kept()?.mine).toMatchObject({ document: documentOf("One!", "Two", "Three") });
  await wait(2_100);
  expect([at.sent.length, saver.state().standing, at.kept()]).toEqual([1, "saved", null]);
  for (let i = 0; i < 7; i += 1) {
    at.write(saver, `One ${i}`, "Two", "Three");
    await wait(1_000);
  }
  expect(at.sent.length).toBe(2);
});

test("what is written while a saving is on its way is saved after it", async () => {
  const at = scene();
  const saver = at.open();
  at.write(saver, "One!", "Two", "Three");
  await wait(2_050);
  expect(saver.state().standing).toBe("saving");
  at.write(saver, "One!", "Two!", "Three");
  await wait(2_500);
  expect(at.newest()).toEqual(["One!", "Two!", "Three"]);
  expect([saver.state().standing, at.kept()]).toEqual(["saved", null]);
});

test("on a dead line all is kept on the device, and sent when the line is back", async () => {
  const at = scene();
  const saver = at.open();
  at.line("away");
  at.write(saver, "One!", "Two", "Three");
  await wait(2_500);
  expect(saver.state().standing).toBe("kept");
  at.write(saver, "One!", "Two!", "Three");
  await wait(300_000);
  expect(at.kept()?.mine).toMatchObject({ document: documentOf("One!", "Two!", "Three") });
  at.line("there");
  await wait(15_200);
  expect([at.newest(), saver.state().standing]).toEqual([["One!", "Two!", "Three"], "saved"]);
});

test("who is signed out loses nothing: it goes out once she has signed in again", async () => {
  const at = scene();
  const saver = at.open();
  at.line("signIn");
  at.write(saver, "One!", "Two", "Three");
  await wait(2_500);
  expect(saver.state().standing).toBe("signIn");
  expect(at.kept()).not.toBeNull();
  at.line("there");
  void saver.sendNow();
  await wait(200);
  expect(at.newest()).toEqual(["One!", "Two", "Three"]);
});

test("another's change elsewhere comes into the text while it is written, and neither is lost", async () => {
  const at = scene();
  const saver = at.open();
  at.write(saver, "One!", "Two", "Three");
  await saver.heard(at.other("One", "Two", "Three!"));
  expect(at.surface()).toEqual(["One!", "Two", "Three!"]);
  expect(saver.state().merged).toEqual({ by: "Sara", times: 1 });
  await wait(2_500);
  expect([at.newest(), saver.state().standing]).toEqual([["One!", "Two", "Three!"], "saved"]);
});

test("what both changed is put to choose, and goes on with what was chosen", async () => {
  const at = scene();
  const saver = at.open();
  at.write(saver, "Mine", "Two", "Three");
  await saver.heard(at.other("Theirs", "Two", "Three!"));
  expect(saver.state().standing).toBe("unsaved");
  await wait(2_500);
  const { conflict, standing } = saver.state();
  expect([standing, conflict?.blocks.length]).toEqual(["conflict", 1]);
  expect(at.kept()?.mine).toMatchObject({ document: documentOf("Mine", "Two", "Three") });
  if (!conflict) throw new Error("There is a conflict");
  saver.resolve(conflict.resolve({ lines: [], blocks: ["both"] }));
  await wait(500);
  expect(at.newest()).toEqual(["Mine", "Theirs", "Two", "Three!"]);
  expect([at.surface(), saver.state().standing]).toEqual([at.newest(), "saved"]);
});

test("what a killed tab left comes back, merged with what others saved since", async () => {
  const at = scene();
  const first = at.open();
  at.write(first, "One!", "Two", "Three");
  const left = at.kept();
  first.close();
  await wait(200);
  at.other("One", "Two", "Three!");
  const second = at.open();
  if (!left) throw new Error("It was kept");
  second.restore(left);
  await wait(500);
  expect(at.newest()).toEqual(["One!", "Two", "Three!"]);
  expect([second.state().standing, second.state().restored]).toEqual(["saved", true]);
});

test("a title that was emptied holds back nothing but itself", async () => {
  const at = scene();
  const saver = at.open();
  saver.change({ title: "" });
  at.write(saver, "One!", "Two", "Three");
  await wait(2_500);
  expect([at.newest(), saver.state().standing]).toEqual([["One!", "Two", "Three"], "incomplete"]);
  expect(at.kept()?.mine.title).toBe("");
  saver.change({ title: "Walls" });
  await wait(2_500);
  expect([saver.state().standing, at.kept()]).toEqual(["saved", null]);
});
