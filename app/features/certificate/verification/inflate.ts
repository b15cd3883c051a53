/**
 * Decompresses no more than `most` bytes. Undefined for what is not compressed so, and for what would become larger:
 * a few kilobytes can be made to fill any memory.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  { format, most }: { format: "gzip" | "deflate" | "deflate-raw"; most: number },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      length += value.length;
      if (length > most) return undefined;
      parts.push(value);
    }
  } catch {
    return undefined;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
