import { createHash } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";
import { negotiateLocale } from "#app/platform/i18n/negotiate-locale.server.ts";
import { withOwnWords } from "#app/platform/i18n/own-words.ts";
import { findSite, readSite } from "#app/platform/site/find-site.server.ts";
import { saidIn } from "#app/platform/site/site.ts";
import { namesOf } from "#app/platform/site/site-names.ts";
import { plainSite } from "#app/platform/site/site-schema.ts";
import { contextOf } from "#tests/factories/context.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { changeSettings } from "./change-settings.server.ts";
import { changeLogo, findLogo, removeLogo } from "./logo.server.ts";
import { coloursFormSchema, languagesFormSchema } from "./site-forms.ts";

const database = openTestDatabase();
let ctx: ReturnType<typeof contextOf>;
beforeAll(async () => {
  ctx = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
});

const formOf = (entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

test("the academy's own name stands in the place of ours, in the best language there is, and on certificates", async () => {
  await changeSettings(ctx, { siteNames: { ar: "بيت العلم", en: "House of Learning" } });
  const site = await readSite(database.db);
  expect(saidIn(site, "ar")).toEqual({ name: "بيت العلم" });
  expect(namesOf(site)).toMatchObject({ ar: "بيت العلم", en: "House of Learning", tr: "House of Learning" });
  const words = withOwnWords(serverWords("fr"), saidIn(site, "fr"));
  expect([words.of("ui")("name"), words.of("roster")("ui:name"), words.of("mail")("academy")]).toEqual(
    Array(3).fill("House of Learning"),
  );
  expect(words.of("ui")("nav.courses")).toBe(serverWords("fr").of("ui")("nav.courses"));
  expect(namesOf(plainSite).en).toBe(serverWords("en").of("ui")("name"));
});

test("a logo is drawn anew as a PNG of no more than is shown, and stays to be seen after it was replaced", async () => {
  const jpeg = await sharp({ create: { width: 1_200, height: 300, channels: 3, background: "#5b1a8f" } })
    .withExif({ IFD0: { Copyright: "somebody" } })
    .jpeg()
    .toBuffer();
  const logo = await changeLogo(ctx, { place: "logo", bytes: jpeg });
  expect(logo).toMatchObject({ width: 600, height: 150 });
  expect((await findSite(database.db)).logo).toEqual(logo);
  const { bytes, contentType } = await findLogo(ctx, logo);
  expect(contentType).toBe("image/png");
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(logo.sha256);
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  await removeLogo(ctx, "logo");
  expect((await readSite(database.db)).logo).toBeNull();
  expect((await findLogo(ctx, logo)).bytes.length).toBe(bytes.length);
  await expect(findLogo(ctx, { sha256: "0".repeat(64) })).rejects.toMatchObject({ status: 404 });
});

test("a drawing, a broken picture and one that only says it is a picture are refused", async () => {
  const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#000" } })
    .png()
    .toBuffer();
  const refused = [
    ["logoUnknown", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["logoUnknown", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["logoUnknown", Buffer.alloc(0)],
    ["logoBroken", png.subarray(0, 60)],
    ["logoTooLarge", Buffer.alloc(2 * 1024 * 1024 + 1)],
  ] as const;
  for (const [code, bytes] of refused) {
    await expect(changeLogo(ctx, { place: "logo", bytes }), code).rejects.toMatchObject({ code });
  }
  const learner = contextOf(database.db, await createPerson(database.db));
  await expect(changeLogo(learner, { place: "logo", bytes: png })).rejects.toMatchObject({ status: 404 });
});

test("a colour that cannot be read is refused beside its field, with its ratio and one that would do", () => {
  const { error } = parseWithZod(
    formOf([
      ["light", "#F0C040"],
      ["dark", "#6fc3cf"],
    ]),
    { schema: coloursFormSchema },
  ).reply();
  expect(Object.keys(error ?? {})).toEqual(["light"]);
  expect(error?.light?.[0]).toMatch(
    /^settings:errors\.contrast\|\{"ratio":"1\.\d+","needed":"4\.5","near":"#[0-9a-f]{6}"\}$/,
  );
  const shapes = parseWithZod(
    formOf([
      ["light", "red"],
      ["dark", "#12"],
    ]),
    { schema: coloursFormSchema },
  ).reply();
  expect(shapes.error).toEqual({ light: ["settings:errors.colourShape"], dark: ["settings:errors.colourShape"] });
});

test("Arabic is always offered, and the default is one that is", () => {
  const zone: [string, string] = ["timeZone", "Asia/Jerusalem"];
  const none = parseWithZod(formOf([["defaultLanguage", "ar"], zone]), { schema: languagesFormSchema });
  expect(none.status === "success" && none.value).toEqual({
    ...{ languages: ["ar"], defaultLanguage: "ar", timeZone: "Asia/Jerusalem" },
  });
  const bad = parseWithZod(formOf([["languages", "en"], ["defaultLanguage", "fr"], zone]), {
    schema: languagesFormSchema,
  });
  expect(bad.reply().error).toEqual({ defaultLanguage: ["settings:errors.defaultNotOffered"] });
});

test("a page in a language that is not offered leads to the same page in one that is, and nobody is given it unasked", async () => {
  const site = { ...plainSite, languages: ["ar" as const, "en" as const], defaultLanguage: "en" as const };
  const ask = (pathname: string, chosen: string | null, acceptLanguage: string) =>
    negotiateLocale({ pathname, chosen, acceptLanguage, site });
  expect(ask("/tr/courses", null, "")).toBe("en");
  expect(ask("/courses", "tr", "tr, ar;q=0.5")).toBe("ar");
  expect(ask("/courses", null, "de")).toBe("en");
  const loader = declareLoader({ access: "anyone", load: () => "shown" });
  const { args, web } = pageRequest({ db: database.db, path: "/tr/courses?q=a" });
  Object.assign(web, { site, locale: "en" });
  const thrown: unknown = await loader(args).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Response);
  expect(thrown instanceof Response && thrown.headers.get("Location")).toBe("/en/courses?q=a");
  const post = { ...args, request: new Request(args.request.url, { method: "POST" }) };
  const refused: unknown = await loader(post).catch((error: unknown) => error);
  expect(refused).toMatchObject({ init: { status: 404 } });
});
