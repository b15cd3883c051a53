import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const HIDDEN = "--------";

/** Who may upload videos and see how they stand: who may release the course. */
export function videoRows({ course, lectureLessonId, videoId }: Scene): Row[] {
  const params = { video: videoId };
  const row = (file: string, path: string, rest: Pick<Row, "call" | "gets"> & Partial<Row>): Row => ({
    file: `routes/resources/${file}`,
    path: `/resources/${path}`,
    ...rest,
  });
  const begin = { course, lessonId: lectureLessonId, fileName: "a.mp4", bytes: "1000" };
  const own = `videos/${videoId}`;
  return [
    row("uploads.ts", `uploads/${videoId}`, { call: "loader", what: "not by tus", params, gets: HIDDEN }),
    row("uploads.ts", `uploads/${videoId}`, { call: "action", what: "not by tus", params, form: {}, gets: HIDDEN }),
    row("videos.ts", "videos", { call: "loader", gets: HIDDEN }),
    row("videos.ts", "videos", { call: "action", form: begin, gets: "s----o-o" }),
    row("video.ts", own, { call: "loader", params, gets: "s----o-o" }),
    row("video.ts", own, { call: "action", what: "unknown intent", params, form: {}, gets: "s-------" }),
    row("video.ts", own, { call: "action", what: "retry", params, form: { intent: "retry" }, gets: "s----o-o" }),
    row("video.ts", own, { call: "action", what: "remove", params, form: { intent: "remove" }, gets: "s----c-c" }),
    row("video-poster.ts", `${own}/poster`, { call: "loader", params, gets: HIDDEN }),
    row("video-poster.ts", `${own}/poster`, { call: "action", what: "no picture", params, form: {}, gets: "s----b-b" }),
  ];
}
