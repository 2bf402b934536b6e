/** IANA zones, as people name them. */
import { nearest } from './nearest.ts';

export type FoundZone = { kind: 'zone'; zone: string } | { kind: 'none'; nearest: string | null };

const known = Intl.supportedValuesOf('timeZone');

/** Names that people use and no zone has. */
const byZone: Record<string, string[]> = {
  'Asia/Tokyo': [
    'japan',
    'jst',
    'osaka',
    'kyoto',
    'nagoya',
    'fukuoka',
    'sapporo',
    '東京',
    '日本',
    '日本時間',
    '大阪',
    '京都',
    '名古屋',
    '福岡',
    '札幌',
    '도쿄',
    '일본',
    'โตเกียว',
    'ญี่ปุ่น',
  ],
  'Asia/Taipei': [
    'taiwan',
    '台北',
    '臺北',
    '台灣',
    '臺灣',
    '台湾',
    '高雄',
    '台中',
    '臺中',
    '台南',
    '新竹',
    '대만',
    '타이베이',
    'ไทเป',
    'ไต้หวัน',
  ],
  'Asia/Hong_Kong': ['香港', '홍콩', 'ฮ่องกง'],
  'Asia/Seoul': [
    'korea',
    'south korea',
    'kst',
    'busan',
    '서울',
    '한국',
    '부산',
    'ソウル',
    '韓国',
    '韓國',
    '首爾',
    'โซล',
    'เกาหลี',
  ],
  'Asia/Bangkok': [
    'thailand',
    'กรุงเทพ',
    'กรุงเทพฯ',
    'กรุงเทพมหานคร',
    'ไทย',
    'ประเทศไทย',
    'เชียงใหม่',
    'バンコク',
    'タイ',
    '曼谷',
    '泰國',
    '방콕',
    '태국',
  ],
  'Asia/Shanghai': ['china', 'beijing', 'shenzhen', '上海', '北京', '中国', '中國', '상하이', '베이징'],
  'Asia/Singapore': ['sgt', 'シンガポール', '新加坡', '싱가포르', 'สิงคโปร์'],
  'Asia/Ho_Chi_Minh': ['vietnam', 'hanoi', 'saigon', 'ho chi minh', 'ho chi minh city'],
  'Asia/Kolkata': [
    'india',
    'kolkata',
    'mumbai',
    'delhi',
    'new delhi',
    'bangalore',
    'bengaluru',
    'chennai',
    'hyderabad',
  ],
  'Europe/London': ['uk', 'england', 'bst', 'ロンドン', '倫敦', '런던', 'ลอนดอน'],
  'Europe/Paris': ['france', 'cet', 'パリ', '巴黎', '파리', 'ปารีส'],
  'Europe/Berlin': ['germany', 'munich', 'frankfurt', 'hamburg', 'ベルリン', '柏林', '베를린'],
  'Europe/Madrid': ['spain', 'barcelona'],
  'Europe/Rome': ['italy', 'milan'],
  'Europe/Kyiv': ['kyiv', 'kiev', 'ukraine'],
  'America/Los_Angeles': [
    'pacific',
    'pst',
    'pdt',
    'san francisco',
    'seattle',
    'san diego',
    'ロサンゼルス',
    'サンフランシスコ',
    '洛杉磯',
    '舊金山',
    '로스앤젤레스',
  ],
  'America/New_York': [
    'eastern',
    'est',
    'edt',
    'boston',
    'washington',
    'miami',
    'ニューヨーク',
    '紐約',
    '뉴욕',
    'นิวยอร์ก',
  ],
  'America/Chicago': ['central', 'austin', 'dallas', 'houston'],
  UTC: ['utc', 'gmt', 'z'],
};
const byName = new Map(Object.entries(byZone).flatMap(([zone, names]) => names.map((name) => [name, zone] as const)));

/** @param text `Asia/Tokyo`, `tokyo`, `new york`, `東京`, `UTC` or `UTC+9`. */
export function findZone(text: string): FoundZone {
  const wanted = text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  const underscored = wanted.replaceAll(' ', '_');
  const exact =
    byName.get(wanted) ??
    known.find((zone) => zone.toLowerCase() === underscored) ??
    known.find((zone) => city(zone) === underscored) ??
    canonical(underscored) ??
    fromOffset(wanted);
  if (exact) return { kind: 'zone', zone: exact };
  const near = nearest(underscored.replace(/^.*\//, ''), known.map(city));
  return { kind: 'none', nearest: near === null ? null : (known.find((zone) => city(zone) === near) ?? null) };
}

/** The older names that Intl takes and does not list: `us/pacific`. */
function canonical(name: string): string | null {
  return name.includes('/') && isZone(name)
    ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    : null;
}

/** `utc+9`, `+09:00`: whole hours only, since there are no zones for others. The signs of Etc/GMT are turned round. */
function fromOffset(text: string): string | null {
  const [, sign, hours] = /^(?:utc|gmt)? ?([+-])(\d{1,2})(?::?00)?$/.exec(text) ?? [];
  if (sign === undefined) return null;
  const zone = Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
  return isZone(zone) ? zone : null;
}

/** As people say it: `UTC+9`, not `Etc/GMT-9`, whose sign is turned round. */
export function zoneName(zone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/.exec(zone) ?? [];
  return sign === undefined ? zone : `UTC${sign === '+' ? '-' : '+'}${hours}`;
}

/** For autocomplete: zones whose name holds the words, at most `limit`. */
export function zonesLike(words: string, limit: number): string[] {
  const wanted = words.trim().toLowerCase().replaceAll(' ', '_');
  return known.filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, limit);
}

/** Also the older names that Intl does not list. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function city(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}
