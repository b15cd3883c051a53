/** What the doctor says of one part of the academy, in English, to who runs the machine. */
export type Finding = {
  part: string;
  /** `missing` may be meant so; `broken` is a fault. */
  state: "ok" | "missing" | "broken";
  says: string;
  /** What a part that is missing or broken disables. */
  disables?: string;
};
