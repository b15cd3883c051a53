import { z } from "zod";

/** What admins call a template; learners do not see it. */
export const templateNameSchema = z.string().trim().min(1).max(120);

/** What an editor sends: the design is checked apart, so that each fault is told beside its field. */
export const saveTemplateSchema = z.object({
  name: z.string().max(1_000),
  design: z.json(),
  /** What it was made from. */
  opened: z.object({ name: z.string(), number: z.int().min(1) }),
});

export type SaveTemplate = z.output<typeof saveTemplateSchema>;
