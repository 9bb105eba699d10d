// What each button does, when it is pressed in, and when it has nothing to do.
import { askLink, askMedia, askTerm, askVideo } from './dialogs.js';

const chain = field => field.editor.chain().focus();
const can = name => editor => editor.can()[name]();
const isOn = (name, attributes) => ({ editor }) => editor?.isActive(name, attributes);

export const commands = {
  bold: { run: field => chain(field).toggleBold().run(), isOn: isOn('bold'), can: can('toggleBold') },
  italic: { run: field => chain(field).toggleItalic().run(), isOn: isOn('italic'), can: can('toggleItalic') },
  strike: mark('strike'),
  sup: mark('superscript'),
  sub: mark('subscript'),
  h2: heading(2),
  h3: heading(3),
  ul: { run: field => chain(field).toggleBulletList().run(), isOn: isOn('bulletList'), can: can('toggleBulletList') },
  ol: { run: field => chain(field).toggleOrderedList().run(), isOn: isOn('orderedList'), can: can('toggleOrderedList') },
  quote: { run: field => chain(field).toggleBlockquote().run(), isOn: isOn('blockquote'), can: can('toggleBlockquote') },
  link: { run: askLink, isOn: isOn('link') },
  picture: { run: field => askMedia(field, 'picture') },
  file: { run: field => askMedia(field, 'document') },
  video: { run: askVideo },
  table: { run: field => chain(field).insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(), can: editor => !editor.isActive('table') },
  rowAdd: { run: field => chain(field).addRowAfter().run(), can: can('addRowAfter') },
  rowRemove: { run: field => chain(field).deleteRow().run(), can: can('deleteRow') },
  columnAdd: { run: field => chain(field).addColumnAfter().run(), can: can('addColumnAfter') },
  columnRemove: { run: field => chain(field).deleteColumn().run(), can: can('deleteColumn') },
  tableRemove: { run: field => chain(field).deleteTable().run(), can: can('deleteTable') },
  undo: { run: field => chain(field).undo().run(), can: can('undo') },
  redo: { run: field => chain(field).redo().run(), can: can('redo') },
  terms: { run: askTerm, always: true },
  check: { run: field => field.hygiene.check(), always: true },
  source: { run: field => field.toggleSource(), isOn: ({ editor }) => !editor, always: true },
};

function heading(level) {
  return {
    run: field => chain(field).toggleHeading({ level }).run(),
    isOn: isOn('heading', { level }),
    can: editor => editor.can().toggleHeading({ level }),
  };
}

function mark(name) {
  return {
    run: field => chain(field).toggleMark(name).run(),
    isOn: isOn(name),
    can: editor => editor.can().toggleMark(name),
  };
}
