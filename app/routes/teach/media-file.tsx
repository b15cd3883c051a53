import { z } from "zod";
import { CropForm } from "#app/features/lesson/components/media/crop-form.tsx";
import { MediaFacts } from "#app/features/lesson/components/media/media-facts.tsx";
import {
  MediaFactsForm,
  RemoveMediaForm,
  ReplaceMediaForm,
} from "#app/features/lesson/components/media/media-forms.tsx";
import { MediaUses } from "#app/features/lesson/components/media/media-uses.tsx";
import { findMediaPage } from "#app/features/lesson/media/find-media-room.server.ts";
import { MAX_MEDIA_BYTES } from "#app/features/lesson/media/media-kinds.ts";
import { fileNameOf } from "#app/features/lesson/media/media-name.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/media-file";
import { mediaFileActions } from "./media-file-actions.server.ts";

const params = z.object({ course: z.string(), file: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: ({ personCtx, params }) => findMediaPage(personCtx(), params),
});

export const action = declareAction({
  access: "teaching",
  params,
  limit: MAX_MEDIA_BYTES + 65_536,
  intents: ["facts", "replace", "crop", "remove"],
  act: (input) => mediaFileActions(input),
});

export default function MediaFilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("media");
  const { locale } = usePageContext().formats;
  const { course, file, uses, forms } = loaderData;
  const title = pickTranslated(course.titles, locale);
  const name = fileNameOf(file.path);
  const errors = useFormErrors(actionData?.result);
  const isUsed = uses.length > 0;
  const { width, height } = file;
  const canCrop = file.contentType !== "image/svg+xml" && width !== null && height !== null;
  return (
    <Container className="pb-12">
      <title>{`${name} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("title"), to: `/teach/${course.slug}/media` },
          { label: <bdi>{name}</bdi> },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={<bdi className="break-all">{name}</bdi>} />
      <FormErrors messages={errors.form} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <MediaFacts file={file} forms={forms} />
        <div className="grid content-start gap-6">
          <Part title={t("edit.title")}>
            <MediaFactsForm key={file.path} course={course.slug} {...{ file, isUsed }} result={actionData?.result} />
          </Part>
          <Part title={t("uses.title")}>
            <MediaUses course={course.slug} uses={uses} />
          </Part>
          {canCrop ? (
            <Part title={t("crop.title")}>
              <CropForm key={file.href} course={course.slug} file={file} size={{ width, height }} />
            </Part>
          ) : null}
          <Part title={t("replace.title")}>
            <ReplaceMediaForm course={course.slug} file={file} result={actionData?.result} />
          </Part>
          <Part title={t("remove.title")}>
            <RemoveMediaForm course={course.slug} {...{ file, isUsed }} />
          </Part>
        </div>
      </div>
    </Container>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Card as="section">
      <h2 className="mb-3 font-bold font-read text-xl">{title}</h2>
      {children}
    </Card>
  );
}
