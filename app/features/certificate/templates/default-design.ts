import type { TemplateDesign } from "./template-design.ts";

/** What the default template is called until an admin gives it another name. */
export const defaultTemplateName = "الشهادة العامة · General certificate";

// The sentence must hold for women and men alike, and wherever the language puts its verb, as the name stands on a line
// of its own between `introduction` and the statement, and the title on one after it.
const wording: TemplateDesign["wording"] = {
  ar: {
    heading: "شهادة إتمام",
    introduction: "تُمنَح هذه الشهادة إلى",
    courseStatement: "بعد استيفاء جميع متطلبات الدورة",
    programmeStatement: "بعد استيفاء جميع متطلبات البرنامج",
    closing: "قُيِّدت هذه الشهادة في سجل شهادات الأكاديمية.",
  },
  en: {
    heading: "Certificate of Completion",
    introduction: "This is to certify that",
    courseStatement: "has fulfilled all the requirements of the course",
    programmeStatement: "has fulfilled all the requirements of the programme",
    closing: "Entered in the academy’s register of certificates.",
  },
  fr: {
    heading: "Certificat d’achèvement",
    introduction: "Il est certifié que",
    courseStatement: "a satisfait à toutes les exigences du cours",
    programmeStatement: "a satisfait à toutes les exigences du programme",
    closing: "Inscrit au registre des certificats de l’académie.",
  },
  es: {
    heading: "Certificado de finalización",
    introduction: "Por el presente se certifica que",
    courseStatement: "ha cumplido todos los requisitos del curso",
    programmeStatement: "ha cumplido todos los requisitos del programa",
    closing: "Inscrito en el registro de certificados de la academia.",
  },
  tr: {
    heading: "Tamamlama Sertifikası",
    introduction: "Bu sertifikanın sahibi",
    courseStatement: "aşağıda adı geçen dersin bütün gereklerini yerine getirmiştir",
    programmeStatement: "aşağıda adı geçen programın bütün gereklerini yerine getirmiştir",
    closing: "Akademinin sertifika siciline kaydedilmiştir.",
  },
  ur: {
    heading: "سندِ تکمیل",
    introduction: "تصدیق کی جاتی ہے کہ",
    courseStatement: "نے درج ذیل کورس کے تمام تقاضے پورے کیے ہیں",
    programmeStatement: "نے درج ذیل پروگرام کے تمام تقاضے پورے کیے ہیں",
    closing: "یہ سند اکادمی کے رجسٹرِ اسناد میں درج ہے۔",
  },
  ms: {
    heading: "Sijil Tamat Pengajian",
    introduction: "Dengan ini diperakui bahawa",
    courseStatement: "telah memenuhi semua syarat kursus",
    programmeStatement: "telah memenuhi semua syarat program",
    closing: "Direkodkan dalam daftar sijil akademi.",
  },
};

// Offices, not people: whoever holds them writes her name in, and until then nobody is said to have signed.
const director = {
  ar: "إدارة الأكاديمية",
  en: "Director of the Academy",
  fr: "Direction de l’académie",
  es: "Dirección de la Academia",
  tr: "Akademi Müdürlüğü",
  ur: "نظامتِ اکادمی",
  ms: "Pengarah Akademi",
};

const registrar = {
  ar: "دائرة التسجيل",
  en: "Registrar",
  fr: "Service de la scolarité",
  es: "Secretaría Académica",
  tr: "Kayıt ve Öğrenci İşleri",
  ur: "رجسٹرار",
  ms: "Pendaftar",
};

/** How certificates look and what they say until an admin changes it. */
export const defaultDesign: TemplateDesign = {
  format: "maqdis-certificate-template/1",
  look: "girih",
  colour: "tile",
  logo: null,
  seal: "star",
  signatories: [
    { names: {}, offices: director, signature: null },
    { names: {}, offices: registrar, signature: null },
  ],
  shows: { hours: true, grade: true, instructors: true, hijri: true },
  wording,
};
