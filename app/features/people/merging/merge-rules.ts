/**
 * What becomes of each column that points to a person when her two accounts are made one:
 * - `move`: it points to the account that stays
 * - `moveUnlessHeld`: the same, but for rows of which the one that stays has its own; those stay with the closed one
 * - `drop`: it goes with the closed account, which nobody signs in to any more
 * - `stay`: it says what was, and stays with the closed account
 * - `own`: it has rules of its own, in `merge-people.server.ts`
 */
export type MergeRule = "move" | "moveUnlessHeld" | "drop" | "stay" | "own";

/** By table and column. A test holds this list against the foreign keys of the database. */
export const mergeRules: Record<string, MergeRule> = {
  "Session.userId": "drop",
  "Account.userId": "drop",
  "TwoFactor.userId": "drop",
  "Passkey.userId": "drop",
  "EmailLink.userId": "drop",
  "EditingPresence.userId": "drop",
  "NoticePreference.userId": "drop",
  "NoticeTimes.userId": "drop",
  "Consent.userId": "stay",
  "DataExport.userId": "stay",
  "Erasure.userId": "stay",
  "Viewing.adminId": "drop",
  "Viewing.userId": "drop",
  "QuestionUpload.userId": "move",

  "Enrolment.userId": "own",
  "Instructor.userId": "own",
  "User.mergedIntoId": "move",

  "Certificate.userId": "moveUnlessHeld",
  "CertificateRequest.userId": "moveUnlessHeld",
  "CertificateRight.userId": "moveUnlessHeld",
  "CertificateBatchItem.userId": "moveUnlessHeld",
  "Order.buyerId": "moveUnlessHeld",
  "Scholarship.userId": "moveUnlessHeld",
  "AccessCode.usedById": "moveUnlessHeld",
  "BillingDetails.userId": "moveUnlessHeld",
  "VideoDataUse.userId": "moveUnlessHeld",
  "VideoDataSitting.userId": "moveUnlessHeld",
  "Notification.userId": "moveUnlessHeld",
  "CouponUse.userId": "move",
  "AccessGroup.coordinatorId": "move",
  "Invitation.acceptedById": "move",

  "Coupon.createdById": "move",
  "CourseMessage.authorId": "move",
  "GradeOverride.givenById": "move",
  "InstructorInvitation.invitedById": "move",
  "Invitation.invitedById": "move",
  "LessonTextVersion.authorId": "move",
  "MailWording.madeById": "move",
  "OrderRefund.askedById": "move",
  "QuestionCorrection.madeById": "move",
  "QuestionVersion.createdById": "move",
  "Reconciliation.askedById": "move",
  "Release.createdById": "move",
  "Scholarship.decidedById": "move",
  "SlotGrade.gradedById": "move",
  "SlotGrade.openedById": "move",
  "Transfer.recordedById": "move",
  "Transfer.approvedById": "move",
  "Transfer.rejectedById": "move",
  "Video.uploadedById": "move",
};
