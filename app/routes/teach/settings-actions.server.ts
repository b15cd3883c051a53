import { data } from "react-router";
import { z } from "zod";
import { archiveCourse, unarchiveCourse } from "#app/features/course/ending/archive-course.server.ts";
import { deleteCourse } from "#app/features/course/ending/delete-course.server.ts";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import * as catalogue from "#app/features/course/settings/save-catalogue.server.ts";
import * as enrolment from "#app/features/course/settings/save-enrolment.server.ts";
import * as languages from "#app/features/course/settings/save-languages.server.ts";
import * as prerequisites from "#app/features/course/settings/save-prerequisites.server.ts";
import { fieldsOfRefusals } from "#app/features/course/settings/settings-refused.ts";
import * as schemas from "#app/features/course/settings/settings-schema.ts";
import { type SettingsSection, settingsHref } from "#app/features/course/settings/settings-sections.ts";
import { duplicateCourse } from "#app/features/package/duplicate-course.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

type Input = RouteInput<{ course: string }, { section: SettingsSection }> & { form: FormData };
type Draft = Awaited<ReturnType<typeof openCourseDraft>>;
type Of = { course: string };
/** Where to go once it is done; the same part of the settings where nothing is said. */
type Done = { slug?: string; page?: string; notice?: string };

const fieldOf = (code: string) =>
  code === "notTyped" ? "typed" : Object.entries(fieldsOfRefusals).find(([own]) => own === code)?.[1];

/** Joins a form's schema to the use case that takes what it holds. */
function act<Schema extends z.ZodType>(
  schemaOf: (draft: Draft) => Schema,
  run: (ctx: PersonContext, of: Of, value: z.output<Schema>) => Promise<unknown>,
  goTo: (value: z.output<Schema>) => Done = () => ({}),
) {
  return ({ form, personCtx, params, search, href }: Input, draft: Draft) =>
    handleForm({
      form,
      schema: schemaOf(draft),
      fieldOf,
      run: async (value): Promise<never> => {
        await run(personCtx(), params, value);
        const { slug = params.course, page = settingsHref(slug, search.section), notice } = goTo(value);
        throw redirectWithNotice(href(page), notice ?? "course-settings:notice.saved");
      },
    });
}

const nothing = z.object({});
const oneLocale = (draft: Draft) => localeSchema.parse(draft.sourceLocale);

/** What each form of the settings does, by its intent. */
const acts = {
  texts: act(
    ({ locales }) => schemas.textsSchema(locales),
    (ctx, of, texts) => catalogue.saveCourseTexts(ctx, { ...of, texts }),
  ),
  address: act(
    () => schemas.addressSchema,
    (ctx, of, { slug }) => catalogue.changeCourseSlug(ctx, { ...of, slug }),
    ({ slug }) => ({ slug }),
  ),
  place: act(
    () => schemas.placeSchema,
    (ctx, of, value) => catalogue.placeCourse(ctx, { ...of, ...value }),
  ),
  cover: act(
    () => schemas.coverSchema,
    (ctx, of, value) => catalogue.chooseCover(ctx, { ...of, ...value }),
  ),
  "add-language": act(
    () => schemas.languageSchema,
    (ctx, of, value) => languages.addCourseLanguage(ctx, { ...of, ...value }),
  ),
  "remove-language": act(
    () => schemas.languageSchema,
    (ctx, of, value) => languages.removeCourseLanguage(ctx, { ...of, ...value }),
  ),
  "source-language": act(
    () => schemas.languageSchema,
    (ctx, of, value) => languages.changeSourceLanguage(ctx, { ...of, ...value }),
  ),
  price: act(
    () => schemas.priceSchema,
    (ctx, of, value) => enrolment.savePrice(ctx, { ...of, ...value }),
  ),
  enrolment: act(
    () => schemas.enrolmentSchema,
    (ctx, of, value) => enrolment.saveEnrolment(ctx, { ...of, ...value }),
  ),
  cohort: act(
    (draft) => schemas.cohortSchema(oneLocale(draft)),
    (ctx, of, value) => enrolment.saveCohort(ctx, { ...of, ...value }),
  ),
  "remove-cohort": act(
    () => z.object({ id: z.uuid() }),
    (ctx, of, { id }) => enrolment.removeCohort(ctx, { ...of, cohort: id }),
  ),
  "add-prerequisite": act(
    () => schemas.prerequisiteSchema,
    (ctx, of, value) => prerequisites.addPrerequisite(ctx, { ...of, ...value }),
  ),
  "remove-prerequisite": act(
    () => schemas.prerequisiteSchema,
    (ctx, of, value) => prerequisites.removePrerequisite(ctx, { ...of, ...value }),
  ),
  completion: act(
    () => schemas.completionSchema,
    (ctx, of, value) => enrolment.saveCompletion(ctx, { ...of, ...value }),
  ),
  archive: act(
    () => nothing,
    (ctx, of) => archiveCourse(ctx, of),
  ),
  unarchive: act(
    () => nothing,
    (ctx, of) => unarchiveCourse(ctx, of),
  ),
  delete: act(
    () => z.object({ typed: z.string().max(200) }),
    (ctx, of, { typed }) => deleteCourse(ctx, { ...of, typed }),
    () => ({ page: "/teach?filter=deleted", notice: "course-settings:notice.deleted" }),
  ),
};

/** Which of several forms of one intent it was, so that what is wrong is said in it. */
function keyOf(form: FormData, intent: string): string {
  const name = {
    cohort: "id",
    "remove-cohort": "id",
    "remove-language": "language",
    "remove-prerequisite": "prerequisite",
  };
  const field = Object.entries(name).find(([own]) => own === intent)?.[1];
  const value = field ? form.get(field) : null;
  return typeof value === "string" ? value : "";
}

/** Says of the copy what it lacks, beside what no copy has. */
async function duplicate({ personCtx, params, href }: Input): Promise<never> {
  const { slug, withoutVideo } = await duplicateCourse(personCtx(), params);
  const notice = withoutVideo === 0 ? "duplicate.done" : "duplicate.doneWithoutVideo";
  throw redirectWithNotice(href(`/teach/${slug}`), `course-making:${notice}`, { count: withoutVideo });
}

/** Does what a form of the settings asks for by its `intent`. Throws 404 for one that there is not. */
export async function settingsActions(input: Input) {
  const { form, personCtx, params } = input;
  const draft = await openCourseDraft(personCtx(), params);
  const intent = String(form.get("intent"));
  if (intent === "duplicate") return duplicate(input);
  const found = Object.entries(acts).find(([name]) => name === intent)?.[1];
  if (!found) throw notFound();
  const refused = await found(input, draft);
  return data({ intent, key: keyOf(form, intent), result: refused.data.result }, refused.init ?? undefined);
}
