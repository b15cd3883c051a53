import { newPartId } from "../../question-types/part-id.ts";
import type { Shape } from "../../question-types/place-on-picture/picture-shape.ts";
import { importWords } from "../import-words.ts";
import type { DraftBody } from "../moodle-bodies.ts";
import { demanded } from "../question-text.ts";
import { lose, type ReadingNotes, refusal } from "../reading-notes.ts";
import { lineOf } from "./item-content.ts";
import { common, type ItemReading, partialOf, responseOf } from "./item-reading.ts";
import { descendantsNamed, textOf, type XmlElement } from "./xml-tree.ts";

type Size = { width: number; height: number };

const line = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 300);

/** The picture upon which an interaction lies. */
function pictureOf(reading: ItemReading, interaction: XmlElement) {
  const { notes } = reading;
  const found = descendantsNamed(interaction, "object", "img")[0];
  const address = found?.attributes.data ?? found?.attributes.src ?? "";
  const src = notes.fileNamed(address);
  if (!found || src === null) throw refusal("missingFile", { path: address.slice(0, 200) });
  const measured = reading.sizeOf(address);
  const width = Math.round(Number(found.attributes.width) || measured?.width || 0);
  const height = Math.round(Number(found.attributes.height) || measured?.height || 0);
  const alt = line(found.attributes.alt ?? textOf(found)) || importWords(notes.locale).picture;
  return { src, alt: demanded(alt, notes), width, height };
}

/** Part of a picture, as HTML's image maps write it. */
function shapeOf({ attributes }: XmlElement, { width, height }: Size, notes: ReadingNotes): Shape {
  const numbers = (attributes.coords ?? "")
    .split(/[\s,]+/)
    .map((text) => Number.parseFloat(text))
    .filter(Number.isFinite);
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  if (attributes.shape === "circle") return { kind: "circle", x: a, y: b, r: c };
  if (attributes.shape === "rect") {
    return { kind: "rectangle", x: Math.min(a, c), y: Math.min(b, d), width: Math.abs(c - a), height: Math.abs(d - b) };
  }
  if (attributes.shape === "poly") return { kind: "polygon", points: pointsOf(numbers) };
  if (attributes.shape === "default") return { kind: "rectangle", x: 0, y: 0, width, height };
  lose(notes, "simpler", { what: attributes.shape ?? "shape" });
  return { kind: "rectangle", x: a - c, y: b - d, width: 2 * c, height: 2 * d };
}

/** The first corner may stand once more at the end. */
function pointsOf(numbers: readonly number[]) {
  const points = Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => ({
    x: numbers[index * 2] ?? 0,
    y: numbers[index * 2 + 1] ?? 0,
  }));
  const [first] = points;
  const last = points.at(-1);
  return points.length > 3 && first?.x === last?.x && first?.y === last?.y ? points.slice(0, -1) : points;
}

function regionsOf(reading: ItemReading, interaction: XmlElement, size: Size) {
  const { notes } = reading;
  const words = importWords(notes.locale);
  return descendantsNamed(interaction, "associableHotspot", "hotspotChoice").map((spot, index) => {
    const label = line(spot.attributes.hotspotLabel ?? "") || words.place.replace("{{n}}", String(index + 1));
    const region = { id: newPartId(), label: demanded(label, notes), shape: shapeOf(spot, size, notes) };
    return { identifier: spot.attributes.identifier ?? "", region };
  });
}

/** graphicGapMatchInteraction: words are put upon places of a picture. */
export function readGraphicGaps(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { notes } = reading;
  if (descendantsNamed(interaction, "gapImg").length > 0) throw refusal("interaction", { name: "gapImg" });
  const picture = pictureOf(reading, interaction);
  const regions = regionsOf(reading, interaction, picture);
  const idOf = new Map(regions.map(({ identifier, region }) => [identifier, region.id]));
  const response = responseOf(reading, interaction);
  const keys =
    response.correct.length > 0
      ? response.correct
      : response.map.filter(({ value }) => value > 0).map(({ key }) => key);
  const pairs = new Map(keys.map((key) => key.trim().split(/\s+/)).map(([word = "", place = ""]) => [word, place]));
  const markers = descendantsNamed(interaction, "gapText").flatMap((word) => {
    const label = lineOf(word, notes);
    const region = idOf.get(pairs.get(word.attributes.identifier ?? "") ?? "");
    if (region !== undefined) return [{ id: newPartId(), label: demanded(label, notes), region }];
    lose(notes, "choice", { text: label.slice(0, 100) });
    return [];
  });
  if (markers.length === 0) throw refusal("noKey");
  return { type: "place-on-picture", body: bodyOf(reading, { picture, regions, markers }) };
}

/** hotspotInteraction with one right place: one marker is put there. */
export function readHotspots(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { notes } = reading;
  const picture = pictureOf(reading, interaction);
  const regions = regionsOf(reading, interaction, picture);
  const { correct } = responseOf(reading, interaction);
  const right = regions.filter(({ identifier }) => correct.includes(identifier));
  const [only] = right;
  if (!only || right.length > 1) throw refusal("interaction", { name: "hotspotInteraction" });
  lose(notes, "simpler", { what: "hotspotInteraction" });
  const markers = [{ id: newPartId(), label: demanded("●", notes), region: only.region.id }];
  return { type: "place-on-picture", body: bodyOf(reading, { picture, regions, markers }) };
}

type Parts = { picture: object; regions: { region: object }[]; markers: object[] };

const bodyOf = (reading: ItemReading, { picture, regions, markers }: Parts) => ({
  ...common(reading),
  picture,
  regions: regions.map(({ region }) => region),
  markers,
  partial: partialOf(reading),
});
