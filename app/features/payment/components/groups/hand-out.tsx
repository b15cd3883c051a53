import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { MyGroup } from "../../access/find-my-groups.server.ts";

type HandOutProps = {
  group: Pick<MyGroup, "id" | "free" | "counts">;
  typed: string | undefined;
  error: string | undefined;
};

/** Takes codes to give away on paper, and leads to those that were taken. */
export function HandOut({ group, typed, error }: HandOutProps) {
  const { t } = useTranslation("groups");
  return (
    <div className="grid gap-4">
      {group.free > 0 ? (
        <Form method="post" noValidate className="flex flex-wrap items-end gap-3">
          <Field
            className="w-full max-w-60"
            name="seats"
            inputMode="numeric"
            autoComplete="off"
            label={t("handOut.seats")}
            hint={t("handOut.free", { count: group.free })}
            defaultValue={typed}
            error={error}
          />
          <Button kind="quiet" name="intent" value="handOut">
            {t("handOut.take")}
          </Button>
        </Form>
      ) : null}
      {group.counts.handedOut > 0 ? (
        <p>
          <Link to={`/account/groups/${group.id}/codes`} className={buttonClass({ kind: "quiet" })}>
            <Icon name="print" /> {t("handOut.see", { count: group.counts.handedOut })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
