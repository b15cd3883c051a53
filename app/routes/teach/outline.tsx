import { Suspense, useEffect, useState } from "react";
import { z } from "zod";
import { PlainOutline } from "#app/features/lesson/components/outline/plain-outline.tsx";
import { findOutline } from "#app/features/lesson/outline/find-outline.server.ts";
import { lazyPart, PartOnItsWay } from "#app/platform/browser/lazy-part.tsx";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/outline";

const OutlineEditor = lazyPart(async () => ({
  default: (await import("#app/features/lesson/components/outline/outline-editor.tsx")).OutlineEditor,
}));

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  load: async ({ personCtx, params }) => {
    const ctx = personCtx();
    return { data: await findOutline(ctx, params), personId: ctx.actor.id };
  },
});

export default function Outline({ loaderData: { data, personId } }: Route.ComponentProps) {
  const { t } = useTranslation("outline");
  const { locale } = usePageContext().formats;
  const title = pickTranslated(data.course.titles, locale);
  return (
    <Container className="pb-12">
      <title>{`${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${data.course.slug}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={t("title")} lead={t("lead")} />
      {useInBrowser() ? (
        <Suspense fallback={<PartOnItsWay />}>
          <OutlineEditor key={data.course.slug} data={data} personId={personId} />
        </Suspense>
      ) : (
        <PlainOutline data={data} />
      )}
    </Container>
  );
}

/** False on the server and where nothing is run, so that the page is whole without the editor. */
function useInBrowser(): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  return here;
}
