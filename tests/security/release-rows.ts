import type { Row } from "./row.ts";

/** Owner and teachers of the course, and admins: an assistant releases nothing. */
export function releaseRows({ course, lesson }: { course: string; lesson: string }): Row[] {
  const page = { file: "routes/teach/release.tsx", path: `/teach/${course}/release`, params: { course } } as const;
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...page,
    call: "action",
    what,
    form,
    gets,
  });
  return [
    { ...page, call: "loader", gets: "s----o-o" },
    {
      ...{ file: "routes/teach/look.tsx", call: "loader", path: `/teach/${course}/look?as=guest`, params: { course } },
      gets: "s----o-o",
    },
    {
      ...{ file: "routes/teach/look-lesson.tsx", call: "loader", path: `/teach/${course}/look/${lesson}` },
      ...{ params: { course, lesson }, gets: "s----o-o" },
    },
    {
      ...{ file: "routes/resources/draft-playback.ts", call: "loader", what: "of a lecture" },
      ...{ path: `/resources/draft-playback/${course}/${lesson}`, params: { course, lesson }, gets: "s----o-o" },
    },
    act("unknown intent", {}, "s-------"),
    act("release what is not whole", { intent: "release" }, "s----422-422"),
    act("bring back what is shown already", { intent: "bring-back", number: "1" }, "s----c-c"),
    act("bring back what there is not", { intent: "bring-back", number: "99" }, "s-------"),
    act("bring back what is no number", { intent: "bring-back", number: "-1" }, "s---bbbb"),
    act("try the links", { intent: "try-links" }, "s----m-m"),
  ];
}
