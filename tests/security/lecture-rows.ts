import { releaseRows } from "./release-rows.ts";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const HIDDEN = "--------";

/** Who makes lectures: who may edit the course; who gives them captions, too. */
export function draftRows({ course, draftLecture: lesson, draftSectionId, videoId }: Scene): Row[] {
  const teach = {
    file: "routes/teach/course.tsx",
    call: "action",
    path: `/teach/${course}`,
    params: { course },
  } as const;
  const params = { course, lesson };
  const page = { file: "routes/teach/lecture.tsx", path: `/teach/${course}/${lesson}`, params } as const;
  const saved = {
    file: "routes/resources/lecture-drafts.ts",
    path: `/resources/lecture-drafts/${course}/${lesson}`,
    params,
  } as const;
  const texts = { "title.ar": "محاضرة", "title.en": "A lecture", "summary.ar": "عنها.", "summary.en": "About it." };
  const cues = { intent: "captions", locale: "fr", cues: "[]" };
  return [
    { ...teach, what: "unknown intent", form: {}, gets: "s-------" },
    {
      ...teach,
      what: "add a lecture",
      form: { intent: "add-lecture", section: draftSectionId, ...texts },
      gets: "s----m-m",
    },
    {
      ...teach,
      what: "add a quiz",
      form: { intent: "add-quiz", section: draftSectionId, ...texts },
      gets: "s----m-m",
    },
    // The lecture that was just added has no video.
    ...releaseRows({ course, lesson }),
    { ...page, call: "loader", gets: "s----o-o" },
    { ...page, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    {
      ...page,
      call: "action",
      what: "give it its video",
      form: { intent: "video", video: videoId },
      gets: "s----m-m",
    },
    { ...saved, call: "loader", gets: HIDDEN },
    { ...saved, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...saved, call: "action", what: "captions", form: cues, gets: "s----o-o" },
    { ...saved, call: "action", what: "no captions", form: { intent: "captions" }, gets: "s---bbbb" },
  ];
}
