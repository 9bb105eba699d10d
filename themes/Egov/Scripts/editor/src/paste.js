// What comes from Word, Google Docs, Telegram or a site keeps its structure and loses everything else.
import { isSafe } from './links.js';
import { wordChanges, wordLists } from './word.js';
import { unwrap } from './dom.js';

const kept = new Set(['P', 'H2', 'H3', 'H4', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'TBODY', 'TR', 'TH', 'TD', 'STRONG', 'EM', 'DEL', 'SUP', 'SUB', 'A', 'BR', 'HR']);
const renamed = { H1: 'h2', H5: 'h4', H6: 'h4', B: 'strong', I: 'em', S: 'del', STRIKE: 'del' };
const blocks = 'p,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,table,hr,div,section,article,header,footer,main,address,pre,center,dl,dt,dd,figure,figcaption,td,th,caption';
const boxes = 'div,section,article,header,footer,main,address,pre,center,dl,dt,dd,figure,figcaption';
const dropped = 'style,script,meta,link,title,xml,iframe,object,embed,svg,video,audio,button,input,select,textarea,template,noscript,colgroup';

/** Clean HTML for the editor's schema; told(kind) hears what was not kept. What was copied in the editor itself is clean already. */
export function clean(html, told = () => {}) {
  if (/data-pm-slice/.test(html)) return html;
  const { body } = new DOMParser().parseFromString(`<!DOCTYPE html><html><body>${fragment(html)}</body></html>`, 'text/html');
  if (body.querySelector('iframe,object,embed,svg,video,audio,input,select,textarea')) told('objects');
  all(body, dropped).forEach(element => element.remove());
  wordChanges(body, told);
  pictures(body, told);
  emphasis(body);
  wordLists(body, told);
  letteredLists(body, told);
  nested(body);
  tables(body, told);
  links(body);
  rename(body);
  paragraphs(body);
  all(body, '*').filter(element => !kept.has(element.tagName)).forEach(unwrap);
  all(body, '*').forEach(bare);
  all(body, 'p,h2,h3,h4,li,strong,em,del,sup,sub,a').reverse().filter(isEmpty).forEach(element => element.remove());
  return body.innerHTML.trim();
}

/** True for plain text that holds the marks of Markdown at the beginnings of its lines. */
export function readsAsMarkdown(text) {
  return /^(#{2,4} \S|[-*] \S.*\n[-*] \S|\|.+\|\s*\n\|[ :|-]+\|)/m.test(text.replace(/\r\n?/g, '\n'));
}

const all = (root, selector) => [...root.querySelectorAll(selector)];
const styleOf = element => element.dataset.style ?? '';
const isEmpty = element => !element.textContent.replace(/[\s\u00a0]/g, '') && !element.querySelector('br,table,hr');

// Only what the clipboard marks as chosen; comments hold Word's second version of everything.
function fragment(html) {
  const chosen = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1] ?? /<body[^>]*>([\s\S]*?)<\/body>/i.exec(html)?.[1] ?? html;
  return chosen.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]>]*\]>/g, '').replace(/<\/?o:p[^>]*>/g, '')
    // The page's policy reports every style it sees, even in a document that is never shown.
    .replace(/<style[\s>][\s\S]*?<\/style>/gi, '').replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

// A picture of elsewhere has no place in the library; an emoji is a letter.
function pictures(body, told) {
  for (const image of all(body, 'img')) {
    const alt = image.getAttribute('alt') ?? '';
    const isLetter = /^\p{Extended_Pictographic}/u.test(alt);
    if (!isLetter) told('pictures');
    image.replaceWith(isLetter ? alt : '');
  }
}

// Word and Google say "bold" in styles, and Google wraps everything in a <b> that is not.
function emphasis(body) {
  for (const element of all(body, 'b,strong,i,em')) {
    if (/(?<![-\w])font-(weight|style):\s*normal/.test(styleOf(element))) unwrap(element);
  }
  for (const element of all(body, 'span')) {
    const style = styleOf(element);
    if (/(?<![-\w])font-weight:\s*(bold|[6-9]00)/.test(style)) wrapInside(element, 'strong');
    if (/(?<![-\w])font-style:\s*italic/.test(style)) wrapInside(element, 'em');
    if (/text-decoration[^;]*line-through/.test(style)) wrapInside(element, 'del');
    if (/vertical-align:\s*super/.test(style)) wrapInside(element, 'sup');
    if (/vertical-align:\s*sub(?!\w)/.test(style)) wrapInside(element, 'sub');
  }
}

// Markdown numbers with figures only: other marks stay as words.
function letteredLists(body, told) {
  for (const list of all(body, 'ol')) {
    const kind = list.getAttribute('type') ?? /list-style-type:\s*([\w-]+)/.exec(styleOf(list) + ';' + styleOf(list.querySelector('li') ?? list))?.[1] ?? '1';
    const first = Number(list.getAttribute('start') ?? 1);
    const name = { a: 'a', A: 'A', i: 'i', I: 'I', 'lower-alpha': 'a', 'lower-latin': 'a', 'upper-alpha': 'A', 'upper-latin': 'A', 'lower-roman': 'i', 'upper-roman': 'I' }[kind];
    if (!name || list.closest('li')) continue;
    told('letters');
    const items = [...list.children].filter(child => child.tagName === 'LI');
    list.replaceWith(...items.flatMap((item, at) => {
      const inner = [...item.children].filter(child => /^[OU]L$/.test(child.tagName));
      inner.forEach(child => child.remove());
      return [block(body, 'p', [`${ordinal(first + at, name)}${'aA'.includes(name) ? ')' : '.'} `, ...flat(item)]), ...inner];
    }));
  }
}

const flat = item => item.children.length === 1 && item.firstElementChild.tagName === 'P' ? item.firstElementChild.childNodes : item.childNodes;

function ordinal(number, name) {
  const small = 'ai'.includes(name);
  const made = 'aA'.includes(name) ? String.fromCharCode(64 + ((number - 1) % 26) + 1) : roman(number);
  return small ? made.toLowerCase() : made;
}

function roman(number) {
  let made = '';
  for (const [value, sign] of [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]) {
    while (number >= value) {
      made += sign;
      number -= value;
    }
  }
  return made;
}

function wrapInside(element, name) {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

// Google puts an inner list beside its item.
function nested(body) {
  for (const list of all(body, 'ul > ul, ul > ol, ol > ul, ol > ol')) {
    const item = list.previousElementSibling;
    if (item?.tagName === 'LI') item.append(list);
  }
}

function tables(body, told) {
  for (const table of all(body, 'table').reverse()) {
    for (const caption of all(table, 'caption')) table.before(block(body, 'p', caption.childNodes)), caption.remove();
    const rows = all(table, 'tr').filter(row => row.closest('table') === table);
    if (rows.every(row => row.children.length < 2)) {
      table.replaceWith(...rows.flatMap(row => [...row.children]).map(cell => block(body, 'p', cell.childNodes)));
      continue;
    }
    if (table.querySelector('[colspan]:not([colspan="1"]),[rowspan]:not([rowspan="1"])')) told('merged');
    const grid = gridOf(body, rows);
    const width = Math.max(...grid.map(row => row.length));
    table.replaceWith(block(body, 'table', [block(body, 'tbody', grid.map((row, at) => block(body, 'tr',
      Array.from({ length: width }, (_, column) => block(body, at === 0 ? 'th' : 'td', row[column] ?? [])))))]));
  }
}

const span = (cell, name, most) => Math.min(Math.max(Number(cell.getAttribute(name)) || 1, 1), most);

/** The children of every cell by row and column; a merged cell has its words once, and its other places are empty. */
function gridOf(body, rows) {
  const grid = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.children) {
      while (grid[at][column]) column++;
      const [wide, high] = [span(cell, 'colspan', 20), span(cell, 'rowspan', rows.length - at)];
      const words = wordsOf(body, cell);
      for (let down = 0; down < high; down++) {
        for (let right = 0; right < wide; right++) grid[at + down][column + right] = down + right ? [] : words;
      }
      column += wide;
    }
  });
  return grid;
}

// Paragraphs of a cell become its lines; a list's points keep a sign.
function wordsOf(body, cell) {
  for (const point of all(cell, 'li')) {
    const at = [...point.parentElement.children].indexOf(point);
    point.prepend(point.parentElement.tagName === 'OL' ? `${at + 1}. ` : '• ');
  }
  for (const part of all(cell, blocks)) {
    if (part.textContent.trim() && !/^[OU]L$/.test(part.tagName)) {
      part.before(body.ownerDocument.createElement('br'));
      part.after(body.ownerDocument.createElement('br'));
    }
    unwrap(part);
  }
  const nodes = [...cell.childNodes].filter(node => node.nodeType !== 3 || node.textContent.trim() || !/\n/.test(node.textContent));
  return nodes.filter((node, at) => node.nodeName !== 'BR' || (nodes.slice(0, at).some(isWords) && nodes.slice(at + 1).some(isWords) && nodes[at - 1].nodeName !== 'BR'));
}

const isWords = node => node.nodeName !== 'BR' && node.textContent.trim() !== '';

function block(body, name, children) {
  const element = body.ownerDocument.createElement(name);
  element.append(...children);
  return element;
}

function links(body) {
  for (const link of all(body, 'a')) {
    const href = direct(link.getAttribute('href') ?? '');
    if (isSafe(href) && !href.startsWith('#')) link.setAttribute('href', href);
    else unwrap(link);
  }
}

// Google Docs sends its readers through itself.
function direct(href) {
  if (!/^https:\/\/www\.google\.com\/url\?/.test(href)) return href;
  return new URL(href).searchParams.get('q') ?? href;
}

function paragraphs(body) {
  for (const box of all(body, boxes).reverse()) {
    if (box.querySelector(blocks)) unwrap(box);
    else box.replaceWith(block(body, 'p', box.childNodes));
  }
  loose(body);
  all(body, 'p').forEach(paragraph => splitAtEmptyLines(body, paragraph));
}

// Text that stands beside paragraphs becomes one.
function loose(body) {
  let open = null;
  for (const node of [...body.childNodes]) {
    const isBlock = node.nodeType === 1 && node.matches(blocks);
    if (isBlock) open = null;
    else if (open) open.append(node);
    else if (node.textContent.trim() || node.nodeName === 'BR') {
      open = body.ownerDocument.createElement('p');
      node.before(open);
      open.append(node);
    }
  }
}

function splitAtEmptyLines(body, paragraph) {
  const parts = [[]];
  let lines = 0;
  for (const node of [...paragraph.childNodes]) {
    if (node.nodeName === 'BR') {
      lines++;
    } else if (node.nodeType === 3 && !node.textContent.trim() && lines) {
      continue;
    } else {
      if (lines > 1) parts.push([]);
      else if (lines === 1 && parts.at(-1).length) parts.at(-1).push(body.ownerDocument.createElement('br'));
      lines = 0;
      parts.at(-1).push(node);
    }
  }
  paragraph.replaceWith(...parts.map(nodes => block(body, 'p', nodes)));
}

function rename(body) {
  for (const element of all(body, 'p.MsoTitle')) element.replaceWith(block(body, 'h2', element.childNodes));
  for (const element of all(body, Object.keys(renamed).join(',').toLowerCase())) {
    element.replaceWith(block(body, renamed[element.tagName], element.childNodes));
  }
}

function bare(element) {
  for (const { name } of [...element.attributes]) {
    if (!(element.tagName === 'A' && name === 'href') && !(element.tagName === 'OL' && name === 'start')) element.removeAttribute(name);
  }
}
