import { decimalsOf } from "#app/platform/i18n/currency.ts";
import { inLocale, type Locale } from "#app/platform/i18n/locales.ts";
import type { CoursePage } from "./find-course.server.ts";

/** Whole hours and minutes as ISO 8601 writes a length of time. */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes % 60 > 0 || hours === 0 ? `${minutes % 60}M` : ""}`;
}

/** What a place costs anybody of whom nothing is known; minor units. `endsAt` is when that ends. */
type ListedPrice = { amount: number; currency: string; endsAt?: Date | null };

/** By when one learns: at one's own pace and in cohorts that are not named, and in those that are, by their ids. */
type ListedPrices = { usual: ListedPrice; cohorts: Record<string, ListedPrice> };

function offerOf(url: string, { amount, currency, endsAt }: ListedPrice) {
  return {
    "@type": "Offer",
    category: amount === 0 ? "Free" : "Paid",
    price: decimal({ amount, currency }),
    priceCurrency: currency,
    ...(endsAt ? { validThrough: endsAt.toISOString() } : {}),
    url,
  };
}

/** Each different price once, in the order in which they are offered. */
function differentOffers(prices: readonly ListedPrice[], url: string) {
  const offers = new Map(prices.map((price) => [JSON.stringify([price.amount, price.currency]), offerOf(url, price)]));
  const all = [...offers.values()];
  return all.length === 1 ? all[0] : all;
}

/** A course in the words of schema.org (https://schema.org/Course), with one instance for each run and for one's own pace. */
export function courseJsonLd({
  course,
  academy,
  locale,
  origin,
  prices = { usual: course.price, cohorts: {} },
}: {
  course: CoursePage;
  /** The prices that hold now, where they are not the course's own. */
  prices?: ListedPrices | undefined;
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
  const instance = (price: ListedPrice, more: object = {}) => {
    return { "@type": "CourseInstance", ...workload, instructor, offers: offerOf(url, price), ...more };
  };
  const priceOf = (cohort: string) => prices.cohorts[cohort] ?? prices.usual;
  const dated = course.cohorts.map(({ id }) => priceOf(id));
  const offered = course.selfPaced || dated.length === 0 ? [prices.usual, ...dated] : dated;
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
    offers: differentOffers(offered, url),
    hasCourseInstance: [
      ...(course.selfPaced ? [instance(prices.usual)] : []),
      ...course.cohorts.map((cohort) =>
        instance(priceOf(cohort.id), { name: cohort.name.text, startDate: cohort.startsAt, endDate: cohort.endsAt }),
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
