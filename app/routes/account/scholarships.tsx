import { MyScholarshipCard } from "#app/features/payment/components/scholarships/my-scholarship-card.tsx";
import { findMyScholarships } from "#app/features/payment/scholarships/find-my-scholarships.server.ts";
import { withdrawSchema } from "#app/features/payment/scholarships/scholarship-schema.ts";
import { withdrawScholarship } from "#app/features/payment/scholarships/withdraw-scholarship.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/scholarships";

export const loader = declareLoader({
  access: "signedIn",
  load: async ({ personCtx }) => ({ scholarships: await findMyScholarships(personCtx()) }),
});

export const action = declareAction({
  access: "signedIn",
  act: ({ personCtx, form, href }) =>
    handleForm({
      form,
      schema: withdrawSchema,
      run: async ({ scholarship }) => {
        await withdrawScholarship(personCtx(), { scholarshipId: scholarship });
        return redirectWithNotice(href("/account/scholarships"), "scholarships:told.withdrawn");
      },
    }),
});

export default function MyScholarships({ loaderData: { scholarships }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("scholarships");
  const { form } = useFormErrors(actionData?.result);
  return (
    <>
      <PlainHead title={t("mine.title")} />
      <PageHeader title={t("mine.title")} lead={t("mine.lead")} />
      <FormErrors messages={form} />
      {scholarships.length === 0 ? (
        <EmptyState
          title={t("mine.empty.title")}
          text={t("mine.empty.text")}
          action={
            <Link to="/courses?price=paid" className={buttonClass()}>
              {t("mine.empty.action")}
            </Link>
          }
        />
      ) : (
        <ul className="grid max-w-3xl gap-5">
          {scholarships.map((scholarship) => (
            <MyScholarshipCard key={scholarship.id} scholarship={scholarship} />
          ))}
        </ul>
      )}
    </>
  );
}
