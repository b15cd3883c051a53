import type { NoticeKind, NoticeMail } from "#app/platform/db/generated/enums.ts";

export type NoticeChoice = { shown: boolean; mail: NoticeMail };

/** What a person is told of, in the order in which she chooses how, with what holds until she does. */
export const noticeKinds: Record<NoticeKind, NoticeChoice> = {
  security: { shown: true, mail: "now" },
  payment: { shown: true, mail: "now" },
  enrolment: { shown: true, mail: "now" },
  cohort: { shown: true, mail: "now" },
  deadline: { shown: true, mail: "now" },
  grade: { shown: true, mail: "now" },
  certificate: { shown: true, mail: "now" },
  scholarship: { shown: true, mail: "now" },
  message: { shown: true, mail: "now" },
  release: { shown: true, mail: "digest" },
  welcome: { shown: true, mail: "now" },
};

/** What nobody may do without: what was done to her account, and what became of her money. */
export const alwaysTold: readonly NoticeKind[] = ["security", "payment"];

/** How somebody is told of a kind, by what she chose. */
export function choiceFor(kind: NoticeKind, chosen: NoticeChoice | undefined): NoticeChoice {
  if (alwaysTold.includes(kind)) return noticeKinds[kind];
  return chosen ?? noticeKinds[kind];
}
