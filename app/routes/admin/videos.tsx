import { z } from "zod";
import { ProviderCards } from "#app/features/lecture/components/video-watch/provider-cards.tsx";
import { WaitingVideos } from "#app/features/lecture/components/video-watch/waiting-videos.tsx";
import { findWaitingVideos } from "#app/features/lecture/find-waiting-videos.server.ts";
import { giveUpVideo, tryVideoAgain } from "#app/features/lecture/tend-video.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/videos";

const actSchema = z.object({ intent: z.enum(["retry", "giveUp"]), video: z.uuid() });

export const loader = declareLoader({ access: "admin", load: ({ personCtx }) => findWaitingVideos(personCtx()) });

export const action = declareAction({
  access: "admin",
  intents: ["retry", "giveUp"],
  act: async ({ personCtx, form, href }) => {
    const act = actSchema.safeParse(Object.fromEntries(form));
    if (!act.success) throw notFound();
    const { intent, video: videoId } = act.data;
    if (intent === "retry") await tryVideoAgain(personCtx(), { videoId });
    else await giveUpVideo(personCtx(), { videoId });
    return redirectWithNotice(
      href("/admin/videos"),
      intent === "retry" ? "admin:videos.retried" : "admin:videos.gaveUp",
    );
  },
});

export default function Videos({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("admin");
  const places = [{ label: t("title"), to: "/admin" }, { label: t("videos.title") }];
  return (
    <Container className="pb-16">
      <PlainHead title={t("videos.title")} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("videos.title")}
        lead={t("videos.lead")}
      />
      <ProviderCards providers={loaderData.providers} />
      <WaitingVideos videos={loaderData.videos} />
    </Container>
  );
}
