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

test('the running program loads no language detector of its own', async () => {
  const loaded = new Set(['src/main/start.ts']);
  for (const file of loaded) {
    const text = await readFile(join(root, file), 'utf8');
    // Neither types nor `import()`: what is loaded at the start.
    for (const [, path = ''] of text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'(\.[^']+\.ts)';/gm))
      loaded.add(relative(root, resolve(root, dirname(file), path)));
  }
  expect(loaded).toContain('src/brief/extract.ts');
  // It takes 70 MB; the extractor's thread and the way to a model have it.
  expect(loaded).not.toContain('src/article/language.ts');
});
