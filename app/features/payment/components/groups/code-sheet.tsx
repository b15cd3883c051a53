import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import type { ShownGroup } from "../../access/present-group.ts";
import { GroupPlace, useLastDay } from "./group-place.tsx";

type CodeSheetProps = { group: ShownGroup; codes: readonly string[]; origin: string };

/** Codes to cut out: each says what it opens, where and until when. */
export function CodeSheet({ group, codes, origin }: CodeSheetProps) {
  const { t } = useTranslation("groups");
  const dayOf = useLastDay();
  return (
    <ul className="grid gap-3 sm:grid-cols-2 print:grid-cols-2">
      {codes.map((code) => (
        <li
          key={code}
          className="grid break-inside-avoid justify-items-start gap-1 rounded border border-line-strong border-dashed p-4"
        >
          <span className="text-ink-2 text-sm">
            <bdi>{group.name}</bdi>
          </span>
          <span>
            <GroupPlace {...group} />
          </span>
          <bdi dir="ltr" className="select-all py-1 font-bold font-mono text-xl tracking-wide">
            {code}
          </bdi>
          <span className="text-ink-2 text-sm">
            {t("codes.where")} <bdi dir="ltr">{`${origin.replace(/^https?:\/\//, "")}/redeem`}</bdi>
          </span>
          {group.lastDay ? (
            <span className="text-ink-2 text-sm">{t("state.until", { date: dayOf(group.lastDay) })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What is done with all of the codes at once. */
export function CodeActs({ groupId, codes }: { groupId: string; codes: readonly string[] }) {
  const { t } = useTranslation("groups");
  const { copied, copy } = useCopy();
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <span className="script-only contents">
        <Button type="button" onClick={() => window.print()}>
          <Icon name="print" /> {t("codes.print")}
        </Button>
        <Button type="button" kind="quiet" onClick={() => void copy(codes.join("\n"))}>
          <Icon name={copied ? "check" : "copy"} /> {t("codes.copy")}
        </Button>
      </span>
      <Link to={`/account/groups/${groupId}/codes.csv`} reloadDocument className={buttonClass({ kind: "quiet" })}>
        <Icon name="download" /> {t("codes.csv")}
      </Link>
      <Form method="post">
        <ConfirmSubmit
          kind="plain"
          name="intent"
          value="takeBackCodes"
          label={t("codes.takeBack")}
          title={t("codes.takeBackTitle")}
          text={t("codes.takeBackText")}
          confirmLabel={t("codes.takeBack")}
          cancelLabel={t("ui:cancel")}
        />
      </Form>
      <p role="status" className="basis-full text-ink-2 text-sm empty:sr-only">
        {copied ? t("codes.copied") : copied === false ? t("codes.notCopied") : null}
      </p>
    </div>
  );
}
