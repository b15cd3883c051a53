import type { Prisma } from "#app/platform/db/generated/client.ts";

/** What of a draft's lesson stands in a release and in a package alike, apart from its body. */
export const draftLessonColumns = {
  id: true,
  slug: true,
  kind: true,
  minutes: true,
  required: true,
  preview: true,
  opensAt: true,
  dripDays: true,
  weight: true,
  requires: {
    where: { requiredLesson: { removedAt: null } },
    orderBy: { requiredLessonId: "asc" },
    select: { requiredLessonId: true },
  },
} as const satisfies Prisma.LessonSelect;
