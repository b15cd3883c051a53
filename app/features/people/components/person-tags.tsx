import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import { standingsOf } from "../standings.ts";

type PersonTagsProps = { person: Parameters<typeof standingsOf>[0] & { twoFactorEnabled: boolean } };

/** What somebody is in the academy, and what is not as usual with her account. */
export function PersonTags({ person }: PersonTagsProps) {
  const { t } = useTranslation("people");
  const { roles, state } = standingsOf(person);
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {roles.map((role) => (
        <Tag key={role} kind={role === "learner" ? "plain" : "tile"}>
          {t(`roles.${role}`)}
        </Tag>
      ))}
      {state === "active" ? null : <Tag kind="gold">{t(`states.${state}`)}</Tag>}
      {person.twoFactorEnabled ? <Tag kind="plain">{t("twoSteps")}</Tag> : null}
    </span>
  );
}
