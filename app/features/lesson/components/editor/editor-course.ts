import { createContext, useContext } from "react";
import type { EditorCourse } from "./editor-props.ts";

const courseContext = createContext<EditorCourse | undefined>(undefined);

export const EditorCourseProvider = courseContext.Provider;

/** The course whose text is edited, for what stands on the surface. */
export function useEditorCourse(): EditorCourse {
  const course = useContext(courseContext);
  if (!course) throw new Error("The surface of an editor stands in an EditorCourseProvider");
  return course;
}
