import { imageSize } from "image-size";
import { newPartId } from "../../question-types/part-id.ts";
import { importWords } from "../import-words.ts";
import { commonOf, type DraftBody } from "../moodle-bodies.ts";
import { demanded } from "../question-text.ts";
import { lose, type ReadingNotes, refusal } from "../reading-notes.ts";
import { childOf, childrenOf, wordsIn, type XmlElement } from "./element.ts";
import { feedbackOf, lineIn, markdownIn } from "./texts.ts";

type Point = { x: number; y: number };

function pointsIn(coords: string): Point[] {
  return coords.split(";").map((pair) => {
    const [x = Number.NaN, y = Number.NaN] = pair.split(",").map((number) => Number(number.trim()));
    return { x, y };
  });
}

function shapeOf(drop: XmlElement) {
  const [kind, coords] = [wordsIn(drop, "shape").toLowerCase(), wordsIn(drop, "coords")];
  const [first, second, ...more] = pointsIn(coords);
  if (first && kind === "circle") return { kind, x: first.x, y: first.y, r: Number(coords.split(";")[1]) };
  if (first && second && kind === "rectangle") {
    return { kind, x: first.x, y: first.y, width: second.x, height: second.y };
  }
  if (first && second && kind === "polygon") return { kind, points: [first, second, ...more] };
  throw refusal("unreadable", { problem: coords.slice(0, 100) });
}

function placeOf(shape: ReturnType<typeof shapeOf>): Point {
  return shape.points?.[0] ?? { x: shape.x ?? 0, y: shape.y ?? 0 };
}

/** Places from the top of the picture to its foot, numbered so, that their names say nothing of the key. */
function regionsOf(drops: XmlElement[], notes: ReadingNotes) {
  const words = importWords(notes.locale);
  return drops
    .map((drop) => ({ choice: wordsIn(drop, "choice"), shape: shapeOf(drop) }))
    .sort((a, b) => placeOf(a.shape).y - placeOf(b.shape).y || placeOf(a.shape).x - placeOf(b.shape).x)
    .map((region, index) => ({
      ...region,
      id: newPartId(),
      label: demanded(words.place.replace("{{n}}", String(index + 1)), notes),
    }));
}

function pictureOf(question: XmlElement, notes: ReadingNotes) {
  const file = childOf(question, "file");
  const name = file?.attributes.name ?? "";
  const bytes = new Uint8Array(Buffer.from(file?.text ?? "", "base64"));
  const src = file ? notes.keepPicture(name, bytes) : null;
  if (src === null) throw refusal("missingFile", { path: name.slice(0, 100) });
  const { width, height } = imageSize(bytes);
  lose(notes, "pictureAlt", { src });
  return { src, alt: demanded(importWords(notes.locale).picture, notes), width, height };
}

/** Markers to be placed on a picture; each has one place, and only one of it. */
export function readMarkers(question: XmlElement, notes: ReadingNotes): DraftBody {
  const regions = regionsOf(childrenOf(question, "drop"), notes);
  const markers = childrenOf(question, "drag").flatMap((drag) => {
    const own = regions.filter(({ choice }) => choice === wordsIn(drag, "no"));
    const label = lineIn(drag, notes);
    if (own.length > 1) throw refusal("typeUnknown", { type: "ddmarker (noofdrags)" });
    if (own.length === 0) lose(notes, "setting", { what: label.slice(0, 100) });
    return own.map(({ id }) => ({ id: newPartId(), label: demanded(label, notes), region: id }));
  });
  const stem = markdownIn(childOf(question, "questiontext"), notes);
  return {
    type: "place-on-picture",
    body: {
      ...commonOf({ stem, feedback: feedbackOf(question, notes) }, notes),
      picture: pictureOf(question, notes),
      regions: regions.map(({ id, label, shape }) => ({ id, label, shape })),
      markers,
      partial: "each",
    },
  };
}
