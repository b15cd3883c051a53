import { z } from "zod";

/**
 * An address of the academy to go on to, as somebody may have written it into a link: a path, and never another site.
 * Browsers take `//host` and `/\\host` for one, pass over tabs and line ends within, and `/en//host` would become the
 * first where the language is taken off. Addresses come in ASCII, so that nothing else can stand in a header.
 */
export const ownPathSchema = z
  .string()
  .max(2_000)
  .regex(/^\/(?!\/)(?!\w\w\/\/)[!-[\]-~]*$/);
