import { defaultDesign } from "#app/features/certificate/templates/default-design.ts";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const ADMIN = "s------o";
const SENT_ON = "s------m";
const NOBODY = "s-------";
const HIDDEN = "-".repeat(8);

/** Who may see and change certificate templates, and say what finishing brings: admins alone. */
export function templateRows({ templateId: template, templateImage: sha256, courseId }: Scene): Row[] {
  const rooms = "/admin/certificates";
  const list = { file: "routes/admin/certificate-templates.tsx", path: `${rooms}/templates` };
  const one = {
    file: "routes/admin/certificate-template.tsx",
    path: `${rooms}/templates/${template}`,
    params: { template },
  };
  const version = {
    file: "routes/admin/certificate-template-version.tsx",
    path: `${rooms}/templates/${template}/versions/1`,
    params: { template, number: "1" },
  };
  const rules = { file: "routes/admin/certificate-rules.tsx", path: `${rooms}/rules` };
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...{ ...list, call: "action", what, form, gets },
  });
  return [
    { ...list, call: "loader", gets: ADMIN },
    act("unknown intent", {}, NOBODY),
    act("new", { intent: "new" }, SENT_ON),
    act("copy", { intent: "copy", template }, SENT_ON),
    act("make the default", { intent: "make-default", template }, SENT_ON),
    act("delete what is in use", { intent: "delete", template }, "s------c"),
    { ...one, call: "loader", gets: ADMIN },
    {
      ...one,
      call: "loader",
      what: "the default",
      path: `${rooms}/templates/default`,
      params: { template: "default" },
      gets: SENT_ON,
    },
    { ...version, call: "loader", gets: ADMIN },
    { ...version, call: "action", what: "unknown intent", form: {}, gets: NOBODY },
    { ...version, call: "action", what: "restore", form: { intent: "restore" }, gets: SENT_ON },
    { ...rules, call: "loader", gets: ADMIN },
    { ...rules, call: "action", what: "of nothing", form: {}, gets: NOBODY },
    { ...rules, call: "action", what: "no rule", form: { id: courseId }, gets: "s------b" },
    { ...rules, call: "action", what: "a rule", form: { id: courseId, rule: "none" }, gets: SENT_ON },
    ...resourceRows({ template, sha256 }),
  ];
}

function resourceRows({ template, sha256 }: { template: string; sha256: string }): Row[] {
  const resource = (file: string, path: string, rest: Pick<Row, "call" | "gets"> & Partial<Row>): Row => ({
    file: `routes/resources/${file}.ts`,
    path: `/resources/${path}`,
    ...rest,
  });
  const params = { template };
  const opened = { name: "Of a test", number: 1 };
  const images = "certificate-images";
  return [
    resource("certificate-preview", "certificate-preview", { call: "loader", gets: HIDDEN }),
    resource("certificate-preview", "certificate-preview", {
      ...{ call: "action", gets: ADMIN },
      json: { design: defaultDesign, form: "ar-en", subject: "course" },
    }),
    resource("certificate-template", `certificate-templates/${template}`, { params, call: "loader", gets: HIDDEN }),
    resource("certificate-template", `certificate-templates/${template}`, {
      ...{ params, call: "action", gets: ADMIN },
      json: { name: opened.name, design: defaultDesign, opened },
    }),
    resource(images, images, { call: "loader", gets: HIDDEN }),
    resource(images, images, { call: "action", what: "no image", form: {}, gets: "s------422" }),
    resource("certificate-image", `${images}/${sha256}`, { params: { sha256 }, call: "loader", gets: ADMIN }),
  ];
}
