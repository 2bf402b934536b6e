/** What each way of writing numbers is read as, before `numbersIn` puts them together. */

/**
 * `number` also counts things; `percent` is in percent (3割 is 30, a third 33); `money` knows no currency; `ordinal`
 * first = 1; `year` stands alone or in a date; `decade` is `1980s`, or `80s`; `time` is of day, value `HH:MM`.
 */
export type NumberKind = 'number' | 'percent' | 'money' | 'ordinal' | 'year' | 'decade' | 'time';

/** A number as its own pattern sees it. */
export interface FoundNumber {
  value: number | string;
  kind: NumberKind;
  also?: readonly (number | string)[];
  /** Of a part of a whole: how much, in percent and in full. */
  share?: number;
  text: string;
  start: number;
}
