/** Leaves an element's children in its place. */
export function unwrap(element) {
  element.replaceWith(...element.childNodes);
}
