// What each clipboard must give: beside every .html stands the Markdown, its first line what the author is told.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseHTML, DOMParser } from 'linkedom';
import { getSchema } from '@tiptap/core';
import { DOMParser as Reader } from '@tiptap/pm/model';
import { extensions } from '../src/schema.js';
import { parse } from '../src/parse.js';
import { serialise } from '../src/serialise.js';

globalThis.DOMParser = DOMParser;
const { clean } = await import('../src/paste.js');
const folder = new URL('fixtures/paste/', import.meta.url);
const schema = getSchema(extensions({ media: '/' }));
const read = name => readFileSync(new URL(name, folder), 'utf8');

for (const name of readdirSync(folder).filter(one => one.endsWith('.html'))) test(`clipboard: ${name}`, () => {
  const [, said = '', wanted] = /^(?:<!-- said: (.*) -->\n)?([\s\S]*)\n$/.exec(read(name.replace('.html', '.md')));
  const told = new Set();
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${clean(read(name), kind => told.add(kind))}</body></html>`);
  const doc = Reader.fromSchema(schema).parse(document.body).toJSON();
  const made = serialise(doc);
  assert.equal(made, wanted);
  assert.equal([...told].join(', '), said);
  assert.equal(serialise(parse(made)), made);
});
