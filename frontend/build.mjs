// npm run build: sources here -> ../src/Samachik.Site/wwwroot/assets. See README.md.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';
import { buildFonts, fontLicence, unicodeRange } from './build/fonts.mjs';
import { Output } from './build/output.mjs';
import { sourcesHash } from './build/sources.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (name) => path.join(here, 'src', name);
const firstPageLimit = 45_000; // bytes: style, script and the fonts every page needs, compressed
const notOnFirstPage = /accents|member|delivery|work|officers/;
const oldPhones = ['chrome67', 'firefox68', 'safari13'];
const notice = '/*! Licences: licences.txt beside this file */\n';

const text = (value) => new sass.SassString(value, { quotes: false });
const named = (args) => args[0].assertString().text;

async function buildStyle(output, name) {
  const { css } = sass.compile(source(`scss/${name}`), {
    loadPaths: [path.join(here, 'node_modules')],
    quietDeps: true,
    charset: false,
    functions: {
      'asset($name)': (args) => text(output.nameOf(named(args))),
      'font-range($part)': (args) => text(unicodeRange(named(args))),
    },
  });
  const { code } = await esbuild.transform(css, { loader: 'css', minify: true, target: oldPhones, legalComments: 'none' });
  return notice + code;
}

async function buildScript(name) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [source(`js/${name}`)],
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    target: oldPhones,
    supported: { destructuring: true }, // old Safari errs only in a form that is not used
    legalComments: 'none',
    write: false,
  });
  return notice + outputFiles[0].text;
}

const output = new Output(path.join(here, '../src/Samachik.Site/wwwroot/assets'));
await output.empty();

const sizes = [];
for (const { name, bytes } of await buildFonts()) sizes.push(await output.add(name, bytes));
for (const name of ['emblem.svg', 'icon.svg']) {
  sizes.push(await output.add(name, await readFile(source(`images/${name}`))));
}
for (const name of ['site', 'officers']) sizes.push(await output.add(`${name}.css`, await buildStyle(output, `${name}.scss`)));
for (const name of ['site.js', 'member.js', 'delivery.js', 'work.js']) sizes.push(await output.add(name, await buildScript(name)));

await output.writeNames();
await output.plain(
  'licences.txt',
  `${await readFile(path.join(here, 'licences/govuk-frontend.txt'), 'utf8')}\n\nSarabun (the fonts, cut to a part of their characters)\n\n${await fontLicence()}\n\nnoble-hashes (SHA-256 in the script of the proof of work)\n\n${await readFile(path.join(here, 'node_modules/@noble/hashes/LICENSE'), 'utf8')}`,
);
await output.plain('sources.sha256', `${await sourcesHash(here)}\n`);

console.table(sizes);
const firstPage = sizes.filter(({ name }) => !notOnFirstPage.test(name)).reduce((sum, { plain, br }) => sum + (br ?? plain), 0);
console.log(`First page without its HTML: ${firstPage} of ${firstPageLimit} bytes`);
if (firstPage > firstPageLimit) {
  console.error('Too heavy for an old phone on a slow line.');
  process.exitCode = 1;
}
