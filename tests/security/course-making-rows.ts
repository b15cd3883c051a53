import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/** Whoever may teach may make courses; who may end one is her who owns it. */
export function courseMakingRows({ course }: Scene): Row[] {
  const list = { file: "routes/teach/courses.tsx", path: "/teach" } as const;
  const make = { file: "routes/teach/new-course.tsx", path: "/teach/new" } as const;
  const filled = { title: "Gates", sourceLocale: "en", locales: "ar", subject: "history", level: "beginner" };
  return [
    { ...make, call: "loader", gets: "s---oooo" },
    { ...make, call: "action", what: "nothing said", form: {}, gets: "s---bbbb" },
    { ...make, call: "action", what: "make", form: filled, gets: "s---mmmm" },
    { ...list, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...list, call: "action", what: "put back what is there", form: { intent: "put-back", course }, gets: "s-------" },
  ];
}
