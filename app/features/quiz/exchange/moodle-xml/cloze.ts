import { gapsOf } from "../../question-types/gap-text/gap-marks.ts";
import { newPartId } from "../../question-types/part-id.ts";
import { importWords } from "../import-words.ts";
import { commonOf, type DraftBody } from "../moodle-bodies.ts";
import { demanded, readText } from "../question-text.ts";
import { type ReadingNotes, refusal } from "../reading-notes.ts";
import { gapOf, splitCloze } from "./cloze-gaps.ts";
import { childOf, childrenOf, wordsIn, type XmlElement } from "./element.ts";
import { feedbackOf, lineIn, writtenIn } from "./texts.ts";

type Gaps = { markdown: string; gaps: unknown[] };

/** Paragraphs before the first gap say what is asked; the rest is the text to fill. */
function gapBody(question: XmlElement, { markdown, gaps }: Gaps, notes: ReadingNotes): DraftBody {
  if (gaps.length === 0) throw refusal("noAnswers");
  const blocks = markdown.split(/\n{2,}/);
  const first = blocks.findIndex((block) => gapsOf(block).length > 0);
  if (first === -1) throw refusal("noAnswers");
  const stem = first === 0 ? importWords(notes.locale).fillGaps : blocks.slice(0, first).join("\n\n");
  const common = commonOf({ stem, feedback: feedbackOf(question, notes) }, notes);
  const text = demanded(blocks.slice(first).join("\n\n"), notes);
  return { type: "gap-text", body: { ...common, text, gaps, partial: "each" } };
}

/** A text whose answers stand in it (Moodle calls it cloze, or embedded answers). */
export function readCloze(question: XmlElement, notes: ReadingNotes): DraftBody {
  const { text, format } = writtenIn(childOf(question, "questiontext"));
  const gaps: { id: string }[] = [];
  const marked = splitCloze(text).map((piece) => {
    if ("text" in piece) return piece.text;
    const gap = gapOf(piece, { isHtml: format === "html" || format === "moodle", notes });
    gaps.push(gap);
    return `{{${gap.id}}}`;
  });
  return gapBody(question, { markdown: readText({ text: marked.join(""), format }, notes), gaps }, notes);
}

type Option = { text: string; group: string };

function optionsOf(question: XmlElement, notes: ReadingNotes): Option[] {
  const boxes = [...childrenOf(question, "selectoption"), ...childrenOf(question, "dragbox")];
  return boxes.map((box) => ({ text: lineIn(box, notes), group: wordsIn(box, "group") || "1" }));
}

const MARK = /\[\[(\d{1,3})\]\]/g;

/** A text with `[[1]]` where words of a list are to be chosen, or dragged to. */
export function readPickedGaps(question: XmlElement, notes: ReadingNotes): DraftBody {
  const { text, format } = writtenIn(childOf(question, "questiontext"));
  const options = optionsOf(question, notes);
  const gaps: unknown[] = [];
  const marked = text.replace(MARK, (_, number: string) => {
    const right = options[Number(number) - 1];
    if (!right) throw refusal("noKey");
    const choices = options
      .filter(({ group }) => group === right.group)
      .map((option) => ({
        id: newPartId(),
        label: demanded(option.text, notes),
        ...(option === right ? { share: 1 } : {}),
      }));
    const id = newPartId();
    gaps.push({ id, kind: "choices", choices });
    return `{{${id}}}`;
  });
  return gapBody(question, { markdown: readText({ text: marked, format }, notes), gaps }, notes);
}
