import { linkHandler } from "#app/features/account/send-link.server.ts";
import { issuingHandlers } from "#app/features/certificate/issuing/issuing-handlers.server.ts";
import { tellOfPlacesHandler } from "#app/features/enrolment/tell-of-places.server.ts";
import { dropVideoHandler } from "#app/features/lecture/drop-video.server.ts";
import { makeRenditionsHandler } from "#app/features/lecture/local/make-renditions.server.ts";
import { pollVideoHandler } from "#app/features/lecture/poll-video.server.ts";
import { pushCaptionsHandler } from "#app/features/lecture/push-captions.server.ts";
import { settleVideoHandler } from "#app/features/lecture/settle-video-handler.server.ts";
import { sweepUploadHandler } from "#app/features/lecture/sweep-upload.server.ts";
import { pictureFormsHandler } from "#app/features/lesson/media/make-forms.server.ts";
import { digestHandler } from "#app/features/notification/send-digest.server.ts";
import { dropPackageHandler } from "#app/features/package/browser/kept-package.server.ts";
import { purgeCourseHandler } from "#app/features/package/purge-course.server.ts";
import { orderHandlers } from "#app/features/payment/order-handlers.server.ts";
import { privacyHandlers } from "#app/features/privacy/privacy-handlers.server.ts";
import {
  closeAttemptHandler,
  closeOverdueHandler,
  completeQuizHandler,
} from "#app/features/progress/finish-attempt.server.ts";
import { recountEnrolmentsHandler } from "#app/features/progress/recount-enrolments.server.ts";
import { tellCorrectionHandler } from "#app/features/quiz/notices/tell-correction.server.ts";
import { tellGradedHandler } from "#app/features/quiz/notices/tell-graded.server.ts";
import { tellOfClosingsHandler } from "#app/features/quiz/notices/tell-of-closings.server.ts";
import { tryLinksHandler } from "#app/features/release/links/try-links.server.ts";
import { tellOfReleaseHandler } from "#app/features/release/tell-of-release.server.ts";
import { spreadMessageHandler } from "#app/features/roster/messages/spread-message.server.ts";
import { tellRecipientHandler } from "#app/features/roster/messages/tell-recipient.server.ts";
import { backUpHandler } from "#app/platform/backup/back-up-nightly.server.ts";
import type { JobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { mailHandler } from "#app/platform/mail/send-mail.server.ts";
import { academyMails } from "./mails.server.ts";

/** What the academy does in the background, one line for each kind of job. */
export const jobHandlers: JobHandler[] = [
  mailHandler(academyMails),
  linkHandler,
  recountEnrolmentsHandler,
  tryLinksHandler,
  spreadMessageHandler,
  tellRecipientHandler(),
  closeAttemptHandler,
  closeOverdueHandler,
  completeQuizHandler,
  tellGradedHandler,
  tellCorrectionHandler,
  tellOfClosingsHandler,
  tellOfPlacesHandler,
  tellOfReleaseHandler,
  digestHandler(academyMails),
  pollVideoHandler,
  pushCaptionsHandler,
  settleVideoHandler,
  makeRenditionsHandler,
  sweepUploadHandler,
  dropVideoHandler,
  purgeCourseHandler,
  dropPackageHandler,
  pictureFormsHandler,
  ...issuingHandlers,
  ...orderHandlers,
  ...privacyHandlers,
  backUpHandler,
];
