import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/**
 * The page of one learner: seen by whoever holds a role in the course, and by admins; what is done there is for its
 * owner and admins, not for an assistant. What one act does the next undoes.
 */
export function learnerRows({ course, lessonId, satEnrolmentId, quizLessonId }: Scene): Row[] {
  const page = {
    file: "routes/teach/learner.tsx",
    path: `/teach/${course}/learners/${satEnrolmentId}`,
    params: { course, enrolment: satEnrolmentId },
  };
  const reason = "As agreed";
  const attempt = { lesson: quizLessonId, number: "1", reason };
  const access = { access: "until", until: "2030-01-01T09:00", timeZone: "UTC", reason };
  const act = (intent: string, fields: Record<string, string>): Row => ({
    ...page,
    ...{ call: "action", what: intent, form: { intent, ...fields }, gets: "s----m-m" },
  });
  return [
    { ...page, call: "loader", gets: "s---oo-o" },
    act("access", access),
    act("waive", { lesson: lessonId, reason }),
    act("void", attempt),
    act("restore", attempt),
    act("takeOut", { reason }),
    act("putBack", { reason }),
    { ...act("access", { ...access, until: "" }), what: "access until nobody knows when", gets: "s---bbbb" },
    { ...act("expel", { reason }), what: "no such act", gets: "s-------" },
  ];
}
