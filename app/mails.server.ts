import { accountMails } from "#app/features/account/mail/account-mails.ts";
import { certificateMails } from "#app/features/certificate/issuing/certificate-mails.ts";
import { courseMails } from "#app/features/course/instructors/invitation-mail.ts";
import { placeNotices } from "#app/features/enrolment/place-notices.ts";
import { tendingMails } from "#app/features/enrolment/tending/tending-mails.ts";
import { digestMails } from "#app/features/notification/digest-mail.ts";
import { groupMails } from "#app/features/payment/access/group-mails.ts";
import { adminMails } from "#app/features/payment/mails/admin-mails.ts";
import { buyerMails } from "#app/features/payment/mails/order-mails.ts";
import { scholarshipMails } from "#app/features/payment/scholarships/scholarship-mails.ts";
import { peopleMails } from "#app/features/people/mail/people-mails.ts";
import { privacyMails } from "#app/features/privacy/privacy-mails.ts";
import { waiverMails } from "#app/features/progress/waiver-mail.ts";
import { quizMails } from "#app/features/quiz/notices/notice-mails.ts";
import { releaseMails } from "#app/features/release/tell-of-release.server.ts";
import { messageMails } from "#app/features/roster/messages/message-mail.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";

/** Every letter that the academy writes. */
export const academyMails: readonly MailKind[] = [
  ...accountMails,
  ...peopleMails,
  ...privacyMails,
  ...placeNotices,
  ...tendingMails,
  ...waiverMails,
  ...quizMails,
  ...releaseMails,
  ...messageMails,
  ...certificateMails,
  ...buyerMails,
  ...scholarshipMails,
  ...groupMails,
  ...courseMails,
  ...adminMails,
  ...digestMails,
];
