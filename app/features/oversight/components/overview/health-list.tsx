import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Health, HealthPart } from "../../overview/health.ts";

/** Where something can be done about a part, where there is such a place. */
const places: Partial<Record<HealthPart, string>> = {
  jobs: "#failed-jobs",
  mail: "#failed-jobs",
  videos: "/admin/videos",
  stripe: "/admin/orders",
  audit: "/admin/audit",
};

const colours: Record<Health["state"], string> = {
  ok: "bg-tile-tint text-tile-strong",
  unset: "bg-surface-2 text-ink-2",
  attention: "bg-gold-tint text-gold-ink",
  broken: "border border-danger text-danger",
};

/** Whether all is well, in one sentence, and how each part stands. */
export function HealthList({ health }: { health: readonly Health[] }) {
  const { t } = useTranslation("overview");
  const count = health.filter(({ state }) => state === "broken" || state === "attention").length;
  const isBroken = health.some(({ state }) => state === "broken");
  const kind = count === 0 ? "success" : isBroken ? "error" : "warning";
  return (
    <section aria-labelledby="health" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="health" className="font-bold font-read text-2xl">
        {t("health.title")}
      </h2>
      <Notice kind={kind}>{count === 0 ? t("health.allWell") : t("health.notWell", { count })}</Notice>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {health.map((part) => (
          <Part key={part.part} {...part} />
        ))}
      </ul>
    </section>
  );
}

function Part({ part, state, says, values }: Health) {
  const { t } = useTranslation("overview");
  const formats = useFormats();
  const { count = 0, more = 0, bytes = 0, share = 0, at, days = 0, sent, code = "" } = values;
  const said = {
    ...{ count, more: formats.number(more), bytes: formats.bytes(bytes), share: formats.percent(share) },
    ...{ at: at ? formats.moment(at) : "", ago: formats.days(days), code: `\u2068${code}\u2069` },
    sent: sent ? formats.moment(sent) : t("health.never"),
  };
  const place = part === "mail" && says === "bounced" ? "/admin/mails/addresses" : places[part];
  return (
    <li className="flex min-w-0 gap-3 border-line border-b py-3">
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold">
          {place ? <PlaceLink to={place}>{t(`parts.${part}.name`)}</PlaceLink> : t(`parts.${part}.name`)}
        </h3>
        <p className="text-ink-2 text-sm">
          {says === "silent" ? t("health.silent") : t(`parts.${part}.${says}`, said)}
        </p>
      </div>
      <span className={classNames("h-fit flex-none rounded-full px-3 py-1 text-sm", colours[state])}>
        {t(`states.${state}`)}
      </span>
    </li>
  );
}

/** Within the page it is a plain link, which needs no router. */
function PlaceLink({ to, children }: { to: string; children: string }) {
  return to.startsWith("#") ? <a href={to}>{children}</a> : <Link to={to}>{children}</Link>;
}
