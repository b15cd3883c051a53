import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { PackageProblem } from "../read/package-problem.ts";
import type { PackagedCourse } from "../read/packaged-course.ts";
import type { PackagedVideo } from "../read/packaged-video.ts";

export type HeldVideos = Awaited<ReturnType<typeof findHeldVideos>>;

/** What the academy has of the videos that these courses bring. */
export async function findHeldVideos(db: DbOrTx, courses: PackagedCourse[]) {
  const videos = courses.flatMap((course) => course.videos);
  return db.video.findMany({
    where: {
      OR: [
        { id: { in: videos.map(({ id }) => id) } },
        { muxAssetId: { in: videos.flatMap(({ mux }) => (mux ? [mux.assetId] : [])) } },
        { muxPlaybackId: { in: videos.flatMap(({ mux }) => (mux ? [mux.playbackId] : [])) } },
      ],
    },
    select: {
      id: true,
      courseId: true,
      state: true,
      durationMs: true,
      muxAssetId: true,
      muxPlaybackId: true,
      packagedSha256: true,
      renditions: { select: { name: true, bytes: true } },
    },
  });
}

/** Ids of videos that mean something else in the academy. */
export function videoConflicts({ file, value, lineOf, videos }: PackagedCourse, held: HeldVideos): PackageProblem[] {
  return videos.flatMap((video) => {
    const index = value.videos.findIndex(({ id }) => id === video.id);
    const say = (key: string, reason: string) => [{ file, line: lineOf(["videos", index, key]), reason }];
    const same = held.find(({ id }) => id === video.id);
    if (same && same.courseId !== value.id) {
      return say("id", `the id "${video.id}" belongs to another course of the academy`);
    }
    if (same && !isSameVideo(same, video)) {
      return say("id", "the academy has other files under this id; another video needs an id of its own");
    }
    if (!same && video.mux && held.some((other) => isAtMux(other, video))) {
      return say("assetId", "another video of the academy is this one of Mux");
    }
    return [];
  });
}

function isAtMux({ muxAssetId, muxPlaybackId }: HeldVideos[number], { mux }: PackagedVideo): boolean {
  return muxAssetId === mux?.assetId || muxPlaybackId === mux?.playbackId;
}

/** By what the best file holds where that is known, else by the sizes of the files that both have. */
function isSameVideo(held: HeldVideos[number], { mux, renditions }: PackagedVideo): boolean {
  if (held.state !== "ready" || (mux !== null) !== (held.muxAssetId !== null)) return false;
  if (mux) return held.muxAssetId === mux.assetId && held.muxPlaybackId === mux.playbackId;
  const best = renditions[0]?.source;
  if (held.packagedSha256 !== null)
    return best !== undefined && "sha256" in best && best.sha256 === held.packagedSha256;
  const sizes = new Map(held.renditions.map(({ name, bytes }) => [name, Number(bytes)]));
  return renditions.every(({ name, bytes }) => sizes.get(name) === bytes);
}
