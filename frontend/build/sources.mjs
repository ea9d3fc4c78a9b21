// The fingerprint of everything the assets are made from; the formula is in README.md.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

async function filesUnder(folder, prefix = '') {
  const names = [];
  for (const entry of await readdir(path.join(folder, prefix), { withFileTypes: true })) {
    const name = prefix + entry.name;
    if (entry.isDirectory()) {
      if (name !== 'node_modules') names.push(...(await filesUnder(folder, `${name}/`)));
    } else {
      names.push(name);
    }
  }
  return names;
}

export async function sourcesHash(folder) {
  const hash = createHash('sha256');
  // The default order of sort() is by UTF-16 code unit, which is .NET's ordinal order.
  for (const name of (await filesUnder(folder)).sort()) {
    hash.update(`${name}\n`);
    hash.update(await readFile(path.join(folder, name)));
    hash.update('\n');
  }
  return hash.digest('hex');
}
