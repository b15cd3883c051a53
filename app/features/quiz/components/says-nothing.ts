/** Whether an answer of any type says nothing: there is none, or all that could be in it is empty. */
export function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.values(value).every(saysNothing);
}
