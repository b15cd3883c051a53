import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { auditHref, SYSTEM } from "../../audit/audit-filters.ts";
import type { findAuditEntry } from "../../audit/find-audit-entries.server.ts";
import { AuditDifferences } from "./audit-differences.tsx";
import { AuditActor, AuditSubjectText } from "./audit-subject.tsx";

type Entry = Awaited<ReturnType<typeof findAuditEntry>>;

/** One act: who, when, on what, why, what was before and after, and the ways to what belongs to it. */
export function AuditEntryPage({ entry }: { entry: Entry }) {
  const { t } = useTranslation("audit");
  const formats = useFormats();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <dl className="grid gap-x-10 gap-y-5 rounded border border-line bg-surface p-5 sm:grid-cols-2">
        <Fact label={t("list.when")}>
          <time dateTime={entry.at.toISOString()}>{formats.moment(entry.at)}</time>
        </Fact>
        <Fact label={t("list.who")}>
          <AuditActor {...entry} />
        </Fact>
        <Fact label={t("list.subject")}>
          <AuditSubjectText {...entry} />
        </Fact>
        <Fact label={t("list.reason")}>
          {entry.reason ? (
            <span dir="auto" className="block whitespace-pre-wrap [overflow-wrap:anywhere]">
              {entry.reason}
            </span>
          ) : (
            <span className="text-ink-2">{t("entry.noReason")}</span>
          )}
        </Fact>
        <Fact label={t("entry.request")}>
          {entry.requestId ? (
            <bdi className="[overflow-wrap:anywhere]">{entry.requestId}</bdi>
          ) : (
            <span className="text-ink-2">{t("entry.noRequest")}</span>
          )}
        </Fact>
        <Fact label={t("entry.code")}>
          <code dir="ltr">{entry.action}</code>
        </Fact>
      </dl>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="font-bold font-read text-2xl">{t("entry.differences")}</h2>
        <AuditDifferences before={entry.before} after={entry.after} />
      </div>
      <MoreEntries entry={entry} />
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The ways to what else was done: to the same thing, to the person it belongs to, by the same person, at once. */
function MoreEntries({ entry }: { entry: Entry }) {
  const { t } = useTranslation("audit");
  const { subjectType: type, subjectId, subject, actorId, requestId, sameRequest } = entry;
  const ways = [
    subjectId ? { key: "sameSubject" as const, to: auditHref({ type, subject: subjectId }) } : undefined,
    subject?.personId ? { key: "samePerson" as const, to: auditHref({ person: subject.personId }) } : undefined,
    { key: "sameActor" as const, to: auditHref({ actor: actorId ?? SYSTEM }) },
    requestId && sameRequest > 1 ? { key: "sameRequest" as const, to: auditHref({ request: requestId }) } : undefined,
  ].filter((way) => way !== undefined);
  return (
    <nav aria-label={t("entry.more")}>
      <h2 className="mb-2 font-bold font-read text-2xl">{t("entry.more")}</h2>
      <ul>
        {ways.map(({ key, to }) => (
          <li key={key}>
            <Link to={to} className="inline-flex min-h-11 items-center">
              {t(`entry.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
