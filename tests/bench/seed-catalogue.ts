import type pg from "pg";
import { makeLessonHtml } from "./lesson-html.ts";

export const COURSES = 200;
export const LESSONS = 16;

const PEOPLE = `
  insert into "Subject" ("slug", "names", "position")
  select 'bench-subject-' || n, jsonb_build_object('ar', 'موضوع ' || n, 'en', 'Subject ' || n), 100 + n
  from generate_series(1, 8) as n;
  insert into "Instructor" ("handle", "names", "headlines", "bios")
  select 'bench-teacher-' || n, jsonb_build_object('ar', 'الأستاذة سلمى ' || n, 'en', 'Salma Haddad ' || n),
    jsonb_build_object('ar', 'مؤرخة', 'en', 'Historian'),
    jsonb_build_object('ar', 'تدرّس تاريخ المدينة وعمارتها.', 'en', 'Teaches the history of the city and its buildings.')
  from generate_series(1, 40) as n`;

// `bench_course` and `bench_lesson` number what is seeded, for the statements after them; they stay for the bench.
const NUMBERS = `
  create unlogged table bench_course as
    select n, uuidv7() as id, uuidv7() as release from generate_series(1, ${COURSES}) as n;
  create unlogged table bench_lesson as
    select c.n as course, c.release, l as lesson, uuidv7() as id, 'lesson-' || l as slug
    from bench_course c, generate_series(1, ${LESSONS}) as l;
  alter table bench_course add primary key (n);
  alter table bench_lesson add primary key (course, lesson)`;

const COURSES_SQL = `
  insert into "Course" ("id", "slug", "sourceLocale", "locales", "subjectSlug", "level", "priceAmount", "minutes",
    "lessonCount")
  select id, 'bench-course-' || n, 'ar', array['ar', 'en'], 'bench-subject-' || 1 + n % 8,
    (array['beginner', 'intermediate', 'advanced'])[1 + n % 3]::"Level", case when n % 4 = 0 then 4900 else 0 end,
    ${LESSONS} * 20, ${LESSONS}
  from bench_course;
  insert into "CourseInstructor" ("courseId", "instructorId", "role", "position")
  select c.id, i."id", 'owner', 0 from bench_course c join "Instructor" i on i."handle" = 'bench-teacher-' || 1 + c.n % 40;
  insert into "Release" ("id", "courseId", "number", "sha256", "outline")
  select c.release, c.id, 1, c.release::text, jsonb_build_object('sections', (
    select jsonb_agg(jsonb_build_object('id', uuidv7(),
      'titles', jsonb_build_object('ar', 'القسم ' || s, 'en', 'Section ' || s),
      'lessons', (
        select jsonb_agg(jsonb_build_object('id', l.id, 'slug', l.slug, 'kind', 'text', 'minutes', 20, 'required', true,
          'preview', l.lesson = 1, 'titles', jsonb_build_object(
            'ar', 'الدرس ' || l.lesson || ': المدينة في عصر من عصورها',
            'en', 'Lesson ' || l.lesson || ': the city in one of its ages')) order by l.lesson)
        from bench_lesson l where l.course = c.n and (l.lesson - 1) / 4 = s - 1)) order by s)
    from generate_series(1, ${LESSONS} / 4) as s))
  from bench_course c;
  insert into "CourseText" ("courseId", "locale", "title", "summary", "outcomes")
  select c.id, t.locale, t.title, t.summary, t.outcomes
  from bench_course c cross join lateral (values
    ('ar', (array['أبواب القدس', 'أسواق المدينة القديمة', 'مخطوطات ووثائق', 'عمارة المماليك', 'رحّالة وحجّاج'])[1 + c.n % 5]
      || ' ' || c.n, 'دورة تقرأ تاريخ المدينة من حجارتها ونقوشها ووثائقها، وتعرض ما اتفق عليه الباحثون وما اختلفوا فيه. رقمها '
      || c.n, array['ترتيب العصور', 'قراءة نقش مع ترجمته', 'عرض خلاف الباحثين بإنصاف']),
    ('en', (array['Gates of Jerusalem', 'Markets of the Old City', 'Manuscripts and deeds', 'Mamluk building',
      'Travellers and pilgrims'])[1 + c.n % 5] || ' ' || c.n,
      'A course that reads the history of the city from its stones, inscriptions and papers. Its number is ' || c.n,
      array['Put the ages in order', 'Read an inscription beside its translation', 'State fairly where scholars differ'])
  ) as t(locale, title, summary, outcomes)`;

const LESSONS_SQL = `
  insert into "ReleaseLesson" ("releaseId", "lessonId", "slug", "position", "kind", "minutes", "required", "preview")
  select release, id, slug, lesson, 'text', 20, true, lesson = 1 from bench_lesson;`;

// Each lesson's page begins in its own way, so that no two are one rendering.
const RENDERINGS_SQL = `
  with page as (
    select l.release, l.id, l.lesson, $1::text as locale, '<p dir="auto">' || l.course || '/' || l.lesson || '</p>'
      || ($2::text[])[1 + (l.course * 7 + l.lesson) % cardinality($2::text[])] as html
    from bench_lesson l
  ), hashed as (
    select *, encode(sha256(convert_to(html, 'UTF8')), 'hex') as sha256 from page
  ), rendering as (
    insert into "LessonRendering" ("sha256", "html", "headings")
    select sha256, html, '[{"id": "part-1", "level": 2, "text": "1"}, {"id": "part-4", "level": 2, "text": "4"}]'
    from hashed
  )
  insert into "ReleaseLessonText" ("releaseId", "lessonId", "locale", "title", "summary", "renderingSha256")
  select release, id, locale, case locale when 'ar' then 'الدرس ' || lesson || ': المدينة في عصر من عصورها'
    else 'Lesson ' || lesson || ': the city in one of its ages' end, '', sha256 from hashed`;

const PUBLISH = `
  update "Course" set "currentReleaseId" = c.release, "state" = 'published',
    "publishedAt" = timestamptz '2026-01-01' + c.n * interval '1 hour'
  from bench_course c where c.id = "Course"."id";
  insert into "Cohort" ("courseId", "names", "startsAt", "endsAt", "seats")
  select id, jsonb_build_object('ar', 'دفعة ' || k, 'en', 'Run ' || k), now() + k * interval '60 days',
    now() + (k + 1) * interval '60 days', 40
  from bench_course, generate_series(1, 2) as k where n % 2 = 0;
  insert into "Programme" ("slug", "position", "titles", "summaries")
  select 'bench-programme-' || n, 100 + n, jsonb_build_object('ar', 'برنامج ' || n, 'en', 'Programme ' || n),
    jsonb_build_object('ar', 'خمس دورات متصلة.', 'en', 'Five courses in order.')
  from generate_series(1, 12) as n;
  insert into "ProgrammeCourse" ("programmeId", "courseId", "position")
  select p."id", c.id, c.n % 5 from bench_course c
  join "Programme" p on p."slug" = 'bench-programme-' || 1 + (c.n - 1) / 5 where c.n <= 60`;

/** Writes ${COURSES} published courses with outlines, cohorts, programmes and a rendering for each lesson and language. */
export async function seedCatalogue(connections: pg.Pool): Promise<void> {
  await connections.query(PEOPLE);
  await connections.query(NUMBERS);
  await connections.query(COURSES_SQL);
  await connections.query(LESSONS_SQL);
  for (const locale of ["ar", "en"] as const) {
    await connections.query(RENDERINGS_SQL, [locale, makeLessonHtml(locale)]);
  }
  await connections.query(PUBLISH);
}
