import { index, prefix, type RouteConfig, route } from "@react-router/dev/routes";

/** Every URL of the product. The first segment may choose the language: /ar /en /fr /es /tr /ur /ms. */
export default [
  route("health", "routes/resources/health.ts"),
  route("resources/messages/:file", "routes/resources/messages.ts"),
  route("preferences", "routes/resources/preferences.ts"),
  route("media/:sha256", "routes/resources/media.ts"),
  route("courses/:course/picture.png", "routes/public/course-picture.ts"),
  route("video/:video/:file", "routes/resources/video-file.ts"),
  route("resources/uploads/:video", "routes/resources/uploads.ts"),
  route("resources/videos", "routes/resources/videos.ts"),
  route("resources/videos/:video", "routes/resources/video.ts"),
  route("resources/videos/:video/poster", "routes/resources/video-poster.ts"),
  route("resources/playback/:course/:lesson", "routes/resources/playback.ts"),
  route("sitemap.xml", "routes/public/sitemap.ts"),
  route("robots.txt", "routes/public/robots.ts"),
  route("resources/completions", "routes/resources/completions.ts"),
  route("resources/places", "routes/resources/places.ts"),
  route("resources/answers", "routes/resources/answers.ts"),
  route("resources/answer-files", "routes/resources/answer-files.ts"),
  route("resources/answer-files/:file", "routes/resources/answer-file.ts"),
  route("resources/beats", "routes/resources/beats.ts"),
  route("resources/transcripts/:course/:lesson/:language", "routes/resources/transcript.ts"),
  route("resources/data-use", "routes/resources/data-use.ts"),
  route("resources/lecture-drafts/:course/:lesson", "routes/resources/lecture-drafts.ts"),
  route("resources/reading", "routes/resources/reading.ts"),
  route("resources/quiz-plans/:course/:lesson", "routes/resources/quiz-plans.ts"),

  route("webhooks/mux", "routes/webhooks/mux.ts"),

  route("api/auth/passkey/:step", "routes/resources/passkey-options.ts"),
  route("dev/mailbox/:message/html", "routes/resources/mailbox-html.ts"),

  ...prefix(":locale?", [
    index("routes/public/home.tsx"),
    route("courses", "routes/public/catalogue.tsx"),
    route("courses/:course", "routes/public/course.tsx"),
    route("programmes/:programme", "routes/public/programme.tsx"),
    route("instructors/:handle", "routes/public/instructor.tsx"),

    route("sign-up", "routes/account/sign-up.tsx"),
    route("sign-in", "routes/account/sign-in.tsx"),
    route("sign-in/code", "routes/account/second-factor.tsx"),
    route("sign-out", "routes/account/sign-out.ts"),
    route("verify-email", "routes/account/verify-email.tsx"),
    route("confirm-email", "routes/account/confirm-email.tsx"),
    route("forgotten-password", "routes/account/forgotten-password.tsx"),
    route("reset-password", "routes/account/reset-password.tsx"),
    route("account", "routes/account/account-layout.tsx", [
      index("routes/account/account-home.ts"),
      route("profile", "routes/account/profile.tsx"),
      route("video", "routes/account/video.tsx"),
      route("security", "routes/account/security.tsx"),
      route("security/second-factor", "routes/account/set-up-second-factor.tsx"),
    ]),

    route("learn", "routes/learn/my-learning.tsx"),
    route("learn/:course", "routes/learn/course.tsx"),
    route("learn/:course/:lesson", "routes/learn/lesson.tsx"),
    route("learn/:course/:lesson/attempts/:attempt", "routes/learn/attempt.tsx"),

    route("teach", "routes/teach/courses.tsx"),
    route("teach/:course", "routes/teach/course.tsx"),
    route("teach/:course/grading", "routes/teach/grading.tsx"),
    route("teach/:course/grading/next", "routes/teach/next-answer.ts"),
    route("teach/:course/grading/:attempt/:slot", "routes/teach/grade-answer.tsx"),
    route("teach/:course/:lesson", "routes/teach/lecture.tsx"),
    route("teach/:course/:lesson/quiz", "routes/teach/quiz.tsx"),
    route("teach/:course/:lesson/watching", "routes/teach/lecture-watching.tsx"),
    route("teach/:course/:lesson/watching.csv", "routes/teach/lecture-watching-csv.ts"),

    route("admin", "routes/admin/admin-home.tsx"),
    route("admin/settings", "routes/admin/settings.tsx"),
    route("admin/videos", "routes/admin/videos.tsx"),

    route("dev/mailbox", "routes/resources/mailbox.tsx"),
    route("dev/mailbox/:message", "routes/resources/mailbox-message.tsx"),

    route("*", "routes/public/not-found.tsx"),
  ]),
] satisfies RouteConfig;
