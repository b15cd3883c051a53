import { Resvg } from "@resvg/resvg-js";
import type { CertificateForm } from "#app/features/certificate/certificate-forms.ts";
import type { CertificateSnapshot } from "#app/features/certificate/certificate-snapshot.ts";
import { documentData } from "#app/features/certificate/document/document-data.ts";
import type { TemplateDesign } from "#app/features/certificate/templates/template-design.ts";
import { makeDesign, makeSnapshot } from "./certificate.ts";

type Case = {
  form: CertificateForm;
  design?: Partial<TemplateDesign>;
  snapshot?: Partial<CertificateSnapshot>;
  page?: "certificate" | "details";
};

const draw = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();

const SIGNATURE = "a".repeat(64);
const LOGO = "b".repeat(64);

/** A signature and a logo, drawn for the tests; their names are not the hashes of their bytes. */
const images = new Map([
  [
    SIGNATURE,
    {
      contentType: "image/png",
      bytes: draw(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><path d="M10 70C40 10 60 10 70 60S90 90 110 50s30-30 40 10 20 30 40-10 30-10 50 10 30-30 50-20" fill="none" stroke="#1b2a6b" stroke-width="4"/></svg>',
        450,
      ),
    },
  ],
  [
    LOGO,
    {
      contentType: "image/png",
      bytes: draw(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120"><circle cx="60" cy="60" r="50" fill="#0f5d6c"/><path d="M140 40h240M140 80h160" stroke="#22201b" stroke-width="12"/></svg>',
        600,
      ),
    },
  ],
]);

const board = {
  names: { ar: "د. سامي النابلسي", en: "Dr Sami al-Nabulsi" },
  offices: { ar: "رئيس مجلس الأمناء", en: "Chair of the board of trustees" },
};
const threeSign = [...makeDesign().signatories, board].map((each) => ({ ...each, signature: SIGNATURE }));

const achievement = (overrides: Partial<CertificateSnapshot["achievement"]>) => ({
  achievement: { ...makeSnapshot().achievement, ...overrides },
});

/** 120 characters each. */
const longName = {
  arabic:
    "عبد الرحمن بن محمد الأمين بن عبد القادر بن إسماعيل الحسيني المقدسي المعروف بابن أبي اللطف الشافعي الأنصاري الخزرجي الأزهري".slice(
      0,
      120,
    ),
  latin:
    "Abd al-Rahman Muhammad al-Amin ibn Abd al-Qadir ibn Ismail al-Husayni al-Maqdisi known as Ibn Abi al-Lutf al-Shafii al-Az.",
};

/** 200 characters each, or nearly. */
const longTitles = {
  ar: "الحياة العلمية والاجتماعية والاقتصادية في مدينة القدس من الفتح الصلاحي إلى نهاية العهد المملوكي: قراءة في وثائق الحرم الشريف وسجلات المحكمة الشرعية وكتب الرحلات والتراجم والأوقاف والنقوش الكتابية",
  en: "Scholarly, social and economic life in the city of Jerusalem from the conquest of Saladin to the end of the Mamluk era: readings in the Haram documents, the court records, travellers and endowment deeds",
  ur: "یروشلم شہر کی علمی، سماجی اور معاشی زندگی صلاح الدین کی فتح سے مملوک عہد کے اختتام تک: حرم شریف کی دستاویزات، عدالتی رجسٹروں، سفرناموں، تذکروں، اوقاف اور عمارتوں کے کتبوں کا مطالعہ",
};

const courses = [
  { ar: "القدس في العهد المملوكي", en: "Jerusalem in the Mamluk era", ur: "مملوک عہد میں یروشلم" },
  { ar: "عمارة البلدة القديمة", en: "The architecture of the Old City", ur: "قدیم شہر کا فنِ تعمیر" },
  { ar: "المخطوطات والأرشيف", en: "Manuscripts and archives", ur: "مخطوطات اور آرکائیو" },
  { ar: "الأوقاف والمجتمع", en: "Endowments and society", ur: "اوقاف اور معاشرہ" },
];

const fullest = {
  ...{ recipient: longName, expiresAt: "2029-11-22T10:00:00.000Z" },
  instructors: Array.from({ length: 6 }, () => ({ ar: "د. عبد الوهاب النابلسي", en: "Dr Abd al-Wahhab al-Nabulsi" })),
  ...achievement({ kind: "programme", titles: longTitles, courses: [...courses, ...courses, ...courses] }),
};

const mixed = {
  recipient: { arabic: "د. أحمد Al-Khatib 2 بن يوسف (3rd) الثالث", latin: null },
  ...achievement({
    titles: {
      ar: "سجلات 1517–1917 (Ottoman Court Registers) القسم 2",
      en: "Registers of 1517–1917: the محكمة شرعية records and the ירושלים map, part 2",
    },
  }),
};

const vocalised = {
  recipient: { arabic: "عَبْدُ اللَّهِ بْنُ مُحَمَّدٍ الْمَقْدِسِيُّ", latin: null },
  ...achievement({ titles: { ar: "فَضَائِلُ بَيْتِ المَقْدِسِ: قِرَاءَةٌ فِي المَصَادِرِ المُبَكِّرَةِ" } }),
};

/** What is drawn and held against its picture: every language, look and colour, and the hardest of what people write. */
export const certificateCases: Record<string, Case> = {
  "arabic-and-english": { form: "ar-en" },
  "arabic-and-english-details": { form: "ar-en", page: "details" },
  arabic: { form: "ar", design: { colour: "gold" } },
  english: { form: "en", design: { colour: "ink" } },
  french: { form: "fr", design: { look: "arches" } },
  spanish: { form: "es", design: { look: "arches", colour: "gold" } },
  turkish: { form: "tr", design: { look: "arches", colour: "ink" } },
  urdu: { form: "ur", design: { look: "plain" } },
  "urdu-details": { form: "ur", page: "details" },
  malay: { form: "ms", design: { look: "plain", colour: "ink" } },
  vocalised: { form: "ar", design: { look: "plain", colour: "gold" }, snapshot: vocalised },
  "latin-and-digits": { form: "ar-en", design: { seal: "none" }, snapshot: mixed },
  "latin-in-urdu": { form: "ur", snapshot: mixed },
  programme: {
    form: "ar-en",
    design: { look: "plain", logo: LOGO, signatories: threeSign },
    snapshot: achievement({
      ...{ kind: "programme", courses },
      titles: { ar: "دبلوم دراسات القدس", en: "Diploma in Jerusalem Studies" },
    }),
  },
  "fullest-arabic-and-english": {
    form: "ar-en",
    design: { look: "arches", logo: LOGO, signatories: threeSign },
    snapshot: fullest,
  },
  "fullest-arabic": { form: "ar", design: { signatories: threeSign }, snapshot: fullest },
  "fullest-english": { form: "en", design: { signatories: threeSign }, snapshot: fullest },
  "fullest-urdu": { form: "ur", design: { look: "plain", signatories: threeSign }, snapshot: fullest },
  "fullest-details": { form: "ar-en", snapshot: fullest, page: "details" },
  "one-long-word": {
    form: "ar-en",
    snapshot: {
      recipient: { arabic: null, latin: "N".repeat(120) },
      ...achievement({ titles: { en: "M".repeat(200) } }),
    },
  },
};

/** What the layout is given for a case. */
export function orderOf({ form, design: chosen = {}, snapshot: said = {}, page = "certificate" }: Case) {
  const design = makeDesign(chosen);
  const snapshot = makeSnapshot(said, { design });
  // As long as a real one.
  const wholeCode = { address: "https://maqdis.example/verify#", digits: "3141592653".repeat(580) };
  return {
    document: { ...documentData({ snapshot, design, form, images, credential: "{}" }), wholeCode, only: page },
    images: [...images].map(([sha256, { bytes }]) => ({ sha256, bytes })),
  };
}
