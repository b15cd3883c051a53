import { GradebookFrame } from "#app/features/gradebook/components/gradebook-frame.tsx";
import { ImportFile } from "#app/features/gradebook/components/import-file.tsx";
import { ImportLook, TakeAgain } from "#app/features/gradebook/components/import-look.tsx";
import { gradebookAddressSchema } from "#app/features/gradebook/gradebook-schema.ts";
import { openGradebookToChange } from "#app/features/gradebook/open-gradebook.server.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/import-grades";
import { importGradesActions } from "./import-grades-actions.server.ts";

export const loader = declareLoader({
  access: "teaching",
  params: gradebookAddressSchema,
  load: async ({ personCtx, params }) => {
    const { slug, titles } = await openGradebookToChange(personCtx(), params);
    return { course: { slug, titles } };
  },
});

export const action = declareBodyAction({
  access: "teaching",
  params: gradebookAddressSchema,
  act: (input) => importGradesActions(input),
});

export default function ImportGrades({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("gradebook");
  const { look, refused, result } = actionData ?? {};
  return (
    <GradebookFrame course={loaderData.course} page={{ title: t("import.title") }} lead={t("import.lead")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        {look ? <ImportLook look={look} /> : null}
        {result ? <TakeAgain result={result} /> : null}
        <ImportFile course={loaderData.course.slug} again={look !== undefined} refused={refused} />
      </div>
    </GradebookFrame>
  );
}
