import { z } from "zod";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pointsSchema } from "./quiz-plan.ts";
import { paperRulesSchema } from "./quiz-rules.ts";

type Json = z.infer<ReturnType<typeof z.json>>;

/** Not looked into: it comes from a type's own `show`, or from the database, where it cannot have changed. */
export const shownSchema = z.custom<Json>((shown) => shown !== undefined);

const paperSlotSchema = z.object({
  /** Counted from 1 through the whole paper. */
  slot: z.int().positive(),
  section: z.string(),
  versionId: z.uuid(),
  type: z.string(),
  /** Thousandths of a point. */
  points: pointsSchema,
  /** As the learner sees it: without key. JSON that the question's type made and its view knows. */
  shown: shownSchema,
});

/** What `Attempt.paper` holds. */
export const paperSchema = z.object({
  rules: paperRulesSchema,
  sections: z.array(z.object({ id: z.string(), titles: translatedSchema })),
  slots: z.array(paperSlotSchema),
});

export type Paper = z.infer<typeof paperSchema>;
export type PaperSlot = Paper["slots"][number];
/** What of a paper saving and grading need: without what it shows. */
export type PaperOutline = { rules: Paper["rules"]; slots: Omit<PaperSlot, "shown">[] };
