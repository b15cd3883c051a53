import type { SubmissionResult } from "@conform-to/react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { MyNames } from "../issuing/certificate-rows.server.ts";
import { NamesForm } from "./names-form.tsx";
import { NamesSample } from "./names-sample.tsx";

type NamesSectionProps = {
  names: MyNames;
  result: SubmissionResult<string[]> | undefined;
  heading?: "h2" | "h3";
};

/** The names that will stand on a certificate: asked for until she has said that they are right, then shown. */
export function NamesSection({ names, result, heading: Heading = "h3" }: NamesSectionProps) {
  const { t } = useTranslation("certificate");
  return (
    <div className="grid gap-3">
      <Heading className={Heading === "h2" ? "font-bold font-read text-xl" : "font-semibold"}>
        {t("names.title")}
      </Heading>
      {isSettled(names) ? <Settled names={names} result={result} /> : <NamesForm names={names} result={result} />}
    </div>
  );
}

/** The same while there is time: what is asked for stays closed until it is wanted. */
export function NamesInTime({ names, result }: NamesSectionProps) {
  const { t } = useTranslation("certificate");
  const settled = isSettled(names);
  return (
    <Disclosure
      key={names.checkedAt?.getTime()}
      summary={t(settled ? "names.title" : "names.check")}
      open={result !== undefined}
    >
      {settled ? <Settled names={names} result={result} /> : <NamesForm names={names} result={result} />}
    </Disclosure>
  );
}

type Settled = MyNames & { checkedAt: Date };

const isSettled = (names: MyNames): names is Settled =>
  names.checkedAt !== null && (names.arabic !== null || names.latin !== null);

function Settled({ names, result }: { names: Settled } & Pick<NamesSectionProps, "result">) {
  const { t } = useTranslation("certificate");
  const { date } = useFormats();
  const { arabic, latin, checkedAt } = names;
  return (
    <div className="grid gap-3">
      {result ? null : <NamesSample arabic={arabic} latin={latin} />}
      <p className="text-ink-2 text-sm">{t("names.checked", { date: date(checkedAt) })}</p>
      <Disclosure key={checkedAt.getTime()} summary={t("names.change")} open={result !== undefined}>
        <NamesForm names={names} result={result} />
      </Disclosure>
    </div>
  );
}
