import { writeSerial } from "#app/features/certificate/serial.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { AuditLine } from "../../audit/find-audit-entries.server.ts";
import { subjectAddress } from "../../audit/subject-address.ts";
import { useAuditWords } from "./use-audit-words.tsx";

type Subject = Pick<AuditLine, "subjectType" | "subjectId" | "subject">;

/** What it is called: a number, a serial, a name, or the names of a course. */
function SubjectName({ subjectType, subjectId, subject }: Subject) {
  const { t } = useTranslation("audit");
  const { locale } = usePageContext().formats;
  if (!subject)
    return subjectId ? <bdi className="text-ink-2 text-xs [overflow-wrap:anywhere]">{subjectId}</bdi> : null;
  const { name, names, key } = subject;
  const sign = subjectType === "order" ? key : subjectType === "certificate" ? writeSerial(key ?? "") : null;
  return (
    <>
      {sign ? <bdi className="tabular-nums">{sign}</bdi> : null}
      {sign && name ? t("separator") : null}
      {name ? <bdi>{name}</bdi> : null}
      {name && names ? t("separator") : null}
      {names ? <LocalText value={pickTranslated(names, locale)} /> : null}
    </>
  );
}

/** What was acted on, with the way to its page. */
export function AuditSubjectText(entry: Subject) {
  const words = useAuditWords();
  const address = subjectAddress(entry.subjectType, entry.subject);
  const thing = words.thing(entry.subjectType);
  return (
    <span className="grid justify-items-start">
      {address ? <Link to={address}>{thing}</Link> : <span>{thing}</span>}
      <span>
        <SubjectName {...entry} />
      </span>
    </span>
  );
}

/** Who acted: her name as the way to what else she did. */
export function AuditActor({ actorId, actorName }: Pick<AuditLine, "actorId" | "actorName">) {
  const { t } = useTranslation("audit");
  if (actorId === null) return t("system");
  return actorName === null ? t("gone") : <bdi>{actorName}</bdi>;
}
