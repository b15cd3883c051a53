import { canCreateCourse } from "#app/features/course/course-access.ts";
import { MOST_PACKAGE_BYTES } from "#app/features/package/browser/unpack-package.server.ts";
import { ImportForm } from "#app/features/package/components/import-form.tsx";
import { ImportPlan, PackageProblems } from "#app/features/package/components/import-plan.tsx";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/import-package";
import { importPackageActions } from "./import-package-actions.server.ts";

export const loader = declareLoader({
  access: "teaching",
  load: ({ personCtx }) => {
    if (!canCreateCourse(personCtx().actor)) throw notFound();
    return { most: MOST_PACKAGE_BYTES };
  },
});

export const action = declareBodyAction({ access: "teaching", act: (input) => importPackageActions(input) });

export default function ImportPackage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("course-making");
  const { bytes } = useFormats();
  return (
    <Container className="grid max-w-3xl gap-6 pb-12">
      <title>{`${t("import.title")} · ${t("ui:name")}`}</title>
      <div>
        <Breadcrumbs
          label={t("ui:breadcrumbs")}
          items={[{ label: t("teach:courses.title"), to: "/teach" }, { label: t("import.title") }]}
          LinkAs={Link}
        />
        <PageHeader title={t("import.title")} lead={t("import.lead", { size: bytes(loaderData.most) })} />
      </div>
      {actionData?.problems ? <PackageProblems problems={actionData.problems} /> : null}
      {actionData?.courses && actionData.upload ? (
        <ImportPlan courses={actionData.courses} upload={actionData.upload} asNew={actionData.asNew} />
      ) : null}
      <ImportForm asNew={actionData?.asNew ?? false} refused={actionData?.refused} />
    </Container>
  );
}
