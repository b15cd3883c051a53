import { z } from "zod";

/** An order is named by its number. */
export const paperParams = z.object({ order: z.coerce.number().int().positive().max(2_147_483_647) });
export const creditNoteParams = paperParams.extend({ note: z.string() });
