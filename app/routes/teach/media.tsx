import { z } from "zod";
import { MediaGrid } from "#app/features/lesson/components/media/media-grid.tsx";
import { MediaUpload } from "#app/features/lesson/components/media/media-upload.tsx";
import { addMedia } from "#app/features/lesson/media/add-media.server.ts";
import { findMediaRoom } from "#app/features/lesson/media/find-media-room.server.ts";
import { MAX_MEDIA_BYTES } from "#app/features/lesson/media/media-kinds.ts";
import { mediaSearchSchema } from "#app/features/lesson/media/media-schema.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/media";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  search: mediaSearchSchema,
  load: async ({ personCtx, params, search }) => ({
    ...(await findMediaRoom(personCtx(), { ...params, ...search })),
    ...search,
  }),
});

/** A file that was sent by the page's plain form. */
export const action = declareAction({
  access: "teaching",
  params,
  limit: MAX_MEDIA_BYTES + 65_536,
  intents: ["upload"],
  act: ({ personCtx, params, form, href }) =>
    handleForm({
      form,
      schema: z.object({ intent: z.literal("upload"), file: z.instanceof(File) }),
      run: async ({ file }): Promise<never> => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        await addMedia(personCtx(), { ...params, name: file.name, bytes });
        throw redirectWithNotice(href(`/teach/${params.course}/media`), "media:notice.added");
      },
    }),
});

export default function Media({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("media");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const { course, files, all, q, page, pages } = loaderData;
  const title = pickTranslated(course.titles, locale);
  const errors = useFormErrors(actionData?.result);
  const address = `/teach/${course.slug}/media`;
  const pageHref = (number: number) => `${address}?${new URLSearchParams({ ...(q && { q }), page: String(number) })}`;
  return (
    <Container className="pb-12">
      <title>{`${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={t("title")} lead={t("lead")} />
      <FormErrors messages={[...errors.form, errors.field("file")].filter((text) => text !== undefined)} />
      <MediaUpload course={course.slug} />
      {all.count === 0 ? (
        <EmptyState title={t("empty.title")} text={t("empty.text")} />
      ) : (
        <>
          <MediaSearch address={address} q={q} />
          <p className="mb-4 text-ink-2">
            {t("count", { count: all.count })} · <bdi>{formats.bytes(all.bytes)}</bdi>
          </p>
          {files.length === 0 ? <p>{t("search.none")}</p> : <MediaGrid course={course.slug} files={files} />}
          <PageLinks
            next={page < pages ? pageHref(page + 1) : undefined}
            previous={page > 1 ? pageHref(page - 1) : undefined}
            labels={{
              navigation: t("ui:pages.navigation"),
              next: t("ui:pages.next"),
              previous: t("ui:pages.previous"),
            }}
            LinkAs={Link}
          />
        </>
      )}
    </Container>
  );
}

function MediaSearch({ address, q }: { address: string; q: string | undefined }) {
  const { t } = useTranslation("media");
  return (
    <search>
      <Form key={q} action={address} className="mb-4 flex flex-wrap items-end gap-3">
        <Field
          className="min-w-0 flex-1 basis-60"
          type="search"
          name="q"
          label={t("search.label")}
          defaultValue={q}
          dir="auto"
        />
        <Button>
          <Icon name="search" /> {t("search.show")}
        </Button>
        {q ? (
          <Link to={address} className={buttonClass({ kind: "plain" })}>
            {t("search.clear")}
          </Link>
        ) : null}
      </Form>
    </search>
  );
}
