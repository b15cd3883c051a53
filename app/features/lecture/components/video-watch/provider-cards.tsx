import type { ProviderView } from "#app/features/lecture/find-waiting-videos.server.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";

/** Who keeps the videos, and whether each can be worked with now. */
export function ProviderCards({ providers }: { providers: ProviderView[] }) {
  const { t } = useTranslation("admin");
  return (
    <section aria-labelledby="video-providers">
      <h2 id="video-providers" className="mb-4 font-bold font-read text-2xl">
        {t("videos.providers")}
      </h2>
      <ul className="grid gap-5 sm:grid-cols-2">
        {providers.map((provider) => (
          <ProviderCard key={provider.name} provider={provider} />
        ))}
      </ul>
    </section>
  );
}

function ProviderCard({ provider }: { provider: ProviderView }) {
  const { t } = useTranslation("admin");
  const { name, state, chosen, videos } = provider;
  return (
    <Card as="li">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h3 className="font-bold text-lg">{t(`videos.names.${name}`)}</h3>
        {chosen ? <Tag>{t("videos.chosen")}</Tag> : null}
      </div>
      <p className="mb-3 text-ink-2">{t("videos.kept", { count: videos })}</p>
      {state === "ready" ? (
        <Notice kind="success">{t("videos.states.ready")}</Notice>
      ) : (
        <Notice kind="warning" title={t(`videos.states.${state}`)}>
          {t(`videos.states.${state}Text`)}
        </Notice>
      )}
      <Webhooks webhooks={provider.webhooks} />
    </Card>
  );
}

function Webhooks({ webhooks }: Pick<ProviderView, "webhooks">) {
  const { t } = useTranslation("admin");
  const formats = useFormats();
  if (!webhooks) return null;
  const { believed, lastAt } = webhooks;
  const heard = lastAt ? t("videos.heard", { moment: formats.moment(lastAt) }) : t("videos.neverHeard");
  return <p className="mt-3 text-ink-2 text-sm">{believed ? heard : t("videos.noWebhooks")}</p>;
}
