import { type ReactNode, useCallback } from "react";
import { useRevalidator } from "react-router";
import { LectureRoom } from "#app/features/lecture/components/player/lecture-room.tsx";
import type { LectureView } from "#app/features/lecture/playback.ts";
import type { LessonPageView } from "../../lesson-page-view.ts";
import { FinishLecture } from "./finish-lecture.tsx";

type LectureLessonProps = {
  page: LessonPageView;
  lecture: LectureView;
  /** Single keys are wanted. */
  keys: boolean;
  children: ReactNode;
};

/** A lesson that is a lecture, with its text in it. Loaded where there is one. */
export default function LectureLesson({ page, lecture, keys, children }: LectureLessonProps) {
  const { revalidate } = useRevalidator();
  const { lesson, course } = page;
  const onCompleted = useCallback(() => void revalidate(), [revalidate]);
  return (
    <LectureRoom
      view={lecture}
      address={{ course: course.slug, lesson: lesson.slug }}
      lesson={{ id: lesson.id, title: page.text.title }}
      keys={keys}
      onCompleted={onCompleted}
      finish={(progress) => (
        <FinishLecture
          {...progress}
          completed={lesson.completed}
          finishedCourse={page.finishedCourse}
          thresholdPercent={lecture.thresholdPercent}
        />
      )}
    >
      {children}
    </LectureRoom>
  );
}
