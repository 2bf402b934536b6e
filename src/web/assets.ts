/** The few static files, read once and named by their content, so browsers may keep them for ever. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface Asset {
  /** `/assets/chat-1a2b3c4d.js` */
  path: string;
  type: string;
  body: string;
}

export interface Assets {
  style: Asset;
  script: Asset;
  icon: Asset;
  byPath: Map<string, Asset>;
}

export function readAssets(): Assets {
  const style = readAsset('style.css', 'text/css; charset=utf-8');
  const script = readAsset('chat.js', 'text/javascript; charset=utf-8');
  const icon = readAsset('icon.svg', 'image/svg+xml');
  return { style, script, icon, byPath: new Map([style, script, icon].map((asset) => [asset.path, asset])) };
}

function readAsset(name: string, type: string): Asset {
  const body = readFileSync(new URL(`./static/${name}`, import.meta.url), 'utf8');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { path: `/assets/${name.replace('.', `-${hash}.`)}`, type, body };
}
