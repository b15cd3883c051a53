import { z } from "zod";

/** Added when a course is deleted, for when its grace is over. */
export const purgeCourseJob = { name: "purgeCourse", payload: z.object({ courseId: z.uuid() }) };
