import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/** Buying what is not for sale: a guest is asked to sign in, everybody else is refused by the state of things. */
const REFUSED = "sccccccc";

export function buyingRows({ programme, course }: Scene): Row[] {
  const whole = { file: "routes/public/programme.tsx", path: `/programmes/${programme}`, params: { programme } };
  const certificate = {
    file: "routes/public/buy-certificate.tsx",
    path: `/courses/${course}/certificate`,
    params: { course },
    gets: "s-------",
  };
  return [
    { ...certificate, call: "loader", what: "of a course that brings it without being paid" },
    { ...certificate, call: "action", what: "buy one that is not sold", form: { intent: "buy" } },
    {
      ...whole,
      call: "action",
      what: "buy one that has no price",
      form: { intent: "buy" },
      gets: REFUSED,
    },
    {
      ...whole,
      call: "action",
      what: "buy by a way that is none",
      form: { intent: "buy", method: "x" },
      gets: "sbbbbbbb",
    },
  ];
}
