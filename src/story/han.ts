/** One spelling for the characters that Chinese (traditional, simplified) and Japanese write differently. */
import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Japanese forms that are neither the traditional nor the simplified one, each followed by the simplified one. */
const japanese =
  '発发労劳戦战経经済济実实験验関关係系対对応应変变売卖買买総总検检査查総总拡扩県县帯带駅站広广価价値值図图団团' +
  '続续読读転转軽轻辺边込入単单独独県县検检権权薬药訳译択择沢泽駆驱気气歩步歳岁桜樱浜滨焼烧当当党党両两両两' +
  '従从徴征悪恶恵惠戯戏払付抜拔拝拜収收効效勧劝児儿仮假伝传併并僧僧処处剣剑剤剂労劳励励勲勋医医厳严営营団团囲围' +
  '圏圈塩盐増增壊坏塁垒壱一寿寿専专将将尽尽届届岳岳峡峡巣巢弐二弾弹択择挙举挿插捜搜掲揭揺摇摂摄撃击斉齐斎斋断断' +
  '暁晓暦历曽曾条条来来枢枢栄荣楽乐様样欧欧殺杀殻壳毎每沖冲浄净浅浅渇渴渋涩渓溪湾湾満满滝泷潜潜瀬濑為为焼烧犠牺' +
  '猟猎獣兽瑶瑶画画畳叠痩瘦疎疏盗盗県县真真砕碎礼礼禅禅稲稻穂穗窃窃竜龙粛肃糸丝絵绘継继緑绿縁缘縄绳縦纵繊纤聡聪' +
  '聴听脳脑臓脏茎茎荘庄蔵藏虚虚虫虫蛍萤蛮蛮装装覚觉覧览観观触触訳译証证誉誉謡谣譲让豊丰賛赞贋赝践践軽轻転转辞辞' +
  '遅迟逓递遥遥郷乡酔醉醸酿釈释鉄铁鉱矿銭钱鋭锐録录鎮镇関关闘斗陥陷険险隠隐隣邻霊灵静静頼赖顔颜顕显飲饮駅站駆驱' +
  '験验髄髓鶏鸡黄黄黒黑黙默齢龄';

const pairs = new Map<string, string>();
for (let at = 0; at + 1 < japanese.length; at += 2) pairs.set(japanese[at]!, japanese[at + 1]!);

const known = new Map<string, string>();

/** @returns the text with every Chinese character in its simplified form; anything else stays. */
export function foldHan(text: string): string {
  return text.replaceAll(/\p{Script=Han}/gu, (character) => known.get(character) ?? learn(character));
}

function learn(character: string): string {
  const folded = pairs.get(character) ?? toSimplified(character);
  known.set(character, folded);
  return folded;
}
