// Sarabun, cut to what the site writes. Three files a weight, fetched by need: Thai and Latin on
// every page, accented letters only where a foreign name has one.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subset from 'subset-font';

const require = createRequire(import.meta.url);

const accents = [[0xa1, 0xa8], 0xaa, [0xac, 0xb6], [0xb8, 0xba], [0xbc, 0xd6], [0xd8, 0xff]];
const parts = {
  // With the dotted circle, which carries a mark that lost its consonant.
  thai: { from: 'thai', points: [[0xe01, 0xe3a], [0xe3f, 0xe5b], 0x200c, 0x200d, 0x25cc] },
  latin: {
    from: 'latin',
    points: [[0x20, 0x7e], 0xa0, 0xa9, 0xab, 0xb7, 0xbb, 0xd7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2026],
  },
  accents: { from: 'latin', points: accents },
};

// Composition, stacking of marks and kerning. The substitutions and positions of Thai marks live in
// ccmp, mark and mkmk: dropping one of them lets a tone mark run through the vowel below it.
const keepFeatures = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'rlig', 'calt'];

const hex = (point) => point.toString(16).toUpperCase();
const ends = (range) => (Array.isArray(range) ? range : [range, range]);

export const unicodeRange = (part) =>
  parts[part].points
    .map(ends)
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',');

const characters = (part) =>
  parts[part].points
    .map(ends)
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
    .join('');

/** Logical name ("sarabun-thai-400.woff2") and bytes of every font file. */
export async function buildFonts() {
  const files = [];
  for (const weight of [400, 700]) {
    for (const [part, { from }] of Object.entries(parts)) {
      const whole = await readFile(require.resolve(`@fontsource/sarabun/files/sarabun-${from}-${weight}-normal.woff2`));
      const bytes = await subset(whole, characters(part), { targetFormat: 'woff2', keepFeatures, noHinting: true });
      files.push({ name: `sarabun-${part}-${weight}.woff2`, bytes });
    }
  }
  return files;
}

export const fontLicence = () => readFile(require.resolve('@fontsource/sarabun/LICENSE'), 'utf8');
