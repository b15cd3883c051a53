import type { Translated } from "#app/platform/i18n/locales.ts";

const text = (en: string, ar: string): Translated => ({ en, ar });

type Sample = { body: object /** An answer that is partly right, where there are parts. */; answer: object };

/** One question of every type, in English and Arabic, with an answer that is not wholly right. */
export const sampleQuestions: Record<string, Sample> = {
  "single-choice": {
    body: {
      stem: text("Who built the present **walls**?", "من بنى **الأسوار** القائمة؟"),
      choices: [
        { id: "bcdf", text: text("Suleiman the Magnificent", "سليمان القانوني"), share: 1 },
        { id: "ghjk", text: text("Herod", "هيرودس") },
      ],
    },
    answer: { choice: "ghjk" },
  },
  "multiple-choice": {
    body: {
      stem: text("Which are gates?", "أي هذه أبواب؟"),
      choices: [
        { id: "bcdf", text: text("Damascus Gate", "باب العمود"), right: true },
        { id: "ghjk", text: text("Lions' Gate", "باب الأسباط"), right: true },
        { id: "mnpq", text: text("Robinson's Arch", "قوس روبنسون"), right: false },
      ],
      rule: "right-minus-wrong",
    },
    answer: { choices: ["bcdf", "mnpq"] },
  },
  "true-false": {
    body: { stem: text("The walls are Ottoman.", "الأسوار عثمانية."), right: true },
    answer: { value: false },
  },
  "short-text": {
    body: {
      stem: text("The city in Arabic?", "اسم المدينة؟"),
      accepted: [{ id: "bcdf", text: "القدس" }],
    },
    answer: { text: "Jaffa" },
  },
  numeric: {
    body: {
      stem: text("How long is the tunnel?", "كم طول النفق؟"),
      answers: [{ id: "bcdf", value: 533, tolerance: { kind: "absolute", by: 10 } }],
      units: [
        { id: "ghjk", label: text("metres", "أمتار"), factor: 1 },
        { id: "mnpq", label: text("kilometres", "كيلومترات"), factor: 1000 },
      ],
      unitRequired: true,
    },
    answer: { number: "٥٠٠", unit: "ghjk" },
  },
  matching: {
    body: {
      stem: text("Match builder and building.", "صل البناء ببانيه."),
      premises: [
        { id: "bcdf", text: text("Dome of the Rock", "قبة الصخرة"), match: "rstv" },
        { id: "ghjk", text: text("The walls", "الأسوار"), match: "wxyz" },
      ],
      responses: [
        { id: "rstv", label: text("Abd al-Malik", "عبد الملك") },
        { id: "wxyz", label: text("Suleiman", "سليمان") },
        { id: "zyxw", label: text("Baldwin", "بلدوين") },
      ],
      partial: "each",
    },
    answer: { pairs: { bcdf: "rstv", ghjk: "zyxw" } },
  },
  ordering: {
    body: {
      stem: text("Order the periods.", "رتّب العهود."),
      items: [
        { id: "bcdf", text: text("Umayyad", "الأموي") },
        { id: "ghjk", text: text("Ayyubid", "الأيوبي") },
        { id: "mnpq", text: text("Ottoman", "العثماني") },
      ],
      partial: "pairs",
    },
    answer: { order: ["mnpq", "bcdf", "ghjk"] },
  },
  "gap-text": {
    body: {
      stem: text("Fill the gaps.", "املأ الفراغات."),
      text: text("Built by {{bcdf}} in {{ghjk}} of {{mnpq}}.", "بناها {{bcdf}} سنة {{ghjk}} من {{mnpq}}."),
      gaps: [
        {
          id: "bcdf",
          kind: "choices",
          choices: [
            { id: "rstv", label: text("Suleiman", "سليمان"), share: 1 },
            { id: "wxyz", label: text("Herod", "هيرودس") },
          ],
        },
        { id: "ghjk", kind: "number", answers: [{ id: "tttt", from: 1537, to: 1541 }] },
        { id: "mnpq", kind: "text", accepted: [{ id: "vvvv", text: "limestone" }] },
      ],
      partial: "each",
    },
    answer: { gaps: { bcdf: "wxyz", ghjk: "1540" } },
  },
  categorise: {
    body: {
      stem: text("Whose are they?", "لأي عهد هي؟"),
      categories: [
        { id: "rstv", label: text("Mamluk", "مملوكي") },
        { id: "wxyz", label: text("Ottoman", "عثماني") },
      ],
      items: [
        { id: "bcdf", text: text("Cotton Market", "سوق القطانين"), category: "rstv" },
        { id: "ghjk", text: text("The walls", "الأسوار"), category: "wxyz" },
      ],
      partial: "each",
    },
    answer: { placed: { bcdf: "wxyz", ghjk: "wxyz" } },
  },
  "place-on-picture": {
    body: {
      stem: text("Place the gates.", "ضع الأبواب في مواضعها."),
      picture: { src: "media/plan.svg", alt: text("Plan of the walls", "مخطط الأسوار"), width: 400, height: 300 },
      regions: [
        { id: "rstv", label: text("North wall", "السور الشمالي"), shape: { kind: "circle", x: 200, y: 30, r: 20 } },
        {
          id: "wxyz",
          label: text("West wall", "السور الغربي"),
          shape: { kind: "rectangle", x: 10, y: 100, width: 40, height: 60 },
        },
      ],
      markers: [
        { id: "bcdf", label: text("Damascus Gate", "باب العمود"), region: "rstv" },
        { id: "ghjk", label: text("Jaffa Gate", "باب الخليل"), region: "wxyz" },
      ],
      partial: "each",
    },
    answer: { placed: { bcdf: { x: 205, y: 28 }, ghjk: { region: "rstv" } } },
  },
  timeline: {
    body: {
      stem: text("When was it?", "متى كان؟"),
      axis: { from: -100, to: 1600 },
      calendar: "both",
      events: [
        { id: "bcdf", text: text("The Dome is finished", "تمام قبة الصخرة"), year: 691, tolerance: 2 },
        { id: "ghjk", text: text("Herod rules", "حكم هيرودس"), year: -37 },
      ],
      partial: "each",
    },
    answer: { years: { bcdf: 692, ghjk: 70 } },
  },
  essay: {
    body: {
      stem: text("What do we know of the tunnel?", "ماذا نعرف عن النفق؟"),
      words: { least: 3, most: 5 },
      rubric: [{ id: "bcdf", label: text("Sources", "المصادر"), points: 4 }],
      showRubric: true,
      model: text("Names the inscription.", "يذكر النقش."),
    },
    answer: { text: "An inscription tells of two crews." },
  },
  "file-upload": {
    body: {
      stem: text("Send a drawing.", "أرسل رسمًا."),
      kinds: ["image", "pdf"],
      most: 2,
      mostBytes: 5_242_880,
      rubric: [],
    },
    answer: { files: ["0199a2a0-0000-7000-8000-000000000001"] },
  },
};
