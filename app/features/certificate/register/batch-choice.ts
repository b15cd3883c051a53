import { z } from "zod";
import type { CertificateFor } from "../issuing/certificate-acts-schema.ts";

/** `course:<id>`, `course:<id>:<cohort>` or `programme:<id>`, as one choice says to whom a batch goes. */
const choiceSchema = z
  .string()
  .transform((choice) => choice.split(":"))
  .pipe(z.tuple([z.enum(["course", "programme"]), z.uuid()]).rest(z.uuid()))
  .refine(([kind, , ...cohort]) => cohort.length <= (kind === "course" ? 1 : 0))
  .transform(([kind, id, cohortId]): { for: CertificateFor; cohortId: string | undefined } => ({
    for: kind === "course" ? { courseId: id } : { programmeId: id },
    cohortId,
  }));

/** What the search part of the page's address holds: to whom a batch would go, and a place in the list of batches. */
export const issueSearchSchema = z.object({
  to: z.string().max(200).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});

/** To whom a choice says that a batch goes, or undefined where it says nothing that can be. */
export const readBatchChoice = (choice: string | undefined) => choiceSchema.safeParse(choice).data;
