import { useLocation } from "react-router";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { Girih } from "#app/ui/girih.tsx";
import type { PageError } from "./page-error.ts";

/** What a page shows in place of itself, with a way on. */
export function ErrorScreen({ error }: { error: PageError }) {
  const { t } = useTranslation("error");
  return (
    <div className="relative overflow-hidden">
      <title>{`${t(`${error.kind}.title`)} · ${t("ui:name")}`}</title>
      <meta name="robots" content="noindex" />
      <Girih className="absolute inset-0 size-full text-tile opacity-7" />
      <Container width="reading" className="relative grid justify-items-start gap-4 py-20 sm:py-28">
        {error.status > 0 ? <p className="font-semibold text-ink-2 tabular-nums">{error.status}</p> : null}
        <h1 className="font-bold font-read text-4xl text-balance">{t(`${error.kind}.title`)}</h1>
        <p className="max-w-prose text-ink-2 text-lg">{translateMessage(t, error.message)}</p>
        {error.typed ? <SendAgain typed={error.typed} /> : null}
        <div className="mt-4 flex flex-wrap gap-3">
          {error.message === "error:viewing" ? <EndViewing /> : null}
          <WayOn error={error} />
        </div>
      </Container>
    </div>
  );
}

/** What was typed, to be sent once more: who runs no script has left the page that it was typed into. */
function SendAgain({ typed }: { typed: [string, string][] }) {
  const { t } = useTranslation("error");
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={pathname + search} className="mt-2 grid justify-items-start gap-3">
      {typed.map(([name, value], index) => (
        <input key={[index, name].join()} type="hidden" name={name} value={value} />
      ))}
      <p>{t("kept.page")}</p>
      <Button>{t("kept.sendAgain")}</Button>
    </form>
  );
}

/** For an admin who looks as somebody else, where the page that says so had to give way to this one. */
function EndViewing() {
  const { t } = useTranslation("error");
  return (
    <Form method="post" action="/viewing" reloadDocument>
      <Button>{t("viewingEnd")}</Button>
    </Form>
  );
}

function WayOn({ error }: { error: PageError }) {
  const { t } = useTranslation("error");
  const { pathname, search } = useLocation();
  const again = ["away", "failed", "tooMany", "offline"].includes(error.kind);
  return (
    <>
      {again ? (
        <a href={pathname + search} className={buttonClass()}>
          {t("again")}
        </a>
      ) : (
        <Link to="/courses" className={buttonClass()}>
          {t("toCourses")}
        </Link>
      )}
      <Link to="/" reloadDocument className={buttonClass({ kind: "quiet" })}>
        {t("toHome")}
      </Link>
    </>
  );
}
