type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A stream that is opened by its first reader: one that nobody reads (an answer to HEAD, or to somebody who has left)
 * opens nothing and has nothing to close. Cancelled, it closes what it opened.
 */
export function lazyStream(open: () => Promise<AsyncIterable<Bytes>>): ReadableStream<Bytes> {
  let opened: Promise<AsyncIterator<Bytes>> | undefined;
  return new ReadableStream<Bytes>(
    {
      pull: async (controller) => {
        opened ??= open().then((stream) => stream[Symbol.asyncIterator]());
        const { value, done } = await (await opened).next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        const iterator = await opened?.catch(() => undefined);
        await iterator?.return?.();
      },
    },
    // Nothing is read ahead of who reads.
    { highWaterMark: 0 },
  );
}
