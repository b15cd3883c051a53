import type { Locale } from "#app/platform/i18n/locales.ts";
import type { LessonNode } from "../../lesson-node.ts";

export type DirectionFindingsProps = {
  /** Canonical. */
  document: LessonNode;
  locale: Locale;
  /** Puts the mended document in the place of what is written, so that it can be undone. */
  onMend: (document: LessonNode) => void;
};
