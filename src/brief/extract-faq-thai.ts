/** Questions made from a Thai sentence by its form. Thai asks by a word in the place of the answer, so a clause stays as it is. */
import type { Ask } from './extract-faq.ts';
import { questionsOf, type Template } from './extract-faq-templates.ts';

const thai = String.raw`[\p{Script=Thai}]`;
const person = `(?<name>(?:นางสาว|นาง|นาย|ดร\\.|ศาสตราจารย์|พลเอก|พลตำรวจเอก)\\s?${thai}{2,20}(?: ${thai}{2,20})?)`;
const body = `(?<name>(?:รัฐบาล|คณะรัฐมนตรี|รัฐสภา|สภา|ศาล|ตำรวจ|กระทรวง|กรม|กรุงเทพมหานคร|การรถไฟ|ธนาคาร|บริษัท|มหาวิทยาลัย|สถาบัน|สำนักงาน|คณะกรรมการ|สมาคม|ผู้เชี่ยวชาญ|นักวิชาการ|นักวิจัย|นักวิทยาศาสตร์)${thai}{0,24}?)`;
const prices = 'ค่าโดยสาร|ราคา|งบประมาณ|ค่าใช้จ่าย|เงินลงทุน|ค่าปรับ|ค่าไฟ|ค่าแรง|รายได้|กำไร|มูลค่า|เงินช่วยเหลือ';
const measures = 'ความยาว|ความสูง|ความลึก|ความเร็ว|น้ำหนัก|พื้นที่|ความจุ|อุณหภูมิ';

const templates: Template[] = [
  {
    pattern: new RegExp(`(?:^|ว่า\\s?)(?<what>(?!ว่า)(?:(?!ว่า)${thai}){10,60}) ?(?:เพราะ|เนื่องจาก)`, 'u'),
    kind: 'reason',
    text: ({ what }) => `ทำไม${what}?`,
  },
  {
    pattern: new RegExp(
      `^(?<name>${thai}{4,24}?)จะ(?!มี)(?<what>${thai}{4,50}?)(?:ภายใน|ใน)(?:เดือน|ปี|สัปดาห์|วัน|ไตรมาส)`,
      'u',
    ),
    kind: 'time',
    text: ({ name, what }) => `${name}จะ${what}เมื่อไร?`,
  },
  {
    pattern:
      /(?:^|\s)(?<what>มีผู้(?:เสียชีวิต|ได้รับบาดเจ็บ|บาดเจ็บ|สูญหาย|ติดเชื้อ|โดยสาร|เข้าร่วม|อพยพ)[\p{Script=Thai}]{0,12}) ?[\d,]+ ?(?:คน|ราย)/u,
    kind: 'count',
    text: ({ what }) => `${what}กี่คน?`,
  },
  {
    pattern: new RegExp(
      `(?<what>${prices})(?:${thai}{0,12}?) ?[\\d,.]+ ?(?:พัน|หมื่น|แสน|ล้าน|บาท|ดอลลาร์|เยน|หยวน|ยูโร)`,
      'u',
    ),
    kind: 'count',
    text: ({ what }) => `${what}เท่าไร?`,
  },
  {
    pattern: new RegExp(`(?<what>(?:${measures})|แผ่นดินไหวขนาด|จุดศูนย์กลาง(?:อยู่)?ลึก)(?:ประมาณ|ราว|ถึง)? ?\\d`, 'u'),
    kind: 'count',
    text: ({ what }) => `${what}เท่าไร?`,
  },
  {
    pattern: new RegExp(`^${body}(?<verb>อนุมัติ|ประกาศ|เปิดตัว|ยกเลิก|เปิดเผยผล|เสนอ|ค้นพบ|พัฒนา)(?!ว่า)`, 'u'),
    kind: 'deed',
    text: ({ name, verb }) => `${name}${verb}อะไร?`,
  },
  {
    pattern: new RegExp(`^${body}(?:มีแผน|วางแผน|เตรียม)`, 'u'),
    kind: 'time',
    text: ({ name }) => `${name}มีแผนจะทำอะไร?`,
  },
  {
    pattern: new RegExp(`^${body}(?<verb>คาด|เตือน|ระบุ|เปิดเผย|ยืนยัน|เรียกร้อง)ว่า`, 'u'),
    kind: 'speech',
    text: ({ name, verb }) => `${name}${verb === 'คาด' ? 'คาดการณ์' : verb}ว่าอย่างไร?`,
  },
  {
    pattern: new RegExp(`^${person}(?: [^ ]{2,40}){0,2} ?(?:กล่าว|เปิดเผย|ระบุ|บอก)ว่า`, 'u'),
    kind: 'speech',
    text: ({ name }) => `${name}กล่าวว่าอย่างไร?`,
  },
];

const names = { none: /^(?:เขา|เธอ|มัน|ซึ่ง|และ|แต่|โดย|ที่|ทาง|ทั้งนี้|นอกจากนี้)/u };

export const thaiQuestions: Ask = (sentence) => questionsOf(sentence, templates, names);
