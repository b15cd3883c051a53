import { useEffect } from "react";
import type { MediaFile } from "../../media/media-file.ts";
import { makeStore, type Store, useStore } from "./store.ts";

/** The files of a course as far as they are known here; `isWhole` once all were fetched. */
type CourseFiles = { files: readonly MediaFile[]; isWhole: boolean };

const stores = new Map<string, Store<CourseFiles>>();

function storeOf(course: string): Store<CourseFiles> {
  const store = stores.get(course) ?? makeStore<CourseFiles>({ files: [], isWhole: false });
  stores.set(course, store);
  return store;
}

/** Notes a file that was just added, the newest first. */
export function noteCourseFile(course: string, file: MediaFile): void {
  const store = storeOf(course);
  const { files, isWhole } = store.get();
  store.set({ files: [file, ...files.filter(({ path }) => path !== file.path)], isWhole });
}

async function fetchFiles(course: string): Promise<void> {
  const answer = await fetch(`/resources/course-media/${course}`).catch(() => null);
  const type = answer?.headers.get("Content-Type") ?? "";
  if (!answer?.ok || !type.startsWith("application/json")) return;
  const { files }: { files: MediaFile[] } = await answer.json();
  storeOf(course).set({ files, isWhole: true });
}

/** What is known of a course's files without asking. */
export function useKnownFiles(course: string): readonly MediaFile[] {
  return useStore(storeOf(course)).files;
}

/** All files of a course, fetched when they are first asked for; what is added meanwhile is with them. */
export function useCourseFiles(course: string): CourseFiles {
  const found = useStore(storeOf(course));
  useEffect(() => {
    void fetchFiles(course);
  }, [course]);
  return found;
}
