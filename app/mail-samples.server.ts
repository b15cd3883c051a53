const formats = { timeZone: "Asia/Jerusalem", calendar: "gregorian", digits: "automatic" };
const titles = {
  ar: "القدس عبر العصور",
  en: "Jerusalem through the ages",
  fr: "Jérusalem à travers les âges",
  es: "Jerusalén a través de los siglos",
  tr: "Çağlar boyunca Kudüs",
  ur: "یروشلم زمانوں کے آئینے میں",
  ms: "Baitulmaqdis sepanjang zaman",
};
const quiz = { ar: "اختبار الفصل الأول", en: "Quiz of chapter one", fr: "Questionnaire du chapitre un" };
const at = "2027-01-18T16:30:00.000Z";
const id = "00000000-0000-7000-8000-000000000000";
const reason = "…";
const place = { course: "jerusalem-through-the-ages", titles, formats };
const link = { token: "sample", hours: 24 };
const certificate = { serial: "0123456789ABCDEF", titles };
const attempt = { course: place.course, lesson: "quiz", attemptId: id, titles: quiz };
const setAside = { course: place.course, lesson: "quiz", titles: quiz, number: 1, reason };
const order = { number: 1042, titles: [titles], amount: 12_000, currency: "USD", formats };
const group = { groupId: id, name: "Dar al-Hikma", titles, seats: 20 };

/** What letters are filled with where nobody in particular is written to: enough to say all that each can say. */
export const mailSamples: Record<string, readonly unknown[]> = {
  "verify-email": [link],
  "account-exists": [{}],
  "reset-password": [link],
  "confirm-new-email": [link],
  "account-notice": ["emailChangeAsked", "emailChanged", "passwordChanged", "secondFactorOn", "secondFactorOff"].map(
    (what) => ({ what, email: "amina@example.org" }),
  ),
  "people-notice": ["madeAdmin", "madeLearner", "madeInstructor", "secondFactorReset"].map((what) => ({ what })),
  "accounts-merged": [{ kept: "amina@example.org", closed: "amina.y@example.org" }],
  "account-invitation": [
    { token: "sample", person: "Amina", courses: [titles.en], days: 14 },
    { token: "sample", person: "", courses: [], days: 14 },
  ],
  "data-export-ready": [{ days: 7 }],
  "erasure-asked": [{ days: 14 }],
  erased: ["keep", "withdraw"].map((certificates) => ({ certificates })),
  welcome: [{}],
  enrolled: [
    { ...place, startsAt: null },
    { ...place, startsAt: at },
  ],
  "cohort-starting": [{ ...place, at }],
  "access-ending": [{ ...place, at }],
  "access-changed": [
    { ...place, reason, accessUntil: at },
    { ...place, reason, accessUntil: null },
  ],
  "learner-taken-out": [{ ...place, reason }],
  "learner-put-back": [{ ...place, reason }],
  "lesson-waived": [{ ...place, reason, lesson: quiz }],
  "quiz-closing": [{ course: place.course, lesson: "quiz", titles: quiz, courseTitles: titles, closesAt: at, formats }],
  "attempt-graded": [
    { ...attempt, again: false },
    { ...attempt, again: true },
  ],
  "attempt-corrected": [
    { ...attempt, reason, dropped: true, protected: true },
    { ...attempt, reason, dropped: false, protected: false },
  ],
  "attempt-voided": [setAside],
  "attempt-restored": [setAside],
  "course-released": [{ ...place, notes: { ar: "أُضيف درس عن الوقفيات.", en: "A lesson on endowments was added." } }],
  "course-message": [
    { course: place.course, titles, author: "Layla Mansour", subject: "…", body: "…", messageId: id },
    { course: place.course, titles, author: null, subject: "…", body: "…", messageId: id },
  ],
  "certificate-issued": ["earned", "byHand", "corrected", "renewed"].map((cause) => ({ ...certificate, cause })),
  "certificate-revoked": [{ ...certificate, reason }],
  "certificate-reinstated": [{ ...certificate, reason }],
  "certificate-ended": [{ ...certificate, reason }],
  "certificate-refused": [
    { kind: "award", titles, reason },
    { kind: "correction", titles, reason },
  ],
  "order-placed": [
    { ...order, expiresAt: at, bankDetails: { ar: "IBAN …", en: "IBAN …" } },
    { ...order, expiresAt: at, bankDetails: {} },
  ],
  "order-pending": [order],
  "order-paid": [{ ...order, invoice: "2027-0042" }],
  "order-failed": [order],
  "order-expired": [order],
  "order-refunded": [
    { ...order, creditNote: "2027-0043", byHand: false },
    { ...order, creditNote: null, byHand: true },
  ],
  "order-noSeat": [order],
  "scholarship-granted": [
    { course: place.course, titles, reason, percent: 100 },
    { course: place.course, titles, reason: "", percent: 50 },
  ],
  "scholarship-refused": [{ course: place.course, titles, reason }],
  "scholarship-taken-back": [{ course: place.course, titles, reason }],
  "group-ready": [
    { ...group, expiresOn: "2027-06-30" },
    { ...group, expiresOn: null },
  ],
  "seat-invitation": [
    { code: "AAAA-BBBB-CCCC", person: "Amina", name: group.name, titles, expiresOn: "2027-06-30", sending: id },
  ],
  "instructor-invitation": ["teacher", "assistant"].map((role) => ({
    ...{ token: "sample", days: 14, inviter: "Layla Mansour", titles, role },
  })),
  "dispute-opened": [{ ...order, dueAt: at }],
  "evidence-due": [{ ...order, dueAt: at }],
  "refund-failed": [{ ...order, dueAt: null }],
  "reconciliation-differences": [{ reconciliationId: id, count: 3 }],
  digest: [{ items: [{ title: "…", text: "…", href: "https://academy.example/learn" }], at }],
};
