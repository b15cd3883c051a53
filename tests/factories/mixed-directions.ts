/** What our own hands wrote to be hard: each a lesson's body in Markdown, in the language named. All in Unicode NFC. */
export const mixedDirections = {
  "Arabic with harakat": {
    locale: "ar",
    body: "## بَابُ الْعَمُودِ\n\nدَخَلَ الزَّائِرُ مِنْ بَابِ الْعَمُودِ فَرَأَى سُوقًا مُمْتَدًّا، وَقَالَ: «هٰذِهِ الطَّرِيقُ هِيَ الكَارْدُو».\n",
  },
  "Arabic with Latin, isolated and bare": {
    locale: "ar",
    body: 'يسمّى الشارع :span[Cardo Maximus]{lang="la"} في خريطة مادبا (القرن 6م)، ويذكره Avi-Yonah في 1954، ص 12-15.\n',
  },
  "both kinds of digits": {
    locale: "ar",
    body: "بُنيت القبّة سنة ٧٢ هـ، أي 691-692 م، وقطرها ٢٠٫٤ مترًا (20.4 m).\n\n- ١٩٤٨\n- 1948\n- ۱۹۴۸\n",
  },
  "Hebrew with niqqud": {
    locale: "en",
    body: ':::block{lang="he" dir="rtl"}\nיְרוּשָׁלַ͏ִם הַבְּנוּיָה, כְּעִיר שֶׁחֻבְּרָה לָּהּ — פסוק ישן על עיר בנויה.\n:::\n\nThe word :span[שַׁעַר]{lang="he"} is a gate; its plural is שְׁעָרִים‎ in every source.\n',
  },
  Urdu: {
    locale: "ur",
    body: "یروشلم کے دروازے سات ہیں، اور ان میں سے ایک ’’بابِ دمشق‘‘ ہے۔ سنہ ۱۵۳۷ء میں فصیل بنی۔\n",
  },
  Syriac: {
    locale: "en",
    body: 'A pilgrim wrote :span[ܐܘܪܫܠܡ]{lang="syr"} beside the door; then ܒܝܬ, and the year 1215.\n',
  },
  isolates: {
    locale: "ar",
    body: "كتب \u2066Ch. Clermont-Ganneau\u2069 سنة \u20671871\u2069، ثم \u2068Theodotos\u2069؛ و\u200fعلامة\u200e بينهما.\n",
  },
  "joiners and tatweel": {
    locale: "ar",
    body: "القـــدس، وبيت\u200cالمقدس، وه\u200d، ثم می\u200cخواهم؛ كلّها كما كُتبت.\n",
  },
  "embeddings and overrides": {
    locale: "ar",
    body: "نصّ قديم: \u202bمن اليمين\u202c ثم \u202aleft to right\u202c ثم \u202edesrever\u202c.\n",
  },
  "a table, a list and a note": {
    locale: "ar",
    body: 'عين سلوان[^1].\n\n| الاسم | Name | שם |\n| :-- | :-: | --: |\n| عين أم الدرج | Gihon (Γιών) | גִּיחוֹן |\n| باب ٣ | Gate 3 | שער 3 |\n\n1. أوّلًا: **KhIrbet** (خربة)\n2. ثانيًا: `IAA-1234/5`\n\n[^1]: انظر :span[Reich & Shukron, 2011, pp. 3–5]{dir="ltr"}، ص ٣.\n',
  },
  "verse and a document": {
    locale: "ar",
    body: ':::verse{attribution="من نظمنا"}\nسَلَامٌ عَلَى بَابٍ // وَمِفْتَاحِهِ مَعًا\nوَعَيْنٍ جَرَتْ // بَيْنَ الصُّخُورِ لِتُسْمَعَا\n:::\n\n::::document{title="سجلّ رقم 5/٥" date="1537 / ٩٤٤"}\n\n:::transcription{lang="ota" dir="rtl"}\nقدس شریف محکمه‌سی\n:::\n\n:::translation\nمحكمة القدس الشريف (Jerusalem court).\n:::\n\n::::\n',
  },
} as const satisfies Record<string, { locale: "ar" | "en" | "ur"; body: string }>;
