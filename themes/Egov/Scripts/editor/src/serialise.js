// The editor's document as Markdown that reads back as the same document.
import { parseInline } from './parse.js';

const marks = ['bold', 'italic', 'strike'];
const scripts = { superscript: '^', subscript: '~' };
const isSpace = unit => !unit || unit.break || /\s/.test(unit.letter);
// The signs of a raised letter stand at its edge.
const isPunctuation = unit => !unit?.break && (Boolean(unit?.script) || /[\p{P}\p{S}]/u.test(unit?.letter ?? ''));
const isWord = unit => !isSpace(unit) && !isPunctuation(unit);

let lost = new Set();

/** The Markdown; `loses` hears the names of marks that it cannot hold where they stand. */
export function serialise(doc, loses = () => {}) {
  lost = new Set();
  const markdown = blocks(doc.content ?? []).replace(/^\n+|\n+$/g, '');
  loses([...lost]);
  return markdown;
}

function blocks(nodes) {
  let isSecond = false;
  return nodes.map((node, at) => {
    // Two lists of one kind, one after the other, would melt into one but for their marks.
    isSecond = /List$/.test(node.type) && nodes[at - 1]?.type === node.type && !isSecond;
    return block(node, isSecond);
  }).filter(part => part !== '').join('\n\n');
}

function block(node, isSecond) {
  switch (node.type) {
    case 'paragraph': return lineStart(inline(node.content));
    case 'heading': return `${'#'.repeat(node.attrs.level)} ${inline(withoutBreaks(node.content)).trim().replace(/(^|\s)(#+)$/, '$1\\$2')}`.trimEnd();
    case 'blockquote': return blocks(node.content ?? []).split('\n').map(line => `> ${line}`.trimEnd()).join('\n');
    case 'horizontalRule': return '---';
    case 'bulletList': return items(node, () => isSecond ? '* ' : '- ');
    case 'orderedList': return items(node, at => `${Math.min((node.attrs?.start ?? 1) + at, 999)}${isSecond ? ')' : '.'} `);
    case 'table': return table(node);
    case 'picture': return `![${escaped(node.attrs.alt ?? '')}](media:${node.attrs.id}${titled(node.attrs.caption)})`;
    default: return '';
  }
}

function items(list, marker) {
  const isTight = list.content.every(item => item.content.every((part, at) => at === 0 || /List$/.test(part.type)));
  return list.content.map((item, at) => {
    const mark = marker(at);
    const text = item.content.map(part => block(part)).join(isTight ? '\n' : '\n\n');
    return mark + text.split('\n').map((line, row) => row && line ? ' '.repeat(mark.length) + line : line).join('\n');
  }).map(item => item.trimEnd()).join(isTight ? '\n' : '\n\n');
}

function table(node) {
  const rows = node.content.map(row => row.content.map(cell =>
    (cell.content ?? []).map(part => inCell(inline(part.content))).join(' \\ ')));
  const width = Math.max(...rows.map(row => row.length));
  const line = cells => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  return [line(rows[0]), line(Array(width).fill('---')), ...rows.slice(1).map(line)].join('\n');
}

// A break at an edge would be lost with the blanks around it.
const inCell = words => words.trim().replace(/^(\\\n)+|(\\\n)+$/g, '').replace(/ *\\\n */g, ' \\ ').replaceAll('|', '\\|');

const withoutBreaks = nodes => (nodes ?? []).map(node => node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node);

/** Marks that Markdown could not read back at their place are tried shorter, then plainer. */
function inline(nodes = []) {
  const units = settled(nodes.flatMap(unitsOf));
  const hasMarks = units.some(unit => unit.bold || unit.italic || unit.strike || unit.script);
  const wanted = hasMarks && shape(units);
  for (const sign of ['*', '_']) {
    const made = written(units, sign);
    if (!hasMarks || readsAs(made, wanted)) return made;
  }
  for (const without of [['italic'], ['italic', 'bold']]) {
    const plainer = stripped(units, without);
    const made = written(plainer, '*');
    if (readsAs(made, shape(plainer))) return losing(units, without, made);
  }
  return losing(units, marks, written(stripped(units, marks), '*'));
}

const stripped = (units, names) => units.map(unit => ({ ...unit, ...Object.fromEntries(names.map(name => [name, false])) }));

function losing(units, names, made) {
  for (const name of names) if (units.some(unit => unit[name])) lost.add(name);
  return made;
}

function unitsOf(node) {
  if (node.type === 'hardBreak') return [{ break: true }];
  const has = name => node.marks?.some(mark => mark.type === name) ?? false;
  const link = node.marks?.find(mark => mark.type === 'link')?.attrs;
  const script = has('superscript') ? '^' : has('subscript') ? '~' : '';
  // A raised line would part the cells of a table.
  return [...(node.text ?? '')].map(letter => ({ letter, bold: has('bold'), italic: has('italic'), strike: has('strike'), script: letter === '|' ? '' : script, link }));
}

/** A mark's edge may touch neither a space nor punctuation that a word follows. */
function settled(units) {
  for (const mark of marks) {
    for (let start = 0; start < units.length; start++) {
      if (!units[start][mark]) continue;
      let end = start;
      while (end < units.length && (units[end][mark] || units[end].break)) end++;
      const [from, to] = shrunk(units, start, end);
      for (let at = start; at < end; at++) if (at < from || at >= to) units[at] = { ...units[at], [mark]: false };
      start = end;
    }
  }
  return units;
}

function shrunk(units, from, to) {
  while (from < to && (isSpace(units[from]) || (isPunctuation(units[from]) && isWord(units[from - 1])))) from++;
  while (to > from && (isSpace(units[to - 1]) || (isPunctuation(units[to - 1]) && isWord(units[to])))) to--;
  return [from, to];
}

function written(units, italic) {
  const sign = { bold: '**', italic, strike: '~~' };
  const open = [];
  let result = '';
  let link;
  const close = until => { while (open.length > until) result += sign[open.pop()]; };
  units.forEach((unit, at) => {
    const wanted = marks.filter(mark => unit[mark] || (unit.break && open.includes(mark)));
    if (!sameLink(unit.link, link)) {
      close(0);
      result += closed(link);
      link = unit.link;
      if (link) result += '[';
    }
    const kept = open.findIndex(mark => !wanted.includes(mark));
    if (kept >= 0) close(kept);
    for (const mark of longestFirst(wanted.filter(one => !open.includes(one)), units, at)) {
      open.push(mark);
      result += sign[mark];
    }
    result += unit.break ? '\\\n' : unit.script ? raised(units, at) : letter(units, at);
  });
  close(0);
  return result + closed(link);
}

// Only letters stand between the signs: a blank would end them.
function raised(units, at) {
  const { letter: one, script } = units[at];
  const isSame = other => other?.script === script && marks.every(mark => other[mark] === units[at][mark]) && sameLink(other.link, units[at].link);
  const words = /\s|[!-/:-@[-`{-~]/.test(one) && !'-+=().,:;'.includes(one) ? `\\${one === '\u00a0' ? ' ' : one}` : one;
  return `${isSame(units[at - 1]) ? '' : script}${words}${isSame(units[at + 1]) ? '' : script}`;
}

function longestFirst(names, units, at) {
  const length = mark => { let end = at; while (end < units.length && units[end][mark]) end++; return end; };
  return names.sort((a, b) => length(b) - length(a));
}

const sameLink = (a, b) => a?.href === b?.href && a?.title === b?.title;
const closed = link => link ? `](${/[()\s]/.test(link.href) ? `<${link.href}>` : link.href}${titled(link.title)})` : '';
const titled = title => title ? ` "${title.replace(/["\\]/g, '\\$&')}"` : '';

function letter(units, at) {
  const { letter: one, link } = units[at];
  const next = units[at + 1];
  if ('\\`*[]'.includes(one)) return `\\${one}`;
  if (one === '^' && !isSpace(next)) return '\\^';
  if (one === '~' && !(isSpace(next) && isSpace(units[at - 1]))) return '\\~';
  if (one === '_' && !(isWord(units[at - 1]) && isWord(next))) return '\\_';
  if (one === '<' && /[a-z/!?]/i.test(next?.letter ?? '')) return '\\<';
  if (one === '&' && /[#a-z]/i.test(next?.letter ?? '')) return '\\&';
  if (one === '!' && next?.link && !sameLink(next.link, link)) return '\\!';
  return one;
}

const escaped = text => text.replace(/[\\`*_[\]^~]/g, '\\$&');

/** What would begin a block is kept as words. */
function lineStart(text) {
  return text.split('\n').map(line => line
    .replace(/^\s+/, '')
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-{2,}|~{3,}|\|)/, '\\$1')
    .replace(/^(\d{1,3})([.)])(?=\s|$)/, '$1\\$2')).join('\n');
}

function shape(units) {
  return JSON.stringify(units.map(unit => unit.break ? 'break' : [unit.letter, unit.bold, unit.italic, unit.strike, unit.script, unit.link?.href ?? '']));
}

function readsAs(markdown, wanted) {
  try {
    return shape(parseInline(markdown).flatMap(unitsOf)) === wanted;
  } catch {
    return false;
  }
}
