// Writes files under names that tell their content, so that they may be cached for good.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = new Set(['.css', '.js', '.svg']);

function hashed(name, bytes) {
  const { name: stem, ext } = path.parse(name);
  return `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}${ext}`;
}

function gzip(bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255; // the byte that tells the operating system: "unknown", alike everywhere
  return packed;
}

function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

export class Output {
  #folder;
  #names = {};

  constructor(folder) {
    this.#folder = folder;
  }

  async empty() {
    await mkdir(this.#folder, { recursive: true });
    for (const name of await readdir(this.#folder)) await rm(path.join(this.#folder, name), { recursive: true });
  }

  /** The hashed name of a file written before. */
  nameOf(name) {
    if (!(name in this.#names)) throw new Error(`No asset named ${name} yet`);
    return this.#names[name];
  }

  async add(name, content) {
    const bytes = Buffer.from(content);
    const file = (this.#names[name] = hashed(name, bytes));
    await this.plain(file, bytes);
    const sizes = { name, plain: bytes.length };
    if (text.has(path.extname(name))) {
      const packed = { gz: gzip(bytes), br: brotli(bytes) };
      for (const [ending, packedBytes] of Object.entries(packed)) await this.plain(`${file}.${ending}`, packedBytes);
      return { ...sizes, gz: packed.gz.length, br: packed.br.length };
    }
    return sizes;
  }

  /** A file that keeps its name. */
  plain(name, content) {
    return writeFile(path.join(this.#folder, name), content);
  }

  writeNames() {
    const sorted = Object.fromEntries(Object.entries(this.#names).sort(([a], [b]) => (a < b ? -1 : 1)));
    return this.plain('assets.json', `${JSON.stringify(sorted, null, 2)}\n`);
  }
}
