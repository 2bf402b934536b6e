/** Handles (reply tokens, response addresses) rest sealed: who reads a copy of the database cannot use them. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

export interface Seal {
  close(plain: string): Buffer;
  /** @returns null for what this installation's secret did not seal. */
  open(sealed: Buffer): string | null;
  /** A keyed hash that nobody without the secret can link to what it is of. */
  mark(text: string): Buffer;
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text. */
export function createSeal(secret: string): Seal {
  const key = createHash('sha256').update('tidings seal').update(secret).digest();
  return {
    close(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
        decipher.setAuthTag(sealed.subarray(12, 28));
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    mark: (text) => createHmac('sha256', key).update(text).digest(),
  };
}
