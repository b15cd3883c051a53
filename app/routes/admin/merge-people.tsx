import { MergeForm, MergePicker, MergePreview } from "#app/features/people/components/merge-parts.tsx";
import { findMerge } from "#app/features/people/merging/find-merge.server.ts";
import { mergePeople } from "#app/features/people/merging/merge-people.server.ts";
import { mergeSchema, mergeSearchSchema } from "#app/features/people/merging/merge-schema.ts";
import { personParams } from "#app/features/people/people-schema.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/merge-people";

export const loader = declareLoader({
  access: "admin",
  params: personParams,
  search: mergeSearchSchema,
  load: async ({ personCtx, params, search }) => ({
    ...(await findMerge(personCtx(), { id: params.person, other: search.other, keep: search.keep })),
    asked: { other: search.other, keep: search.keep },
  }),
});

export const action = declareAction({
  access: "admin",
  params: personParams,
  act: ({ form, href, params: { person: id }, personCtx }) =>
    handleForm({
      form,
      schema: mergeSchema,
      run: async ({ other, keep, reason }): Promise<never> => {
        const [kept, closed] = keep === "this" ? [id, other] : [other, id];
        await mergePeople(personCtx(), { kept, closed, reason });
        throw redirectWithNotice(href(`/admin/people/${kept}`), "people:merge.done");
      },
    }),
});

export default function MergePeople({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const { person, other, report, refused, asked } = loaderData;
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("title"), to: "/admin/people" },
    { label: <bdi>{person.name}</bdi>, to: `/admin/people/${person.id}` },
    { label: t("merge.title") },
  ];
  return (
    <Container width="reading" className="pb-16">
      <PlainHead title={`${t("merge.title")} · ${person.name}`} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("merge.title")}
        lead={t("merge.lead")}
      />
      <div className="grid gap-6">
        <MergePicker person={person} asked={asked} refused={refused} />
        {other && report ? (
          <>
            <MergePreview person={person} other={other} keep={asked.keep} report={report} />
            <MergeForm other={other.id} keep={asked.keep} result={actionData?.result} />
          </>
        ) : null}
      </div>
    </Container>
  );
}
