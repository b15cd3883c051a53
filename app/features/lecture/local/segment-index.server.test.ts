import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSegmentIndex, writePlaylist } from "./segment-index.server.ts";

const fixture = (name: string) => new URL(`../../../../tests/fixtures/video/${name}`, import.meta.url).pathname;

test("the segments of a fragmented file follow one another to its end, each a whole one", async () => {
  const path = fixture("minute-fragments.mp4");
  const bytes = readFileSync(path);
  const { initBytes, segments } = await readSegmentIndex(path);
  expect(bytes.toString("latin1", initBytes + 4, initBytes + 8)).toBe("sidx");
  for (const [index, { offset, bytes: length }] of segments.entries()) {
    expect(bytes.toString("latin1", offset + 4, offset + 8)).toBe("moof");
    expect(segments[index + 1]?.offset ?? offset + length).toBe(offset + length);
  }
  expect(segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(60, 0);
});

test("a file without an index is refused", async () => {
  await expect(readSegmentIndex(fixture("minute.mp4"))).rejects.toThrow("no segment index");
});

test("a playlist names the part before all segments, each segment's bytes, and its longest", () => {
  const segments = [
    { offset: 100, bytes: 50, seconds: 4 },
    { offset: 150, bytes: 20, seconds: 1.5 },
  ];
  expect(writePlaylist({ initBytes: 60, segments })).toBe(`#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-MEDIA-SEQUENCE:0
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-MAP:URI="{file}",BYTERANGE="60@0"
#EXTINF:4.000000,
#EXT-X-BYTERANGE:50@100
{file}
#EXTINF:1.500000,
#EXT-X-BYTERANGE:20@150
{file}
#EXT-X-ENDLIST
`);
});
