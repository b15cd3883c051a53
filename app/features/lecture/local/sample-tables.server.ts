/** Reads bytes of a file, the last not included. */
type Read = (from: number, to: number) => Promise<Buffer>;

/** Boxes that hold others, on the way to the tables of samples (ISO/IEC 14496-12, 8.1 to 8.6). */
const HOLDERS = ["trak", "mdia", "minf", "stbl"];
/** Tables that count samples in runs. */
const RUNS = ["stts", "ctts"];
/** A day of 60 pictures each second has fewer. */
const MOST_SAMPLES = 6_000_000;
const MOST_HEADER_BYTES = 64 * 1024 * 1024;
const MOST_BOXES = 1_000;

/**
 * Whether the tables of an MP4 file speak of more samples than any lecture has, or are larger than they can be. Such a
 * file is broken or made to do harm: what reads formats makes an object of each sample, until no memory is left. Of a
 * file of another format nothing is said.
 */
export async function hasTooManySamples(read: Read, fileBytes: number): Promise<boolean> {
  for (let at = 0, seen = 0; at + 8 <= fileBytes && seen < MOST_BOXES; seen += 1) {
    const header = await read(at, Math.min(fileBytes, at + 16));
    const short = header.readUInt32BE(0);
    const bytes = short === 1 && header.length === 16 ? Number(header.readBigUInt64BE(8)) : short;
    if (header.toString("latin1", 4, 8) === "moov") {
      if (bytes > MOST_HEADER_BYTES) return true;
      return countSamples(await read(at + 8, Math.min(fileBytes, at + bytes))) > MOST_SAMPLES;
    }
    if (bytes < 8) return false;
    at += bytes;
  }
  return false;
}

/** The most samples that one table speaks of. */
function countSamples(boxes: Buffer): number {
  let most = 0;
  for (let at = 0; at + 8 <= boxes.length; ) {
    const bytes = boxes.readUInt32BE(at);
    const type = boxes.toString("latin1", at + 4, at + 8);
    if (bytes < 8) break;
    const body = boxes.subarray(at + 8, at + bytes);
    if (HOLDERS.includes(type)) most = Math.max(most, countSamples(body));
    if (RUNS.includes(type)) most = Math.max(most, sumRuns(body));
    at += bytes;
  }
  return most;
}

function sumRuns(table: Buffer): number {
  let sum = 0;
  // After version and count: how many samples, and what they have in common, four bytes each.
  for (let at = 8; at + 8 <= table.length; at += 8) sum += table.readUInt32BE(at);
  return sum;
}
