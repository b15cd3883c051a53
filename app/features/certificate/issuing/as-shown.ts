import type { TemplateVersion } from "../templates/load-template-version.server.ts";
import type { NewSnapshot } from "./insert-certificate.server.ts";

type Study = Pick<NewSnapshot, "minutes" | "instructors">;

/** What the version of the template lets be said of the length of study and of who taught: all else is not frozen. */
export function asShown(
  { minutes, instructors }: Study,
  { design: { shows } }: Pick<TemplateVersion, "design">,
): Study {
  return { minutes: shows.hours ? minutes : null, instructors: shows.instructors ? instructors : [] };
}
