// What a text may hold: only what Markdown keeps and the public page shows.
import { Mark, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Gapcursor, UndoRedo } from '@tiptap/extensions';
import { isSafe } from './links.js';

const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null }, title: { default: null } }),
  parseHTML: () => ['data-href', 'href'].map(name => ({
    tag: `a[${name}]`,
    getAttrs: element => isSafe(element.getAttribute(name)) && { href: element.getAttribute(name) },
  })),
  // No address in the drawn link: a click in the editor must not lead away from what was typed.
  renderHTML: ({ HTMLAttributes: { href, title } }) => ['a', { 'data-href': href, title: title ?? href }, 0],
  addKeyboardShortcuts() {
    return { 'Mod-k': () => this.editor.emit('link', {}) || true };
  },
});

const mark = (name, tags, drawn, key, excludes = '') => Mark.create({
  name,
  excludes: [name, excludes].filter(Boolean).join(' '),
  parseHTML: () => tags.map(tag => ({ tag })),
  renderHTML: () => [drawn, 0],
  addKeyboardShortcuts() {
    return { [key]: () => this.editor.commands.toggleMark(name) };
  },
});

const Superscript = mark('superscript', ['sup'], 'sup', 'Mod-.', 'subscript');
const Subscript = mark('subscript', ['sub'], 'sub', 'Mod-,', 'superscript');
const Strike = mark('strike', ['del', 's', 'strike'], 'del', 'Mod-Shift-s');

const Picture = Node.create({
  name: 'picture',
  group: 'block',
  draggable: true,
  addOptions: () => ({ media: '' }),
  addAttributes: () => ({ id: { default: '' }, alt: { default: '' }, caption: { default: '' } }),
  parseHTML: () => [{
    tag: 'figure[data-media]',
    getAttrs: element => ({
      id: element.dataset.media,
      alt: element.querySelector('img')?.alt ?? '',
      caption: element.querySelector('figcaption')?.textContent ?? '',
    }),
  }],
  renderHTML({ node: { attrs: { id, alt, caption } } }) {
    const image = ['img', { src: `${this.options.media}${id}/original`, alt, loading: 'lazy' }];
    return ['figure', { 'data-media': id }, image, ...(caption ? [['figcaption', {}, caption]] : [])];
  },
});

// Only the headings a page may have; others are kept where a text has them already.
const Headings = Heading.extend({
  addInputRules() {
    return this.parent?.().slice(1, 4) ?? [];
  },
}).configure({ levels: [1, 2, 3, 4, 5, 6] });

// Tab goes on to the next cell and then out of the text: it never holds the focus.
const PlainTable = Table.extend({
  renderHTML: () => ['table', { class: 'table' }, ['tbody', 0]],
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      Tab: () => this.editor.commands.goToNextCell(),
      'Shift-Tab': () => this.editor.commands.goToPreviousCell(),
    };
  },
}).configure({ resizable: false, renderWrapper: false });

const item = ListItem.extend({
  addKeyboardShortcuts() {
    const { Tab, 'Shift-Tab': _, ...others } = this.parent?.() ?? {};
    return { ...others, 'Mod-]': Tab, 'Mod-[': _ };
  },
});

const cell = { content: 'paragraph', renderHTML: () => ['td', 0] };

export const extensions = ({ media }) => [
  Document, Text, Paragraph, Headings, Blockquote, HorizontalRule, HardBreak,
  Bold, Italic, Strike, Superscript, Subscript, Link, BulletList, OrderedList, item, ListKeymap,
  PlainTable, TableRow, TableHeader.extend({ ...cell, renderHTML: () => ['th', 0] }), TableCell.extend(cell),
  Picture.configure({ media }), Gapcursor, UndoRedo,
];
