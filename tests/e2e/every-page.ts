import type { RouteConfigEntry } from "@react-router/dev/routes";
import routeConfig from "#app/routes.ts";
import { FINISHED_BATCH } from "./finished-batch.ts";
import type { Visitor } from "./visitors.ts";

/** One page as somebody meets it; `path` is without the language. */
export type VisitedPage = { path: string; by: Visitor; status?: number };

const as = (by: Visitor, ...paths: string[]): VisitedPage[] => paths.map((path) => ({ path, by }));

/** For addresses that lead elsewhere, or only take what a form sends. */
const nothingToSee: VisitedPage[] = [];

/** The pages of each pattern of routes.ts, by those who meet them. Every pattern has its line. */
const pagesOf: Record<string, VisitedPage[]> = {
  "/": [...as("guest", "/"), ...as("learner", "/")],
  "/courses": as("guest", "/courses", "/courses?q=jerusalem&level=beginner", "/courses?q=nothing-has-this-name"),
  "/courses/:course": [
    ...as("guest", "/courses/reading-the-old-city"),
    ...as("learner", "/courses/jerusalem-through-the-ages", "/courses/sources-and-documents"),
  ],
  // No sample course has a price: the journey of a scholarship looks at it.
  "/courses/:course/scholarship": nothingToSee,
  // Looked at with the journey of who buys one.
  "/courses/:course/certificate": nothingToSee,
  // The same of seats for others: the journey of a group looks at it.
  "/courses/:course/seats": nothingToSee,
  "/redeem": as("guest", "/redeem", "/redeem?code=AAAA-BBBB-CCCC"),
  "/programmes/:programme": as("guest", "/programmes/jerusalem-studies-diploma"),
  "/instructors/:handle": as("guest", "/instructors/layla-mansour"),
  // Those of the sample student are looked at with the journey of who checks them.
  "/certificates/:serial": [{ path: "/certificates/nowhere", by: "guest", status: 404 }],
  "/certificates/:serial.pdf": nothingToSee,
  "/verify": as("guest", "/verify"),

  "/sign-up": as("guest", "/sign-up"),
  "/invitations/:token": as("guest", "/invitations/spent"),
  "/sign-in": as("guest", "/sign-in"),
  // Only a sign-in that waits for its code shows this page: the journey of the second factor looks at it.
  "/sign-in/code": nothingToSee,
  "/sign-out": nothingToSee,
  "/viewing": nothingToSee,
  "/verify-email": as("guest", "/verify-email", "/verify-email?token=spent"),
  "/confirm-email": as("guest", "/confirm-email?token=spent"),
  "/forgotten-password": as("guest", "/forgotten-password"),
  "/reset-password": as("guest", "/reset-password?token=spent"),
  "/account": nothingToSee,
  "/account/profile": as("learner", "/account/profile"),
  "/account/certificates": as("learner", "/account/certificates"),
  "/account/video": as("learner", "/account/video"),
  "/account/orders": as("learner", "/account/orders"),
  // Only its buyer has it: the journey of buying looks at it.
  "/account/orders/:order": nothingToSee,
  "/account/scholarships": as("learner", "/account/scholarships"),
  "/account/orders/:order/invoice.pdf": nothingToSee,
  "/account/billing": as("learner", "/account/billing"),
  "/account/orders/:order/credit-notes/:note.pdf": nothingToSee,
  "/account/groups": as("learner", "/account/groups"),
  // Only who coordinates has these: the journey of a group looks at them.
  "/account/groups/:group": nothingToSee,
  "/account/groups/:group/codes": nothingToSee,
  "/account/groups/:group/codes.csv": nothingToSee,
  "/account/data": as("learner", "/account/data"),
  // Only who asked for one has it: the journey of who leaves looks at it.
  "/account/data/:export/archive.zip": nothingToSee,
  "/account/notifications": as("learner", "/account/notifications", "/account/notifications?show=unread"),
  "/account/notifications/preferences": as("learner", "/account/notifications/preferences"),
  // Its address is in a mail.
  "/unsubscribe/:token": nothingToSee,
  "/account/security": as("learner", "/account/security"),
  "/account/security/second-factor": as("learner", "/account/security/second-factor"),

  "/learn": [...as("learner", "/learn"), ...as("newcomer", "/learn")],
  "/learn/:course": as("learner", "/learn/jerusalem-through-the-ages"),
  "/learn/:course/:lesson": [
    ...as("guest", "/learn/sources-and-documents/questioning-a-source"),
    ...as(
      "learner",
      "/learn/jerusalem-through-the-ages/site-and-water",
      "/learn/jerusalem-through-the-ages/trial-spring-to-dome",
    ),
  ],
  // Only its learner has it: the journeys of a quiz look at it.
  "/learn/:course/:lesson/attempts/:attempt": nothingToSee,

  "/teach": as("instructor", "/teach", "/teach?filter=deleted"),
  "/teach/new": as("instructor", "/teach/new"),
  "/teach/import": as("instructor", "/teach/import"),
  "/teach/:course/export": nothingToSee,
  // Looked at with the journey of an instructor who makes a course.
  "/teach/invitations/:token": nothingToSee,
  "/teach/:course/settings": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/settings",
    "/teach/jerusalem-through-the-ages/settings?section=languages",
    "/teach/jerusalem-through-the-ages/settings?section=enrolment",
    "/teach/jerusalem-through-the-ages/settings?section=cohorts",
    "/teach/jerusalem-through-the-ages/settings?section=completion",
    "/teach/jerusalem-through-the-ages/settings?section=visibility",
  ),
  "/teach/:course/instructors": as("instructor", "/teach/jerusalem-through-the-ages/instructors"),
  "/teach/:course/:lesson/watching": as("instructor", "/teach/jerusalem-through-the-ages/seven-walls/watching"),
  "/teach/:course/:lesson/watching.csv": nothingToSee,
  "/teach/:course/:lesson/text/import": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/site-and-water/text/import?language=en",
  ),
  "/teach/:course/:lesson/text.md": nothingToSee,
  "/teach/:course/:lesson/text/history": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/site-and-water/text/history",
  ),
  // Looked at with the journey of a text that is written.
  "/teach/:course/:lesson/text/history/:version": nothingToSee,
  "/teach/:course/:lesson/text": as("instructor", "/teach/jerusalem-through-the-ages/site-and-water/text?language=ar"),
  "/teach/:course/:lesson/translation/:language": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/site-and-water/translation/en",
  ),
  "/teach/:course/translations": as("instructor", "/teach/jerusalem-through-the-ages/translations"),
  "/teach/:course/media": as("instructor", "/teach/jerusalem-through-the-ages/media"),
  "/teach/:course/media/:file": as("instructor", "/teach/jerusalem-through-the-ages/media/cover.svg"),
  "/teach/:course/translations.xlf": nothingToSee,
  "/teach/:course/:lesson/quiz": as("instructor", "/teach/jerusalem-through-the-ages/trial-spring-to-dome/quiz"),
  "/teach/:course/:lesson/accommodations": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/trial-spring-to-dome/accommodations",
  ),
  "/teach/:course/:lesson/preview": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/trial-spring-to-dome/preview?seed=5",
  ),
  "/teach/:course/:lesson/print": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/trial-spring-to-dome/print?seed=5&variants=2",
  ),
  // Looked at with the journey of an instructor who makes a lecture.
  "/teach/:course/:lesson": nothingToSee,
  "/teach/:course/questions/import": as("instructor", "/teach/jerusalem-through-the-ages/questions/import"),
  "/teach/:course/questions/export": nothingToSee,
  "/teach/:course/reports": [
    ...as("instructor", "/teach/jerusalem-through-the-ages/reports"),
    ...as("instructor", "/teach/jerusalem-through-the-ages/reports?from=2027-02-01&until=2027-01-01"),
  ],
  "/teach/:course/reports/completions": as("instructor", "/teach/jerusalem-through-the-ages/reports/completions"),
  "/teach/:course/reports/lessons": as("instructor", "/teach/jerusalem-through-the-ages/reports/lessons"),
  "/teach/:course/reports/duration": as("instructor", "/teach/jerusalem-through-the-ages/reports/duration"),
  "/teach/:course/reports/questions": as("instructor", "/teach/jerusalem-through-the-ages/reports/questions"),
  "/teach/:course/reports/lectures": as("instructor", "/teach/jerusalem-through-the-ages/reports/lectures"),
  "/teach/:course/reports/grades": as("instructor", "/teach/jerusalem-through-the-ages/reports/grades"),
  "/teach/:course/reports/:part.csv": nothingToSee,
  "/teach/:course/grades": as("instructor", "/teach/jerusalem-through-the-ages/grades"),
  "/teach/:course/grades.csv": nothingToSee,
  "/teach/:course/grades/import": as("instructor", "/teach/jerusalem-through-the-ages/grades/import"),
  // Looked at with the journey of a grade that is given.
  "/teach/:course/grades/:enrolment/:lesson": nothingToSee,
  "/teach/:course/grading": as("instructor", "/teach/jerusalem-through-the-ages/grading"),
  "/teach/:course/grading/next": nothingToSee,
  // Looked at with the journey of an essay that is graded.
  "/teach/:course/grading/:attempt/:slot": nothingToSee,
  "/teach/:course/questions": as("instructor", "/teach/jerusalem-through-the-ages/questions"),
  "/teach/:course/questions/new": [
    ...as("instructor", "/teach/jerusalem-through-the-ages/questions/new"),
    ...as("instructor", "/teach/jerusalem-through-the-ages/questions/new?type=place-on-picture"),
  ],
  "/teach/:course/references": [
    ...as("instructor", "/teach/jerusalem-through-the-ages/references"),
    ...as("instructor", "/teach/jerusalem-through-the-ages/references?kind=book"),
  ],
  "/teach/:course/references/export": nothingToSee,
  "/teach/:course/questions/categories": as("instructor", "/teach/jerusalem-through-the-ages/questions/categories"),
  // Looked at with the journey of an instructor who writes a question.
  "/teach/:course/questions/:question": nothingToSee,
  "/teach/:course/questions/:question/versions/:number": nothingToSee,
  // Looked at with the journey of an essay and of a key that is put right.
  "/teach/:course/:lesson/results": nothingToSee,
  "/teach/:course/:lesson/results/attempts": nothingToSee,
  "/teach/:course/:lesson/results/attempts.csv": nothingToSee,
  "/teach/:course/:lesson/results/attempts/:attempt": nothingToSee,
  "/teach/:course/:lesson/results/questions": nothingToSee,
  "/teach/:course/:lesson/results/questions/:version": nothingToSee,
  "/teach/:course/:lesson/results/questions/:version/correct": nothingToSee,
  "/teach/:course/:lesson/results/corrections/:correction": nothingToSee,
  "/teach/:course/outline": as("instructor", "/teach/jerusalem-through-the-ages/outline"),
  "/teach/:course": as("instructor", "/teach/jerusalem-through-the-ages"),
  "/teach/:course/learners": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/learners",
    "/teach/jerusalem-through-the-ages/learners?state=unseen30&sort=name",
  ),
  "/teach/:course/learners.csv": nothingToSee,
  "/teach/:course/messages": as("instructor", "/teach/jerusalem-through-the-ages/messages"),
  "/teach/:course/messages/new": as("instructor", "/teach/jerusalem-through-the-ages/messages/new?state=active"),
  // Looked at with the journey of an instructor who writes one.
  "/teach/:course/messages/:message": nothingToSee,
  // Each learner's has its own address: the journey of one looks at it.
  "/teach/:course/learners/:enrolment": nothingToSee,
  "/teach/:course/look": as("instructor", "/teach/jerusalem-through-the-ages/look?as=guest"),
  "/teach/:course/look/:lesson": as("instructor", "/teach/jerusalem-through-the-ages/look/site-and-water?as=graduate"),
  "/teach/:course/release": as("instructor", "/teach/jerusalem-through-the-ages/release"),

  "/admin": as("admin", "/admin"),
  "/admin/audit": as("admin", "/admin/audit", "/admin/audit?q=nothing-was-said-so&from=2026-01-01"),
  "/admin/audit.csv": nothingToSee,
  "/admin/audit.jsonl": nothingToSee,
  // Each has an address of its own: the journey of who helps a person looks at one.
  "/admin/audit/:entry": nothingToSee,
  "/admin/people": as("admin", "/admin/people", "/admin/people?q=nobody-has-this-name&role=staff"),
  "/admin/people.csv": nothingToSee,
  // Each person's has its own address: the journey of who helps one looks at it.
  "/admin/people/:person": nothingToSee,
  "/admin/people/:person/merge": nothingToSee,
  "/admin/invitations": as("admin", "/admin/invitations", "/admin/invitations?state=accepted"),
  "/admin/invitations/new": as("admin", "/admin/invitations/new"),
  "/admin/settings": as("admin", "/admin/settings"),
  "/admin/settings/academy": as("admin", "/admin/settings/academy"),
  "/admin/settings/colours": as("admin", "/admin/settings/colours"),
  "/admin/settings/languages": as("admin", "/admin/settings/languages"),
  "/admin/policies": as("admin", "/admin/policies"),
  // The sample academy has no policies.
  "/admin/policies/:policy": nothingToSee,
  "/admin/policies/:policy/publish": nothingToSee,
  "/policies": as("guest", "/policies"),
  "/policies/:policy": [{ path: "/policies/nowhere", by: "guest", status: 404 }],
  "/policies/:policy/versions/:version": nothingToSee,
  "/account/agreements": as("learner", "/account/agreements"),
  "/admin/settings/payee": as("admin", "/admin/settings/payee"),
  "/admin/privacy": as("admin", "/admin/privacy"),
  "/admin/mails": as("admin", "/admin/mails"),
  "/admin/mails/addresses": as("admin", "/admin/mails/addresses"),
  "/admin/mails/:letter": as("admin", "/admin/mails/certificate-issued"),
  "/admin/videos": as("admin", "/admin/videos"),
  "/admin/groups": as("admin", "/admin/groups", "/admin/groups?q=nothing-has-this-name"),
  "/admin/groups/new": as("admin", "/admin/groups/new"),
  // Looked at with the journey of a group.
  "/admin/groups/:group": nothingToSee,
  "/admin/prices": as("admin", "/admin/prices", "/admin/prices?kind=programmes"),
  "/admin/prices/:kind/:slug": as(
    "admin",
    "/admin/prices/courses/jerusalem-through-the-ages?country=JO",
    "/admin/prices/programmes/jerusalem-studies-diploma",
  ),
  "/admin/prices/:kind/:slug/:price": as("admin", "/admin/prices/courses/jerusalem-through-the-ages/new"),
  "/admin/country-groups": as("admin", "/admin/country-groups"),
  "/admin/country-groups/:group": as("admin", "/admin/country-groups/new"),
  "/admin/coupons": as("admin", "/admin/coupons"),
  "/admin/coupons/:coupon": as("admin", "/admin/coupons/new"),
  "/admin/currencies": as("admin", "/admin/currencies"),
  "/admin/certificates": as("admin", "/admin/certificates"),
  "/admin/certificates.csv": nothingToSee,
  "/admin/certificates/requests": as("admin", "/admin/certificates/requests"),
  "/admin/certificates/issue": as("admin", "/admin/certificates/issue"),
  "/admin/certificates/templates": as("admin", "/admin/certificates/templates"),
  "/admin/certificates/templates/:template": as("admin", "/admin/certificates/templates/default"),
  "/admin/certificates/templates/:template/versions/:number": as(
    "admin",
    "/admin/certificates/templates/default/versions/1",
  ),
  "/admin/certificates/rules": as("admin", "/admin/certificates/rules"),
  "/admin/certificates/batches/:batch": as("admin", `/admin/certificates/batches/${FINISHED_BATCH}`),
  // Looked at with the journey of an admin who tends certificates.
  "/admin/certificates/record/:serial": nothingToSee,
  "/admin/scholarships": as("admin", "/admin/scholarships", "/admin/scholarships?status=all&q=nobody"),
  "/admin/scholarships.csv": nothingToSee,
  // Looked at with the journey of a scholarship.
  "/admin/scholarships/:scholarship": nothingToSee,
  "/admin/funds": as("admin", "/admin/funds"),
  "/admin/funds/:fund": nothingToSee,

  "/admin/orders": as("admin", "/admin/orders", "/admin/orders?state=paid&needs=refundFailed"),
  "/admin/orders.csv": nothingToSee,
  // Looked at with the journey of an admin who tends orders.
  "/admin/orders/:order": nothingToSee,
  "/admin/transfers": as("admin", "/admin/transfers"),
  "/admin/disputes": as("admin", "/admin/disputes"),
  "/admin/reconciliations": as("admin", "/admin/reconciliations"),
  "/admin/reconciliations/:reconciliation": nothingToSee,
  "/admin/revenue": as("admin", "/admin/revenue"),
  "/admin/revenue.csv": nothingToSee,
  "/admin/orders/:order/invoice.pdf": nothingToSee,
  "/admin/orders/:order/credit-notes/:note.pdf": nothingToSee,

  "/dev/mailbox": as("guest", "/dev/mailbox"),
  // Its address is known once somebody was written to: looked at with what opens on pages.
  "/dev/mailbox/:message": nothingToSee,

  "/*": [{ path: "/nowhere", by: "guest", status: 404 }],
};

function patternsOf(entries: readonly RouteConfigEntry[], parent = ""): string[] {
  return entries.flatMap(({ path, index, children }) => {
    const pattern = path ? `${parent}/${path}` : parent;
    return [...(path || index ? [pattern] : []), ...patternsOf(children ?? [], pattern)];
  });
}

/** The patterns of all addresses that the academy answers. */
export async function allPatterns(): Promise<string[]> {
  return [...new Set(patternsOf(await routeConfig))];
}

/** The patterns of everything below the language segment, that is of all that people see. */
export async function pagePatterns(): Promise<string[]> {
  const patterns = patternsOf(await routeConfig).filter((pattern) => pattern.startsWith("/:locale?"));
  return [...new Set(patterns.map((pattern) => pattern.replace("/:locale?", "") || "/"))];
}

export const listedPatterns = Object.keys(pagesOf);
export const everyPage = Object.values(pagesOf).flat();
