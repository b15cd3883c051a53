import type { CourseDraft, DraftLecture, DraftVideo } from "../draft/course-draft.ts";
import { pictureExtension } from "../read/picture-kinds.ts";
import { captionsFileName } from "../read/read-captions.server.ts";
import { renditionExtension } from "../read/rendition-types.ts";

type NamedLecture = { slug: string; lecture: DraftLecture };

/** A file of a course's folder: its text, an object of the storage, or a file of the store of large files. */
export type LectureFileToWrite =
  | { path: string; text: string }
  | { path: string; sha256: string }
  | { path: string; storageKey: string; bytes: number };

/** What the lectures of a draft are called in a package. */
export function nameLectureFiles(draft: CourseDraft) {
  const lessons = draft.sections.flatMap((section) => section.lessons);
  const lectures: NamedLecture[] = lessons.flatMap(({ slug, lecture }) => (lecture ? [{ slug, lecture }] : []));
  const base = (video: DraftVideo) => lectures.find(({ lecture }) => lecture.videoId === video.id)?.slug ?? video.id;
  return {
    lectures,
    renditionPath: (video: DraftVideo, { name, contentType }: DraftVideo["renditions"][number]) =>
      `videos/${base(video)}.${name}${renditionExtension(contentType)}`,
    playlistPath: (video: DraftVideo, { name }: DraftVideo["renditions"][number]) =>
      `videos/${base(video)}.${name}.m3u8`,
    posterPath: (video: DraftVideo) =>
      video.poster && `videos/${base(video)}.poster${pictureExtension(video.poster.contentType)}`,
    slidePath,
  };
}

/** A picture that is shown again keeps its name. */
function slidePath({ slug, lecture }: NamedLecture, slide: DraftLecture["slides"][number]): string {
  const pictures = [...new Set(lecture.slides.map(({ sha256 }) => sha256))];
  const number = String(pictures.indexOf(slide.sha256) + 1).padStart(2, "0");
  return `slides/${slug}.${number}${pictureExtension(slide.contentType)}`;
}

/** Every file of the lectures of a draft, once. */
export function lectureFiles(draft: CourseDraft): LectureFileToWrite[] {
  const names = nameLectureFiles(draft);
  const files = [
    ...draft.videos.flatMap((video) => videoFiles(video, names)),
    ...names.lectures.flatMap((lecture) => [
      ...lecture.lecture.slides.map((slide) => ({ path: slidePath(lecture, slide), sha256: slide.sha256 })),
      ...Object.entries(lecture.lecture.captions).map(([locale, text]) => ({
        path: `captions/${captionsFileName({ slug: lecture.slug, locale })}`,
        text,
      })),
    ]),
  ];
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function videoFiles(video: DraftVideo, names: ReturnType<typeof nameLectureFiles>): LectureFileToWrite[] {
  const posterPath = names.posterPath(video);
  const poster = video.poster && posterPath ? [{ path: posterPath, sha256: video.poster.sha256 }] : [];
  if (video.mux) return poster;
  return [
    ...poster,
    ...video.renditions.flatMap((rendition) => {
      const { storageKey, bytes, playlist } = rendition;
      const file = { path: names.renditionPath(video, rendition), storageKey, bytes };
      return playlist === null ? [file] : [file, { path: names.playlistPath(video, rendition), text: playlist }];
    }),
  ];
}
