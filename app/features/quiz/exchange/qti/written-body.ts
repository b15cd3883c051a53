/** An item as far as its type says it. */
export type WrittenBody = {
  /** Response declarations. */
  responses: string[];
  /** More outcomes than the score, such as what is chosen. */
  outcomes?: string[];
  /** What stands below the stem. */
  content: string;
  /** Which template grades it, or the rules that do; nothing where a person does. */
  scoring: "match" | "map" | string[] | null;
};
