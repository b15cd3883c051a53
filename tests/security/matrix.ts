import { drawSerial, writeSerial } from "#app/features/certificate/serial.ts";
import { bankRows } from "./bank-rows.ts";
import { buyingRows } from "./buying-rows.ts";
import { certificateAdminRows } from "./certificate-admin-rows.ts";
import { courseMakingRows } from "./course-making-rows.ts";
import { documentRows } from "./document-rows.ts";
import { gradebookRows } from "./gradebook-rows.ts";
import { groupRows } from "./group-rows.ts";
import { learnerRows } from "./learner-rows.ts";
import { lessonBlockRows } from "./lesson-block-rows.ts";
import { mediaRows } from "./media-rows.ts";
import { noticeRows } from "./notice-rows.ts";
import { orderAdminRows } from "./order-admin-rows.ts";
import { outlineRows } from "./outline-rows.ts";
import { oversightRows } from "./oversight-rows.ts";
import { peopleRows } from "./people-rows.ts";
import { priceRows } from "./price-rows.ts";
import { privacyRows } from "./privacy-rows.ts";
import { releaseRows } from "./release-rows.ts";
import { reportRows } from "./report-rows.ts";
import { rosterRows } from "./roster-rows.ts";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";
import { scholarshipRows } from "./scholarship-rows.ts";
import { settingsRows } from "./settings-rows.ts";
import { shieldRows } from "./shield-rows.ts";
import { templateRows } from "./template-rows.ts";
import { textRows } from "./text-rows.ts";
import { translationRows } from "./translation-rows.ts";

const all = (letter: string) => letter.repeat(8);
const PUBLIC = all("o");
const HIDDEN = all("-");
const GUESTS = "ommmmmmm";
const PEOPLE = "sooooooo";
const TEACHING = "s---oooo";
const ADMIN = "s------o";

function publicRows({ course, handle, programme, hiddenSerial }: Scene): Row[] {
  const page = (file: string, path: string, params?: Row["params"]): Row => ({
    file: `routes/public/${file}`,
    call: "loader",
    path,
    params,
    gets: PUBLIC,
  });
  return [
    page("home.tsx", "/"),
    page("catalogue.tsx", "/courses"),
    page("course.tsx", `/courses/${course}`, { course }),
    page("course-picture.ts", `/courses/${course}/picture.png`, { course }),
    page("programme.tsx", `/programmes/${programme}`, { programme }),
    page("instructor.tsx", `/instructors/${handle}`, { handle }),
    page("sitemap.ts", "/sitemap.xml"),
    page("robots.ts", "/robots.txt"),
    page("verify.tsx", "/verify"),
    { ...page("verify.tsx", "/verify?serial=ABC"), what: "mistyped", gets: all("b") },
    { ...page("certificate.tsx", "/certificates/ABC", { serial: "ABC" }), what: "mistyped", gets: HIDDEN },
    { ...page("standing.ts", "/certificates/ABC/standing.json", { serial: "ABC" }), gets: HIDDEN },
    page("did.ts", "/.well-known/did.json"),
    page("status-list.ts", "/credentials/status/0", { list: "0" }),
    { ...page("status-list.ts", "/credentials/status/9", { list: "9" }), what: "none yet", gets: HIDDEN },
    ...["json", "jwt"].flatMap((as): Row[] => {
      const file = `credential-${as}.ts`;
      const path = (serial: string) => `/certificates/${serial}/credential.${as}`;
      const hidden = page(file, path(hiddenSerial), { serial: hiddenSerial });
      return [
        { ...hidden, what: "of a learner who hides her names", gets: "--o----o" },
        { ...page(file, path("nobody"), { serial: "nobody" }), what: "unknown", gets: HIDDEN },
      ];
    }),
    { ...page("not-found.tsx", "/nothing"), gets: HIDDEN },
    {
      ...page("certificate-pdf.ts", `/certificates/${hiddenSerial}.pdf`, { serial: hiddenSerial }),
      what: "of a learner who hides her names",
      gets: "--o----o",
    },
    { ...page("certificate-pdf.ts", "/certificates/nobody.pdf", { serial: "nobody" }), what: "unknown", gets: HIDDEN },
  ];
}

/** Whose certificate may be hidden or corrected is proven by the tests of effects. */
function certificateRows(own: Row): Row[] {
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...own,
    call: "action",
    what,
    form,
    gets,
  });
  const serial = writeSerial(drawSerial(() => 7));
  return [
    own,
    act("unknown intent", {}, "s-------"),
    act("names without letters", { intent: "check-names", fullNameLatin: "1" }, "sbbbbbbb"),
    act("hide the names of what nobody issued", { intent: "hide-names", serial, hidden: "true" }, "s-------"),
    act("correct what nobody issued", { intent: "ask-for-correction", serial, namesLatin: "Amina" }, "s-------"),
  ];
}

function accountRows({ sessionId, orderNumber }: Scene): Row[] {
  const guestPage = (file: string, path: string): Row[] => [
    { file: `routes/account/${file}`, call: "loader", path, gets: GUESTS },
    { file: `routes/account/${file}`, call: "action", path, form: {}, gets: "bmmmmmmm" },
  ];
  const openPage = (file: string, path: string, action: string): Row[] => [
    { file: `routes/account/${file}`, call: "loader", path, gets: PUBLIC },
    { file: `routes/account/${file}`, call: "action", path, form: {}, gets: action },
  ];
  const own = (file: string, path: string, loader = PEOPLE): Row => ({
    file: `routes/account/${file}`,
    call: "loader",
    path,
    gets: loader,
  });
  const security = "routes/account/security.tsx";
  return [
    ...guestPage("sign-up.tsx", "/sign-up"),
    ...guestPage("sign-in.tsx", "/sign-in"),
    // Without a sign-in that waits for its second step there is nothing to show: back to the first.
    { file: "routes/account/second-factor.tsx", call: "loader", path: "/sign-in/code", gets: "smmmmmmm" },
    { file: "routes/account/second-factor.tsx", call: "action", path: "/sign-in/code", form: {}, gets: "bmmmmmmm" },
    ...openPage("forgotten-password.tsx", "/forgotten-password", all("b")),
    ...openPage("reset-password.tsx", "/reset-password", all("b")),
    ...openPage("verify-email.tsx", "/verify-email", all("b")),
    ...openPage("confirm-email.tsx", "/confirm-email", all("b")),
    { file: "routes/account/sign-out.ts", call: "loader", path: "/sign-out", gets: all("m") },
    { file: "routes/account/sign-out.ts", call: "action", path: "/sign-out", form: {}, gets: all("m") },
    own("account-layout.tsx", "/account"),
    own("account-home.ts", "/account", "smmmmmmm"),
    own("profile.tsx", "/account/profile"),
    { file: "routes/account/profile.tsx", call: "action", path: "/account/profile", form: {}, gets: "sbbbbbbb" },
    ...certificateRows(own("certificates.tsx", "/account/certificates")),
    own("video.tsx", "/account/video"),
    {
      file: "routes/account/video.tsx",
      call: "action",
      path: "/account/video",
      form: { videoBudgetMb: "a lot" },
      gets: "sbbbbbbb",
    },
    own("orders.tsx", "/account/orders"),
    // Hers alone: to everybody else, admins among them, it is not there.
    { ...own("order.tsx", `/account/orders/${orderNumber}`, "s-o-----"), params: { order: `${orderNumber}` } },
    {
      ...own("order.tsx", `/account/orders/${orderNumber}`, "s-m-----"),
      call: "action",
      params: { order: `${orderNumber}` },
      what: "look again",
      form: { intent: "check" },
    },
    own("security.tsx", "/account/security"),
    { file: security, call: "action", what: "unknown intent", path: "/account/security", form: {}, gets: "s-------" },
    {
      file: security,
      call: "action",
      what: "revoke the enrolled learner's session",
      path: "/account/security",
      form: { intent: "revoke", id: sessionId },
      // Whoever asks is told that it is done; whose session may end is proven by the tests of effects.
      gets: "smmmmmmm",
    },
    own("set-up-second-factor.tsx", "/account/security/second-factor"),
    {
      file: "routes/account/set-up-second-factor.tsx",
      call: "action",
      path: "/account/security/second-factor",
      form: { intent: "start" },
      gets: "sbbbbbbb",
    },
  ];
}

function learnRows({ course, lesson, previewLesson, lecture, enrolmentId, lessonId, cohortId, sitting }: Scene): Row[] {
  const lessonRow = (what: string, slug: string, gets: string): Row => ({
    file: "routes/learn/lesson.tsx",
    call: "loader",
    what,
    path: `/learn/${course}/${slug}`,
    params: { course, lesson: slug },
    gets,
  });
  const complete = { enrolmentId, lessonId };
  const playback = { path: `/resources/playback/${course}/${lecture}`, params: { course, lesson: lecture } };
  const transcript = {
    path: `/resources/transcripts/${course}/${lesson}/ar`,
    params: { course, lesson, language: "ar" },
  };
  const inCourse = { path: `/learn/${course}`, params: { course } };
  return [
    { file: "routes/learn/my-learning.tsx", call: "loader", path: "/learn", gets: PEOPLE },
    { file: "routes/learn/course.tsx", call: "loader", ...inCourse, gets: "smommmmm" },
    {
      file: "routes/learn/course.tsx",
      call: "action",
      what: "unknown intent",
      ...inCourse,
      form: {},
      gets: "s-------",
    },
    {
      file: "routes/learn/course.tsx",
      call: "action",
      what: "names without letters",
      ...inCourse,
      form: { intent: "check-names", fullNameLatin: "1" },
      gets: "sbbbbbbb",
    },
    {
      file: "routes/learn/course.tsx",
      call: "action",
      what: "ask for the certificate of what is not finished",
      ...inCourse,
      form: { intent: "claim-certificate" },
      gets: "s-------",
    },
    lessonRow("of the course", lesson, "smomoomo"),
    lessonRow("free preview", previewLesson, PUBLIC),
    {
      file: "routes/learn/lesson.tsx",
      call: "action",
      what: "complete for the enrolled learner",
      path: `/learn/${course}/${lesson}`,
      params: { course, lesson },
      form: { intent: "complete", ...complete },
      gets: "s-m-----",
    },
    { file: "routes/resources/playback.ts", call: "loader", ...playback, gets: "--o-oo-o" },
    { file: "routes/resources/transcript.ts", call: "loader", ...transcript, gets: HIDDEN },
    { file: "routes/resources/data-use.ts", call: "loader", path: "/resources/data-use", gets: HIDDEN },
    {
      file: "routes/resources/data-use.ts",
      call: "action",
      path: "/resources/data-use",
      json: { sitting: "1-2-3-4-5", month: "2026-11", bytes: 1 },
      gets: PEOPLE,
    },
    {
      file: "routes/resources/data-use.ts",
      call: "action",
      what: "more than there can be",
      path: "/resources/data-use",
      json: { sitting: "1-2-3-4-5", month: "2026-11", bytes: 1e12 },
      gets: "sbbbbbbb",
    },
    { file: "routes/resources/completions.ts", call: "loader", path: "/resources/completions", gets: HIDDEN },
    {
      file: "routes/resources/completions.ts",
      call: "action",
      path: "/resources/completions",
      form: complete,
      gets: "s-o-----",
    },
    { file: "routes/resources/places.ts", call: "loader", path: "/resources/places", gets: HIDDEN },
    {
      file: "routes/resources/places.ts",
      call: "action",
      path: "/resources/places",
      form: { ...complete, place: "10" },
      // Sent while leaving: nobody hears the answer. Whose place moves is proven by the tests of effects.
      gets: PEOPLE,
    },
    { file: "routes/resources/beats.ts", call: "loader", path: "/resources/beats", gets: HIDDEN },
    {
      file: "routes/resources/beats.ts",
      call: "action",
      path: "/resources/beats",
      json: { sitting, beats: [{ from: 0, to: 1, start: 0, end: 1_000 }], position: { at: 1, moment: 1_000 } },
      gets: "s-o-----",
    },
    {
      file: "routes/resources/beats.ts",
      call: "action",
      what: "no beats at all",
      path: "/resources/beats",
      json: { sitting },
      gets: "sbbbbbbb",
    },
    {
      file: "routes/public/course.tsx",
      call: "action",
      what: "enrol in a cohort",
      path: `/courses/${course}`,
      params: { course },
      form: { intent: "enrol", cohort: cohortId },
      gets: "smmmmmmm",
    },
    // Last of all, for it ends the enrolment that the rows above speak of.
    {
      file: "routes/learn/course.tsx",
      call: "action",
      what: "withdraw",
      ...inCourse,
      form: { intent: "withdraw" },
      gets: "smmmmmmm",
    },
  ];
}

/** A file is sent by her whose attempt it is, and fetched by her and by those who teach the course. */
function answerFileRows({ attemptId, answerFileId }: Scene): Row[] {
  const files = {
    file: "routes/resources/answer-files.ts",
    path: `/resources/answer-files?attempt=${attemptId}&slot=2&name=a.pdf`,
  } as const;
  return [
    { ...files, call: "loader", gets: HIDDEN },
    { ...files, call: "action", what: "nothing in it", form: {}, gets: "s-b-----" },
    {
      file: "routes/resources/answer-file.ts",
      call: "loader",
      path: `/resources/answer-files/${answerFileId}`,
      params: { file: answerFileId },
      gets: "s-o-oo-o",
    },
  ];
}

/** An attempt is its learner's alone. */
function attemptRows({ attemptId, course, quiz: lesson }: Scene): Row[] {
  const answers = { file: "routes/resources/answers.ts", path: "/resources/answers" } as const;
  const attempts = { file: "routes/resources/attempts.ts", path: "/resources/attempts" } as const;
  const edits = [{ slot: 1, sequence: 1, value: { choice: null }, madeAt: 0 }];
  const path = `/learn/${course}/${lesson}`;
  const page = { file: "routes/learn/lesson.tsx", path, params: { course, lesson } } as const;
  const sitting = {
    file: "routes/learn/attempt.tsx",
    path: `${path}/attempts/${attemptId}`,
    params: { course, lesson, attempt: attemptId },
  } as const;
  const json = { attemptId, device: "0199a2a0-0000-7000-8000-000000000000", edits };
  return [
    { ...answers, call: "loader", gets: HIDDEN },
    { ...answers, call: "action", json, gets: "s-o-----" },
    { ...answers, call: "action", what: "none at all", json: {}, gets: "sbbbbbbb" },
    { ...attempts, call: "loader", gets: HIDDEN },
    { ...attempts, call: "action", what: "begin", json: { course, lesson }, gets: "s-o-----" },
    { ...attempts, call: "action", what: "nothing said", json: {}, gets: "sbbbbbbb" },
    { ...page, call: "loader", what: "a quiz", gets: "smomoomo" },
    { ...page, call: "action", what: "begin an attempt", form: { intent: "begin" }, gets: "smmm--m-" },
    { ...sitting, call: "loader", gets: "s-o-----" },
    { ...sitting, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    // Of a quiz that may be gone through as one likes, nobody has a next question.
    { ...sitting, call: "action", what: "go on", form: { intent: "advance", slot: "2" }, gets: "s-------" },
    // Last, for it ends the attempt.
    { ...sitting, call: "action", what: "hand in", form: { intent: "submit" }, gets: "s-m-----" },
  ];
}

function staffRows({ course, lecture }: Scene): Row[] {
  const watching = { path: `/teach/${course}/${lecture}/watching`, params: { course, lesson: lecture } };
  return [
    { file: "routes/teach/lecture-watching.tsx", call: "loader", ...watching, gets: "s---oo-o" },
    { file: "routes/teach/lecture-watching-csv.ts", call: "loader", ...watching, gets: "s---oo-o" },
    { file: "routes/teach/courses.tsx", call: "loader", path: "/teach", gets: TEACHING },
    {
      ...{ file: "routes/teach/course-frame.tsx", call: "loader", path: `/teach/${course}` },
      params: { course },
      gets: "s---oo-o",
    },
    { file: "routes/teach/course.tsx", call: "loader", path: `/teach/${course}`, params: { course }, gets: "s---oo-o" },
    { file: "routes/admin/admin-home.tsx", call: "loader", path: "/admin", gets: ADMIN },
    { file: "routes/admin/admin-home.tsx", call: "action", path: "/admin", form: { job: "1" }, gets: "s------m" },
    { file: "routes/admin/settings.tsx", call: "loader", path: "/admin/settings", gets: ADMIN },
    { file: "routes/admin/videos.tsx", call: "loader", path: "/admin/videos", gets: ADMIN },
    {
      file: "routes/admin/videos.tsx",
      call: "action",
      what: "of no video",
      path: "/admin/videos",
      form: { intent: "giveUp", video: "00000000-0000-7000-8000-000000000000" },
      gets: "s-------",
    },
    {
      file: "routes/admin/settings.tsx",
      call: "action",
      path: "/admin/settings",
      form: { registration: "open" },
      gets: "s------m",
    },
  ];
}

/** Who takes questions into a course's bank and out of it: who may edit the course. */
function exchangeRows({ course }: Scene): Row[] {
  const page = { path: `/teach/${course}/questions/import`, params: { course } };
  const importing = { file: "routes/teach/import-questions.tsx", ...page } as const;
  const upload = "00000000-0000-7000-8000-000000000000";
  return [
    { ...importing, call: "loader", gets: "s----o-o" },
    { ...importing, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...importing, call: "action", what: "look at no file", form: { intent: "look" }, gets: "s----422-422" },
    {
      ...importing,
      call: "action",
      what: "take what is not kept",
      form: { intent: "take", upload },
      gets: "s----c-c",
    },
    {
      file: "routes/teach/export-questions.ts",
      call: "loader",
      path: `/teach/${course}/questions/export?format=qti`,
      params: { course },
      gets: "s----o-o",
    },
  ];
}

/** Who may upload videos and see how they stand: who may release the course. */
function videoRows({ course, lectureLessonId, videoId }: Scene): Row[] {
  const params = { video: videoId };
  const row = (file: string, path: string, rest: Pick<Row, "call" | "gets"> & Partial<Row>): Row => ({
    file: `routes/resources/${file}`,
    path: `/resources/${path}`,
    ...rest,
  });
  const begin = { course, lessonId: lectureLessonId, fileName: "a.mp4", bytes: "1000" };
  const own = `videos/${videoId}`;
  return [
    row("uploads.ts", `uploads/${videoId}`, { call: "loader", what: "not by tus", params, gets: HIDDEN }),
    row("uploads.ts", `uploads/${videoId}`, { call: "action", what: "not by tus", params, form: {}, gets: HIDDEN }),
    row("videos.ts", "videos", { call: "loader", gets: HIDDEN }),
    row("videos.ts", "videos", { call: "action", form: begin, gets: "s----o-o" }),
    row("video.ts", own, { call: "loader", params, gets: "s----o-o" }),
    row("video.ts", own, { call: "action", what: "unknown intent", params, form: {}, gets: "s-------" }),
    row("video.ts", own, { call: "action", what: "retry", params, form: { intent: "retry" }, gets: "s----o-o" }),
    row("video.ts", own, { call: "action", what: "remove", params, form: { intent: "remove" }, gets: "s----c-c" }),
    row("video-poster.ts", `${own}/poster`, { call: "loader", params, gets: HIDDEN }),
    row("video-poster.ts", `${own}/poster`, { call: "action", what: "no picture", params, form: {}, gets: "s----b-b" }),
  ];
}

function resourceRows(_: Scene): Row[] {
  const get = (file: string, path: string, gets: string, params?: Row["params"]): Row => ({
    file: `routes/resources/${file}`,
    call: "loader",
    path,
    params,
    gets,
  });
  const mail = { message: "00000000-0000-7000-8000-000000000000" };
  return [
    // Programs that send the token are tested with it.
    get("metrics.ts", "/metrics", "-------o"),
    // Tests set no secret of webhooks; what is believed where there is one is tested with it.
    { file: "routes/webhooks/mux.ts", call: "loader", path: "/webhooks/mux", gets: HIDDEN },
    { file: "routes/webhooks/mux.ts", call: "action", path: "/webhooks/mux", form: {}, gets: HIDDEN },
    { file: "routes/webhooks/stripe.ts", call: "loader", path: "/webhooks/stripe", gets: HIDDEN },
    { file: "routes/webhooks/stripe.ts", call: "action", path: "/webhooks/stripe", form: {}, gets: HIDDEN },
    get("media.ts", "/media/x", HIDDEN, { sha256: "0".repeat(64) }),
    get("video-file.ts", "/video/x/original.mp4?token=forged", HIDDEN, {
      video: "00000000-0000-7000-8000-000000000000",
      file: "original.mp4",
    }),
    get("messages.ts", "/resources/messages/x", HIDDEN, { file: "en.reader.000000000000.json" }),
    get("passkey-options.ts", "/api/auth/passkey/steal", HIDDEN, { step: "steal" }),
    get("mailbox.tsx", "/dev/mailbox", PUBLIC),
    get("mailbox-message.tsx", "/dev/mailbox/x", HIDDEN, mail),
    get("mailbox-html.ts", "/dev/mailbox/x/html", HIDDEN, mail),
    get("reading.ts", "/resources/reading", HIDDEN),
    { ...get("reading.ts", "/resources/reading", PUBLIC), call: "action", form: { size: "huge" } },
    get("preferences.ts", "/preferences", HIDDEN),
    { ...get("preferences.ts", "/preferences", HIDDEN), call: "action", form: { theme: "neon" } },
  ];
}

/** A text that cannot be read. */

function draftRows({ course, draftLecture: lesson, draftSectionId, videoId }: Scene): Row[] {
  const teach = {
    file: "routes/teach/course.tsx",
    call: "action",
    path: `/teach/${course}`,
    params: { course },
  } as const;
  const params = { course, lesson };
  const page = { file: "routes/teach/lecture.tsx", path: `/teach/${course}/${lesson}`, params } as const;
  const saved = {
    file: "routes/resources/lecture-drafts.ts",
    path: `/resources/lecture-drafts/${course}/${lesson}`,
    params,
  } as const;
  const texts = { "title.ar": "محاضرة", "title.en": "A lecture", "summary.ar": "عنها.", "summary.en": "About it." };
  const cues = { intent: "captions", locale: "fr", cues: "[]" };
  return [
    { ...teach, what: "unknown intent", form: {}, gets: "s-------" },
    {
      ...teach,
      what: "add a lecture",
      form: { intent: "add-lecture", section: draftSectionId, ...texts },
      gets: "s----m-m",
    },
    {
      ...teach,
      what: "add a quiz",
      form: { intent: "add-quiz", section: draftSectionId, ...texts },
      gets: "s----m-m",
    },
    // The lecture that was just added has no video.
    ...releaseRows({ course, lesson }),
    { ...page, call: "loader", gets: "s----o-o" },
    { ...page, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    {
      ...page,
      call: "action",
      what: "give it its video",
      form: { intent: "video", video: videoId },
      gets: "s----m-m",
    },
    { ...saved, call: "loader", gets: HIDDEN },
    { ...saved, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...saved, call: "action", what: "captions", form: cues, gets: "s----o-o" },
    { ...saved, call: "action", what: "no captions", form: { intent: "captions" }, gets: "s---bbbb" },
  ];
}

function quizRows({ course, draftQuiz: lesson, enrolmentId }: Scene): Row[] {
  const params = { course, lesson };
  const path = `/teach/${course}/${lesson}`;
  const page = (file: string, room = file) => ({ file: `routes/teach/${file}.tsx`, path: `${path}/${room}`, params });
  const plans = { file: "routes/resources/quiz-plans.ts", path: `/resources/quiz-plans/${course}/${lesson}`, params };
  const previews = {
    ...{ file: "routes/resources/quiz-previews.ts", params },
    path: `/resources/quiz-previews/${course}/${lesson}`,
  };
  const plan = JSON.stringify({ sections: [] });
  const rules = {
    ...{ before: "x", over: "on", timeZone: "UTC", counts: "best", passPercent: "60", completesOn: "passing" },
    graceSeconds: "60",
  };
  return [
    {
      file: "routes/teach/lecture.tsx",
      call: "loader",
      what: "of a quiz",
      path,
      params,
      gets: "s----m-m",
    },
    { ...page("quiz"), call: "loader", gets: "s----o-o" },
    { ...page("quiz"), call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...page("quiz"), call: "action", what: "rules", form: { intent: "rules", ...rules }, gets: "s----m-m" },
    // The quiz has no questions.
    { ...page("quiz"), call: "action", what: "release", form: { intent: "release" }, gets: "s----422-422" },
    { ...page("quiz-accommodations", "accommodations"), call: "loader", gets: "s----o-o" },
    { ...page("quiz-accommodations", "accommodations"), call: "action", what: "unknown", form: {}, gets: "s-------" },
    {
      ...page("quiz-accommodations", "accommodations"),
      call: "action",
      what: "more time for the enrolled learner",
      form: { intent: "grant", grantee: `enrolment:${enrolmentId}`, timeZone: "UTC", extraMinutes: "5", reason: "Ill" },
      gets: "s----m-m",
    },
    { ...page("quiz-preview", "preview"), call: "loader", gets: "s----o-o" },
    { ...page("quiz-print", "print"), call: "loader", gets: "s----o-o" },
    { ...previews, call: "loader", gets: HIDDEN },
    { ...previews, call: "action", form: { seed: "1", mark: "", answers: "{}" }, gets: "s----o-o" },
    { ...previews, call: "action", what: "no answers", form: {}, gets: "s---bbbb" },
    { ...plans, call: "loader", gets: "s----o-o" },
    { ...plans, call: "action", what: "of another state", form: { plan, before: "x" }, gets: "s----c-c" },
    { ...plans, call: "action", what: "no plan", form: { plan: "[]", before: "x" }, gets: "s---bbbb" },
  ];
}

/** Who sees results: all who teach the course. Who corrects: who may release it. */
function resultRows({ course, quiz: lesson, satAttemptId: attempt, satVersionId: version }: Scene): Row[] {
  const params = { course, lesson };
  const path = `/teach/${course}/${lesson}/results`;
  const correct = {
    file: "routes/teach/correct-question.tsx",
    path: `${path}/questions/${version}/correct`,
    params: { ...params, version },
  } as const;
  const drop = { what: "drop", body: "{}", reason: "It was asked twice." };
  const correction = { ...params, correction: version };
  const page = (file: string, rest: string, more: Record<string, string> = {}): Row => ({
    file: `routes/teach/${file}`,
    call: "loader",
    path: `${path}${rest}`,
    params: { ...params, ...more },
    gets: "s---oo-o",
  });
  return [
    page("results.tsx", ""),
    page("results-attempts.tsx", "/attempts"),
    page("results-attempts-csv.ts", "/attempts.csv"),
    page("results-attempt.tsx", `/attempts/${attempt}`, { attempt }),
    page("results-questions.tsx", "/questions"),
    page("results-question.tsx", `/questions/${version}`, { version }),
    { ...page("results-correction.tsx", `/corrections/${version}`, correction), gets: "s-------" },
    { ...correct, call: "loader", gets: "s----o-o" },
    { ...correct, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...correct, call: "action", what: "see first", form: { ...drop, intent: "preview" }, gets: "s----o-o" },
    { ...correct, call: "action", what: "without a reason", form: { what: "drop", intent: "apply" }, gets: "s----b-b" },
    { ...correct, call: "action", what: "drop", form: { ...drop, intent: "apply" }, gets: "s----m-m" },
  ];
}

/** Who grades: all who teach the course. */
function gradingRows({ course, satAttemptId: attempt }: Scene): Row[] {
  const queue = { path: `/teach/${course}/grading`, params: { course } };
  const answer = {
    file: "routes/teach/grade-answer.tsx",
    path: `/teach/${course}/grading/${attempt}/2`,
    params: { course, attempt, slot: "2" },
  } as const;
  const first = { ...answer, path: `/teach/${course}/grading/${attempt}/1`, params: { course, attempt, slot: "1" } };
  const form = { intent: "save", points: "none" };
  return [
    { file: "routes/teach/grading.tsx", call: "loader", ...queue, gets: "s---oo-o" },
    { file: "routes/teach/next-answer.ts", call: "loader", ...queue, gets: "s---mm-m" },
    { ...answer, call: "loader", gets: "s---oo-o" },
    { ...first, call: "loader", what: "that no person grades", gets: "s-------" },
    { ...answer, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...answer, call: "action", what: "no points", form, gets: "s---422422-422" },
  ];
}

/** Every route and act with who may do it, for the people of a scene. */
export function securityMatrix(scene: Scene): Row[] {
  return [
    ...publicRows(scene),
    ...accountRows(scene),
    ...staffRows(scene),
    ...buyingRows(scene),
    ...rosterRows(scene),
    ...learnerRows(scene),
    ...reportRows(scene),
    ...documentRows(),
    ...settingsRows(),
    ...templateRows(scene),
    ...certificateAdminRows(scene),
    ...orderAdminRows(scene),
    ...oversightRows(scene),
    ...priceRows(scene),
    ...peopleRows(scene),
    ...privacyRows(),
    ...groupRows(scene),
    ...noticeRows(scene),
    ...scholarshipRows(scene),
    ...resourceRows(scene),
    ...shieldRows(),
    ...videoRows(scene),
    ...exchangeRows(scene),
    ...draftRows(scene),
    ...outlineRows(scene),
    ...mediaRows(scene),
    ...gradebookRows(scene),
    ...lessonBlockRows(scene),
    ...textRows(scene),
    ...translationRows(scene),
    ...courseMakingRows(scene),
    ...bankRows(scene),
    ...quizRows(scene),
    ...answerFileRows(scene),
    ...gradingRows(scene),
    ...resultRows(scene),
    ...attemptRows(scene),
    ...learnRows(scene),
  ];
}

/** Routes that answer without looking at who asks, and are tested elsewhere. */
export const elsewhere = ["routes/resources/health.ts", "routes/resources/live.ts"];
