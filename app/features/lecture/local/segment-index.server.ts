import { open } from "node:fs/promises";

export type SegmentIndex = {
  /** Bytes before the first index: what a player needs before any segment. */
  initBytes: number;
  segments: { offset: number; bytes: number; seconds: number }[];
};

const HEADER_BYTES = 16;
/** An index of a video of a day, in segments of a second, is far smaller. */
const MAX_INDEX_BYTES = 8 * 1024 * 1024;

/**
 * The segments of a fragmented MP4 file by its first segment index (`sidx`, ISO/IEC 14496-12, 8.16.3). Throws where
 * the file has none.
 */
export async function readSegmentIndex(path: string): Promise<SegmentIndex> {
  const file = await open(path);
  try {
    const { size: fileBytes } = await file.stat();
    const read = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    for (let offset = 0; offset + 8 <= fileBytes; ) {
      const { type, bytes } = readBoxHeader(await read(offset, HEADER_BYTES));
      if (type === "sidx" && bytes <= MAX_INDEX_BYTES) return parseIndex(await read(offset, bytes), offset);
      if (bytes < 8) break;
      offset += bytes;
    }
    throw new Error("The file has no segment index");
  } finally {
    await file.close();
  }
}

function readBoxHeader(header: Buffer): { type: string; bytes: number } {
  const bytes = header.readUInt32BE(0);
  const type = header.toString("latin1", 4, 8);
  return { type, bytes: bytes === 1 && header.length >= HEADER_BYTES ? Number(header.readBigUInt64BE(8)) : bytes };
}

function parseIndex(box: Buffer, at: number): SegmentIndex {
  const long = box.readUInt8(8) === 1;
  const timescale = box.readUInt32BE(16);
  const first = long ? Number(box.readBigUInt64BE(28)) : box.readUInt32BE(24);
  const countAt = long ? 38 : 30;
  let offset = at + box.length + first;
  const segments = Array.from({ length: box.readUInt16BE(countAt) }, (_, index) => {
    const entry = countAt + 2 + index * 12;
    // The highest bit says whether another index is meant; ffmpeg writes none of those.
    const bytes = box.readUInt32BE(entry) & 0x7fff_ffff;
    const segment = { offset, bytes, seconds: box.readUInt32BE(entry + 4) / timescale };
    offset += bytes;
    return segment;
  });
  return { initBytes: at, segments };
}

/** HLS media playlist (RFC 8216) of such a file, by ranges of its bytes; `{file}` stands for its address. */
export function writePlaylist({ initBytes, segments }: SegmentIndex): string {
  const longest = Math.max(1, ...segments.map(({ seconds }) => Math.ceil(seconds)));
  const lines = segments.map(
    ({ offset, bytes, seconds }) => `#EXTINF:${seconds.toFixed(6)},\n#EXT-X-BYTERANGE:${bytes}@${offset}\n{file}`,
  );
  const head = [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    `#EXT-X-TARGETDURATION:${longest}`,
    "#EXT-X-MEDIA-SEQUENCE:0",
    "#EXT-X-PLAYLIST-TYPE:VOD",
    `#EXT-X-MAP:URI="{file}",BYTERANGE="${initBytes}@0"`,
  ];
  return `${[...head, ...lines, "#EXT-X-ENDLIST"].join("\n")}\n`;
}
