/** Orders to readers and machine readers in Thai. */
import { composed } from './compose.ts';
import { type Addressing, never } from './injection-words.ts';

export const thai: Addressing = {
  machine: never,
  thisText: never,
  retelling: never,
  reader: never,
  tells: never,
  due: never,
  toTell: never,
  reported: never,
  orders: [composed(/^(กรุณา|โปรด|ช่วย(?!เหลือ|กัน)|จง|อย่า|เขียน|แปล|อธิบาย)/u)],
  unmistakable: [
    composed(/(ละเว้น|เพิกเฉย|ไม่ต้องสนใจ|ลืม).{0,12}(คำสั่ง|ข้อความ|ก่อนหน้า)|ในคำตอบของคุณ|คุณคือ.{0,10}(AI|ผู้ช่วย|โมเดล)/iu),
  ],
};
