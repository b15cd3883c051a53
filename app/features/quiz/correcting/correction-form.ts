import { z } from "zod";

const readJson = z.string().transform((text, issues) => {
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    issues.addIssue({ code: "custom", message: "form:required" });
    return z.NEVER;
  }
});

/** A correction as its form sends it, to be seen first or to be applied. */
export const correctionFormSchema = z.object({
  what: z.enum(["correct", "drop"]),
  /** The question with its key put right, as JSON. */
  body: readJson.optional(),
  reason: z.string().trim().min(3).max(1_000),
  mayFail: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});
