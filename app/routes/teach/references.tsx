import { z } from "zod";
import { ExportReferences } from "#app/features/lesson/components/references/export-references.tsx";
import { ImportReferences } from "#app/features/lesson/components/references/import-references.tsx";
import { ReferenceForm } from "#app/features/lesson/components/references/reference-form.tsx";
import { ReferenceList } from "#app/features/lesson/components/references/reference-list.tsx";
import {
  findReference,
  findReferences,
  findReferencesSchema,
} from "#app/features/lesson/references/find-references.server.ts";
import { listedReference } from "#app/features/lesson/references/listed-reference.ts";
import { referenceKinds } from "#app/features/lesson/references/reference-schema.ts";
import { newReference, writtenReference } from "#app/features/lesson/references/written-reference.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/references";
import { changeReferences } from "./references-actions.server.ts";

const params = z.object({ course: z.string() });
const search = findReferencesSchema.extend({
  /** The key of the work whose form is open. */
  work: z.string().max(64).optional().catch(undefined),
  /** A new work of this kind is being written. */
  kind: z.enum(referenceKinds).optional().catch(undefined),
});

export const loader = declareLoader({
  access: "teaching",
  params,
  search,
  load: async ({ personCtx, params, search: { work, kind, ...wanted } }) => {
    const ctx = personCtx();
    const found = await findReferences(ctx, { ...params, ...wanted });
    const item = work === undefined ? undefined : await findReference(ctx, { ...params, key: work });
    return {
      course: found.course.slug,
      titles: found.course.titles,
      total: found.total,
      q: wanted.q,
      next: found.next,
      references: found.references.map(listedReference),
      form: item ? writtenReference(item) : kind ? newReference(kind) : null,
    };
  },
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["save", "delete", "import"],
  act: changeReferences,
});

export default function References({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("reference");
  const { course, titles, references, form, q, next, total } = loaderData;
  const title = pickTranslated(titles, usePageContext().formats.locale);
  const here = `/teach/${course}/references`;
  const of = (intent: string) => (actionData?.intent === intent ? actionData.result : undefined);
  const deleting = useFormErrors(of("delete"));
  return (
    <Container className="grid gap-6 pb-12">
      <title>{[...(form ? [t(`kinds.${form.kind}`)] : []), t("title"), title.text, t("ui:name")].join(" · ")}</title>
      <Top course={course} title={title} />
      <FormErrors messages={deleting.form} />
      {form ? (
        <ReferenceForm key={form.existing ?? form.kind} work={form} back={here} result={of("save")} />
      ) : (
        <Kinds here={here} />
      )}
      {total > 0 ? (
        <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
          <Field className="grow" type="search" name="q" label={t("search")} defaultValue={q} dir="auto" />
          <Button kind="quiet">{t("find")}</Button>
        </Form>
      ) : null}
      {references.length > 0 ? (
        <ReferenceList course={course} references={references} />
      ) : (
        <EmptyState title={t("empty.title")} text={t("empty.text")} />
      )}
      {next ? (
        <Link to={`${here}?q=${encodeURIComponent(q)}&after=${next}`} className={buttonClass({ kind: "quiet" })}>
          {t("more")}
        </Link>
      ) : null}
      <ImportReferences result={of("import")} works={actionData?.works} />
      {total > 0 ? <ExportReferences here={here} /> : null}
    </Container>
  );
}

function Top({ course, title }: { course: string; title: ReturnType<typeof pickTranslated> }) {
  const { t } = useTranslation("reference");
  return (
    <div>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={t("title")} lead={t("lead")} />
    </div>
  );
}

function Kinds({ here }: { here: string }) {
  const { t } = useTranslation("reference");
  return (
    <section aria-labelledby="add">
      <h2 id="add" className="mb-2 font-bold font-read text-xl">
        {t("add")}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {referenceKinds.map((kind) => (
          <li key={kind}>
            <Link to={`${here}?kind=${kind}`} className={buttonClass({ kind: "quiet", size: "s" })}>
              {t(`kinds.${kind}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
