import type pg from "pg";

/** Admins, each in a time zone of her own: what one of them was shown is not remembered for another. */
const ADMINS = 40;
const ENTRIES = 100_000;
const ORDERS = 100_000;

const ADMINS_SQL = `
  create unlogged table bench_admin as
    select n, uuidv7() as id, 'bench-admin-' || n as token, zone from (
      select row_number() over (order by name) as n, name as zone from pg_timezone_names
      where name ~ '^(Asia|Europe|Africa|America)/[A-Z][a-z]+$') z where n <= ${ADMINS};
  insert into "User" ("id", "email", "emailVerified", "name", "role", "locale", "timeZone", "twoFactorEnabled")
  select id, 'bench-admin-' || n || '@example.org', true, 'Admin ' || n, 'admin', 'en', zone, true from bench_admin;
  insert into "Session" ("userId", "token", "expiresAt") select id, token, now() + interval '30 days' from bench_admin`;

// Of two years, as they would have been written: one after the other.
const ENTRIES_SQL = `
  insert into "AuditEntry" ("at", "actorId", "action", "subjectType", "subjectId", "reason", "before", "after", "requestId")
  select now() - (${ENTRIES} - g.n) * interval '10 minutes', a.id,
    (array['person.suspend', 'person.verify', 'enrolment.takeOut', 'gradeOverride.give', 'course.publish'])[1 + g.n % 5],
    case g.n % 5 when 2 then 'enrolment' when 3 then 'enrolment' when 4 then 'course' else 'person' end,
    case g.n % 5 when 2 then e.id when 3 then e.id when 4 then c.id else l.id end::text,
    'What reason ' || g.n || ' was for', jsonb_build_object('state', g.n % 7), jsonb_build_object('state', g.n % 11),
    'request-' || g.n
  from generate_series(1, ${ENTRIES}) as g(n)
  join bench_admin a on a.n = 1 + g.n % ${ADMINS}
  join bench_learner l on l.n = 1 + g.n * 7919 % 10000
  join bench_course c on c.n = 1 + g.n % 200
  cross join lateral (select id from bench_enrolment where learner = l.n limit 1) as e
  order by g.n`;

// Of two years as well; nine of ten are paid, and one in thirty of those was given back.
const ORDERS_SQL = `
  create unlogged table bench_order as
    select n, uuidv7() as id, now() - (${ORDERS} - n) * interval '10 minutes' as at, n % 10 <> 0 as paid,
      n % 10 <> 0 and n % 30 = 1 as returned, 1 + n * 7919 % 10000 as learner, 1 + n % 200 as course
    from generate_series(1, ${ORDERS}) as n;
  insert into "Order" ("id", "buyerId", "buyerName", "buyerEmail", "locale", "thing", "state", "method", "currency", "amount",
    "paidAmount", "refundedAmount", "seatCount", "origin", "placedAt", "expiresAt", "paidAt", "settledAt")
  select o.id, l.id, 'Learner ' || l.n, 'learner-' || l.n || '@example.org', 'en', 'course ' || o.n,
    case when o.returned then 'refunded' when o.paid then 'paid' else 'expired' end::"OrderState", 'checkout',
    (array['USD', 'EUR', 'ILS', 'JOD'])[1 + o.n % 4], 4900, case when o.paid then 4900 else 0 end,
    case when o.returned then 4900 else 0 end, 1, 'https://academy.example/en', o.at, o.at + interval '1 hour',
    case when o.paid then o.at end, case when o.paid then o.at end
  from bench_order o join bench_learner l on l.n = o.learner order by o.n;
  insert into "OrderLine" ("orderId", "position", "kind", "courseId", "titles", "listAmount", "amount")
  select o.id, 0, 'course', c.id, jsonb_build_object('en', 'Course ' || c.n), 4900, 4900
  from bench_order o join bench_course c on c.n = o.course order by o.n;
  insert into "OrderSeat" ("orderId", "courseId", "state")
  select o.id, c.id, case when o.paid then 'given' else 'released' end::"SeatState"
  from bench_order o join bench_course c on c.n = o.course order by o.n;
  insert into "OrderEvent" ("orderId", "kind", "key", "paid", "refunded", "at")
  select o.id, k.kind::"OrderEventKind", k.kind, case k.kind when 'paid' then 4900 else 0 end,
    case k.kind when 'refunded' then 4900 else 0 end, o.at
  from bench_order o cross join lateral (
    select 'placed' as kind union all select 'paid' where o.paid union all select 'refunded' where o.returned) as k
  order by o.n`;

/** Writes admins with a session each, and two years of what they see: acts in the log, and orders. */
export async function seedOversight(connections: pg.Pool): Promise<void> {
  const client = await connections.connect();
  try {
    await client.query(ADMINS_SQL);
    await client.query(ENTRIES_SQL);
    // Past the triggers, which would add up the sums of each order from its events.
    await client.query("set session_replication_role = replica");
    await client.query(ORDERS_SQL);
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
}

export type Admin = { token: string };

export async function findAdmins(connections: pg.Pool): Promise<Admin[]> {
  return (await connections.query<Admin>("select token from bench_admin order by n")).rows;
}
