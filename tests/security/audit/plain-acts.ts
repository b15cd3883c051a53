/**
 * Acts of admins and of those who teach that touch no other person's data, money or certificate, by why they do not:
 * the route's file below `routes/` without its ending, and what its form asks for.
 */
export const plainActs: Record<string, readonly string[]> = {
  "It sets what the academy itself is, and no person's data": [
    ...["admin/academy-settings names", "admin/academy-settings logo", "admin/academy-settings removeLogo"],
    ...["admin/colour-settings ", "admin/colour-settings house", "admin/language-settings ", "admin/settings "],
    ...["admin/payee ", "admin/currencies "],
  ],
  "It sets what things will cost; what was ordered keeps its price": [
    ...["admin/price ", "admin/thing-prices ", "admin/country-group save", "admin/country-group remove"],
    ...["admin/coupon save", "admin/coupon switch-on", "admin/coupon switch-off"],
    ...["teach/settings price"],
  ],
  "It is the academy's own money until somebody is given of it": [
    ...["admin/funds make", "admin/fund change", "admin/fund open", "admin/fund close"],
  ],
  "It only asks and compares; what Stripe answers is taken as its webhooks are": [
    ...["admin/order ask", "admin/reconciliations "],
  ],
  "It is how certificates will look and be earned; those that were issued keep their text": [
    ...[
      "admin/certificate-templates new",
      "admin/certificate-templates copy",
      "admin/certificate-templates make-default",
    ],
    ...["admin/certificate-templates delete", "admin/certificate-template-version restore", "admin/certificate-rules "],
  ],
  "It is a text of the academy's": [
    ...["admin/mail save", "admin/mail test", "admin/mail default", "admin/mail bringBack"],
    ...[
      "admin/policies ",
      "admin/policies suggested",
      "admin/policy draft",
      "admin/policy rules",
      "admin/policy remove",
    ],
    ...["admin/publish-policy "],
  ],
  "It does, or gives up, what was decided before and written down then": [
    ...["admin/admin-home retry", "admin/admin-home giveUp", "admin/privacy run"],
    ...["admin/videos retry", "admin/videos giveUp"],
  ],
  "It is an offer that changes nothing for anybody until she takes it": [
    ...["admin/invitations resend", "admin/invitations withdraw"],
    ...["teach/instructors invite", "teach/instructors withdraw"],
  ],
  "It shows what would be, and changes nothing": [
    ...["admin/invite-people look", "teach/correct-question preview", "teach/new-message preview"],
    ...["teach/new-message change", "teach/translations look", "teach/questions export"],
  ],
  "It writes to learners and changes nothing of theirs": ["teach/new-message send"],
  "It is of the course and not of who learns in it: an enrolment keeps its release": [
    ...["teach/course add-lecture", "teach/course add-quiz", "teach/courses put-back", "teach/import-package "],
    ...["teach/import-text ", "teach/lecture video", "teach/lesson-text ", "teach/text-version ", "teach/new-course "],
    ...["teach/media-file facts", "teach/media-file replace", "teach/media-file crop", "teach/media-file remove"],
    ...["teach/media upload", "teach/quiz rules", "teach/quiz release", "teach/translations take"],
    ...["teach/references save", "teach/references delete", "teach/references import"],
    ...["teach/release release", "teach/release bring-back", "teach/release try-links"],
    ...["texts", "address", "place", "cover", "add-language", "remove-language", "source-language", "enrolment"].map(
      (intent) => `teach/settings ${intent}`,
    ),
    ...["cohort", "remove-cohort", "add-prerequisite", "remove-prerequisite", "completion", "archive"].map(
      (intent) => `teach/settings ${intent}`,
    ),
    ...["teach/settings unarchive", "teach/settings delete", "teach/settings duplicate"],
  ],
  "It is of the course's bank of questions; papers that were begun keep theirs": [
    ...["add", "change", "remove"].map((intent) => `teach/question-categories ${intent}`),
    ...["copy", "remove", "bring-back"].map((intent) => `teach/question ${intent}`),
    ...["move", "tag", "untag", "copy", "remove", "bring-back"].map((intent) => `teach/questions ${intent}`),
    ...["teach/question-version restore", "teach/import-questions "],
  ],
  "She takes up an invitation of her own": ["teach/invitation "],
};
