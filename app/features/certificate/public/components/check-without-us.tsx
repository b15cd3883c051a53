import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { certificateAddress } from "../../certificate-address.ts";

/** Tells how a certificate is proven by other people's programs. `serial` where it is told of one. */
export function CheckWithoutUs({ serial, did }: { serial?: string; did: string }) {
  const { t } = useTranslation("verify");
  const files = ["credential.json", "credential.jwt"];
  return (
    <section className="no-print border-line border-t pt-4">
      <h2 className="sr-only">{t("without.title")}</h2>
      <Disclosure summary={t("without.title")}>
        <div className="grid max-w-prose gap-4">
          <p>{t("without.lead")}</p>
          <ol className="grid list-decimal gap-3 ps-6">
            <li>
              {t("without.credential")}{" "}
              {serial
                ? files.map((file) => <Address key={file} path={`${certificateAddress(serial)}/${file}`} />)
                : null}
            </li>
            <li>
              {t("without.key", { did: `\u2068${did}\u2069` })} <Address path="/.well-known/did.json" />
            </li>
            <li>{t("without.verify")}</li>
            <li>{t("without.list")}</li>
          </ol>
          <p>{t("without.keep")}</p>
        </div>
      </Disclosure>
    </section>
  );
}

function Address({ path }: { path: string }) {
  return (
    <a href={path} dir="ltr" className="block w-fit max-w-full break-all">
      {path}
    </a>
  );
}
