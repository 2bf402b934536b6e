/** How a language speaks to its readers, machines among them. Patterns read NFKC text. */
export interface Addressing {
  /** A machine that reads: a model, an assistant, a bot, whoever summarizes. */
  machine: RegExp;
  /** This very text, or a part of it. */
  thisText: RegExp;
  /** What a machine makes of a text: a summary, every answer, the output. */
  retelling: RegExp;
  /** Whom a machine tells it: the user, you. */
  reader: RegExp;
  /** A verb of telling, in any form. */
  tells: RegExp;
  /** A duty or a request of any kind. */
  due: RegExp;
  /** A duty, a wish or a request that something be said. */
  toTell: RegExp;
  /** Somebody says, advises or rules so: the same words are news. */
  reported: RegExp;
  /** Orders and requests to whoever reads. */
  orders: readonly RegExp[];
  /** No report speaks like that, whoever is said to have said so. */
  unmistakable: readonly RegExp[];
}

export const never = /(?!)/u;
