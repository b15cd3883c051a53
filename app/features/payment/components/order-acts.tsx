import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import type { findMyOrder } from "../orders/find-my-orders.server.ts";

type Order = Awaited<ReturnType<typeof findMyOrder>>;

/** What a buyer may do about her order as it stands: pay, look again, give it up, go to what she bought. */
export function OrderActs({ order }: { order: Order }) {
  const { t } = useTranslation("payment");
  const waits = order.state === "open" || order.state === "pending";
  return (
    <div className="flex flex-wrap items-center gap-3">
      {order.payAt ? (
        <a href={order.payAt} className={buttonClass()}>
          {t("order.pay")}
        </a>
      ) : null}
      {order.state === "open" && order.method === "checkout" && !order.payAt ? (
        <Form method="post">
          <Button name="intent" value="pay">
            {t("order.pay")}
          </Button>
        </Form>
      ) : null}
      {order.groupId ? (
        <Link to={`/account/groups/${order.groupId}`} className={buttonClass()}>
          {t("order.toGroup")}
        </Link>
      ) : null}
      <WayOn order={order} waits={waits} />
      {order.receiptUrl ? (
        <a href={order.receiptUrl} className={buttonClass({ kind: "quiet" })} rel="noreferrer">
          {t("order.receipt")}
        </a>
      ) : null}
      {waits && order.method === "checkout" ? (
        <Form method="post">
          <Button kind="quiet" name="intent" value="check">
            {t("order.check")}
          </Button>
        </Form>
      ) : null}
      {order.state === "open" ? (
        <Form method="post">
          <ConfirmSubmit
            kind="plain"
            name="intent"
            value="cancel"
            label={t("order.cancel.label")}
            title={t("order.cancel.title")}
            text={t("order.cancel.text")}
            confirmLabel={t("order.cancel.label")}
            cancelLabel={t("order.cancel.keep")}
          />
        </Form>
      ) : null}
    </div>
  );
}

/** The way to what was bought, or to where it can be bought. */
function WayOn({ order: { lines, given }, waits }: { order: Order; waits: boolean }) {
  const { t } = useTranslation("payment");
  const [line] = lines;
  if (!line || (waits && !given)) return null;
  const { kind, course, programme } = line;
  const ways = {
    course: course && { to: given ? `/learn/${course}` : `/courses/${course}`, label: t("order.toCourse") },
    seats: null,
    programme: programme && {
      to: given ? "/learn" : `/programmes/${programme}`,
      label: t(given ? "order.toLearning" : "order.toProgramme"),
    },
    certificate: course && { to: `/learn/${course}#certificate`, label: t("order.toCertificate") },
  };
  const way = ways[kind];
  if (!way) return null;
  return (
    <Link to={way.to} className={buttonClass({ kind: given ? "primary" : "quiet" })}>
      {way.label}
    </Link>
  );
}
