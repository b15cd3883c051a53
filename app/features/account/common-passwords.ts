import commonEverywhere from "fxa-common-password-list";

/**
 * What is common here and in no list of the world's: our own words, and those of the languages spoken here. In lower
 * case, of ten characters and more; shorter ones are refused for their length.
 */
const common = new Set(
  `1234567890 0123456789 12345678910 123456789a 123456789q 1234567891 12345678901 1234512345 1234554321 0987654321
  9876543210 1122334455 1111111111 0000000000 1212121212 1231231231 1231231234 123123123123 1234567899 987654321a
  12344321aa 123321123321 147258369a 1472583690 1029384756 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc zaq12wsxcde
  q1w2e3r4t5 q1w2e3r4t5y6 a1b2c3d4e5 a123456789 aa123456789 qwertyuiop qwertyuiop[] qwerty1234 qwerty12345 qwerty123456
  qwerty12345678 1234qwerty 12345qwert 123456qwerty qwertyqwerty asdfghjkl1 asdfghjkl; asdfghjkl123 zxcvbnm123 zxcvbnm1234
  qazwsxedc1 qazwsxedc123 qazwsxedcrfv azertyuiop azerty1234 azerty12345 azerty123456 password10 password11 password12
  password123 password1234 password12345 password123456 passwordpassword password2024 password2025 password2026
  passw0rd12 passw0rd123 p@ssw0rd12 p@ssw0rd123 p@ssword123 mypassword mypassword1 motdepasse motdepasse1 motdepasse123
  contraseña contrasena contrasena1 contraseña123 parola1234 parola12345 sifre12345 katalaluan katalaluan1 iloveyou12
  iloveyou123 iloveyou1234 iloveyouforever ilovemyself letmein123 letmein1234 welcome123 welcome1234 welcome12345
  admin12345 admin123456 administrator administrator1 adminadmin adminadmin1 changeme12 changeme123 changeme1234
  superman123 batman1234 football12 football123 basketball baseball123 liverpool1 manchester galatasaray fenerbahce
  galatasaray1905 fenerbahce1907 besiktas1903 barcelona1 barcelona10 realmadrid realmadrid1 princess123 sunshine123
  dragon1234 monkey1234 shadow1234 michael123 jennifer12 computer12 computer123 internet12 internet123 abcdefghij
  abcdefghijk abcd123456 abcde12345 abcdef1234 abcdef123456 abc1234567 abc12345678 abc123456789 abc123abc123 aaaaaaaaaa
  bismillah1 bismillah123 bismillah786 alhamdulillah allahuakbar subhanallah mashaallah insyaallah inshallah1
  muhammad123 mohammed123 mohamed123 ahmed12345 ahmed123456 palestine1 palestine123 jerusalem1 jerusalem123 alquds1234
  alquds12345 pakistan12 pakistan123 pakistan786 malaysia123 habibi1234 maqdis1234 maqdis12345 maqdisacademy testtest12
  test123456 test1234567 testtest123 google1234 facebook12 facebook123 samsung123 whatever12 trustno1trustno1 starwars123`
    .split(/\s+/)
    .filter(Boolean),
);

/** One character again and again, or a run of the alphabet or of digits in either direction. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((character, index) => (character.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));
  const [first = 0] = steps;
  return Math.abs(first) <= 1 && steps.every((step) => step === first);
}

/** Whether a password is among the first that are tried by those who guess: ours, and the 50,000 commonest anywhere. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  return common.has(plain) || isRun(plain) || commonEverywhere.test(plain) || commonEverywhere.test(password);
}
