import { decimalsOf } from "#app/platform/i18n/currency.ts";
import { inLocale, type Locale } from "#app/platform/i18n/locales.ts";
import type { CoursePage } from "./find-course.server.ts";

/** Whole hours and minutes as ISO 8601 writes a length of time. */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes % 60 > 0 || hours === 0 ? `${minutes % 60}M` : ""}`;
}

/** A course in the words of schema.org (https://schema.org/Course), with one instance for each run and for one's own pace. */
export function courseJsonLd({
  course,
  academy,
  locale,
  origin,
}: {
  course: CoursePage;
  academy: string;
  locale: Locale;
  origin: string;
}) {
  const url = `${origin}${inLocale(`/courses/${course.slug}`, locale)}`;
  const workload = { courseMode: "Online", courseWorkload: duration(course.minutes) };
  const instructor = course.instructors.map(({ handle, name }) => ({
    "@type": "Person",
    name: name.text,
    url: `${origin}${inLocale(`/instructors/${handle}`, locale)}`,
  }));
  const instance = (more: object) => ({ "@type": "CourseInstance", ...workload, instructor, ...more });
  return {
    "@context": "https://schema.org",
    "@type": "Course",
    "@id": url,
    url,
    name: course.text.title,
    description: course.text.summary,
    provider: { "@type": "Organization", name: academy, url: `${origin}${inLocale("/", locale)}` },
    inLanguage: course.locales,
    educationalLevel: course.level,
    about: course.subject.name.text,
    teaches: course.text.outcomes,
    image: `${origin}${coursePicture(course.slug, locale)}`,
    isAccessibleForFree: course.price.amount === 0,
    ...(course.publishedAt ? { datePublished: course.publishedAt } : {}),
    dateModified: course.updatedAt,
    coursePrerequisites: course.prerequisites.map(({ slug, title }) => ({
      "@type": "Course",
      name: title.text,
      url: `${origin}${inLocale(`/courses/${slug}`, locale)}`,
    })),
    offers: {
      "@type": "Offer",
      category: course.price.amount === 0 ? "Free" : "Paid",
      price: decimal(course.price),
      priceCurrency: course.price.currency,
      url,
    },
    hasCourseInstance: [
      ...(course.selfPaced ? [instance({})] : []),
      ...course.cohorts.map((cohort) =>
        instance({ name: cohort.name.text, startDate: cohort.startsAt, endDate: cohort.endsAt }),
      ),
    ],
  };
}

/** An amount in minor units as a decimal number, by the currency's own decimals. */
function decimal({ amount, currency }: CoursePage["price"]): string {
  const decimals = decimalsOf(currency);
  return (amount / 10 ** decimals).toFixed(decimals);
}

/** The address of the picture that stands for a course where its page is shared. */
export function coursePicture(slug: string, locale: Locale): string {
  return `/courses/${slug}/picture.png?lang=${locale}`;
}
