import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { createInstance, type i18n } from "i18next";
import type { DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { addFormats, i18nOptions } from "./i18n-options.ts";
import type { MessageHrefs } from "./load-words.ts";
import { type Locale, locales } from "./locales.ts";
import type { MessageGroup } from "./message-group.ts";
import type { Translate, Words } from "./read-words.ts";

type Messages = Record<string, Record<string, unknown>>;

/** Files for the rooms of those who teach and run the academy. */
const STAFF_FILES = [
  "teach",
  "roster",
  "course-message",
  "learner",
  "course-making",
  "course-settings",
  "course-instructors",
  "release",
  "question",
  "question-bank",
  "question-import",
  "quiz-editor",
  "quiz-results",
  "lecture-editor",
  "lesson-editor",
  "text-editor",
  "reference",
  "admin",
  "mails-admin",
  "retention",
  "settings",
  "policy-admin",
  "video",
  "watching",
  "gradebook",
  "package",
  "certificate-admin",
  "scholarship-admin",
  "certificate-template",
  "orders-admin",
  "audit",
  "overview",
  "group-admin",
  "revenue",
  "amount",
  "prices",
  "coupons",
  "people",
  "prices",
  "coupons",
  "coupons",
];

/** Files for whoever sits at a quiz. */
const SITTING_FILES = ["quiz", "sitting"];

/** Files for whoever looks at a certificate from outside. */
const VERIFYING_FILES = ["verify"];

/** Files of what only the server writes: letters and documents. */
const SERVER_FILES = [
  "mail",
  "notice-mail",
  "data-export",
  "order-mail",
  "people-mail",
  "certificate-document",
  "invoice-document",
];

/** Files of what people do with what is theirs. */
const ACCOUNT_FILES = ["account", "notices", "privacy", "certificate-act", "groups", "invoices"];

/** Files that a group leaves to a larger one. */
const LEFT_OUT: Record<MessageGroup, string[]> = {
  reader: [...ACCOUNT_FILES, ...SITTING_FILES, ...VERIFYING_FILES, ...STAFF_FILES, ...SERVER_FILES],
  account: [...SITTING_FILES, ...VERIFYING_FILES, ...STAFF_FILES, ...SERVER_FILES],
  sitting: [...ACCOUNT_FILES, ...VERIFYING_FILES, ...STAFF_FILES, ...SERVER_FILES],
  verifying: [...ACCOUNT_FILES, ...SITTING_FILES, ...STAFF_FILES, ...SERVER_FILES],
  staff: SERVER_FILES,
};
const files = import.meta.glob<Record<string, unknown>>("../../locales/*/*.json", { eager: true, import: "default" });

function collect(locale: Locale): Messages {
  const entries = Object.entries(files).flatMap(([path, content]) => {
    const [, language, name] = /\/([a-z]+)\/([a-z-]+)\.json$/.exec(path) ?? [];
    return language === locale && name ? [[name, content] as const] : [];
  });
  return Object.fromEntries(entries);
}

const messages = new Map<Locale, Messages>(locales.map((locale) => [locale, collect(locale)]));
const instances = new Map<string, i18n>();

/** The words of one language with one kind of digits, for the server; made once for the process. */
export function serverI18n(locale: Locale, digits: DigitsChoice = "automatic"): i18n {
  const key = `${locale}.${digits}`;
  const known = instances.get(key);
  if (known) return known;
  const instance = createInstance();
  void instance.init(i18nOptions({ locale, messages: messages.get(locale) ?? {} }));
  addFormats(instance, { locale, digits });
  instances.set(key, instance);
  return instance;
}

const pageWords = new WeakMap<i18n, Words>();

/** The same words as pages take them. */
export function serverWords(locale: Locale, digits?: DigitsChoice): Words {
  const instance = serverI18n(locale, digits);
  const known = pageWords.get(instance) ?? {
    language: locale,
    of: (file: string): Translate => {
      const fixed = instance.getFixedT(null, file);
      return (key, values) => (values ? fixed(key, values) : fixed(key));
    },
  };
  pageWords.set(instance, known);
  return known;
}

type Bundle = { body: string; brotli: Buffer<ArrayBuffer>; version: string };
const bundles = new Map<string, Bundle>();

/** The words of one language as the browser loads them (JSON), with a version that changes when they do. */
export function messageBundle(locale: Locale, group: MessageGroup): Bundle {
  const key = `${locale}.${group}`;
  const known = bundles.get(key);
  if (known) return known;
  const all = Object.entries(messages.get(locale) ?? {});
  const chosen = all.filter(([name]) => !LEFT_OUT[group].includes(name));
  const body = JSON.stringify(Object.fromEntries(chosen));
  const version = createHash("sha256").update(body).digest("hex").slice(0, 12);
  const bundle = { body, brotli: brotliCompressSync(body), version };
  bundles.set(key, bundle);
  return bundle;
}

/** Where the browser finds the words of one language. */
export function messageHrefs(locale: Locale): MessageHrefs {
  const href = (group: MessageGroup) =>
    `/resources/messages/${locale}.${group}.${messageBundle(locale, group).version}.json`;
  return {
    reader: href("reader"),
    account: href("account"),
    sitting: href("sitting"),
    verifying: href("verifying"),
    staff: href("staff"),
  };
}
