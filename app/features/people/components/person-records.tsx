import { OrderStateTag } from "#app/features/payment/components/order-state-tag.tsx";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { PersonPage } from "../find-person.server.ts";
import { personActs } from "../person-history-acts.ts";
import { FactRow, Facts, Rows } from "./fact-rows.tsx";

type PageProps = { page: PersonPage };

/** What somebody learns, how far she is, and how often she sat at quizzes. */
export function PersonLearning({ page: { enrolments, attempts, counts } }: PageProps) {
  const { t } = useTranslation("people");
  const { number, date } = useFormats();
  const total = attempts.open + attempts.submitted + attempts.voided;
  return (
    <SectionCard title={t("learning.title")}>
      <Rows none={t("learning.none")}>
        {enrolments.map((enrolment) => (
          <Enrolment key={enrolment.id} enrolment={enrolment} />
        ))}
      </Rows>
      <More shown={enrolments.length} all={counts.enrolments} />
      <h3 className="mt-4 mb-2 font-semibold text-sm">{t("attempts.title")}</h3>
      {total === 0 ? (
        <p className="text-ink-2 text-sm">{t("attempts.none")}</p>
      ) : (
        <Facts
          facts={[
            { label: t("attempts.submitted"), value: number(attempts.submitted) },
            { label: t("attempts.passed"), value: number(attempts.passed) },
            { label: t("attempts.open"), value: number(attempts.open) },
            { label: t("attempts.voided"), value: number(attempts.voided) },
            { label: t("attempts.last"), value: attempts.last && date(attempts.last) },
          ]}
        />
      )}
    </SectionCard>
  );
}

function Enrolment({ enrolment }: { enrolment: PersonPage["enrolments"][number] }) {
  const { t } = useTranslation("people");
  const { percent, date } = useFormats();
  const { id, course, state, completedRequired, required, completedAt, lastSeenAt } = enrolment;
  const share = required === 0 ? 0 : completedRequired / required;
  const seen = lastSeenAt ? t("learning.seen", { date: date(lastSeenAt) }) : t("learning.never");
  return (
    <FactRow
      aside={
        <>
          {completedAt ? t("learning.finished", { date: date(completedAt) }) : percent(share)} · {seen}
        </>
      }
    >
      <Link to={`/teach/${course.slug}/learners/${id}`}>
        <LocalText value={course.title} />
      </Link>{" "}
      {state === "active" ? null : <Tag kind="plain">{t(`learning.states.${state}`)}</Tag>}
    </FactRow>
  );
}

function More({ shown, all }: { shown: number; all: number }) {
  const { t } = useTranslation("people");
  return all > shown ? <p className="mt-2 text-ink-2 text-sm">{t("more", { count: all - shown })}</p> : null;
}

/** What was issued to somebody. */
export function PersonCertificates({ page: { certificates, counts } }: PageProps) {
  const { t } = useTranslation("people");
  const { date } = useFormats();
  return (
    <SectionCard title={t("certificates.title")}>
      <Rows none={t("certificates.none")}>
        {certificates.map(({ serial, title, issuedAt, revokedAt, current }) => (
          <FactRow key={serial} aside={date(issuedAt)}>
            <Link to={`/admin/certificates/record/${serial}`}>
              <LocalText value={title} />
            </Link>{" "}
            {revokedAt ? <Tag kind="plain">{t("certificates.revoked")}</Tag> : null}
            {!revokedAt && !current ? <Tag kind="plain">{t("certificates.replaced")}</Tag> : null}
          </FactRow>
        ))}
      </Rows>
      <More shown={certificates.length} all={counts.certificates} />
    </SectionCard>
  );
}

/** What somebody ordered. */
export function PersonOrders({ page: { orders, counts } }: PageProps) {
  const { t } = useTranslation("people");
  const { date, money, number } = useFormats();
  return (
    <SectionCard title={t("orders.title")}>
      <Rows none={t("orders.none")}>
        {orders.map(({ number: order, state, amount, currency, placedAt }) => (
          <FactRow key={order} aside={date(placedAt)}>
            <Link to={`/admin/orders/${order}`}>{t("orders.order", { number: number(order) })}</Link>{" "}
            <bdi>{money(amount, currency)}</bdi> <OrderStateTag state={state} />
          </FactRow>
        ))}
      </Rows>
      <More shown={orders.length} all={counts.orders} />
    </SectionCard>
  );
}

const wordOf = (action: string) => personActs.find((act) => action === `person.${act}`) ?? "other";

/** What was done to somebody's account, by whom and why. */
export function PersonHistory({ page: { acts, person } }: PageProps) {
  const { t } = useTranslation("people");
  const { moment } = useFormats();
  return (
    <SectionCard title={t("history.title")}>
      <Rows none={t("history.none")}>
        {acts.map(({ id, at, action, reason, by }) => (
          <FactRow key={id} aside={moment(at)}>
            <span className="font-semibold">{t(`history.acts.${wordOf(action)}`)}</span>
            {by ? (
              <>
                {" · "}
                <bdi>{by}</bdi>
              </>
            ) : null}
            {reason ? (
              <span className="block text-ink-2" dir="auto">
                {reason}
              </span>
            ) : null}
          </FactRow>
        ))}
      </Rows>
      <p className="mt-3 text-sm">
        <Link to={`/admin/audit?person=${person.id}`}>{t("history.all")}</Link>
      </p>
    </SectionCard>
  );
}
