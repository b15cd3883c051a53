/** A record with one part set, or without it. */
export function withPart<Value>(record: Readonly<Record<string, Value>>, id: string, value: Value | undefined) {
  const { [id]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [id]: value };
}
