// Makes wwwroot/js/editor.js from src. With --check, says whether the committed file is what the sources give.
import { build } from 'esbuild';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

// All the script an editing page loads, compressed.
const budget = 200 * 1024;
const target = new URL('../../wwwroot/js/editor.js', import.meta.url);
const others = [new URL('../../wwwroot/js/admin.js', import.meta.url)];

const { outputFiles: [made] } = await build({
  entryPoints: ['src/main.js'],
  absWorkingDir: import.meta.dirname,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  banner: { js: '// Made by themes/Egov/Scripts/editor; do not edit. With ProseMirror, TipTap and Marked, all under the MIT licence.' },
  write: false,
});

const size = [made.contents, ...others.map(file => readFileSync(file))].reduce((sum, code) => sum + brotliCompressSync(code).length, 0);
const isSame = existsSync(target) && readFileSync(target, 'utf8') === made.text;
if (size > budget) fail(`The script of the editing page is ${size} bytes compressed; ${budget} are allowed.`);
if (process.argv.includes('--check')) {
  if (!isSame) fail('wwwroot/js/editor.js is not what its sources give. Run: npm ci && npm run build');
} else {
  writeFileSync(target, made.text);
}
console.log(`editor.js: ${made.contents.length} bytes; the page's script compressed: ${size} bytes.`);

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
