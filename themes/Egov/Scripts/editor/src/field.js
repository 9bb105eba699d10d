// One text: the textarea stays the form's control, the rich editor stands before it and writes into it.
import { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { extensions } from './schema.js';
import { parse, Unshowable } from './parse.js';
import { serialise } from './serialise.js';
import { clean, readsAsMarkdown } from './paste.js';
import { Toolbar } from './toolbar.js';
import { commands } from './commands.js';
import { make } from './desk.js';
import { Hygiene } from './hygiene.js';

export class Field {
  constructor(box, page) {
    this.page = page;
    this.box = box;
    this.area = box.querySelector('textarea');
    this.culture = this.area.lang;
    this.label = box.querySelector('label');
    this.label.id ||= `${this.area.id}-label`;
    this.note = box.querySelector('[data-source-note]');
    this.toolbar = new Toolbar(box.querySelector('.marks'), this, commands);
    this.hygiene = new Hygiene(this);
    this.said = this.box.appendChild(make('p', { className: 'hint' }));
    this.unkept = this.box.appendChild(make('p', { className: 'hint' }));
    for (const hint of [this.said, this.unkept]) hint.setAttribute('aria-live', 'polite');
    this.area.form.addEventListener('formdata', event => event.formData.set(this.area.name, this.area.value));
    this.label.addEventListener('click', event => { if (this.editor) { event.preventDefault(); this.focus(); } });
    this.hearsOthers();
    for (const link of document.querySelectorAll(`a[href="#${this.area.id}"]`)) this.bringsHere(link);
    this.showRich();
  }

  /** Other scripts of the page know the textarea only: they say when they wrote into it, and ask before they insert. */
  hearsOthers() {
    this.area.addEventListener('written', () => { if (this.editor) this.replace(this.area.value); });
    this.area.addEventListener('insertwords', event => {
      if (!this.editor) return;
      event.preventDefault();
      this.insert(event.detail);
    });
  }

  get isRich() {
    return Boolean(this.editor);
  }

  get markdown() {
    return this.area.value;
  }

  /** A link to the textarea leads to what stands in its place. */
  bringsHere(link) {
    link.addEventListener('click', event => {
      event.preventDefault();
      this.focus();
    });
  }

  focus() {
    this.box.scrollIntoView({ block: 'nearest' });
    if (this.editor) this.editor.commands.focus();
    else this.area.focus();
  }

  showRich() {
    const content = this.read(this.area.value);
    this.note.hidden = content !== null;
    if (!content) return this.showSource();
    // A text that nobody changed is stored as it was, to the byte.
    this.loaded = this.area.value;
    this.editor = new Editor({
      element: this.box.insertBefore(make('div'), this.area),
      content,
      extensions: extensions(this.page),
      injectCSS: false,
      editorProps: {
        attributes: this.attributes(),
        transformPastedHTML: html => this.cleaned(html),
        handlePaste: (_, event) => this.takesMarkdown(event),
      },
      onUpdate: () => this.write(),
      onTransaction: () => this.toolbar.show(),
      onPaste: () => this.hygiene.afterPaste(),
    });
    this.editor.on('link', () => this.toolbar.run('link'));
    this.loadedDoc = this.editor.state.doc;
    this.area.hidden = true;
    this.toolbar.show();
    return true;
  }

  showSource() {
    this.editor?.view.dom.parentElement.remove();
    this.editor?.destroy();
    this.editor = null;
    this.area.hidden = false;
    this.toolbar.show();
  }

  toggleSource() {
    if (this.editor) this.showSource();
    else this.showRich();
    this.focus();
  }

  /** Puts another text in the place of this one; in the rich editor it can be undone. */
  replace(markdown) {
    const content = this.editor && this.read(markdown);
    if (content) {
      // Undone apart from what was typed or pasted just before.
      this.editor.view.dispatch(closeHistory(this.editor.state.tr));
      this.editor.commands.setContent(content, { emitUpdate: true });
    } else {
      this.area.value = markdown;
      if (this.editor) this.showSource();
      this.area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** Types words at the cursor. */
  insert(words) {
    if (this.editor) return this.editor.chain().focus().insertContent({ type: 'text', text: words }).run();
    this.area.setRangeText(words, this.area.selectionStart, this.area.selectionEnd, 'end');
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** What could not be kept is said beside the text until the next paste. */
  cleaned(html) {
    const lost = new Set();
    const made = clean(html, kind => lost.add(kind));
    const words = [...lost].map(kind => this.page.say(`paste${kind[0].toUpperCase()}${kind.slice(1)}`));
    this.said.textContent = lost.size ? this.page.say('pasteSaid').replace('{0}', words.join('; ')) : '';
    return made;
  }

  read(markdown) {
    try {
      return parse(markdown);
    } catch (error) {
      if (!(error instanceof Unshowable)) throw error;
      return null;
    }
  }

  write() {
    const { doc } = this.editor.state;
    const text = doc.eq(this.loadedDoc) ? this.loaded : serialise(doc.toJSON(), lost => this.loses(lost));
    if (text === this.area.value) return;
    this.area.value = text;
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Marks that the text cannot hold are said beside it for as long as it has them. */
  loses(marks) {
    const { say } = this.page;
    const words = marks.map(mark => say(`lost${mark[0].toUpperCase()}${mark.slice(1)}`));
    this.unkept.textContent = words.length ? say('lostSaid').replace('{0}', words.join(', ')) : '';
  }

  // Somebody who copies from a text with marks means the marks.
  takesMarkdown(event) {
    const plain = event.clipboardData?.getData('text/plain') ?? '';
    if (event.clipboardData?.types.includes('text/html') || !readsAsMarkdown(plain)) return false;
    const content = this.read(plain.replace(/\r\n?/g, '\n'));
    if (!content) return false;
    this.editor.commands.insertContent(content.content);
    this.hygiene.afterPaste();
    return true;
  }

  attributes() {
    const { area } = this;
    return {
      id: `${area.id}-rich`,
      class: `${area.className} rich`,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': this.label.id,
      lang: area.lang,
      ...(area.getAttribute('aria-describedby') && { 'aria-describedby': area.getAttribute('aria-describedby') }),
      ...(area.getAttribute('aria-invalid') && { 'aria-invalid': 'true' }),
    };
  }
}
