import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { MyRequest } from "../issuing/certificate-rows.server.ts";
import { PanelWaiting } from "./panel-waiting.tsx";

/** Certificates that were earned and that an admin has not approved (yet). */
export function AwardRequests({ requests }: { requests: readonly MyRequest[] }) {
  const { t } = useTranslation("certificate");
  const { locale } = usePageContext().formats;
  return requests.map((request) => (
    <article
      key={request.id}
      aria-labelledby={request.id}
      className="grid gap-3 rounded border border-line bg-surface p-5 shadow-card sm:p-6"
    >
      <header className="grid gap-2">
        <p className="text-ink-2 text-sm">{t(`mine.${request.subject}`)}</p>
        <h2 id={request.id} className="font-bold font-read text-2xl">
          <LocalText value={pickTranslated(request.titles, locale)} />
        </h2>
      </header>
      <PanelWaiting state={request.state === "refused" ? "refused" : "waiting"} request={request} />
    </article>
  ));
}
