import type pg from "pg";

/**
 * Many published courses at once, each with a release without lessons. They fall into two subjects, three levels, six
 * lengths and a few days, so that every order has ties; a third has no Arabic text, a fifth only a French one.
 */
export async function createCatalogue(connections: pg.Pool, { courses }: { courses: number }): Promise<void> {
  await connections.query(`
    insert into "Subject" ("slug", "names") values
      ('history', '{"ar": "التاريخ", "en": "History"}'), ('architecture', '{"ar": "العمارة", "en": "Architecture"}')
    on conflict do nothing`);
  await connections.query(
    `with numbered as (select n, uuidv7() as course, uuidv7() as release from generate_series(1, $1::int) as n),
    courses as (
      insert into "Course" ("id", "slug", "sourceLocale", "locales", "subjectSlug", "level", "priceAmount", "minutes", "lessonCount", "state", "publishedAt", "currentReleaseId")
      select course, 'course-' || course, 'en',
        case when n % 3 = 0 then array['en'] when n % 5 = 0 then array['en', 'fr'] else array['ar', 'en'] end,
        case when n % 2 = 0 then 'history' else 'architecture' end,
        (array['beginner', 'intermediate', 'advanced'])[1 + n % 3]::"Level",
        case when n % 4 = 0 then 4900 else 0 end, 30 + n % 6 * 10, 4, 'published',
        timestamptz '2026-01-01' + (n % 50) * interval '1 day', release
      from numbered
    ), releases as (
      insert into "Release" ("id", "courseId", "number", "outline", "sha256")
      select release, course, 1, '{"sections": []}', release::text from numbered
    )
    insert into "CourseText" ("courseId", "locale", "title", "summary", "outcomes")
    select course, locale,
      case locale when 'ar' then 'دورة في تاريخ القدس ' || n % 40 when 'en' then 'Course of Jerusalem ' || n % 40 else 'Éléments ' || n % 40 end,
      'Summary ' || n, array['Outcome']
    from numbered cross join unnest(
      case when n % 15 = 0 then array['fr'] when n % 3 = 0 then array['en', 'fr'] else array['ar', 'en'] end) as locale`,
    [courses],
  );
  await connections.query('vacuum analyze "Course", "CourseText", "CourseTitle"');
}
