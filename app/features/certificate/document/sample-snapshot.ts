import type { Translated } from "#app/platform/i18n/locales.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { drawSerial } from "../serial.ts";

/** What a template is shown with before anything is issued by it; the long ones have very long names and titles. */
export const previewSubjects = ["course", "programme", "longCourse", "longProgramme"] as const;
export type PreviewSubject = (typeof previewSubjects)[number];

const courseTitles: Translated = {
  ar: "القدس عبر العصور: من العهد البيزنطي إلى صدر الإسلام",
  en: "Jerusalem through the ages: from the Byzantine era to early Islam",
  fr: "Jérusalem à travers les âges : de l’époque byzantine aux débuts de l’islam",
  es: "Jerusalén a través de los tiempos: de la época bizantina a los inicios del islam",
  tr: "Çağlar boyunca Kudüs: Bizans döneminden İslam’ın ilk yüzyıllarına",
  ur: "یروشلم مختلف ادوار میں: بازنطینی عہد سے صدرِ اسلام تک",
  ms: "Baitulmaqdis merentas zaman: dari era Byzantine hingga awal Islam",
};

const architectureTitles: Translated = {
  ar: "عمارة البلدة القديمة",
  en: "The architecture of the Old City",
  fr: "L’architecture de la Vieille Ville",
  es: "La arquitectura de la Ciudad Vieja",
  tr: "Eski Şehir’in mimarisi",
  ur: "قدیم شہر کا فنِ تعمیر",
  ms: "Seni bina Kota Lama",
};

const programmeTitles: Translated = {
  ar: "دبلوم دراسات القدس",
  en: "Diploma in Jerusalem Studies",
  fr: "Diplôme d’études sur Jérusalem",
  es: "Diploma en Estudios de Jerusalén",
  tr: "Kudüs Çalışmaları Diploması",
  ur: "ڈپلومہ مطالعاتِ یروشلم",
  ms: "Diploma Pengajian Baitulmaqdis",
};

const longTitles: Translated = {
  ar: "القدس عبر العصور من العهد البيزنطي إلى أواخر العهد العثماني: قراءة في النقوش والخرائط وكتب الرحلات وسجلات المحكمة الشرعية",
  en: "Jerusalem through the ages, from the Byzantine era to the end of Ottoman rule: readings in inscriptions, maps, travellers’ accounts and the registers of the court",
  fr: "Jérusalem à travers les âges, de l’époque byzantine à la fin de l’Empire ottoman : lectures d’inscriptions, de cartes, de récits de voyage et de registres du tribunal",
  es: "Jerusalén a través de los siglos, de la época bizantina al final del dominio otomano: lecturas de inscripciones, mapas, relatos de viaje y registros del tribunal",
  tr: "Bizans döneminden Osmanlı yönetiminin sonuna kadar çağlar boyunca Kudüs: kitabeler, haritalar, seyahatnameler ve mahkeme sicilleri üzerine okumalar",
  ur: "القدس عہد بہ عہد، بازنطینی دور سے عثمانی عہد کے اختتام تک: کتبوں، نقشوں، سفرناموں اور شرعی عدالت کے رجسٹروں کا مطالعہ",
  ms: "Baitulmaqdis merentas zaman, dari era Byzantine hingga akhir pemerintahan Uthmaniyah: bacaan inskripsi, peta, catatan pengembara dan daftar mahkamah",
};

const usualNames = { arabic: "آمنة بنت يوسف الأنصاري", latin: "Amina Yusuf al-Ansari" };
const longNames = {
  arabic: "آمنة بنت عبد الرحمن بن يوسف بن عبد القادر بن محمد صالح الأنصاري المقدسي الخليلي",
  latin: "Amina Abd al-Rahman Yusuf Abd al-Qadir Muhammad Salih al-Ansari al-Maqdisi al-Khalili",
};

/** A record of nobody, with everything in it that a page can show. `issuer` is who would issue it. */
export function sampleSnapshot({
  subject,
  issuer,
}: {
  subject: PreviewSubject;
  issuer: CertificateSnapshot["issuer"];
}): CertificateSnapshot {
  const programme = subject === "programme" || subject === "longProgramme";
  const long = subject === "longCourse" || subject === "longProgramme";
  const nothing = "00000000-0000-0000-0000-000000000000";
  return {
    format: "maqdis-certificate/1",
    serial: drawSerial(() => 0),
    issuer,
    recipient: long ? longNames : usualNames,
    achievement: {
      ...{ kind: programme ? "programme" : "course", id: nothing, slug: "sample", summaries: {} },
      titles: long ? longTitles : programme ? programmeTitles : courseTitles,
      courses: programme ? [long ? longTitles : courseTitles, architectureTitles] : [],
    },
    minutes: programme ? 4_800 : 1_230,
    grade: 9_400,
    instructors: [
      { ar: "د. مريم الحسيني", en: "Dr Maryam al-Husayni" },
      { ar: "د. يوسف الخالدي", en: "Dr Yusuf al-Khalidi" },
    ],
    cause: "earned",
    supersedes: null,
    finishedAt: "2026-11-20T09:30:00.000Z",
    issuedAt: "2026-11-22T10:00:00.000Z",
    expiresAt: null,
    template: { id: nothing, number: 1, sha256: "" },
  };
}
