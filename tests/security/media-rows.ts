import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const PUBLIC = "oooooooo";
const HIDDEN = "--------";
const EDITORS = "s----o-o";

/** Files of a course, and what a lesson shows from elsewhere. */
export function mediaRows({ course }: Scene): Row[] {
  const resource = "routes/resources/course-media.ts";
  const path = `/resources/course-media/${course}`;
  const params = { course };
  const embeds = (url: string) => `/resources/embeds?url=${encodeURIComponent(url)}`;
  const embed: Omit<Row, "path" | "gets"> = { file: "routes/resources/embeds.ts", call: "loader" };
  const room = { file: "routes/teach/media.tsx", path: `/teach/${course}/media`, params };
  const none = { file: "routes/teach/media-file.tsx", path: `/teach/${course}/media/none.png` };
  const ofNone = { ...none, params: { course, file: "none.png" } };
  return [
    { ...room, call: "loader", gets: EDITORS },
    { ...room, call: "action", what: "no file", form: { intent: "upload" }, gets: "s---bbbb" },
    { ...ofNone, call: "loader", what: "that is not there", gets: "s-------" },
    { ...ofNone, call: "action", what: "of none", form: { intent: "remove" }, gets: "s-------" },
    { ...ofNone, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { file: resource, call: "loader", path, params, gets: EDITORS },
    { file: resource, call: "action", path: `${path}?name=a.txt`, params, json: "text", gets: EDITORS },
    { file: resource, call: "action", what: "without a name", path, params, json: "text", gets: "s-------" },
    {
      ...{ file: "routes/resources/picture-form.ts", call: "loader" },
      path: "/media/x/960.avif",
      params: { sha256: "0".repeat(64), form: "960.avif" },
      gets: HIDDEN,
    },
    { ...embed, path: embeds("https://vimeo.com/76979871"), gets: PUBLIC },
    { ...embed, what: "of a stranger", path: embeds("https://evil.example/76979871"), gets: HIDDEN },
  ];
}
