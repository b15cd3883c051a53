import { describeDevice } from "#app/features/account/describe-device.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";

/** As many rows of one kind are shown; each has a list of its own where there are more. */
const SHOWN = 50;

type Titled = { slug: string; texts: { locale: string; title: string }[] };

function titleOf({ texts }: Pick<Titled, "texts">, locale: Locale) {
  const titles: Translated = Object.fromEntries(texts.map((text) => [localeSchema.parse(text.locale), text.title]));
  return pickTranslated(titles, locale);
}

const titled = { slug: true, texts: { select: { locale: true, title: true } } } as const;

async function readProfile(db: Db, id: string) {
  return db.user.findUnique({
    where: { id },
    select: {
      ...{ id: true, name: true, email: true, emailVerified: true, role: true, twoFactorEnabled: true },
      ...{ fullNameArabic: true, fullNameLatin: true, country: true, timeZone: true, locale: true },
      ...{ suspendedAt: true, createdAt: true, mergedIntoId: true },
      mergedInto: { select: { id: true, name: true, email: true } },
      mergedAccounts: { select: { id: true, name: true, email: true }, orderBy: { id: "asc" } },
      instructor: {
        select: {
          handle: true,
          courses: { select: { role: true, course: { select: titled } }, orderBy: { courseId: "asc" }, take: SHOWN },
        },
      },
      accounts: { select: { providerId: true, password: true } },
      _count: { select: { passkeys: true, certificates: true, orders: true, enrolments: true } },
    },
  });
}

async function readSessions(db: Db, { id, now }: { id: string; now: Date }) {
  const sessions = await db.session.findMany({
    where: { userId: id, expiresAt: { gt: now } },
    select: { id: true, userAgent: true, createdAt: true },
    orderBy: { id: "desc" },
    take: SHOWN,
  });
  return sessions.map(({ userAgent, ...session }) => ({ ...session, ...describeDevice(userAgent) }));
}

async function readEnrolments(db: Db, { id, locale }: { id: string; locale: Locale }) {
  const rows = await db.enrolment.findMany({
    where: { userId: id },
    select: {
      ...{ id: true, state: true, enrolledAt: true, completedAt: true, lastSeenAt: true },
      ...{ completedRequired: true, required: true },
      course: { select: titled },
      _count: { select: { attempts: { where: { state: "submitted" } } } },
    },
    orderBy: { id: "desc" },
    take: SHOWN,
  });
  return rows.map(({ course, _count, ...row }) => ({
    ...row,
    course: { slug: course.slug, title: titleOf(course, locale) },
    attempts: _count.attempts,
  }));
}

async function readCertificates(db: Db, { id, locale }: { id: string; locale: Locale }) {
  const rows = await db.certificate.findMany({
    where: { userId: id },
    select: {
      ...{ serial: true, issuedAt: true, revokedAt: true, current: true },
      course: { select: titled },
      programme: { select: { titles: true } },
    },
    orderBy: { issuedAt: "desc" },
    take: SHOWN,
  });
  return rows.map(({ serial, course, programme, ...row }) => ({
    ...row,
    serial: writeSerial(serial),
    title: course ? titleOf(course, locale) : pickTranslated(translatedSchema.parse(programme?.titles ?? {}), locale),
  }));
}

async function readAttempts(db: Db, id: string) {
  const rows = await db.attempt.groupBy({
    by: ["state"],
    where: { enrolment: { userId: id } },
    _count: { _all: true },
    _max: { startedAt: true },
  });
  const passed = await db.attempt.count({ where: { enrolment: { userId: id }, state: "submitted", passed: true } });
  const of = (state: string) => rows.find((row) => row.state === state)?._count._all ?? 0;
  const times = rows.flatMap(({ _max }) => _max.startedAt ?? []);
  const last = times.length === 0 ? null : new Date(Math.max(...times.map(Number)));
  return { open: of("open"), submitted: of("submitted"), voided: of("voided"), passed, last };
}

/** What was done to a person by others, the newest first. */
async function readActs(db: Db, id: string) {
  const rows = await db.auditEntry.findMany({
    where: { subjectType: "person", subjectId: id },
    select: { id: true, at: true, action: true, reason: true, actorId: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 20,
  });
  const actors = await db.user.findMany({
    where: { id: { in: rows.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(actors.map(({ id: actor, name }) => [actor, name]));
  return rows.map(({ actorId, ...row }) => ({ ...row, by: actorId === null ? null : (names.get(actorId) ?? null) }));
}

const countryName = (country: string | null, locale: Locale) =>
  country && (new Intl.DisplayNames([locale], { type: "region", fallback: "code" }).of(country) ?? country);

/**
 * All that the academy knows of one person that helps to help her: how she signs in, what she learns, what was issued to
 * her, what she bought, and what was done to her account. No secrets. Throws 404 for all but admins, and for nobody.
 */
export async function findPerson(ctx: PersonContext, { id }: { id: string }) {
  const { db, actor, clock, locale } = ctx;
  if (!isAdmin(actor)) throw notFound();
  const found = await readProfile(db, id);
  if (!found) throw notFound();
  const [sessions, enrolments, attempts, certificates, orders, acts] = await Promise.all([
    readSessions(db, { id, now: clock.now() }),
    readEnrolments(db, { id, locale }),
    readAttempts(db, id),
    readCertificates(db, { id, locale }),
    db.order.findMany({
      where: { buyerId: id },
      select: { number: true, state: true, amount: true, currency: true, placedAt: true },
      orderBy: { placedAt: "desc" },
      take: SHOWN,
    }),
    readActs(db, id),
  ]);
  const { instructor, accounts, _count, ...profile } = found;
  return {
    person: {
      ...profile,
      teaches: instructor !== null,
      suspended: profile.suspendedAt !== null,
      merged: profile.mergedIntoId !== null,
      self: profile.id === actor.id,
      countryName: countryName(profile.country, locale),
    },
    signIn: {
      password: accounts.some(({ providerId, password }) => providerId === "credential" && password !== null),
      passkeys: _count.passkeys,
      twoFactor: profile.twoFactorEnabled,
      sessions,
    },
    counts: { enrolments: _count.enrolments, certificates: _count.certificates, orders: _count.orders },
    teaching: instructor && {
      handle: instructor.handle,
      courses: instructor.courses.map(({ role, course }) => ({
        role,
        slug: course.slug,
        title: titleOf(course, locale),
      })),
    },
    enrolments,
    attempts,
    certificates,
    orders,
    acts,
  };
}

export type PersonPage = Awaited<ReturnType<typeof findPerson>>;
