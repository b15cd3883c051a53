import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/db/client.server.ts";
import { contextOf } from "./context.ts";
import { createCourse } from "./course.ts";
import { createLecture } from "./lecture.ts";
import { createInstructor } from "./person.ts";

/** A lecture without a video in a draft, with her who owns the course, in whose name it is asked. */
export async function createUploadScene(db: Db) {
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "owner" } });
  const { lesson } = await createLecture(db, { courseId: course.id, video: null });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const announce = (bytes: number, fileName = `${randomUUID()}.mp4`) => ({
    course: course.slug,
    lessonId: lesson.id,
    fileName,
    bytes,
    origin: "https://academy.example",
  });
  return { course, lesson, ctx, announce };
}

/** A request of the tus protocol, as an uploader makes it. */
export function tusRequest(
  address: string,
  part?: { offset: number; body: Uint8Array<ArrayBuffer> | ReadableStream },
): Request {
  const url = new URL(address, "https://academy.example");
  if (!part) return new Request(url, { method: "HEAD", headers: { "Tus-Resumable": "1.0.0" } });
  const init = {
    method: "PATCH",
    headers: {
      "Tus-Resumable": "1.0.0",
      "Upload-Offset": String(part.offset),
      "Content-Type": "application/offset+octet-stream",
      ...(part.body instanceof Uint8Array ? { "Content-Length": String(part.body.length) } : {}),
    },
    body: part.body,
    duplex: "half",
  };
  return new Request(url, init);
}
