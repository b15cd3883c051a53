/** The address takes no more: it has ended, was cancelled, or was never one. */
export class AddressEnded extends Error {}

/** The file is no longer where it was chosen, or has changed since. */
export class FileGone extends Error {}

/** No answer, or one that asks to come again. */
export class LineLost extends Error {}

/** A request whose body cannot be read fails as one does whose line is lost. */
async function isReadable(body: Blob | null): Promise<boolean> {
  try {
    await body?.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

type Place = { address: string; file: Blob; signal: AbortSignal };

/** One request of a resumable upload as Google Cloud Storage takes it: 308 while bytes are missing, then 200. */
async function put(
  { address, signal }: Place,
  { range, body }: { range: string; body: Blob | null },
): Promise<Response> {
  const answer = await fetch(address, { method: "PUT", headers: { "Content-Range": range }, body, signal }).catch(
    async (cause: unknown) => {
      if (signal.aborted) throw cause;
      throw (await isReadable(body)) ? new LineLost("No answer", { cause }) : new FileGone("Not readable", { cause });
    },
  );
  const { status } = answer;
  if (answer.ok || status === 308) return answer;
  if (status === 408 || status === 429 || status >= 500) throw new LineLost(`Answered ${status}`);
  throw new AddressEnded(`Answered ${status}`);
}

function arrived(answer: Response, size: number): number {
  if (answer.ok) return size;
  const [, last] = /^bytes=0-(\d+)$/.exec(answer.headers.get("Range") ?? "") ?? [];
  return last === undefined ? 0 : Number(last) + 1;
}

/** Asks how many bytes of the file have arrived. Throws `LineLost`, `AddressEnded` and `FileGone`. */
export async function askPosition(place: Place): Promise<number> {
  const { size } = place.file;
  return arrived(await put(place, { range: `bytes */${size}`, body: null }), size);
}

/** Sends the bytes from `from` on; returns how many of the file have arrived by then. Throws as `askPosition`. */
export async function sendChunk(place: Place, { from, bytes }: { from: number; bytes: number }): Promise<number> {
  const { size } = place.file;
  const to = Math.min(from + bytes, size);
  const range = `bytes ${from}-${to - 1}/${size}`;
  return arrived(await put(place, { range, body: place.file.slice(from, to) }), size);
}
