import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

async function imports(folder: string): Promise<{ from: string; to: string }[]> {
  const files = (await readdir(join(root, folder), { recursive: true })).filter((name) => name.endsWith('.ts'));
  const found = await Promise.all(
    files.map(async (name) => {
      const file = join(root, folder, name);
      const text = await readFile(file, 'utf8');
      const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] as string);
      return named.map((path) => ({ from: relative(root, file), to: relative(root, resolve(dirname(file), path)) }));
    }),
  );
  return found.flat();
}

const isMain = (file: string) => file === 'src/main.ts' || file.startsWith('src/main/');

test('src knows neither adapters nor jobs, but for main', async () => {
  const wrong = (await imports('src')).filter(({ from, to }) => !isMain(from) && /^(adapters|jobs)\//.test(to));
  expect(wrong).toEqual([]);
});

test('nothing imports main, and an adapter knows no other adapter and no job', async () => {
  const all = [...(await imports('src')), ...(await imports('adapters')), ...(await imports('jobs'))];
  expect(all.filter(({ from, to }) => isMain(to) && !isMain(from))).toEqual([]);
  const folder = (file: string) => file.split('/').slice(0, 2).join('/');
  const strays = all.filter(
    ({ from, to }) => from.startsWith('adapters/') && !to.startsWith('src/') && folder(from) !== folder(to),
  );
  expect(strays).toEqual([]);
});

test('what the line is made of never asks which platform it is on', async () => {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !isMain(`src/${name}`),
  );
  const naming = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(root, 'src', name), 'utf8');
      return /platform\s*(===|!==)\s*'(slack|discord|line|mail)'/.test(text) ? [name] : [];
    }),
  );
  expect(naming.flat()).toEqual([]);
});
