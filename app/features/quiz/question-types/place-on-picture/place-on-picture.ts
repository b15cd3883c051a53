import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import {
  commonBody,
  commonTexts,
  everyIn,
  ids,
  labelSchema,
  partIdSchema,
  partialSchema,
  refuseSameIds,
} from "../body-parts.ts";
import { graded, gradeParts, shareOfParts } from "../grade-parts.ts";
import type { QuestionType } from "../question-type.ts";
import { asShare } from "../rational.ts";
import { shuffled, shuffledBlindly } from "../shuffle.ts";
import { isInside, liesWithin, shapeSchema } from "./picture-shape.ts";

const side = z.int().min(1).max(100_000);

const bodySchema = z
  .strictObject({
    ...commonBody,
    picture: z.strictObject({
      /** A file of the course. */
      src: z
        .string()
        .regex(/^media\/[^\\]{1,200}$/)
        .refine((src) => !src.split("/").includes("..")),
      alt: labelSchema,
      width: side,
      height: side,
    }),
    /**
     * Places on the picture, more than there are markers for if some are to distract. The label says where a place is
     * to those who choose from the list ("north-west corner"), and does not say what is there.
     */
    regions: z
      .array(z.strictObject({ id: partIdSchema, label: labelSchema, shape: shapeSchema }))
      .min(2, "quiz:problems.tooFewItems")
      .max(60),
    /** What is to be placed. */
    markers: z
      .array(z.strictObject({ id: partIdSchema, label: labelSchema, region: partIdSchema }))
      .min(1)
      .max(30),
    partial: partialSchema,
  })
  .superRefine(({ picture, regions, markers }, issues) => {
    const refuse = (path: (string | number)[], message: string) => issues.addIssue({ code: "custom", path, message });
    refuseSameIds(
      [
        [["regions"], regions],
        [["markers"], markers],
      ],
      issues,
    );
    const known = ids(regions);
    for (const [index, { region }] of markers.entries()) {
      if (!known.has(region)) refuse(["markers", index, "region"], "quiz:problems.unknownPart");
    }
    for (const [index, { shape }] of regions.entries()) {
      if (!liesWithin(shape, picture)) refuse(["regions", index, "shape"], "quiz:problems.outsidePicture");
    }
  });

const coordinate = z.number().min(0).max(100_000);
const placeSchema = z.union([
  z.strictObject({ x: coordinate, y: coordinate }),
  z.strictObject({ region: partIdSchema }),
]);

const answerSchema = z.strictObject({ placed: z.record(partIdSchema, placeSchema) });

export type PlaceOnPictureBody = z.infer<typeof bodySchema>;
/** Each marker is at a point of the picture, or in a place of the list. */
export type PlaceOnPictureAnswer = z.infer<typeof answerSchema>;
export type PlaceOnPictureShown = {
  stem: Translated;
  picture: { src: string; alt: Translated; width: number; height: number };
  places: { id: string; label: Translated }[];
  markers: { id: string; label: Translated }[];
};

/** Things to be placed on a map or picture, by pointing or from a list. */
export const placeOnPicture: QuestionType<PlaceOnPictureBody, PlaceOnPictureShown, PlaceOnPictureAnswer> = {
  name: "place-on-picture",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => {
    const picture = { src: "", alt: {}, width: 800, height: 600 };
    const shape = { kind: "circle" as const, x: 100, y: 100, r: 40 };
    const regions = [newId(), newId()].map((id) => ({ id, label: {}, shape }));
    const markers = regions.slice(1).map(({ id }) => ({ id: newId(), label: {}, region: id }));
    return { stem: {}, picture, regions, markers, partial: "each" };
  },
  blank: { placed: {} },
  show: (body, { shuffle, random, text, media }) => {
    const named = ({ id, label }: { id: string; label: Translated }) => ({ id, label });
    const markers = body.markers.map(named);
    return {
      stem: text(body.stem),
      picture: { ...body.picture, src: media(body.picture.src) },
      places: shuffledBlindly(body.regions, random).map(named),
      markers: shuffle ? shuffled(markers, random) : markers,
    };
  },
  fits: ({ picture, regions, markers }, { placed }) => {
    const known = ids(regions);
    const exists = (place: PlaceOnPictureAnswer["placed"][string]) =>
      "region" in place ? known.has(place.region) : place.x <= picture.width && place.y <= picture.height;
    return everyIn(Object.keys(placed), ids(markers)) && Object.values(placed).every(exists);
  },
  isBlank: ({ placed }) => Object.keys(placed).length === 0,
  grade: (body, { placed }) => {
    const shapes = new Map(body.regions.map(({ id, shape }) => [id, shape]));
    const { parts, right } = gradeParts(body.markers, ({ id, region }) => {
      const place = placed[id];
      const shape = shapes.get(region);
      if (!place || !shape) return undefined;
      return "region" in place ? place.region === region : isInside(place, shape);
    });
    return graded(body, { share: asShare(shareOfParts(right, body.markers.length, body.partial)), parts });
  },
  key: ({ markers }) => ({ placed: Object.fromEntries(markers.map(({ id, region }) => [id, { region }])) }),
  texts: commonTexts,
  labels: ({ picture, regions, markers }) => [
    picture.alt,
    ...regions.map(({ label }) => label),
    ...markers.map(({ label }) => label),
  ],
};
