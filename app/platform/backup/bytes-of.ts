/** The bytes of a stream whose types do not say that it has only such. */
export async function* bytesOf(source: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    if (!(chunk instanceof Uint8Array)) throw new Error("The stream has something else than bytes");
    yield chunk;
  }
}
