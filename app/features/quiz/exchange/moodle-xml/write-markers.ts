import type { Shape } from "../../question-types/place-on-picture/picture-shape.ts";
import { placeOnPicture } from "../../question-types/place-on-picture/place-on-picture.ts";
import { lose, refusal } from "../reading-notes.ts";
import { writtenLabel } from "../written-text.ts";
import { combined, element, fileElement, textElement, type XmlBody, type XmlNotes } from "./build.ts";

function coordsOf(shape: Shape): string {
  if (shape.kind === "circle") return `${shape.x},${shape.y};${shape.r}`;
  if (shape.kind === "rectangle") return `${shape.x},${shape.y};${shape.width},${shape.height}`;
  return shape.points.map(({ x, y }) => `${x},${y}`).join(";");
}

/** Places on a picture as Moodle's markers to drag. */
export function writeMarkers(json: unknown, notes: XmlNotes): XmlBody {
  const body = placeOnPicture.body.parse(json);
  const picture = fileElement(body.picture.src, notes);
  if (picture === "") throw refusal("missingFile", { path: body.picture.src });
  lose(notes, "places");
  if (body.partial === "none") lose(notes, "partial");
  const shapes = new Map(body.regions.map(({ id, shape }) => [id, shape]));
  const drags = body.markers.map(({ label }, index) =>
    element("drag", [
      element("no", String(index + 1)),
      element("text", writtenLabel(label, notes)),
      element("noofdrags", "1"),
    ]),
  );
  const drops = body.markers.flatMap(({ region }, index) => {
    const shape = shapes.get(region);
    if (!shape) return [];
    const said = [element("shape", shape.kind.toUpperCase()), element("coords", coordsOf(shape))];
    return element("drop", [element("no", String(index + 1)), ...said, element("choice", String(index + 1))]);
  });
  const asked = [
    textElement("questiontext", body.stem, notes),
    textElement("generalfeedback", body.feedback?.always, notes),
  ];
  return { type: "ddmarker", inside: [...asked, ...combined(body, notes), picture, ...drags, ...drops] };
}
