import { createHash } from "node:crypto";
import type { Chapter, Slide } from "#app/features/lecture/lecture-schema.ts";
import type { QualityName } from "#app/features/lecture/playback.ts";
import type { LessonDocument } from "#app/features/lesson/lesson-document.ts";
import type { CslItem } from "#app/features/lesson/references/reference-schema.ts";
import type { CompletionRule, InstructorRole, LessonKind, Level } from "#app/platform/db/generated/enums.ts";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { type CertificateFile, unusualCertificate } from "../read/certificate-file-schema.ts";
import type { DraftBank, DraftQuiz } from "./quiz-draft.ts";

/** When one may enrol; times in UTC, ISO 8601 with milliseconds. */
type Window = { opensAt: string | null; closesAt: string | null };

type DraftLessonText = { title: string; summary: string; document: LessonDocument };

export type DraftLesson = {
  id: string;
  slug: string;
  kind: LessonKind;
  minutes: number;
  required: boolean;
  preview: boolean;
  // Each only where it is not as usual, so that drafts keep the fingerprints that they had before there were such facts.
  /** When it opens: at a time, or so many days after a learner enrolled or her cohort began. */
  opensAt?: string;
  dripDays?: number;
  /** Ids of lessons to complete first. */
  requires?: string[];
  /** What it weighs in the grade of the course; 1 unless said. */
  weight?: number;
  texts: Partial<Record<Locale, DraftLessonText>>;
  /** Of a lesson that is a lecture. */
  lecture?: DraftLecture;
  /** Of a lesson that is a quiz. */
  quiz?: DraftQuiz;
};

export type DraftLecture = {
  /** Null until a video is there that can be watched. */
  videoId: string | null;
  lengthSeconds: number | null;
  chapters: Chapter[];
  slides: Slide[];
  /** WebVTT by language. */
  captions: Partial<Record<Locale, string>>;
};

export type DraftRendition = {
  name: QualityName;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  bitsPerSecond: number;
  storageKey: string;
  playlist: string | null;
};

/** A video that can be watched. It keeps its id and its files for ever: another video is another one. */
export type DraftVideo = {
  id: string;
  fileName: string;
  durationMs: number;
  width: number | null;
  height: number | null;
  poster: { sha256: string; contentType: Slide["contentType"] } | null;
  /** Null where the academy keeps the files itself. */
  mux: { assetId: string; playbackId: string } | null;
  /** SHA-256 of the best file, where it came with a package. */
  packagedSha256: string | null;
  /** Best first. */
  renditions: DraftRendition[];
};

export type DraftCohort = {
  id: string;
  name: Translated;
  startsAt: string;
  endsAt: string;
  enrolment: Window;
  seats: number | null;
};

/** A course as its makers edit it, whole: what a package says and what the database holds, in one form. */
export type CourseDraft = {
  id: string;
  slug: string;
  sourceLocale: Locale;
  locales: Locale[];
  subject: string;
  level: Level;
  coverSha256: string | null;
  price: { amount: number; currency: string };
  seats: number | null;
  selfPaced: boolean;
  enrolment: Window;
  /** Ids of courses to finish first. */
  prerequisites: string[];
  completion: CompletionRule;
  /** Share of a lecture's length that must be played, in percent. */
  watchThreshold: number;
  certificate: CertificateFile;
  /** How long a learner may read, in days; null is for ever. */
  accessDays: number | null;
  /** How many of her worst graded lessons a learner's grade leaves out. */
  dropLowest: number;
  instructors: { instructorId: string; role: InstructorRole }[];
  title: Translated;
  summary: Translated;
  outcomes: Partial<Record<Locale, string[]>>;
  cohorts: DraftCohort[];
  sections: { id: string; title: Translated; lessons: DraftLesson[] }[];
  media: { path: string; sha256: string; contentType: string; bytes: number }[];
  /** Works that its lessons cite. */
  references: CslItem[];
  /** Those that its lectures show. */
  videos: DraftVideo[];
} & DraftBank;

/** What a course has in which a package says nothing else. */
const USUAL_THRESHOLD = 90;

/**
 * SHA-256 of a draft's meaning: the same however its parts without an order of their own are ordered. Videos count by
 * their ids, since they do not change, and what a course without lectures and quizzes need not say is left out.
 */
export function fingerprintDraft({ videos: _, ...draft }: CourseDraft): string {
  return fingerprint({
    ...draft,
    watchThreshold: draft.watchThreshold === USUAL_THRESHOLD ? undefined : draft.watchThreshold,
    certificate: unusualCertificate(draft.certificate),
    accessDays: draft.accessDays ?? undefined,
    dropLowest: draft.dropLowest || undefined,
    prerequisites: draft.prerequisites.toSorted(),
    cohorts: draft.cohorts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    media: draft.media.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    references: draft.references.length === 0 ? undefined : draft.references.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    questions: draft.questions.length === 0 ? undefined : draft.questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    categories: draft.categories.length === 0 ? undefined : draft.categories.map((path) => path.join("\n")).toSorted(),
  });
}

/** SHA-256 of a JSON value, the same whatever the order of its keys. */
export function fingerprint(value: unknown): string {
  const json = JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return createHash("sha256").update(json).digest("hex");
}
