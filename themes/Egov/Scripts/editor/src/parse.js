// Markdown as the document the editor shows. What it cannot show without loss is refused with a reason.
import { Lexer, Marked } from 'marked';

const none = () => undefined;
// Numbers of a list have up to three digits: "2026. A good year" is a sentence.
const longNumber = /^ {0,3}\d{4,}[.)](\s|$)/;
const plain = Lexer.rules.inline.normal;
const script = /^([~^])((?:\\[ -/:-@[-`{-~]|(?!\1)[^\s[\]`|\\]|\\(?![ -/:-@[-`{-~]))+)\1/;
// As the server reads it: no raw HTML, no bare addresses, signs of its own for what is raised and lowered.
const reader = new Marked({
  gfm: true,
  tokenizer: {
    url: none,
    html: none,
    tag: none,
    list: source => longNumber.test(source) ? undefined : false,
    def: source => /^ {0,3}\[\^/.test(source) ? undefined : false,
    // In tables' dialect "~" would count as a letter.
    emStrong() {
      const { emStrongLDelim, emStrongRDelimAst, emStrongRDelimUnd, punctuation } = plain;
      Object.assign(this.rules.inline, { emStrongLDelim, emStrongRDelimAst, emStrongRDelimUnd, punctuation });
      return false;
    },
    del: source => /^~~(?!~)/.test(source) ? false : undefined,
  },
  extensions: [{
    name: 'script',
    level: 'inline',
    start: source => source.search(/[~^]/),
    tokenizer(source) {
      const [raw, sign, words] = script.exec(source) ?? [];
      if (raw) return { type: 'script', raw, mark: sign === '^' ? 'superscript' : 'subscript', text: words.replace(/\\([ -/:-@[-`{-~])/g, '$1') };
    },
  }],
});

const picture = /^media:([0-9a-z]{26})$/;
const entity = /&(#\d+|#x[\da-f]+|[a-z]\w*);/i;
const unsafe = /^\s*(javascript|data|vbscript|file):/i;

export class Unshowable extends Error {}

/** The document as ProseMirror's JSON; throws Unshowable for what has no place in it. */
export function parse(markdown) {
  const content = blocks(reader.lexer(markdown));
  return { type: 'doc', content: content.length ? content : [{ type: 'paragraph' }] };
}

/** The inline nodes of one line. */
export const parseInline = markdown => inline(reader.Lexer.lexInline(markdown, reader.defaults));

function blocks(tokens) {
  return tokens.filter(token => token.type !== 'space').map(block);
}

function block(token) {
  switch (token.type) {
    case 'paragraph': return paragraph(token.tokens);
    // A tight list's item holds bare text.
    case 'text': return paragraph(token.tokens ?? [token]);
    case 'heading': return { type: 'heading', attrs: { level: token.depth }, ...filled(inline(token.tokens)) };
    case 'blockquote': return { type: 'blockquote', content: blocks(token.tokens) };
    case 'hr': return { type: 'horizontalRule' };
    case 'list': return list(token);
    case 'table': return table(token);
    default: throw new Unshowable(token.type);
  }
}

function paragraph(tokens) {
  if (tokens.length === 1 && tokens[0].type === 'image') return figure(tokens[0]);
  return { type: 'paragraph', ...filled(inline(tokens)) };
}

function figure({ href, text, title }) {
  const id = picture.exec(href)?.[1];
  if (!id) throw new Unshowable('image');
  return { type: 'picture', attrs: { id, alt: text, caption: title ?? '' } };
}

function list(token) {
  if (token.items.some(item => item.task)) throw new Unshowable('task');
  if (token.items.some(item => longNumber.test(item.raw))) throw new Unshowable('list');
  if (token.ordered && leavesOut(token)) throw new Unshowable('list');
  const content = token.items.map(item => {
    const inside = blocks(item.tokens);
    return { type: 'listItem', content: inside[0]?.type === 'paragraph' ? inside : [{ type: 'paragraph' }, ...inside] };
  });
  return token.ordered ? { type: 'orderedList', attrs: { start: token.start || 1 }, content } : { type: 'bulletList', content };
}

/** Clauses that were repealed leave gaps, and the editor would count on. */
function leavesOut({ items, start }) {
  let next = Number(start) || 1;
  return items.some(item => {
    const isGap = Number(/^\s*(\d+)/.exec(item.raw)?.[1]) > next;
    next += 1;
    return isGap;
  });
}

function table(token) {
  const row = (cells, type) => ({
    type: 'tableRow',
    content: cells.map(cell => ({ type, content: [{ type: 'paragraph', ...filled(inline(withBreaks(cell.tokens))) }] })),
  });
  return { type: 'table', content: [row(token.header, 'tableHeader'), ...token.rows.map(cells => row(cells, 'tableCell'))] };
}

/** A bare backslash between blanks ends a line inside a cell, where Markdown has no other way. */
function withBreaks(tokens) {
  return tokens.flatMap(token => {
    if (token.type === 'text' && !token.tokens) {
      return token.text.split(/ +\\ +/).flatMap((words, at) => [...(at ? [{ type: 'br' }] : []), { type: 'text', text: words }]);
    }
    return token.tokens ? { ...token, tokens: withBreaks(token.tokens) } : token;
  });
}

function inline(tokens, marks = []) {
  return joined(tokens.flatMap(token => {
    switch (token.type) {
      case 'text': return token.tokens ? inline(token.tokens, marks) : text(token.text, marks);
      case 'escape': return text(token.text, marks);
      case 'strong': return inline(token.tokens, [...marks, { type: 'bold' }]);
      case 'del': return inline(token.tokens, [...marks, { type: 'strike' }]);
      case 'script': return text(token.text, [...marks, { type: token.mark }]);
      case 'em': return inline(token.tokens, [...marks, { type: 'italic' }]);
      case 'br': return [{ type: 'hardBreak' }];
      case 'link': return link(token, marks);
      default: throw new Unshowable(token.type);
    }
  }));
}

function link({ href, title, tokens }, marks) {
  if (unsafe.test(href)) throw new Unshowable('link');
  return inline(tokens, [...marks, { type: 'link', attrs: { href, title: title ?? null } }]);
}

function text(words, marks) {
  if (entity.test(words)) throw new Unshowable('entity');
  // A reader sees a space where a line of the source ends.
  const shown = words.replace(/[ \t]*\n[ \t]*/g, ' ');
  return shown ? [{ type: 'text', text: shown, ...(marks.length && { marks: ordered(marks) }) }] : [];
}

const rank = { link: 0, bold: 1, italic: 2, strike: 3, superscript: 4, subscript: 4 };

function ordered(marks) {
  return [...new Map(marks.map(mark => [mark.type, mark])).values()].sort((a, b) => rank[a.type] - rank[b.type]);
}

/** Neighbours with the same marks are one node, as the editor has them. */
function joined(nodes) {
  const result = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) last.text += node.text;
    else result.push({ ...node });
  }
  return result;
}

const filled = content => content.length ? { content } : {};
