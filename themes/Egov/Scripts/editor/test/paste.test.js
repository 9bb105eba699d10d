import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DOMParser } from 'linkedom';

globalThis.DOMParser = DOMParser;
const { clean, readsAsMarkdown } = await import('../src/paste.js');

const pasted = name => clean(readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8')).replace(/\s*\n\s*/g, '').replace(/\u00a0/g, ' ');

test('Word keeps headings, lists within lists, marks, links and tables', () => {
  assert.equal(pasted('word'), '<h2>Натиҷаи соли 2026</h2>'
    + '<p>Дар <strong>шаҳри</strong> Хуҷанд <em>12 мактаб</em> кушода шуд.</p>'
    + '<ol><li>Таҷҳизот<ul><li>китоб</li><li>миз</li></ul></li><li>Таъмир</li></ol>'
    + '<p>хатар <a href="https://khovar.tj/">Ховар</a></p>'
    + '<table><tbody><tr><th><strong>Сол</strong></th><th>Маблағ</th><th></th></tr><tr><td>2026</td><td>5<br>млн</td><td></td></tr></tbody></table>');
});

test('Google Docs says bold in styles and puts inner lists beside their items', () => {
  assert.equal(pasted('google'), '<h2>Эълон</h2>'
    + '<p>Матни <strong>муҳим</strong> ва <em>моил</em></p>'
    + '<ul><li><p>як</p><ul><li><p>дарун</p></li></ul></li><li><p>ду</p></li></ul>'
    + '<p><a href="https://khovar.tj/a">пайванд</a></p>');
});

test('Telegram keeps its lines, paragraphs and letters that are pictures', () => {
  assert.equal(pasted('telegram'), '<p><strong>Эълон!</strong> 📣<br>Сатри дуюм</p>'
    + '<p>Банди нав бо <em>моил</em> ва <a href="https://t.me/khovar">канал</a><br>#хабар</p>');
});

test('No style, script, handler or foreign picture is left', () => {
  const dirty = '<p style="color:red" onclick="x()">а<script>alert(1)</script><img src=x onerror=alert(1)><a href=" javascript:x">б</a><iframe src="//e"></iframe></p><style>p{}</style>';
  assert.equal(clean(dirty), '<p>аб</p>');
});

test('What was copied in the editor stays as it is', () => {
  const own = '<p data-pm-slice="1 1 []">а</p>';
  assert.equal(clean(own), own);
});

test('Plain text is taken for Markdown by the marks of its lines only', () => {
  assert.equal(readsAsMarkdown('## Сарлавҳа\nматн'), true);
  assert.equal(readsAsMarkdown('- як\r\n- ду'), true);
  assert.equal(readsAsMarkdown('Нарх: 5 * 3 - 2, #хабар'), false);
});
