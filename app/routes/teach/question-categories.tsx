import { data } from "react-router";
import { z } from "zod";
import { categoryNameSchema } from "#app/features/quiz/bank/bank-schema.ts";
import { addCategory, changeCategory, removeCategory } from "#app/features/quiz/bank/change-categories.server.ts";
import { findCategories } from "#app/features/quiz/bank/find-categories.server.ts";
import { AddCategory, CategoryForms } from "#app/features/quiz/components/bank/category-forms.tsx";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/question-categories";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: ({ personCtx, params }) => findCategories(personCtx(), params),
});

const placed = z.object({
  name: categoryNameSchema,
  parent: z.uuid().optional(),
});
const existing = z.object({ id: z.uuid() });

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };

/** The field that an error of the use cases is about. */
const fieldOf = (code: string) =>
  ({ sameName: "name", categoryMissing: "parent", categoryInItself: "parent", categoryTooDeep: "parent" })[code];

async function change(input: Input) {
  const { form, params, href } = input;
  const ctx = input.personCtx();
  const intent = form.get("intent");
  const done = (notice: string): never => {
    throw redirectWithNotice(href(`/teach/${params.course}/questions/categories`), `question-bank:notice.${notice}`);
  };
  if (intent === "add") {
    const run = async ({ name, parent }: z.output<typeof placed>) => {
      await addCategory(ctx, { ...params, name, parentId: parent ?? null });
      return done("categoryAdded");
    };
    return handleForm({ form, schema: placed, run, fieldOf });
  }
  if (intent === "change") {
    const run = async ({ id, name, parent }: z.output<typeof placed> & { id: string }) => {
      await changeCategory(ctx, { ...params, id, name, parentId: parent ?? null });
      return done("categoryChanged");
    };
    return handleForm({ form, schema: placed.extend(existing.shape), run, fieldOf });
  }
  if (intent !== "remove") throw notFound();
  const run = async ({ id }: z.output<typeof existing>) => {
    await removeCategory(ctx, { ...params, id });
    return done("categoryRemoved");
  };
  return handleForm({ form, schema: existing, run });
}

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["add", "change", "remove"],
  act: async (input: Input) => {
    const refused = await change(input);
    const id = input.form.get("id");
    return data({ of: typeof id === "string" ? id : "new", result: refused.data.result }, refused.init ?? undefined);
  },
});

export default function QuestionCategories({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("question-bank");
  const { course, categories } = loaderData;
  const address = `/teach/${course.slug}/questions`;
  return (
    <Container width="reading" className="pb-12">
      <title>{`${t("categories.title")} · ${t("title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[{ label: t("title"), to: address }, { label: t("categories.title") }]}
        LinkAs={Link}
      />
      <PageHeader title={t("categories.title")} lead={t("categories.lead")} />
      <AddCategory categories={categories} answer={actionData?.of === "new" ? actionData : undefined} />
      {categories.length === 0 ? (
        <EmptyState title={t("categories.empty.title")} text={t("categories.empty.text")} />
      ) : (
        <CategoryForms course={course.slug} categories={categories} answer={actionData} />
      )}
    </Container>
  );
}
