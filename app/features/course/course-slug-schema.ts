import { z } from "zod";

/** A slug or handle in an address: lower-case Latin letters, digits and hyphens. */
export const slugSchema = z.string().regex(/^[a-z0-9-]{1,100}$/);
