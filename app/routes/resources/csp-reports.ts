import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { policyReportSchema, recordPolicyReport } from "#app/platform/http/policy-report.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Where browsers tell what the content security policy kept from running. */
export const action = declareJsonAction({
  access: "anyone",
  body: policyReportSchema,
  act: ({ web: { address }, body: report }) => {
    recordPolicyReport({ address, report });
    return new Response(null, { status: 204 });
  },
});
