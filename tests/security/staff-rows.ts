import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const TEACHING = "s---oooo";
const ADMIN = "s------o";

/** The rooms of those who teach and of admins. */
export function staffRows({ course, lecture }: Scene): Row[] {
  const watching = { path: `/teach/${course}/${lecture}/watching`, params: { course, lesson: lecture } };
  return [
    { file: "routes/teach/lecture-watching.tsx", call: "loader", ...watching, gets: "s---oo-o" },
    { file: "routes/teach/lecture-watching-csv.ts", call: "loader", ...watching, gets: "s---oo-o" },
    { file: "routes/teach/courses.tsx", call: "loader", path: "/teach", gets: TEACHING },
    {
      ...{ file: "routes/teach/course-frame.tsx", call: "loader", path: `/teach/${course}` },
      params: { course },
      gets: "s---oo-o",
    },
    { file: "routes/teach/course.tsx", call: "loader", path: `/teach/${course}`, params: { course }, gets: "s---oo-o" },
    { file: "routes/admin/admin-home.tsx", call: "loader", path: "/admin", gets: ADMIN },
    {
      file: "routes/admin/admin-home.tsx",
      call: "action",
      path: "/admin",
      form: { intent: "retry", job: "1" },
      gets: "s------m",
    },
    { file: "routes/admin/settings.tsx", call: "loader", path: "/admin/settings", gets: ADMIN },
    { file: "routes/admin/videos.tsx", call: "loader", path: "/admin/videos", gets: ADMIN },
    {
      file: "routes/admin/videos.tsx",
      call: "action",
      what: "of no video",
      path: "/admin/videos",
      form: { intent: "giveUp", video: "00000000-0000-7000-8000-000000000000" },
      gets: "s-------",
    },
    {
      file: "routes/admin/settings.tsx",
      call: "action",
      path: "/admin/settings",
      form: { registration: "open" },
      gets: "s------m",
    },
  ];
}
