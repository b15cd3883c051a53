import { writeSerial } from "#app/features/certificate/serial.ts";
import type { AuditSubject } from "./name-subjects.server.ts";

/** The room of what has no page of its own, by its kind. */
const rooms: Record<string, string> = {
  setting: "/admin/settings",
  video: "/admin/videos",
  price: "/admin/prices",
  orders: "/admin/orders",
  certificateRegister: "/admin/certificates",
  certificateImage: "/admin/certificates/templates",
  certificateRequest: "/admin/certificates/requests",
};

/** The page of what was acted on, or undefined where it has none or is no longer there. */
export function subjectAddress(type: string, subject: AuditSubject | undefined): string | undefined {
  if (!subject) return rooms[type];
  const { id, key, course } = subject;
  switch (type) {
    case "person":
      return `/admin/people/${id}`;
    case "course":
      return `/teach/${key}`;
    case "programme":
      return `/programmes/${key}`;
    case "enrolment":
      return `/teach/${course}/learners/${id}`;
    case "attempt":
      return `/teach/${course}/learners/${key}`;
    case "cohort":
      return `/teach/${course}/learners?cohort=${id}`;
    case "certificate":
      return `/admin/certificates/record/${writeSerial(key ?? "")}`;
    case "order":
      return `/admin/orders/${key}`;
    case "certificateTemplate":
      return `/admin/certificates/templates/${id}`;
    case "certificateBatch":
      return `/admin/certificates/batches/${id}`;
    case "scholarship":
      return `/admin/scholarships/${id}`;
    case "scholarshipFund":
      return `/admin/funds/${id}`;
    case "accessGroup":
      return `/admin/groups/${id}`;
    case "coupon":
      return `/admin/coupons/${id}`;
    case "countryGroup":
      return `/admin/country-groups/${id}`;
    case "reconciliation":
      return `/admin/reconciliations/${id}`;
    default:
      return rooms[type];
  }
}
