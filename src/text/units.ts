/** Units that one language writes as a multiple of another's: 1,200 megawatts are 120万キロワット, 1.5 km 1,500 metres. */

const factors: [RegExp, number][] = [
  [/^[-\s]?(?:US |euro )?cents?\b/iu, 1e-2],
  [/^[-\s]?(?:kilowatt(?:-hour)?s?|kwh?\b|キロワット|千瓦|킬로와트)/iu, 1e3],
  [/^[-\s]?(?:megawatt(?:-hour)?s?|mwh?\b|メガワット|兆瓦|메가와트)/iu, 1e6],
  [/^[-\s]?(?:gigawatt(?:-hour)?s?|gwh?\b|ギガワット|吉瓦|기가와트)/iu, 1e9],
  [/^[-\s]?(?:kilomet(?:er|re)s?|km\b|キロメートル|公里|千米|킬로미터)/iu, 1e3],
  [/^[-\s]?(?:centimet(?:er|re)s?|cm\b|センチ|厘米|公分|센티)/iu, 1e-2],
  [/^[-\s]?(?:kilogram(?:me)?s?|kg\b|キログラム|公斤|千克|킬로그램)/iu, 1e3],
  [/^[-\s]?(?:tonnes?|tons?\b|トン|t(?![A-Za-z\d])|吨|噸|公吨|公噸|톤)/iu, 1e6],
];

/** @param after what follows the number @returns it in watts, metres or grams; [] for other units. */
export function inSmallerUnits(value: number, after: string): number[] {
  const factor = factors.find(([unit]) => unit.test(after))?.[1];
  return factor === undefined ? [] : [Number((value * factor).toPrecision(12))];
}
