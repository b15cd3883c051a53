import { Outlet } from "react-router";
import { z } from "zod";
import { CourseRooms } from "#app/features/course/components/course-rooms.tsx";
import { findCourseRooms } from "#app/features/course/find-course-rooms.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/course-frame";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  load: async ({ personCtx, params }) => ({ ...params, rights: await findCourseRooms(personCtx(), params) }),
});

/** Around every page on which a course is made and taught: the way to its other rooms. */
export default function CourseFrame({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <CourseRooms {...loaderData} />
      <Outlet />
    </>
  );
}
