import { NoticeKind, type NoticeMail } from "#app/platform/db/generated/enums.ts";
import { alwaysTold } from "#app/platform/mail/optional-mail.ts";

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

/** The same by name. */
export const noticeKindNames = Object.values(NoticeKind).sort((a, b) => place(a) - place(b));

function place(kind: NoticeKind): number {
  return Object.keys(noticeKinds).indexOf(kind);
}

/** How somebody is told of a kind, by what she chose. */
export function choiceFor(kind: NoticeKind, chosen: NoticeChoice | undefined): NoticeChoice {
  if (alwaysTold.includes(kind)) return noticeKinds[kind];
  return chosen ?? noticeKinds[kind];
}
