import type { Translated } from "#app/platform/i18n/locales.ts";
import type { OutlineEditorData } from "../../outline/find-outline.server.ts";
import type { OutlineInHand } from "./use-outline.ts";
import type { useOutlineActs } from "./use-outline-acts.ts";

/** What every part of the editor of an outline is given. */
export type EditorContext = {
  course: OutlineEditorData["course"];
  hand: OutlineInHand;
  acts: ReturnType<typeof useOutlineActs>;
  titleOf: (titles: Translated) => string;
};
