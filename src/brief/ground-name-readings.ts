/** How the commonest Japanese surnames are read: a name in characters shows it to nobody else. */

const readings = new Map(
  `佐藤 sato 鈴木 suzuki 高橋 takahashi 田中 tanaka 伊藤 ito 渡辺 watanabe 渡邉 watanabe 山本 yamamoto 中村 nakamura 小林 kobayashi
  加藤 kato 吉田 yoshida 山田 yamada 佐々木 sasaki 山口 yamaguchi 松本 matsumoto 井上 inoue 木村 kimura 斎藤 saito 斉藤 saito
  清水 shimizu 山崎 yamazaki 阿部 abe 安倍 abe 池田 ikeda 橋本 hashimoto 山下 yamashita 石川 ishikawa 中島 nakajima 前田 maeda
  藤田 fujita 後藤 goto 小川 ogawa 岡田 okada 村上 murakami 長谷川 hasegawa 近藤 kondo 石井 ishii 坂本 sakamoto 遠藤 endo 藤井 fujii
  青木 aoki 福田 fukuda 三浦 miura 西村 nishimura 藤原 fujiwara 太田 ota 松田 matsuda 原田 harada 岡本 okamoto 中川 nakagawa
  中野 nakano 小野 ono 田村 tamura 竹内 takeuchi 金子 kaneko 和田 wada 中山 nakayama 石田 ishida 上田 ueda 森田 morita 柴田 shibata
  酒井 sakai 工藤 kudo 横山 yokoyama 宮崎 miyazaki 宮本 miyamoto 内田 uchida 高木 takagi 安藤 ando 谷口 taniguchi 大野 ono
  丸山 maruyama 今井 imai 高田 takada 藤本 fujimoto 武田 takeda 村田 murata 上野 ueno 杉山 sugiyama 増田 masuda 平野 hirano
  大塚 otsuka 久保 kubo 松井 matsui 小島 kojima 岩崎 iwasaki 桜井 sakurai 野口 noguchi 松尾 matsuo 木下 kinoshita 菊地 kikuchi
  菊池 kikuchi 野村 nomura 新井 arai 佐野 sano 杉本 sugimoto 古川 furukawa 浜田 hamada 市川 ichikawa 小松 komatsu 水野 mizuno
  吉川 yoshikawa 山内 yamauchi 西田 nishida 北村 kitamura 安田 yasuda 五十嵐 igarashi 川口 kawaguchi 平田 hirata 中田 nakata
  久保田 kubota 服部 hattori 飯田 iida 川崎 kawasaki 岩田 iwata 本田 honda 土屋 tsuchiya 秋山 akiyama 矢野 yano 樋口 higuchi
  永井 nagai 大西 onishi 大島 oshima 西川 nishikawa 吉村 yoshimura 荒木 araki 松岡 matsuoka 内藤 naito 馬場 baba 浅野 asano
  荒井 arai 中西 nakanishi 上原 uehara 田口 taguchi 大久保 okubo 星野 hoshino 黒田 kuroda 河野 kono 大橋 ohashi 須藤 sudo
  小山 koyama 石原 ishihara 田辺 tanabe 松村 matsumura 早川 hayakawa 片山 katayama 栗原 kurihara 松下 matsushita 熊谷 kumagai
  永田 nagata 大川 okawa 萩原 hagiwara 岡崎 okazaki 石破 ishiba 岸田 kishida 小泉 koizumi 高市 takaichi 茂木 motegi 河村 kawamura
  植田 ueda 黒川 kurokawa 大谷 otani 三木谷 mikitani 柳井 yanai 豊田 toyoda 宮田 miyata 森本 morimoto 森 mori 野田 noda
  枝野 edano 玉木 tamaki 小池 koike 羽生 hanyu 堀江 horie 有馬 arima 奥田 okuda 白石 shiraishi 三宅 miyake 八木 yagi 若林 wakabayashi`
    .trim()
    .split(/\s+/u)
    .flatMap((word, at, all) => (at % 2 === 0 ? [[word, all[at + 1]!] as const] : [])),
);

/** The surname that a name of three to five characters begins with, in Latin letters; null where it is none of these. */
export function surnameReading(name: string): string | null {
  const length = [3, 2, 1].find(
    (one) => name.length > one && name.length <= one + 3 && readings.has(name.slice(0, one)),
  );
  return length === undefined ? null : readings.get(name.slice(0, length))!;
}

/** A long vowel is written as one, two or with an h: Sato, Satou, Satoh. @param spelling in lower case */
export function isReadAs(reading: string, spelling: string): boolean {
  const short = (word: string) => word.replaceAll(/(?:oh|ou|oo)(?![aeiouy])/gu, 'o').replaceAll(/uu/gu, 'u');
  return short(spelling)
    .split(/[^a-z]+/u)
    .includes(short(reading));
}
